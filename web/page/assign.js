// The world, and what the student may assign in it. What the scenario does not open is shown, and says that it is locked.
import { h } from './dom.js';
import { control, actions as fieldActions } from './fields.js';
import { mark } from './marks.js';
import { countWords, pager, turned } from './pager.js';

const atOnce = 50; // of those with nothing to assign, where there are very many

export function view(model, page) {
  const open = countOpen(model.kinds);
  const only = page.state.onlyOpen && open > 0;
  return h(
    'section',
    { id: 'assign', 'aria-labelledby': 'assign-title' },
    h('h2', { id: 'assign-title', tabindex: -1 }, 'Assign'),
    h(
      'p',
      {},
      model.conceals
        ? 'Only the trail is given. What these fields hold is to be found out: read the trail, and name what is wrong.'
        : open === 0
          ? 'This lesson opens nothing to assign: run its requests and see what they show.'
          : `${open === 1 ? 'One field is' : `${open} fields are`} yours to assign. The others are locked: they are facts of this lesson.`,
    ),
    open > 0 &&
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
    model.kinds.map((kind) => section(kind, only, model, page)),
  );
}

function countOpen(kinds) {
  return kinds
    .flatMap((kind) => kind.things)
    .flatMap((thing) => thing.fields)
    .filter((field) => !field.locked).length;
}

function section(kind, only, model, page) {
  const things = kind.things.filter((thing) => !only || thing.fields.some((field) => !field.locked));
  const others = !only && kind.left_out > 0;
  if (things.length === 0 && !others) return null;
  return h(
    'section.kind',
    { id: `assign-${kind.kind}`, 'aria-labelledby': `assign-${kind.kind}-title` },
    h('h3', { id: `assign-${kind.kind}-title` }, kind.title, h('span.count', {}, ` ${only ? things.length : kind.count}`)),
    h(
      'div.things',
      {},
      things.map((thing) => card(kind, thing, model)),
    ),
    others && lockedThings(kind, model, page),
  );
}

const stateOf = (page, kind) => page.state.things[kind] ?? { words: '', first: 0 };

/** Those with nothing to assign, a page of them at a time. */
function lockedThings({ kind, title, left_out: all }, model, page) {
  const { words, first } = stateOf(page, kind);
  const { things, fit } = page.engine.call('things', `${kind} ${first} ${atOnce}`, words).value;
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
  const count = countWords({ fit, all, shown: things.length, first }, ['with nothing to assign', 'with nothing to assign']);
  return [
    h(
      'div.bar.of-field',
      {},
      h('label', { for: id }, `${title}: find by id, name, agency or content`, h('input', input)),
      h('p.note', { id: `${kind}-count` }, count),
    ),
    h(
      'div.things',
      {},
      things.map((thing) => card({ kind }, thing, model)),
    ),
    fit > atOnce &&
      pager({ id: `${kind}-page`, label: `Pages of ${title.toLowerCase()}`, act: 'turnThings', kind }, { fit, first, rows: atOnce }),
  ];
}

function change(page, kind, changes) {
  page.state.things[kind] = { ...stateOf(page, kind), ...changes };
  page.render();
}

const sayCount = (page, kind) => page.say(document.getElementById(`${kind}-count`)?.textContent ?? '');

/** Has a thing written on the page, also one of very many. */
export function bring(page, kind, id) {
  page.state.onlyOpen = false;
  page.render();
  if (document.getElementById(`${kind}_${id}`)) return;
  // Its id can stand in others too.
  for (let first = 0, fit = 1; first < fit; first += atOnce) {
    const found = page.engine.call('things', `${kind} ${first} ${atOnce}`, id).value;
    fit = found.fit;
    if (found.things.some((thing) => thing.id === id)) return change(page, kind, { words: id, first });
  }
}

function card(kind, thing, model) {
  const id = `${kind.kind}_${thing.id}`;
  const locked = thing.fields.filter((field) => field.locked);
  const open = thing.fields.filter((field) => !field.locked);
  return h(
    `article.thing${open.length > 0 ? '.is-open' : ''}`,
    { id, 'aria-labelledby': `${id}_title` },
    h('h4', { id: `${id}_title` }, thing.title, ' ', h('code.id', {}, thing.id)),
    h(
      'dl.facts',
      {},
      thing.facts.map((fact) => h('div', {}, h('dt', {}, fact.title), h('dd', {}, fact.words))),
      locked.map((field) =>
        h('div.is-locked', {}, h('dt', {}, field.title), h('dd', {}, field.words, ' ', h('span.locked', {}, mark('lock'), ' locked'))),
      ),
    ),
    open.map((field) => control(field, `${id}_${field.assign.split(' ')[3]}`, thing, model)),
  );
}

export const actions = {
  ...fieldActions,
  findThings(page, { value, dataset: { kind } }) {
    change(page, kind, { words: value, first: 0 });
    sayCount(page, kind);
  },
  turnThings(page, button) {
    const first = turned(page, button);
    if (first === null) return;
    change(page, button.dataset.kind, { first });
    sayCount(page, button.dataset.kind);
  },
};
