// The head of the text page: where one is, the way to the panels, undo and redo, and the sections.
import { act } from './acts.js';
import { h } from './dom.js';
import * as look from './look.js';
import { remember, remembered } from './settings.js';

const themes = [
  ['', 'As the system'],
  ['light', 'Light'],
  ['dark', 'Dark'],
  ['contrast', 'High contrast'],
];

/** Applies what is remembered of theme and view. */
export function restoreLook() {
  showTheme(remembered('theme') ?? '');
  look.restoreSize();
  if (location.hash === '#text-page' || remembered('view') === 'text') showView('text');
}

function showTheme(theme) {
  if (theme === '') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

/** A setting that was chosen at the panels. */
export function settingKept(page, key, value) {
  look.settingKept(key, value);
  if (key === 'need-to-know.theme') showTheme(value);
  page.update();
}

/** `text` hides the panels; otherwise the text page stands below them. */
export function showView(view) {
  document.documentElement.dataset.view = view;
}

export const hasPanels = () => !document.body.classList.contains('without-panels');

export function view(model) {
  const alone = document.documentElement.dataset.view === 'text';
  return h(
    'header.head',
    { id: 'head' },
    h(
      'div.brand',
      {},
      h('p.wordmark', {}, 'Need to Know'),
      h(
        'div.bar',
        {},
        hasPanels() &&
          h(
            'button',
            { type: 'button', id: 'view', 'data-do': alone ? 'panels' : 'textAlone' },
            alone ? 'Show the panels' : 'Hide the panels',
          ),
        h(
          'label.inline',
          { for: 'theme' },
          'Colours',
          h(
            'select',
            { id: 'theme', 'data-theme-choice': true },
            themes.map(([word, title]) =>
              h('option', { value: word, selected: word === (document.documentElement.dataset.theme ?? '') }, title),
            ),
          ),
        ),
        sizeChoice(),
        h('button', { type: 'button', id: 'projector', 'data-do': 'projector', 'aria-pressed': String(look.isProjected()) }, 'Projector'),
        h('button', { type: 'button', id: 'find', 'data-do': 'act', 'data-act': 'palette' }, 'Find or do …'),
        h('button', { type: 'button', id: 'keys', 'data-do': 'act', 'data-act': 'shortcuts' }, 'Shortcuts'),
        h('button', { type: 'button', id: 'take-tour', 'data-do': 'act', 'data-act': 'tour' }, 'Tour'),
        model.scenario && h('button', { type: 'button', id: 'print', 'data-do': 'act', 'data-act': 'print' }, 'Print'),
      ),
    ),
    h('h1', { id: 'page-title', tabindex: -1 }, model.scenario ? model.scenario.title : 'Who may see it, and why'),
    !model.scenario &&
      h(
        'p.prose',
        {},
        'Assign access levels, investigations and agreements. Run the requests. See which succeed, which are denied, why, and what the audit trail keeps of it.',
      ),
  );
}

function sizeChoice() {
  const now = look.size();
  return h(
    'label.inline',
    { for: 'text-size' },
    'Text',
    h(
      'select',
      { id: 'text-size', 'data-size-choice': true },
      look.sizes.map((each) => h('option', { value: each, selected: Math.abs(each - now) < 0.01 }, `${Math.round(each * 100)} %`)),
    ),
  );
}

/** The sections, and what was done last; beside them where there is room. */
export function sidebar(model) {
  if (!model.scenario) return null;
  return h(
    'div.side-bar',
    { id: 'side-bar' },
    h(
      'nav',
      { 'aria-label': 'Sections' },
      h(
        'ol',
        {},
        entries(model).map(([id, title, count]) =>
          h('li', {}, h('a', { href: `#${id}`, 'data-go': `${id}-title` }, title), count && h('span.count', {}, ` ${count}`)),
        ),
      ),
    ),
    h(
      'div.steps',
      { role: 'group', 'aria-label': 'Undo and redo' },
      step('undo', 'Undo', model.undo),
      step('redo', 'Redo', model.redo),
      h('button', { type: 'button', id: 'reset', 'data-command': 'reset', 'aria-disabled': model.undo ? null : 'true' }, 'Start again'),
    ),
  );
}

function entries({ goals, hints, progress, kinds, requests, trail, lab }) {
  const open = kinds
    .flatMap((kind) => kind.things)
    .flatMap((thing) => thing.fields)
    .filter((field) => !field.locked).length;
  const run = requests.filter((request) => request.result).length;
  return [
    ['brief', 'Brief'],
    (goals.length > 0 || hints.left > 0 || hints.revealed.length > 0) && ['goals', 'Goals', `${progress.goals_met} of ${progress.goals}`],
    ['assign', 'Assign', open > 0 && `${open} open`],
    ['requests', 'Requests', `${run} of ${requests.length} run`],
    ['ask', 'Ask your own'],
    ['why', 'Why'],
    ['trail', 'Audit trail', trail.events > 0 && String(trail.events)],
    ['matrix', 'Access matrix'],
    ['compare', 'Compare'],
    ['excess', 'Least privilege'],
    lab && ['lab', 'Conflict lab'],
    ['calendar', 'Calendar'],
    ['work', 'Your work'],
    ['catalogue', 'Catalogue'],
  ].filter(Boolean);
}

// Not `disabled`: the button that was just used must not lose the focus.
function step(id, word, name) {
  return h(
    'button',
    { type: 'button', id, 'data-do': id, 'aria-disabled': name ? null : 'true' },
    word,
    name && h('span.step-name', {}, ` ${name}`),
  );
}

export const actions = {
  undo: (page) => page.announce(page.engine.call('undo')),
  redo: (page) => page.announce(page.engine.call('redo')),
  textAlone(page) {
    showView('text');
    remember('view', 'text');
    page.render();
  },
  panels(page) {
    showView('panels');
    remember('view', 'panels');
    if (location.hash === '#text-page') location.hash = '';
    page.render();
    document.getElementById('canvas').focus();
  },
  act: (page, element) => act(page, element.dataset.act),
  projector: (page) => look.showProjector(page),
  textSize: (page, element) => look.showSize(page, Number(element.value)),
  theme(page, element) {
    showTheme(element.value);
    remember('theme', element.value);
    page.engine.useTheme(element.value);
  },
};
