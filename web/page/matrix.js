// @ts-check
// The access matrix: agencies by categories, a block of it a page at a time, one cell in a sentence, and what an edit would
// flip or has flipped. It is worked out only while it is shown, and in steps, so that it can be cancelled.
import { chooser } from './chooser.js';
import { h } from './dom.js';
import { openedBlock, summary } from './matrix_table.js';
import { followDesk } from './model.js';
import { goOn, progressBar } from './progress.js';

/**
 * @typedef {import('./bridge.js').Matrix} Matrix
 * @typedef {import('./bridge.js').MatrixStory} MatrixStory
 *
 * @typedef {object} State
 * @property {boolean} open
 * @property {[number, number] | null} block  the block that is open: agency, group
 * @property {[number, number]} from          its first user and column that are shown
 * @property {[number, number] | null} cell   the cell that is told of: user, column
 * @property {string | null} at       the id of the cell that had the focus last
 */

/** @returns {State} */
export const startState = () => ({ open: false, block: null, from: [0, 0], cell: null, at: null });

/** @type {Record<string, string>} */
const axes = { records: 'Records', requests: 'Requests', functions: 'Functions' };

/** @param {Model} model @param {Page} page */
export function view(model, page) {
  /** @type {State} */
  const state = page.state.matrix;
  return h(
    'section.matrix',
    { id: 'matrix', 'aria-labelledby': 'matrix-title' },
    h('h2', { id: 'matrix-title', tabindex: -1 }, model.titles.matrix),
    h(
      'p.note',
      {},
      'Who may do what, as things stand: users by records, by requests or by functions, each a permit or the rule that denies it.',
    ),
    model.shut ? h('p.empty', {}, model.shut) : [opener(state), state.open && contents(model, page, state)],
  );
}

/** @param {State} state */
function opener({ open }) {
  const button = { type: 'button', id: 'matrix-show', 'data-do': 'matrixShow', 'aria-expanded': String(open) };
  return h('p', {}, h('button', button, open ? 'Hide the access matrix' : 'Show the access matrix'));
}

/** @param {Model} model @param {Page} page @param {State} state */
function contents(model, page, { block, from, cell, at }) {
  followDesk(model);
  const { value } = page.engine.call('matrix_show', { block, from, cell });
  if (value.working) {
    goOn(
      'matrix',
      () => page.state.matrix.open,
      () => page.engine.call('matrix_step').value,
      () => page.render(),
    );
  }
  return [
    axisChoice(value),
    trial(value),
    day(value),
    h('p', { id: 'matrix-flips' }, value.flips),
    progress(value),
    value.nothing_because && h('p.empty', { id: 'matrix-nothing' }, value.nothing_because),
    !value.nothing_because && (value.block ? openedBlock(value.block, block ?? [], at) : summary(value, at)),
    value.cell && story(value.cell),
  ];
}

/** @param {Matrix} value */
function axisChoice({ axis, axes: words }) {
  return h(
    'fieldset.field',
    {},
    h('legend', {}, 'Users by'),
    h(
      'div.boxes',
      {},
      words.map((word) =>
        h(
          'label.check',
          { for: `matrix-by-${word}` },
          h('input', {
            type: 'radio',
            id: `matrix-by-${word}`,
            name: 'matrix-by',
            value: word,
            checked: word === axis,
            'data-choice': 'matrixBy',
          }),
          h('span', {}, axes[word]),
        ),
      ),
    ),
  );
}

/** @param {Matrix} value */
function trial({ trials, tried }) {
  if (trials.length === 0) return null;
  return chooser(
    { form: 'matrixTry', id: 'matrix-try' },
    { words: 'What if', id: 'matrix-edit', name: 'edit' },
    trials.map(({ field, values }) =>
      h(
        'optgroup',
        { label: field },
        values.map(({ words, command }) => h('option', { value: command, selected: command === tried }, `${field}: ${words}`)),
      ),
    ),
    h('button', { id: 'matrix-try-out' }, 'Show what would flip'),
    tried && h('button', { type: 'button', id: 'matrix-apply', 'data-command': tried, 'data-then': 'matrix-try-out' }, 'Apply'),
    tried && h('button', { type: 'button', id: 'matrix-drop', 'data-do': 'matrixDrop' }, 'Drop'),
  );
}

