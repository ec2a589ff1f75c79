// The access matrix: agencies by categories, a block of it a page at a time, one cell in a sentence, and what an edit would
// flip or has flipped. It is worked out only while it is shown, and in steps, so that it can be cancelled.
import { chooser } from './chooser.js';
import { h } from './dom.js';
import { badge } from './marks.js';
import { goOn, progressBar } from './progress.js';

export const startState = () => ({ open: false, block: null, from: [0, 0], cell: null });

const pair = (numbers) => (numbers ? numbers.join(' ') : '- -');
const axes = { records: 'Records', requests: 'Requests', functions: 'Functions' };

export function view(model, page) {
  const state = page.state.matrix;
  return h(
    'section.matrix',
    { id: 'matrix', 'aria-labelledby': 'matrix-title' },
    h('h2', { id: 'matrix-title', tabindex: -1 }, 'Access matrix'),
    h(
      'p.note',
      {},
      'Who may do what, as things stand: users by records, by requests or by functions, each a permit or the rule that denies it.',
    ),
    model.shut ? h('p.empty', {}, model.shut) : [opener(state), state.open && contents(page, state)],
  );
}

function opener({ open }) {
  const button = { type: 'button', id: 'matrix-show', 'data-do': 'matrixShow', 'aria-expanded': String(open) };
  return h('p', {}, h('button', button, open ? 'Hide the access matrix' : 'Show the access matrix'));
}

function contents(page, { block, from, cell }) {
  const { value } = page.engine.call('matrix', `show ${pair(block)} ${pair(from)} ${pair(cell)}`);
  if (value.working) {
    goOn(
      'matrix',
      () => page.state.matrix.open,
      () => page.engine.call('matrix', 'step').value,
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
    !value.nothing_because && (value.block ? openedBlock(value, block) : summary(value)),
    value.cell && story(value.cell),
  ];
}

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

function progress(value) {
  if (!value.working && !value.stopped) return null;
  const how = value.working ? { words: 'Cancel', 'data-how': 'stop' } : { words: 'Go on', 'data-how': 'go-on' };
  return progressBar('matrix', value, { ...how, 'data-do': 'matrixHold' });
}

function table(id, caption, titles, rows) {
  return h(
    'div.scroll',
    { role: 'region', tabindex: 0, 'aria-labelledby': id },
    h(
      'table',
      {},
      h('caption', { id }, caption),
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          titles.map((title) => h('th', { scope: 'col' }, title)),
        ),
      ),
      h(
        'tbody',
        {},
        rows.map(({ heading, cells }) =>
          h(
            'tr',
            {},
            h('th', { scope: 'row' }, heading),
            cells.map((cell) => h('td', {}, cell)),
          ),
        ),
      ),
    ),
  );
}

function summary({ groups, agencies, axis }) {
  const rows = agencies.map(({ name, users, blocks }, agency) => ({
    heading: [name, ' ', h('span.note', {}, users === 1 ? '1 user' : `${users} users`)],
    cells: blocks.map(({ words, signs, title }, group) =>
      h(
        'button.quiet',
        { type: 'button', id: `block-${agency}-${group}`, 'data-do': 'matrixOpen', 'data-block': `${agency} ${group}` },
        words || 'Open',
        signs && h('strong', {}, ` ${signs}`),
        h('span.unseen', {}, ` ${title}`),
      ),
    ),
  }));
  return table(
    'matrix-caption',
    `Agencies by ${axis === 'records' ? 'categories of records' : axis}. Each opens its users.`,
    ['Agency', ...groups],
    rows,
  );
}

