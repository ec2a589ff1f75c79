// @ts-check
// The world, and what the student may assign in it. What the scenario does not open is shown, and says that it is locked.
import { crossing, legend } from './crossing.js';
import { h } from './dom.js';
import { control, actions as fieldActions } from './fields.js';
import { mark } from './marks.js';
import { followDesk } from './model.js';
import { pager, turned } from './pager.js';

/**
 * @typedef {import('./bridge.js').Fact} Fact
 * @typedef {import('./bridge.js').Thing} Thing
 * @typedef {import('./bridge.js').Kind} Kind
 */

const atOnce = 50; // of those with nothing to assign, where there are very many

/** @param {Model} model @param {Page} page */
export function view(model, page) {
  const { kinds } = model;
  const anyOpen = kinds.some(({ open }) => open > 0);
  const only = page.state.onlyOpen && anyOpen;
  return h(
    'section',
    { id: 'assign', 'aria-labelledby': 'assign-title' },
    h('h2', { id: 'assign-title', tabindex: -1 }, model.titles.assign),
    h('p', {}, model.assign.about),
    anyOpen &&
      h(
        'p',
        {},
        h(
          'label.check',
          {},
          h('input', { type: 'checkbox', id: 'only-open', 'data-toggle': 'onlyOpen', checked: only }),
          h('span', {}, 'Show only what I can assign'),
        ),
      ),
    kinds.filter(({ open }) => open > 0 || !only).map((kind) => section(kind, only, model, page)),
  );
}

/** @param {Kind} kind @param {boolean} only  show what can be assigned, and nothing else @param {Model} model @param {Page} page */
function section(kind, only, model, page) {
  const id = `assign-${kind.kind}`;
  /** @param {boolean} locked */
  const cards = (locked) => {
    const things = kind.things.filter((thing) => thing.locked === locked);
    return (
      things.length > 0 &&
      h(
        'div.things',
        {},
        things.map((thing) => card(kind.kind, thing, model)),
      )
    );
  };
  return h(
    'section.kind',
    { id, 'aria-labelledby': `${id}-title` },
    h('h3', { id: `${id}-title` }, kind.title, kind.open > 0 && h('span.count', {}, ` ${kind.open}`)),
    kind.kind === 'agreement' && legend(model.assign.legend),
    kind.empty && h('p.note', {}, kind.empty),
    cards(false),
    !only && kind.locked && h('p.note', { id: `${id}-locked` }, kind.locked),
    !only && cards(true),
    !only && kind.left_out > 0 && lockedThings(kind, model, page),
  );
}

/** @param {Page} page @param {string} kind */
const stateOf = (page, kind) => page.state.things[kind] ?? { words: '', first: 0 };

/** Those with nothing to assign, a page of them at a time. @param {Kind} kind @param {Model} model @param {Page} page */
function lockedThings({ kind, title, search }, model, page) {
  followDesk(model);
  const { words, first } = stateOf(page, kind);
  const { things, fit, count } = page.engine.call('things', { kind, first, count: atOnce, words }).value;
  const id = `${kind}-words`;
  const input = {
    type: 'search',
    id,
    'data-filter': 'findThings',
    'data-kind': kind,
    value: words,
    autocomplete: 'off',
    spellcheck: 'false',
  };
  return [
    h('div.bar.of-field', {}, h('label', { for: id }, search, h('input', input)), h('p.note', { id: `${kind}-count` }, count)),
    h(
      'div.things',
      {},
      things.map((thing) => card(kind, thing, model)),
    ),
    fit > atOnce &&
      pager({ id: `${kind}-page`, label: `Pages of ${title.toLowerCase()}`, act: 'turnThings', kind }, { fit, first, rows: atOnce }),
  ];
}

/** @param {Page} page @param {string} kind @param {{words?: string, first?: number}} changes */
function change(page, kind, changes) {
  page.state.things[kind] = { ...stateOf(page, kind), ...changes };
  page.render();
}

/** @param {Page} page @param {string} kind */
const sayCount = (page, kind) => page.say(document.getElementById(`${kind}-count`)?.textContent ?? '');

/** Has a thing written on the page, also one of very many. @param {Page} page @param {string} kind @param {string} id */
export function bring(page, kind, id) {
  page.state.onlyOpen = false;
  page.render();
  if (document.getElementById(`${kind}_${id}`)) return;
  // Its id can stand in others too.
  for (let first = 0, fit = 1; first < fit; first += atOnce) {
    const found = page.engine.call('things', { kind, first, count: atOnce, words: id }).value;
    fit = found.fit;
    if (found.things.some((thing) => thing.id === id)) return change(page, kind, { words: id, first });
  }
}

/** @param {string} kind @param {Thing} thing @param {Model} model */
function card(kind, thing, model) {
  const id = `${kind}_${thing.id}`;
  const { words } = model.assign;
  const locked = thing.fields.filter((field) => field.locked);
  const open = thing.fields.filter((field) => field.locked === false);
  return h(
    `article.thing${thing.locked ? '' : '.is-open'}`,
    { id, 'aria-labelledby': `${id}_title` },
    h(
      'h4',
      { id: `${id}_title` },
      thing.title,
      thing.locked && [' ', h('span.locked', {}, mark('lock'), h('span.unseen', {}, ` ${words.locked}`))],
    ),
    h(
      'dl.facts',
      {},
      thing.facts.map((fact) => pair(fact)),
      locked.map((field) =>
        thing.locked ? pair(field) : pair(field, [' ', h('span.locked', {}, mark('lock'), ` ${words.locked}`)], '.is-locked'),
      ),
    ),
    thing.note && h('p.note', {}, thing.note),
    open.map((field) => control(field, `${id}_${field.assign.split(' ')[3]}`, thing, model)),
    thing.crossing && crossing(thing.crossing, words.crossing_title),
  );
}

/** @param {Fact} fact @param {*} [more]  behind the words @param {'' | '.is-locked'} [style] */
const pair = ({ title, words }, more, style = '') => h(`div${style}`, {}, h('dt', {}, `${title}:`), ' ', h('dd', {}, words, more));

export const actions = {
  ...fieldActions,
  /** @param {Page} page @param {HTMLInputElement} input */
  findThings(page, { value, dataset: { kind = '' } }) {
    change(page, kind, { words: value, first: 0 });
    sayCount(page, kind);
  },
  /** @param {Page} page @param {HTMLElement} button */
  turnThings(page, button) {
    const first = turned(page, button);
    const { kind = '' } = button.dataset;
    if (first === null) return;
    change(page, kind, { first });
    sayCount(page, kind);
  },
};
