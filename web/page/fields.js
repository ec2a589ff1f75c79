// The controls of an assignable field, one kind for each type of value.
//
// A choice is a command at once: each radio button carries its own, and the boxes of a set make one together. Where a
// value has parts (a term, an investigation, a class of users) a form collects them first.
import { h } from './dom.js';

/**
 * @param {*} field   of the model (web/bridge/model.h)
 * @param {string} id  unique on the page
 * @param {*} thing   that the field belongs to
 * @param {*} model
 */
export function control(field, id, thing, model) {
  const legend = h('legend', {}, field.title, h('span.unseen', {}, ` of ${thing.title}`));
  const attributes = { id, 'data-assign': field.assign };
  switch (field.type) {
    case 'concealed':
      return concealed(field, attributes, legend, id);
    case 'one':
      return h(
        'fieldset.field',
        attributes,
        legend,
        field.options.map((option, at) => radio(field, option, `${id}_${at}`, id)),
        !field.options.some((option) => option.chosen) && h('p.note', {}, `Now: ${field.words}`),
      );
    case 'set':
      return h(
        'fieldset.field',
        { ...attributes, 'data-none': field.none },
        legend,
        h(
          'div.boxes',
          {},
          field.options.map((option, at) => box(option, `${id}_${at}`)),
        ),
      );
    case 'term':
      return form('term', attributes, legend, termParts(field, id), 'Assign term');
    case 'investigation':
      return form('investigation', attributes, legend, investigationParts(field, id), 'Assign investigation');
    default:
      return classes(field, attributes, legend, id, model.who);
  }
}

/** What it holds is to be found out; the student can name it as wrong. */
function concealed(field, attributes, legend, id) {
  return h(
    'fieldset.field',
    attributes,
    legend,
    h('p.note', {}, field.words),
    h(
      'label.check',
      {},
      h('input', { type: 'checkbox', id: `${id}_found`, 'data-command': field.find, checked: field.found }),
      h('span', {}, 'This is what is wrong'),
    ),
  );
}

function radio(field, option, id, name) {
  return h(
    'label.check',
    {},
    h('input', { type: 'radio', id, name, 'data-command': `${field.assign} ${option.value}`, checked: option.chosen }),
    h('span', {}, option.words, option.note && h('span.note', {}, `: ${option.note}`)),
  );
}

function box(option, id) {
  return h(
    'label.check',
    {},
    h('input', { type: 'checkbox', id, value: option.value, 'data-member': true, checked: option.chosen }),
    h('span', {}, option.words, option.note && h('span.note', {}, `: ${option.note}`)),
  );
}

function form(kind, attributes, legend, parts, button) {
  return h(
    'form',
    { 'data-form': kind, 'data-draft': true },
    h('fieldset.field', attributes, legend, parts, h('p', {}, h('button', { type: 'submit', id: `${attributes.id}_assign` }, button))),
  );
}

function termParts({ parts, words }, id) {
  return [
    h('p.note', {}, `Now: ${words}`),
    h(
      'label.check',
      {},
      h('input', { type: 'radio', id: `${id}_unsigned`, name: id, value: 'unsigned', checked: !parts.signed }),
      h('span', {}, 'Not signed'),
    ),
    h(
      'label.check',
      {},
      h('input', { type: 'radio', id: `${id}_signed`, name: id, value: 'signed', checked: parts.signed }),
      h('span', {}, 'Signed, in force'),
    ),
    h(
      'div.parts',
      {},
      h('label', { for: `${id}_first` }, 'First day', h('input', { type: 'date', id: `${id}_first`, name: 'first', value: parts.first })),
      h(
        'label',
        { for: `${id}_last` },
        'Last day',
        h('input', { type: 'date', id: `${id}_last`, name: 'last', value: parts.last, 'aria-describedby': `${id}_last-note` }),
        h('span.note', { id: `${id}_last-note` }, 'Empty: until further notice'),
      ),
    ),
  ];
}