/** @param {Matrix} value */
function day({ day: chosen, days, move }) {
  if (days.length < 2) return null;
  return chooser(
    { form: 'matrixOn', id: 'matrix-on' },
    { words: 'On', id: 'matrix-day', name: 'day' },
    days.map(({ day: each, words }) => h('option', { value: each, selected: each === chosen }, words)),
    h('button', { id: 'matrix-on-show' }, 'Show that day'),
    move && h('button', { type: 'button', id: 'matrix-move', 'data-command': move, 'data-then': 'matrix-title' }, 'Move the clock there'),
  );
}

/** @param {Matrix} value */
function progress(value) {
  if (!value.working && !value.stopped) return null;
  const how = value.working ? { words: 'Cancel', 'data-how': 'stop' } : { words: 'Go on', 'data-how': 'go-on' };
  return progressBar('matrix', value, { ...how, 'data-do': 'matrixHold' });
}

/** @param {MatrixStory} cell */
function story({ user, column, title, outcome, rule, flip, can_be_asked: canBeAsked }) {
  return h(
    'div.story',
    { id: 'matrix-cell', role: 'group', tabindex: -1, 'aria-labelledby': 'matrix-cell-title' },
    h('h3', { id: 'matrix-cell-title' }, title),
    flip && h('p', {}, h('strong', {}, `${flip}.`)),
    h('p', {}, outcome),
    rule && h('p.note', {}, rule),
    canBeAsked &&
      h(
        'p',
        {},
        h('button.primary', { type: 'button', id: 'matrix-ask', 'data-do': 'matrixAsk', 'data-cell': `${user} ${column}` }, 'Ask why'),
      ),
  );
}

/** @param {string} text @returns {[number, number]} */
const numbers = (text) => {
  const [first, second] = text.split(' ').map(Number);
  return [first, second];
};

/** @param {Page} page @param {Partial<State>} change @param {string} [focus] */
function change(page, change, focus) {
  Object.assign(page.state.matrix, change);
  page.render();
  if (focus) page.focus(focus);
}

/** What a part of the page says, for who does not see it change. @param {Page} page @param {string} selector */
function sayPart(page, selector) {
  const parts = [...document.querySelectorAll(selector)].filter((each) => !each.querySelector('button'));
  page.say(parts.map((each) => (each.textContent ?? '').replace(/\.?$/, '.')).join(' '));
}

/** @typedef {(page: Page, element: *) => unknown} Action */

/** @type {Record<string, Action>} */
export const actions = {
  matrixShow(page) {
    change(page, { ...startState(), open: !page.state.matrix.open });
  },
  matrixBy(page, input) {
    page.engine.call('matrix_by', { axis: input.value });
    change(page, { block: null, cell: null });
  },
  matrixOpen(page, { dataset }) {
    change(page, { block: numbers(dataset.block), from: [0, 0], cell: null }, 'matrix-block');
  },
  matrixClose(page, { dataset }) {
    change(page, { block: null, cell: null }, `block-${dataset.block}`);
  },
  matrixTurn(page, element) {
    if (element.getAttribute('aria-disabled')) return page.say('There are no more pages that way.');
    change(page, { from: numbers(element.dataset.from), cell: null });
    return sayPart(page, '#matrix-block-caption');
  },
  matrixCell(page, { dataset }) {
    change(page, { cell: numbers(dataset.cell) }, 'matrix-cell');
    sayPart(page, '#matrix-cell > :is(h3, p)');
  },
  matrixOn(page, form) {
    page.perform('matrix_on', { day: form.elements.day.value });
  },
  /** From the forecast: the matrix of the day that it is at. */
  matrixThen(page, { dataset }) {
    if (!page.state.matrix.open) Object.assign(page.state.matrix, startState(), { open: true });
    page.outdate();
    page.perform('matrix_on', { day: dataset.day });
    page.focus('matrix-title');
  },
  matrixTry(page, form) {
    page.perform('matrix_try', { edit: form.elements.edit.value });
  },
  matrixDrop(page) {
    page.perform('matrix_try');
    page.focus('matrix-try-out');
  },
  matrixHold(page, { dataset }) {
    page.engine.call(dataset.how === 'stop' ? 'matrix_stop' : 'matrix_go_on');
    page.render();
  },
  matrixAsk(page, { dataset }) {
    if (page.perform('matrix_ask', { cell: numbers(dataset.cell) }).ok) page.focus('why-title');
  },
};
