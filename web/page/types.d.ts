// Types that the page's scripts share. They are for the type checker alone: nothing of them is shipped.

/** The element that h() makes of a name: of "button.primary" an HTMLButtonElement. */
type Named<Name extends string> = Name extends `${infer Tag}.${string}` ? Tagged<Tag> : Tagged<Name>;

type Tagged<Tag extends string> = Tag extends keyof HTMLElementTagNameMap
  ? HTMLElementTagNameMap[Tag]
  : Tag extends keyof SVGElementTagNameMap
    ? SVGElementTagNameMap[Tag]
    : HTMLElement;

/** What h() takes as attributes: false, null and undefined are left out. */
type Attributes = Record<string, string | number | boolean | null | undefined>;

interface Window {
  /** The module, for browser tests and for whoever is curious. */
  ntk: any;
}

/** From the build (scripts/site.mjs): what the page fetches. */
declare const NTK_RESOURCES: Record<string, { bytes: number; version: string }>;

// What Emscripten writes; scripts/site.mjs puts in the names of the files.
declare module 'page-module' {
  export default function create(options?: object): Promise<any>;
}
declare module 'engine-module' {
  export default function create(options?: object): Promise<any>;
}

type Answer<Value = unknown> = import('./engine.js').Answer<Value>;
type Verbs = import('./bridge.js').Verbs;
type Model = import('./bridge.js').Model;

/** The text page as it is seen (page_view.js). */
interface PageView {
  /** Writes all of it anew: what is no part of the model, and is shown, has changed. */
  render(): void;
  /** Writes what has changed of the model. */
  refresh(): void;
  /** The same, but soon. */
  update(): void;
  /** At once for who is at the text page, else soon. */
  refreshNow(): void;
  /** The next time it is written, all of it is. */
  outdate(): void;
  /** Renders for the first time. */
  appear(): Promise<void>;
  /** Whether the user is at the text page, and not at the panels above it. */
  isAtHand(): boolean;

  say(text: string, refused?: boolean): void;
  /** What came of something that was done at the panels: told once the text page shows it. */
  hear(answer: { ok: boolean; message: string; help?: string }): void;
  /** Shows an answer, and what has changed. */
  announce<Value>(answer: Answer<Value>): Answer<Value>;
  /** A call that changes something, with its answer shown. */
  perform<Verb extends keyof Verbs>(verb: Verb, ...takes: import('./engine.js').Takes<Verb>): Answer<Verbs[Verb]['gives']>;
  refuse(message: string, help: string): Answer;
  /** An answer that both pages are to show. */
  tell(answer: { ok: boolean; message: string; help?: string }): Answer;

  focus(id: string): void;
  /** The text page without the panels. */
  showAlone(): void;
  /** The panels have ended: the text page goes on, and says so. */
  panelsEnded(message: string): void;
}

/** What the page has open, and what is done in it (page_work.js). */
interface PageWork {
  /** Opens what there is to open as the page begins. */
  begin(list: Promise<import('./lessons.js').Lessons>): Promise<void>;
  /** A lesson's file; rejects with what to tell the user. */
  lesson(id: string): Promise<{ name: string; text: string }>;
  /** Loads a scenario, with nothing done in it. `own`: it is the student's own file. */
  load(name: string, content: string | Uint8Array, own?: boolean): Answer<import('./bridge.js').Loaded>;
  /** Opens a lesson where it was left; `anew`: as a new attempt. */
  openLesson(id: string, anew?: boolean): Promise<unknown>;
  openFirstLesson(): Promise<unknown>;
  openAttempt(id: string): Promise<boolean>;
  openFile(name: string, bytes: Uint8Array): unknown;
  /** What the address carries after `#`, if that is work; else does as usual. */
  openLink(asUsual?: () => Promise<void>): Promise<unknown>;
  /** The scenario at hand as a new attempt; the one at hand stays kept. */
  beginAgain(): Answer | null;
  /** Opens what was kept, or came as a file or a link; resolves to whether it did. */
  bring(attempt: Promise<Answer>): Promise<boolean>;

  command(text: string): Answer;
  select(run: number): void;
  download(what: string): void;
}

/** What a section of the text page, and what stands around the session, may ask of it (textpage.js). */
interface Page extends PageView, PageWork {
  engine: import('./engine.js').Engine;
  /** What undo does not bring back, by section. */
  state: any;
  files: ReturnType<typeof import('./files.js').createFiles>;
  store: ReturnType<typeof import('./attempt_store.js').createAttemptStore>;
  /** Writes the page for the first time, and offers the tour. */
  show(): Promise<void>;
}
