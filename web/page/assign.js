// The world, and what the student may assign in it. What the scenario does not open is shown, and says that it is locked.
import { h } from './dom.js';
import { control, actions as fieldActions } from './fields.js';
import { mark } from './marks.js';

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
    model.kinds.map((kind) => section(kind, only, model)),
  );
}

function countOpen(kinds) {
  return kinds
    .flatMap((kind) => kind.things)
    .flatMap((thing) => thing.fields)
    .filter((field) => !field.locked).length;
}

function section(kind, only, model) {
  const things = kind.things.filter((thing) => !only || thing.fields.some((field) => !field.locked));
  if (things.length === 0) return null;
  return h(
    'section.kind',
    { id: `assign-${kind.kind}`, 'aria-labelledby': `assign-${kind.kind}-title` },
    h('h3', { id: `assign-${kind.kind}-title` }, kind.title, h('span.count', {}, ` ${things.length}`)),
    h(
      'div.things',
      {},
      things.map((thing) => card(kind, thing, model)),
    ),
  );
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
        h(
          'div.is-locked',
          {},
          h('dt', {}, field.title),
          h('dd', {}, field.words, ' ', h('span.locked', {}, mark('lock'), ' locked')),
        ),
      ),
    ),
    open.map((field) => control(field, `${id}_${field.assign.split(' ')[3]}`, thing, model)),
  );
}

export const actions = {
  ...fieldActions,
};
