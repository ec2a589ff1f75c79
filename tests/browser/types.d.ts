// What tests leave in the page's window, for the type checker.

interface Window {
  /** Frames are painted, not only computed (harness.mjs). */
  ntkPaints: boolean;
  /** Timers wait for longer while this is set (harness.mjs). */
  ntkCrawls: boolean;
  /** How far performance.now() is ahead by now, in milliseconds. */
  ntkLate: number;
  /** What went wrong in the page (elsewhere/webkit.mjs). */
  ntkComplaints: string[];

  firstFrame: any;
  ranInline: any;
  lose: any;
  seen: any;
  room: any;
}
