// @ts-check
// The controls of an assignable field, one kind for each type of value.
//
// A choice is a command at once: each radio button carries its own, and the boxes of a set make one together. Where a
// value has parts (a term, an investigation, a class of users) a form collects them first.
import { h } from './dom.js';

/**
 * @typedef {import('./bridge.js').Field} Field
 * @typedef {import('./bridge.js').Option} Option
 * @typedef {import('./bridge.js').Choice} Choice
 * @typedef {import('./bridge.js').TermParts} TermParts
 * @typedef {import('./bridge.js').InvestigationParts} InvestigationParts
 * @typedef {Record<string, string>} Words  of the controls
 */

/**
 * @param {Field} field
 * @param {string} id  unique on the page
 * @param {{title: string}} thing   that the field belongs to
 * @param {Model} model
 */
export function control(field, id, thing, model) {
  const { words } = model.assign;
  const head = [
    h('legend', {}, field.title, h('span.unseen', {}, ` of ${thing.title}`)),
    field.now && h('p.note', {}, field.now),
    field.notes.map((note) => h('p.note', {}, note)),
  ];
  const attributes = { id, 'data-assign': field.assign };
  switch (field.type) {
    case 'concealed':
      return h('fieldset.field', attributes, head, concealed(field, id, words));
    case 'one':
      return h(
        'fieldset.field',
        attributes,
        head,
        field.options.map((option, at) => radio(field, option, `${id}_${at}`, id)),
      );
    case 'set':
      return h(
        'fieldset.field',
        { ...attributes, 'data-none': field.none },
        head,
        h(
          'div.boxes',
          {},
          field.options.map((option, at) => box(option, `${id}_${at}`)),
        ),
      );
    case 'term':
      return form('term', attributes, [head, termParts(field, id, words)], 'Assign term');
    case 'investigation':
      return form('investigation', attributes, [head, investigationParts(field, id, words)], 'Assign investigation');
    default:
      return form(
        'designate',
        { ...attributes, 'data-value': field.options.map((each) => each.value).join(' ') },
        [head, classes(field, id, words, model.who)],
        words.designate,
      );
  }
}

/** What it holds is to be found out; the student can name it as wrong. @param {Field} field @param {string} id @param {Words} words */
const concealed = (field, id, words) => [
  h('p.note', {}, field.words),
  h(
    'label.check',
    {},
    h('input', { type: 'checkbox', id: `${id}_found`, 'data-command': field.find, checked: field.found }),
    h('span', {}, words.is_wrong),
  ),
];

/** What is said of a choice: its words, and below them what it means. @param {Option} option */
const said = ({ words, note }) => h('span', {}, words, note && [' ', h('span.note.meaning', {}, note)]);

/** @param {Field} field @param {Option} option @param {string} id @param {string} name */
function radio(field, option, id, name) {
  const command = `${field.assign} ${option.value}`;
  return h(
    'label.check',
    {},
    h('input', { type: 'radio', id, name, 'data-command': command, checked: option.chosen, disabled: !option.allowed }),
    said(option),
  );
}

/** @param {Option} option @param {string} id */
function box(option, id) {
  return h(
    'label.check',
    {},
    h('input', { type: 'checkbox', id, value: option.value, 'data-member': true, checked: option.chosen, disabled: !option.allowed }),
    said(option),
  );
}

/** @param {string} kind @param {{id: string} & Attributes} attributes @param {*} parts @param {string} button */
function form(kind, attributes, parts, button) {
  return h(
    'form',
    { 'data-form': kind, 'data-draft': true },
    h('fieldset.field', attributes, parts, h('p', {}, h('button', { type: 'submit', id: `${attributes.id}_assign` }, button))),
  );
}

/** @param {Field} field @param {string} id @param {Words} words */
function termParts(field, id, words) {
  const parts = /** @type {TermParts} */ (field.parts);
  /** @param {string} value @param {boolean} chosen @param {string} title */
  const choice = (value, chosen, title) =>
    h('label.check', {}, h('input', { type: 'radio', id: `${id}_${value}`, name: id, value, checked: chosen }), h('span', {}, title));
  return [
    choice('unsigned', !parts.signed, words.not_signed),
    choice('signed', parts.signed, words.is_signed),
    h(
      'div.parts',
      {},
      h(
        'label',
        { for: `${id}_first` },
        words.first_day,
        h('input', { type: 'date', id: `${id}_first`, name: 'first', value: parts.first }),
      ),
      h(
        'label',
        { for: `${id}_last` },
        words.last_day,
        h('input', { type: 'date', id: `${id}_last`, name: 'last', value: parts.last, 'aria-describedby': `${id}_last-note` }),
        h('span.note', { id: `${id}_last-note` }, words.open_end_if_empty),
      ),
    ),
  ];
}