function investigationParts({ parts, words }, id) {
  return [
    h('p.note', {}, `Now: ${words}`),
    [{ id: 'none', title: 'None' }, ...parts.types].map((type) =>
      h(
        'label.check',
        {},
        h('input', { type: 'radio', id: `${id}_${type.id}`, name: id, value: type.id, checked: type.id === parts.type }),
        h('span', {}, type.title),
      ),
    ),
    h(
      'div.parts',
      {},
      h(
        'label',
        { for: `${id}_completed` },
        'Completed',
        h('input', { type: 'date', id: `${id}_completed`, name: 'completed', value: parts.completed }),
      ),
      h(
        'label',
        { for: `${id}_adjudication` },
        'Adjudication',
        h(
          'select',
          { id: `${id}_adjudication`, name: 'adjudication' },
          parts.adjudications.map((each) => h('option', { value: each.id, selected: each.id === parts.adjudication }, each.title)),
        ),
      ),
    ),
  ];
}

/** A designation that may hold any classes: those there are, and a form for one more. */
function classes(field, attributes, legend, id, who) {
  const without = (option) =>
    field.options
      .filter((each) => each !== option)
      .map((each) => each.value)
      .join(' ') || field.none;
  const choice = (name, title, any, items) =>
    h(
      'label',
      { for: `${id}_${name}` },
      title,
      h(
        'select',
        { id: `${id}_${name}`, name },
        h('option', { value: '' }, any),
        items.map((item) => h('option', { value: `${name}:${item.id}` }, item.title)),
      ),
    );
  return h(
    'form',
    { 'data-form': 'designate', 'data-draft': true },
    h(
      'fieldset.field',
      { ...attributes, 'data-value': field.options.map((each) => each.value).join(' ') },
      legend,
      field.options.length === 0 && h('p.note', {}, 'Nobody is designated.'),
      h(
        'ul.classes',
        {},
        field.options.map((option) =>
          h(
            'li',
            {},
            option.words,
            ' ',
            h(
              'button.quiet',
              { type: 'button', 'data-command': `${field.assign} ${without(option)}` },
              'Remove',
              h('span.unseen', {}, ` ${option.words}`),
            ),
          ),
        ),
      ),
      h('p.note', {}, 'A class names an agency, a category of users, a user, or several of these, all of which must fit.'),
      h(
        'div.parts',
        {},
        choice('agency', 'Agency', 'any agency', who.agencies),
        choice('category', 'Category of user', 'any category', who.categories),
        choice('user', 'User', 'any user', who.users),
      ),
      h('p', {}, h('button', { type: 'submit', id: `${id}_assign` }, 'Designate this class')),
    ),
  );
}

/** What a form of parts makes of them: the value as it stands in a command, or what is missing. */
const values = {
  term(fields, id) {
    if (fields.get(id) === 'unsigned') return { value: 'unsigned' };
    if (!fields.get('first')) return { missing: 'the term has no first day', at: `${id}_first` };
    return { value: `${fields.get('first')} ${fields.get('last') || 'open'}` };
  },
  investigation(fields, id) {
    if (fields.get(id) === 'none') return { value: 'none' };
    if (!fields.get('completed')) return { missing: 'the investigation has no day of completion', at: `${id}_completed` };
    return { value: `${fields.get(id)} ${fields.get('completed')} ${fields.get('adjudication')}` };
  },
  designate(fields, id, set) {
    const named = ['agency', 'category', 'user'].map((name) => fields.get(name)).filter(Boolean);
    if (named.length === 0) return { missing: 'a class that names nothing admits nobody', at: `${id}_agency` };
    return { value: `${set.dataset.value} ${named.join('+')}`.trim() };
  },
};

function assignParts(kind) {
  return (page, form) => {
    const set = form.querySelector('[data-assign]');
    const { value, missing, at } = values[kind](new FormData(form), set.id, set);
    if (!missing) return page.command(`${set.dataset.assign} ${value}`);
    page.refuse(missing, 'fill it in, then assign again');
    document.getElementById(at).focus();
  };
}

export const actions = {
  term: assignParts('term'),
  investigation: assignParts('investigation'),
  designate: assignParts('designate'),
  /** A box of a set: the command names all that are ticked. */
  member(page, element) {
    const set = element.closest('[data-assign]');
    const chosen = [...set.querySelectorAll('[data-member]:checked')].map((each) => each.value);
    page.command(`${set.dataset.assign} ${chosen.join(' ') || set.dataset.none}`);
  },
};
