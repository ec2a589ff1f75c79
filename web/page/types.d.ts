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

/** What a section of the text page, and what stands around the session, may ask of it (textpage.js). */
interface Page {
  engine: import('./engine.js').Engine;
  /** What undo does not bring back, by section. */
  state: any;
  files: ReturnType<typeof import('./files.js').createFiles>;
  keeper: ReturnType<typeof import('./keeper.js').createKeeper>;

  render(): void;
  /** Renders soon. */
  update(): void;
  isAtHand(): boolean;
  focus(id: string): void;
  showAlone(): void;

  say(text: string, refused?: boolean): void;
  announce(answer: import('./engine.js').Answer): import('./engine.js').Answer;
  refuse(message: string, help: string): import('./engine.js').Answer;
  command(text: string): import('./engine.js').Answer;

  select(run: string): void;
  download(what: string): void;
  openLesson(id: string, anew?: boolean): Promise<unknown>;
  openFirstLesson(): Promise<unknown>;
}