function openedBlock({ block }, at) {
  const { title, heads, rows, top, bottom, users, left, right, columns } = block;
  const shown = `${title}. Users ${top + 1} to ${bottom} of ${users}, columns ${left + 1} to ${right} of ${columns}.`;
  return [
    h('p', {}, h('button', { type: 'button', id: 'matrix-close', 'data-do': 'matrixClose', 'data-block': at.join('-') }, 'All agencies')),
    h('h3', { id: 'matrix-block', tabindex: -1 }, title),
    pages(block),
    table(
      'matrix-block-caption',
      shown,
      ['User', ...heads.map((head) => [head.title, head.note && [' ', h('span.note', {}, head.note)]])],
      rows.map(({ name, cells }) => ({ heading: name, cells: cells.map((cell, i) => cellButton(cell, `${name}, ${heads[i].title}`)) })),
    ),
  ];
}

function cellButton({ user, column, mark, words, sign, flip }, title) {
  return h(
    `button.quiet.cell${sign ? '.flips' : ''}`,
    { type: 'button', id: `cell-${user}-${column}`, 'data-do': 'matrixCell', 'data-cell': `${user} ${column}` },
    sign && h('strong', {}, `${sign} `),
    badge(mark, words),
    flip && h('span.note', {}, ` ${flip}`),
    h('span.unseen', {}, ` ${title}`),
  );
}

function pages({ top, bottom, users, left, right, columns, rows_a_page: down, columns_a_page: across }) {
  const to = (words, id, from, possible) =>
    h(
      'button',
      {
        type: 'button',
        id: `matrix-${id}`,
        'data-do': 'matrixTurn',
        'data-from': from.join(' '),
        'aria-disabled': possible ? null : 'true',
      },
      words,
    );
  const several = [
    users > down && [
      to('Previous users', 'up', [Math.max(0, top - down), left], top > 0),
      to('Next users', 'down', [bottom, left], bottom < users),
    ],
    columns > across && [
      to('Previous columns', 'left', [top, Math.max(0, left - across)], left > 0),
      to('Next columns', 'right', [top, right], right < columns),
    ],
  ].filter(Boolean);
  return several.length > 0 && h('p.bar', {}, several);
}

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

const numbers = (text) => text.split(' ').map(Number);

function change(page, change, focus) {
  Object.assign(page.state.matrix, change);
  page.render();
  if (focus) page.focus(focus);
}

export const actions = {
  matrixShow(page) {
    change(page, { ...startState(), open: !page.state.matrix.open });
  },
  matrixBy(page, input) {
    page.engine.call('matrix', `by ${input.value}`);
    change(page, { block: null, cell: null });
  },
  matrixOpen(page, { dataset }) {
    change(page, { block: numbers(dataset.block), from: [0, 0], cell: null }, 'matrix-block');
  },
  matrixClose(page, { dataset }) {
    change(page, { block: null, cell: null }, `block-${dataset.block}`);
  },
  matrixTurn(page, element) {
    if (element.getAttribute('aria-disabled')) return;
    change(page, { from: numbers(element.dataset.from), cell: null });
  },
  matrixCell(page, { dataset }) {
    change(page, { cell: numbers(dataset.cell) }, 'matrix-cell');
  },
  matrixOn(page, form) {
    page.announce(page.engine.call('matrix', `on ${form.elements.day.value}`));
  },
  /** From the forecast: the matrix of the day that it is at. */
  matrixThen(page, { dataset }) {
    if (!page.state.matrix.open) Object.assign(page.state.matrix, startState(), { open: true });
    page.announce(page.engine.call('matrix', `on ${dataset.day}`));
    page.focus('matrix-title');
  },
  matrixTry(page, form) {
    page.announce(page.engine.call('matrix', 'try', form.elements.edit.value));
  },
  matrixDrop(page) {
    page.announce(page.engine.call('matrix', 'try'));
    page.focus('matrix-try-out');
  },
  matrixHold(page, { dataset }) {
    page.engine.call('matrix', dataset.how);
    page.render();
  },
  matrixAsk(page, { dataset }) {
    if (page.announce(page.engine.call('matrix', `ask ${dataset.cell}`)).ok) page.focus('why-title');
  },
};
