// What the page calls the engine with, and what it is handed. Written by scripts/refresh from the table of verbs, from that of
// acts, and from what the verbs hand out (tests/web/bridge_types_test.cpp): it is not to be edited.

/** A lesson on offer. */
export interface Lesson {
  id: string;
  title: string;
  summary: string;
}

/** An attempt that is kept in this browser. */
export interface Attempt {
  id: string;
  name: string;
  state: string;
  lesson_id: string;
  lesson: string;
  steps: number;
  changed: string;
}

/** What has changed in the model: sections by their names, and the revision that it has now. */
export interface Changes {
  revision: number;
  sections: Record<string, unknown>;
}

/** What can be done on the page (web/view/acts.def). */
export type ActWord =
  | 'command'
  | 'undo'
  | 'redo'
  | 'lesson'
  | 'file'
  | 'place'
  | 'thing'
  | 'request'
  | 'agency'
  | 'spotlight'
  | 'export_file'
  | 'copy_table'
  | 'print'
  | 'theme'
  | 'size'
  | 'projector'
  | 'palette'
  | 'shortcuts'
  | 'tour'
  | 'view';

/** The verbs, with what they take and what they give (docs/bridge.md). */
export interface Verbs {
  /** Reads a scenario and begins with it. Where it is faulty the session at hand stays, and its faults are in the section `diagnostics`. */
  load: { takes: { file_name: string; scenario: string | Uint8Array }; gives: Loaded };
  /** The same of a file of the student's own, which goes along with the work. */
  open: { takes: { file_name: string; scenario: string | Uint8Array }; gives: Loaded };
  /** Takes the lessons on offer. */
  lessons: { takes: { lessons: Lesson[] }; gives: null };
  /** Applies a command, as in a command file. */
  command: { takes: { command: string }; gives: null };
  /** Takes back the last step. */
  undo: { takes: {}; gives: null };
  /** Does again what was taken back last. */
  redo: { takes: {}; gives: null };
  /** Undoes or redoes until so many steps are applied. */
  go: { takes: { position: number }; gives: null };
  /** Chooses the run that Why explains, by its position; without one, none. */
  select: { takes: { run?: number | null }; gives: null };
  /** Takes away what was said of a file. */
  dismiss: { takes: {}; gives: null };
  /** Says on both views that something was not done. */
  refuse: { takes: { message: string; help?: string | null }; gives: null };
  /** Says on both views that something was done. */
  say: { takes: { message: string }; gives: null };
  /** Something was opened that tells outcomes beforehand. */
  look: { takes: {}; gives: null };
  /** The sections of the model that have changed since a revision of it; since 0, all of them. */
  sections: { takes: { since: number }; gives: Changes };
  /** All sections as one document, with the things and the requests in their places. */
  model: { takes: {}; gives: Model };
  /** A page of the audit trail: the events in which all the words stand, in the order of a column. */
  trail: { takes: { column: string; descending: boolean; first: number; count: number; words: string }; gives: TrailPage };
  /** Of the things with nothing to assign, those in which all the words stand, from a position on. */
  things: { takes: { kind: string; first: number; count: number; words: string }; gives: ThingsPage };
  /** A list of the catalog (agencies, systems or interfaces), as far as it fits a search. */
  catalogue: { takes: { list: string; words: string }; gives: CataloguePage };
  /** A part of the steps, in words. */
  history: { takes: { first: number; count: number }; gives: HistoryPart };
  /** All that can be done and gone to, for the command palette. */
  palette: { takes: {}; gives: PaletteEntries };
  /** The keyboard shortcuts, as they are listed and served. */
  shortcuts: { takes: {}; gives: ShortcutGroups };
  /** A slice of what is foreseen, from a day on. */
  forecast: { takes: { first: number }; gives: ForecastSlice };
  /** Of each request that was run, the checks that failed and why. */
  reasons: { takes: {}; gives: RequestReasons };
  /** A file to hand out: events, table, seal, commands or report. */
  export_file: { takes: { what: string }; gives: File };
  /** A table as text: `requests`, `trail`, `catalogue LIST` or `calendar PART`. The trail has an order, and all but the requests and the calendar can be searched. */
  copy_table: { takes: { table: string; column?: string | null; descending?: boolean | null; words?: string | null }; gives: CopiedTable };
  /** The commands that put a file of persons to a request that vets. */
  persons: { takes: { request: string; persons: string | Uint8Array }; gives: Commands };
  /** The file of responses to the persons that were vetted. */
  responses: { takes: { request: string }; gives: File };
  /** Begins the search for what would change the decision on a request, or show a record that it withholds. */
  inquire: { takes: { request: string; record?: string | null }; gives: Search };
  /** Goes on with the search for so long. */
  inquire_on: { takes: { milliseconds: number }; gives: Search };
  /** Ends the search with what was found. */
  inquire_cancel: { takes: {}; gives: Search };
  /** Applies all edits of a set that was found, counted from 0. */
  apply_set: { takes: { set: number }; gives: null };
  /** Takes them back, with the runs since. */
  take_back_set: { takes: {}; gives: null };
  /** The access matrix. Block: the one that is open, by agency and group; from: its first row and column to be shown; cell: the user and column to be told of. */
  matrix_show: { takes: { block?: [number, number] | null; from?: [number, number] | null; cell?: [number, number] | null }; gives: Matrix };
  /** Chooses its columns: records, requests or functions. */
  matrix_by: { takes: { axis: string }; gives: null };
  /** Shows what an assignment would flip; without one, what the last edit did. */
  matrix_try: { takes: { edit?: string | null }; gives: null };
  /** Shows it on a later day, or on the clock's. */
  matrix_on: { takes: { day: string }; gives: null };
  /** Goes on computing it for a moment. */
  matrix_step: { takes: {}; gives: Progress };
  /** Stops computing it. */
  matrix_stop: { takes: {}; gives: Progress };
  /** Lets the computing go on. */
  matrix_go_on: { takes: {}; gives: Progress };
  /** Asks what a cell is the answer to, as a request of one's own, and runs it. */
  matrix_ask: { takes: { cell: [number, number] }; gives: null };
  /** What differs from another assignment (`compare`), or is granted in excess (`excess`), or what a check of one's own lesson finds (`check`); works at it for a moment. */
  findings: { takes: { which: string }; gives: Findings };
  /** The same, and has it worked out where a large lesson waits to be asked. */
  findings_ask: { takes: { which: string }; gives: Findings };
  /** The same, and stops working at it. */
  findings_cancel: { takes: { which: string }; gives: Findings };
  /** Compares with the lesson as it came. */
  baseline_shipped: { takes: {}; gives: null };
  /** Compares with the assignment after so many steps. */
  baseline_step: { takes: { position: number }; gives: null };
  /** Compares with what the commands of an attempt or of a submission come to. */
  baseline_commands: { takes: { name: string; commands: string | Uint8Array }; gives: null };
  /** From now on word of a change brings what is to be kept, from the beginning of the block of so many lines in which something is new. */
  keep_in_blocks: { takes: { lines: number }; gives: null };
  /** What is to be kept: the journal from the beginning of the block of so many lines in which the first stands that is new; and the first prediction of each request, by its id. */
  steps: { takes: { block: number }; gives: Steps };
  /** Takes the attempts that are kept, the latest first; whether keeping works, or is refused or full; and whether all steps are kept now. */
  attempts: { takes: { attempts: Attempt[]; keeping: string; kept: boolean }; gives: KeepingProblems };
  /** All steps have been kept, or need not be. */
  keep: { takes: {}; gives: null };
  /** Takes the lines of a journal. Where one is refused, those before it stay. */
  restore_journal: { takes: { lines: string[] }; gives: Restored };
  /** The same of an attempt without a journal: its steps, and how many of them were applied. */
  restore_steps: { takes: { lines: string[]; position: number }; gives: Restored };
  /** Takes first predictions of earlier attempts at the same file. */
  recall: { takes: { lines: string[] }; gives: null };
  /** The steps that a journal comes to. */
  steps_of: { takes: { journal: string[] }; gives: StepsOf };
  /** The attempt at hand as a `file`, or as a `link` carries it. */
  submission: { takes: { layout: string; student: string; attempt: string }; gives: File };
  /** What is in a submission. Where it is faulty its faults are in the section `diagnostics`. */
  read_submission: { takes: { file_name: string; submission: string | Uint8Array }; gives: Submission };
  /** The SHA-256 of something. */
  digest: { takes: { bytes: string | Uint8Array }; gives: Digest };
}