/** @param {Field} field @param {string} id @param {Words} words */
function investigationParts(field, id, words) {
  const parts = /** @type {InvestigationParts} */ (field.parts);
  return [
    [{ id: 'none', title: words.no_investigation }, ...parts.types].map((/** @type {Choice} */ type) =>
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
        words.completed,
        h('input', { type: 'date', id: `${id}_completed`, name: 'completed', value: parts.completed }),
      ),
      h(
        'label',
        { for: `${id}_adjudication` },
        words.adjudication,
        h(
          'select',
          { id: `${id}_adjudication`, name: 'adjudication' },
          parts.adjudications.map((/** @type {Choice} */ each) =>
            h('option', { value: each.id, selected: each.id === parts.adjudication }, each.title),
          ),
        ),
      ),
    ),
  ];
}

/**
 * A designation that may hold any classes: those there are, and what one more is made of.
 * @param {Field} field @param {string} id @param {Words} words @param {import('./bridge.js').Who} who
 */
function classes(field, id, words, who) {
  /** @param {Option} option */
  const without = (option) =>
    field.options
      .filter((each) => each !== option)
      .map((each) => each.value)
      .join(' ') || field.none;
  /** @param {string} name @param {string} title @param {string} any @param {Choice[]} items */
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
  return [
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
    h(
      'div.parts',
      {},
      choice('agency', words.agency, words.any_agency, who.agencies),
      choice('category', words.category, words.any_category, who.categories),
      choice('user', words.user, words.any_user, who.users),
    ),
  ];
}

/**
 * What a form of parts makes of them: the value as it stands in a command; or what is missing, by its name among the words,
 * and where.
 * @type {Record<string, (fields: FormData, id: string, set: HTMLElement) => {value?: string, missing?: string, at?: string}>}
 */
const values = {
  term(fields, id) {
    if (fields.get(id) === 'unsigned') return { value: 'unsigned' };
    if (!fields.get('first')) return { missing: 'no_first_day', at: `${id}_first` };
    return { value: `${fields.get('first')} ${fields.get('last') || 'open'}` };
  },
  investigation(fields, id) {
    if (fields.get(id) === 'none') return { value: 'none' };
    if (!fields.get('completed')) return { missing: 'no_completion', at: `${id}_completed` };
    return { value: `${fields.get(id)} ${fields.get('completed')} ${fields.get('adjudication')}` };
  },
  designate(fields, id, set) {
    const named = ['agency', 'category', 'user'].map((name) => fields.get(name)).filter(Boolean);
    if (named.length === 0) return { missing: 'empty_class', at: `${id}_agency` };
    return { value: `${set.dataset.value} ${named.join('+')}`.trim() };
  },
};

/** @param {'term' | 'investigation' | 'designate'} kind */
function assignParts(kind) {
  return (/** @type {Page} */ page, /** @type {HTMLFormElement} */ form) => {
    const set = /** @type {HTMLElement} */ (form.querySelector('[data-assign]'));
    const { value, missing, at } = values[kind](new FormData(form), set.id, set);
    if (!missing || !at) return page.command(`${set.dataset.assign} ${value}`);
    const words = page.engine.model().assign.words;
    page.refuse(words[missing], words.fill_in);
    page.focus(at);
  };
}

export const actions = {
  term: assignParts('term'),
  investigation: assignParts('investigation'),
  designate: assignParts('designate'),
  /** A box of a set: the command names all that are ticked. @param {Page} page @param {HTMLElement} element */
  member(page, element) {
    const set = /** @type {HTMLElement} */ (element.closest('[data-assign]'));
    /** @type {NodeListOf<HTMLInputElement>} */
    const chosen = set.querySelectorAll('[data-member]:checked:not(:disabled)');
    page.command(`${set.dataset.assign} ${[...chosen].map((each) => each.value).join(' ') || set.dataset.none}`);
  },
};