export interface Ask {
  about: string;
  categories: Choice[];
  function: string;
  functions: AskFunction[];
  id: string;
  labels: AskLabels;
  levels: Choice[];
  likes: AskLike[];
  moment_note: string;
  operations: AskOperation[];
  places: string[];
  purposes: Choice[];
  records: Choice[];
  terms: ({
    label: string;
    name: string;
  })[];
  title: string;
  users: Choice[];
  waits_for: string | null;
}
export interface AskFunction {
  first: string;
  id: string;
  operations: string[];
  title: string;
}
export interface AskLabels {
  add: string;
  begin: string;
  categories: string;
  categories_about: string;
  covered: string;
  function: string;
  level: string;
  likes: string;
  moment: string;
  nothing: string;
  operation: string;
  place: string;
  place_example: string;
  purpose: string;
  record: string;
  run: string;
  terms: string;
  terms_about: string;
  terms_about_like: string;
  unchanged_level: string;
  uncovered: string;
  user: string;
}
export interface AskLike {
  id: string;
  level: boolean;
  place: string;
  purpose: string;
  record: string | null;
  search: boolean;
  title: string;
  user: string;
  words: string;
}
export interface AskOperation {
  id: string;
  record: boolean;
  search: boolean;
  title: string;
}
export interface Assign {
  about: string;
  legend: CrossingMeaning[];
  words: Record<string, string>;
}
export interface AttemptAct {
  about: string;
  label: string;
  word: string;
}
export interface AttemptRow {
  about: string;
  acts: AttemptAct[];
  heading: string;
  id: string;
  name: string;
  state: string;
}
export interface Brief {
  clock: string;
  lesson: string;
  moment: string;
  objectives: string[];
  objectives_title: string;
  paragraphs: string[];
}
export interface Calendar {
  clock: string;
  parts: CalendarPart[];
}
export interface CalendarDay {
  changes: ({
    begins: boolean;
    code: string;
    what: string;
    word: string;
  })[];
  command: string;
  date: string;
  day: string;
  words: string;
}
export interface CalendarPart {
  about: string;
  caption: string;
  columns: string[];
  days?: CalendarDay[];
  empty: Empty | null;
  left_out: string;
  rows?: NotedRow[];
  title: string;
  word: string;
}
export interface CatalogueList {
  found: number;
  title: string;
  word: string;
  words: string;
}
export interface CataloguePage {
  about: string;
  about_list: string;
  columns: string[];
  lists: CatalogueList[];
  rows: CatalogueRow[];
}
export interface CatalogueRow {
  cells: string[][];
  id: string;
  name: string;
}
export interface Check {
  code: string;
  model: string;
  reading: string;
  rule: string;
  source: string;
  verdict: string;
  verdict_words: string;
  words: string;
}
export interface Choice {
  id: string;
  title: string;
}
export interface Clock {
  about: string;
  day_later: ClockMove;
  locked: boolean;
  move: string;
  move_to: string;
  text: string;
  title: string;
  words: string;
  year_later: ClockMove;
}
export interface ClockMove {
  command: string;
  words: string;
}
export type Commands = string[];
export interface CopiedTable {
  rows: number;
  text: string;
}
export interface Crossing {
  functions: string[];
  rows: ({
    cells: string[];
    title: string;
  })[];
}
export interface CrossingMeaning {
  mark: string;
  words: string;
}
export interface DiagnosticRow {
  code: string;
  excerpt: string;
  excerpt_label: string;
  help: string;
  message: string;
  place: string;
  related: string;
  severity: string;
  severity_words: string;
}
export interface Diagnostics {
  dismiss: string;
  file: string;
  is_loaded: boolean;
  items: DiagnosticRow[];
  show: string;
  summary: string;
  title: string;
}
export type Digest = string;
export interface EditSet {
  applied: boolean;
  apply: string;
  edits: string[];
  effects: ({
    mark: string;
    words: string;
  })[];
  granted: string;
  heading: string;
}
export interface Empty {
  what: string;
  what_to_do: string;
}
export interface EventRow {
  cells: string[];
  run: number;
  sequence: number;
  state: string;
}
export interface Export {
  about: string;
  title: string;
  word: string;
}
export interface Fact {
  title: string;
  words: string;
}
export interface Field {
  assign: string;
  find?: string;
  found?: boolean;
  locked: false;
  none?: string;
  notes: string[];
  now: string;
  options: Option[];
  parts?: InvestigationParts | TermParts;
  title: string;
  type: string;
  value: string;
  words: string;
}
export interface File {
  name: string;
  text: string;
  type: string;
}
export interface FindingPart {
  columns: string[];
  empty: string;
  left_out: string;
  rows: FindingRow[];
  title: string;
  word: string;
}
export interface FindingRow {
  cells: string[][];
  command: string | null;
  name: string;
  note: string;
}
export interface Findings {
  baseline: string;
  details: string;
  invitation: string;
  parts: FindingPart[];
  per_cent: number;
  progress: string;
  summary: string;
  working: boolean;
}
export interface ForecastDay {
  command: string | null;
  date: string;
  day: string;
  endings: ({
    mark: string;
    words: string;
  })[];
  flips: ({
    request: number;
    words: string;
  })[];
  moved: string;
  said: string;
  words: string;
}
export interface ForecastSlice {
  about: string;
  count: number;
  days: ForecastDay[];
  requests: ({
    id: string;
    title: string;
  })[];
}
export interface Gate {
  checks: Check[];
  fails: boolean;
  heading: string;
  note: string;
  tally: string;
}
export interface Goal {
  evidence: string;
  hints: string[];
  id: string;
  points: string;
  state: string;
  state_words: string;
  title: string;
}
export interface Goals {
  empty: string;
  hint_button: string;
  hint_label: string;
  hints: string[];
  hints_left: number;
  misconceptions: Misconceptions | null;
  points: number;
  points_met: number;
  predictions: string;
  progress: string;
  rows: Goal[];
}
export interface HandIn {
  about: string;
  copy_link: string;
  remember: string;
  save: string;
  save_attempt: string;
  share_about: string;
  share_title: string;
  student: string;
  title: string;
}
export interface Header {
  about: string;
  can_start_again: boolean;
  redo: StepButton;
  sections: HeaderSection[];
  title: string;
  undo: StepButton;
}
export interface HeaderSection {
  count: string;
  title: string;
  word: string;
}
export interface History {
  about: string;
  after: string;
  before: string;
  no_steps: Empty;
  steps: HistoryRow[];
  summary: string;
  title: string;
}
export interface HistoryPart {
  count: number;
  position: number;
  steps: HistoryStep[];
}
export interface HistoryRow {
  applied: boolean;
  here: boolean;
  note: string;
  number: number;
  words: string;
}
export interface HistoryStep {
  applied: boolean;
  number: number;
  words: string;
}
export interface Hit {
  ask: string;
  checks: Check[];
  heading: string;
  instead: string;
  record: string;
  title: string;
  withheld: boolean;
}
export interface Home {
  choose: string;
  choose_another: string;
  empty: string;
  lessons: HomeLesson[];
  open_file: string;
  open_file_note: string;
}
export interface HomeLesson {
  act: string;
  id: string;
  is_open: boolean;
  summary: string;
  title: string;
  work: string;
}
export interface Inquiry {
  can_apply: boolean;
  can_take_back: boolean;
  caution: string;
  labels: InquiryLabels;
  left_out: string;
  powers: Power[];
  record: string;
  request: string;
  search_again: boolean;
  searching: boolean;
  sets: EditSet[];
  summary: string;
  title: string;
}
export interface InquiryLabels {
  again: string;
  applied: string;
  cancel: string;
  run: string;
  take_back: string;
}
export interface InvestigationParts {
  adjudication: string;
  adjudications: Choice[];
  completed: string;
  type: string;
  types: Choice[];
}
export interface KeepingProblem {
  help: string;
  message: string;
}
export interface KeepingProblems {
  full: KeepingProblem;
  refused: KeepingProblem;
}
export interface Kind {
  count: number;
  empty: string;
  kind: string;
  left_out: number;
  locked: string;
  open: number;
  search: string;
  things: Thing[];
  title: string;
}
export interface Lab {
  about: string;
  columns: string[];
  waits_for: string;
  ways: LabWay[];
}
export interface LabWay {
  about: string;
  left_out: string;
  rows: NotedRow[];
  summary: string;
  title: string;
  word: string;
}
export interface Loaded {
  id: string;
  sha256: string;
  title: string;
}
export interface LockedField {
  assign: string;
  locked: true;
  title: string;
  type: string;
  words: string;
}
export interface Matrix {
  agencies: MatrixAgency[];
  axes: MatrixAxis[];
  axis: MatrixAxis;
  block: MatrixBlock | null;
  cell: MatrixStory | null;
  day: string;
  days: MatrixDay[];
  flips: string;
  groups: string[];
  move: string | null;
  nothing_because: string;
  per_cent: number;
  progress: string;
  stopped: boolean;
  trials: MatrixTrial[];
  tried: string | null;
  working: boolean;
}
export interface MatrixAgency {
  blocks: MatrixSummary[];
  name: string;
  users: number;
}
export interface MatrixBlock {
  bottom: number;
  columns: number;
  columns_a_page: number;
  heads: MatrixHead[];
  left: number;
  right: number;
  rows: MatrixRow[];
  rows_a_page: number;
  title: string;
  top: number;
  users: number;
}
export interface MatrixCell {
  column: number;
  flip: string;
  mark: string;
  sign: string;
  user: number;
  words: string;
}
export interface MatrixDay {
  day: string;
  words: string;
}
export interface MatrixHead {
  id: string;
  note: string;
  title: string;
}
export interface MatrixRow {
  cells: MatrixCell[];
  id: string;
  name: string;
}
export interface MatrixStory {
  can_be_asked: boolean;
  column: number;
  flip: string;
  outcome: string;
  rule: string;
  title: string;
  user: number;
}
export interface MatrixSummary {
  signs: string;
  title: string;
  words: string;
}
export interface MatrixTrial {
  field: string;
  values: ({
    command: string;
    words: string;
  })[];
}
export interface Misconceptions {
  empty: string;
  rules: ({
    code: string;
    sentence: string;
    words: string;
  })[];
  title: string;
}
export interface Model {
  ask: Ask;
  assign: Assign;
  brief: Brief;
  calendar: Calendar;
  clock: Moment;
  conceals: boolean;
  diagnostics: Diagnostics;
  goals: Goals;
  header: Header;
  history: History;
  home: Home;
  inquiry: Inquiry | null;
  kinds: Kind[];
  lab: Lab | null;
  names: Names;
  notice: Notice;
  predicting: PredictionLabels;
  redo: string | null;
  requests: Request[];
  requests_screen: RequestsScreen;
  revision: number;
  scenario: {
    id: string;
    title: string;
  } | null;
  shut: string;
  titles: Record<string, string>;
  trail: {
    events: number;
    head: string;
  };
  undo: string | null;
  who: Who;
  why: NothingToExplain | Why;
  work: Work;
}
export interface Moment {
  text: string;
  words: string;
}
export interface Names {
  exports: Export[];
  open_a_file: string;
  open_a_file_about: string;
  page: string;
  print: string;
  projector: string;
  search_commands: string;
  shortcuts: string;
  start_again: string;
  start_again_about: string;
  text_size: string;
  theme: string;
  themes: WordAndTitle[];
  tour: string;
}
export interface NotedRow {
  cells: string[][];
  name: string;
  note: string;
}
export interface NothingToExplain {
  empty: Empty;
  heading: string;
}
export interface Notice {
  help: string;
  kind: string;
  message: string;
  number: number;
}
export interface Option {
  allowed: boolean;
  chosen: boolean;
  note: string;
  value: string;
  words: string;
}
export type PaletteEntries = PaletteEntry[];
export interface PaletteEntry {
  act: ActWord;
  kind: string;
  note: string;
  subject: string;
  title: string;
}
export interface Power {
  heading: string;
  source: string;
  why: string;
}
export interface Prediction {
  certainty: string | null;
  permitted: boolean;
  predicted: string;
  reason: string | null;
  result: string;
  run?: number;
  turned_out: string;
  was: string;
}
export interface PredictionGate {
  reasons: ({
    code: string;
    words: string;
  })[];
  title: string;
}
export interface PredictionLabels {
  certainties: WordAndTitle[];
  certainty: string;
  change: string;
  deny: string;
  gates: PredictionGate[];
  needs_outcome: string;
  needs_reason: string;
  no_certainty: string;
  no_reason: string;
  offer: string;
  permit: string;
  predict: string;
  reason: string;
}
export interface Progress {
  per_cent: number;
  progress: string;
  stopped: boolean;
  working: boolean;
}
export interface Reason {
  code: string;
  why: string;
}
export interface ReasonsOfRequest {
  reasons: Reason[];
  request: string;
}
export interface Request {
  freshness: string;
  heading: string;
  id: string;
  note: string | null;
  number: number;
  outcome: {
    state: string;
    word: string;
  };
  own: boolean;
  predicting: string;
  prediction: Prediction | null;
  prompt?: string;
  result: {
    permitted: boolean;
    run: number;
    words: string;
  } | null;
  takes_reason?: boolean;
  title: string;
  vets: boolean;
  waits_for: string | null;
  where: string;
  words: string;
}
export type RequestReasons = ReasonsOfRequest[];
export interface RequestsScreen {
  clock: Clock;
  copy_about: string;
  note: string;
  outdated: string;
  own: string;
  run: string;
  run_all: string;
  summary: string;
  title: string;
  vet: string;
  waits_for: string | null;
  why: string;
}
export interface Restored {
  applied: number;
  full: boolean;
  position: number;
}
export interface ReviewMark {
  command: string;
  label: string;
  marked: boolean;
}
export interface Search {
  searching: boolean;
  words: string;
}
export interface Shortcut {
  act: ActWord | null;
  can_be_switched_off: boolean;
  keys: string[];
  on_text_page_only: boolean;
  while_typing: boolean;
  words: string;
}
export interface ShortcutGroup {
  shortcuts: Shortcut[];
  title: string;
}
export type ShortcutGroups = ShortcutGroup[];
export interface Station {
  facts: string;
  primary: boolean;
  state: string;
  title: string;
  words: string;
}
export interface StepButton {
  label: string;
  step: string;
  words: string;
}
export interface Steps {
  count: number;
  first: Record<string, string>;
  from: number;
  lines: string[];
  position: number;
  unkept: boolean;
}
export interface StepsOf {
  position: number;
  steps: string[];
}
export interface Submission {
  attempt: string;
  commands: string[];
  journal: string[] | null;
  scenario: {
    file: string;
    id: string;
    sha256: string;
    text: string;
    title: string;
  };
  selected: number | null;
  student: string;
  undone: string[];
}
export interface TermParts {
  first: string;
  last: string;
  signed: boolean;
}
export interface Thing {
  crossing?: Crossing;
  facts: Fact[];
  fields: (Field | LockedField)[];
  id: string;
  locked: boolean;
  note: string;
  title: string;
}
export interface ThingsPage {
  count: string;
  fit: number;
  things: Thing[];
}
export interface TrailPage {
  columns: WordAndTitle[];
  events: number;
  fit: number;
  rows: EventRow[];
}
export interface Who {
  agencies: Choice[];
  categories: Choice[];
  users: Choice[];
}
export interface Why {
  ask: string;
  checks_heading: string;
  concealed: string;
  empty: null;
  event: number;
  failing: string;
  followed: string[];
  followed_heading: string;
  gates: Gate[];
  heading: string;
  hits: Hit[];
  mark: ReviewMark | null;
  mark_word: string;
  moment: Moment;
  outcome: string;
  outcome_word: string;
  outdated: string;
  path: Station[];
  path_title: string;
  permitted: boolean;
  prediction: string;
  recorded: WhySide;
  request: string;
  run: number;
  run_again: string;
  seen: WhySide;
  title: string;
  where: string;
  words: string;
}
export interface WhyRecord {
  fields: ({
    label: string;
    value: string;
  })[];
  title: string;
  withheld: boolean;
  words: string;
}
export interface WhySide {
  event: string;
  heading: string;
  note: string;
  records: WhyRecord[];
  summary: string;
}
export interface WordAndTitle {
  title: string;
  word: string;
}
export interface Work {
  attempts: AttemptRow[];
  attempts_title: string;
  can_begin: boolean;
  hand_in: HandIn;
  is_kept: boolean;
  keeping: string;
  name: string;
  new_attempt: string;
  new_attempt_about: string;
  no_attempts: Empty;
  rename: string;
}
