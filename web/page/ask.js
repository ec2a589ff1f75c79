// @ts-check
// A request of one's own. What it can be made of, and all that is said of it, comes with the model (web/view/ask_view.h); which
// controls there are follows from the operation.
import { quoted } from './command_text.js';
import { h } from './dom.js';

/**
 * @typedef {import('./bridge.js').Ask} Ask
 * @typedef {import('./bridge.js').AskFunction} AskFunction
 * @typedef {import('./bridge.js').AskLike} AskLike
 * @typedef {import('./bridge.js').AskOperation} AskOperation
 * @typedef {import('./bridge.js').Choice} Choice
 */
/** What is chosen of it, and other choices follow from. @typedef {{like?: string, function?: string, operation?: string}} Draft */

/** @param {Model} model @param {Page} page */
export function view(model, page) {
  const { ask } = model;
  /** @type {Draft} */
  const draft = page.state.ask;
  const like = ask.likes.find((each) => each.id === draft.like);
  return h(
    'section',
    { id: 'ask', 'aria-labelledby': 'ask-title' },
    h('h2', { id: 'ask-title', tabindex: -1 }, ask.title),
    ask.waits_for ? h('p.empty', {}, ask.waits_for) : form(ask, like, draft),
  );
}

/** @param {Ask} ask @param {AskLike | undefined} like @param {Draft} draft */
function form(ask, like, draft) {
  return [
    h('p', {}, ask.about),
    h(
      'form.ask',
      { 'data-form': 'ask', 'data-draft': true, 'data-id': ask.id },
      beginning(ask, like),
      like ? changed(ask, like) : free(ask, draft),
      h(
        'div.bar',
        {},
        h('button.primary', { type: 'submit', id: 'ask-run', value: 'run' }, ask.labels.run),
        h('button', { type: 'submit', id: 'ask-add', value: 'add' }, ask.labels.add),
      ),
    ),
  ];
}

/** @param {Ask} ask @param {AskLike | undefined} like */
function beginning({ labels, likes }, like) {
  return h(
    'div.grid',
    {},
    deciding('like', labels.begin, [
      h('option', { value: '' }, labels.nothing),
      h(
        'optgroup',
        { label: labels.likes },
        likes.map((each) => h('option', { value: each.id, selected: each === like }, each.title)),
      ),
    ]),
  );
}

/** A request of the lesson with what can be changed of it. @param {Ask} ask @param {AskLike} like */
function changed(ask, like) {
  const { labels } = ask;
  const one = (/** @type {'user' | 'record' | 'purpose'} */ name, /** @type {Choice[]} */ items) =>
    choice(name, labels[name], items, like[name] ?? undefined, like.id);
  const levels = [{ id: '', title: labels.unchanged_level }, ...ask.levels];
  return [
    h('p.note', {}, like.words),
    h(
      'div.grid',
      {},
      one('user', ask.users),
      like.record && one('record', ask.records),
      like.level && choice('level', labels.level, levels, '', like.id),
      one('purpose', ask.purposes),
      where(ask, like.place),
      when(ask),
    ),
    like.search && terms(ask, labels.terms_about_like),
  ];
}

/** @param {Ask} ask @param {Draft} draft */
function free(ask, draft) {
  const { labels, functions, operations } = ask;
  const byId = (/** @type {string | undefined} */ id) => functions.find((each) => each.id === id);
  const chosen = byId(draft.function) ?? byId(ask.function) ?? functions[0];
  const named = (/** @type {string | undefined} */ id) => operations.find((each) => each.id === id);
  const operation = named(draft.operation) ?? named(chosen.first) ?? operations[0];
  return [
    h(
      'div.grid',
      {},
      choice('user', labels.user, ask.users),
      deciding('function', labels.function, options(functions, chosen.id)),
      deciding('operation', labels.operation, operationOptions(ask, chosen, operation)),
      operation.record && choice('record', labels.record, ask.records),
      choice('purpose', labels.purpose, ask.purposes),
      where(ask, ask.places[0]),
      when(ask),
    ),
    operation.search && [categories(ask), terms(ask, labels.terms_about)],
  ];
}

/** @param {Choice[]} items @param {string} [chosen]  its id */
const options = (items, chosen) => items.map(({ id, title }) => h('option', { value: id, selected: id === chosen }, title));

/**
 * What a request is like decides anew what is chosen.
 * @param {string} name @param {string} title @param {Choice[]} items @param {string} [chosen]  its id
 */
function choice(name, title, items, chosen, like = '') {
  const id = `ask-${like && `${like}-`}${name}`;
  return h('label', { for: id }, title, h('select', { id, name }, options(items, chosen)));
}

/**
 * A choice on which other choices depend: it is drawn from the page's state, not left to the form.
 * @param {string} name @param {string} title @param {Element[]} content
 */
function deciding(name, title, content) {
  const attributes = { id: `ask-${name}`, name, 'data-ask': true, 'data-steady': true };
  return h('label', { for: `ask-${name}` }, title, h('select', attributes, content));
}

/** @param {Ask} ask @param {string} [place]  that stands there at first */
function where({ labels, places }, place) {
  const input = {
    type: 'text',
    id: 'ask-place',
    name: 'place',
    list: 'ask-places',
    value: place,
    placeholder: places.length === 0 && labels.place_example,
    autocomplete: 'off',
    required: true,
  };
  const list = h(
    'datalist',
    { id: 'ask-places' },
    places.map((each) => h('option', { value: each })),
  );
  return h('label', { for: 'ask-place' }, labels.place, h('input', input), list);
}

/** @param {Ask} ask */
function when({ labels, moment_note: words }) {
  const input = { type: 'datetime-local', id: 'ask-moment', name: 'moment', 'aria-describedby': 'ask-moment-note' };
  return h('label', { for: 'ask-moment' }, labels.moment, h('input', input), h('span.note', { id: 'ask-moment-note' }, words));
}

/**
 * Also those that the function does not cover: that they are denied can be seen by asking.
 * @param {Ask} ask @param {AskFunction} chosen  the function @param {AskOperation} operation
 */
function operationOptions({ labels, operations }, chosen, operation) {
  const covered = new Set(chosen.operations);
  const option = (/** @type {AskOperation} */ each) => h('option', { value: each.id, selected: each.id === operation.id }, each.title);
  const others = operations.filter((each) => !covered.has(each.id));
  return [
    h('optgroup', { label: labels.covered }, operations.filter((each) => covered.has(each.id)).map(option)),
    ...(others.length > 0 ? [h('optgroup', { label: labels.uncovered }, others.map(option))] : []),
  ];
}

/** What is searched. @param {Ask} ask */
function categories({ labels, categories: all }) {
  return h(
    'fieldset',
    { id: 'ask-categories' },
    h('legend', {}, labels.categories, ' ', h('span.note', {}, labels.categories_about)),
    h(
      'div.boxes',
      {},
      all.map(({ id, title }) =>
        h('label.check', {}, h('input', { type: 'checkbox', id: `ask-category-${id}`, name: 'category', value: id }), h('span', {}, title)),
      ),
    ),
  );
}

/** @param {Ask} ask @param {string} note */
function terms({ labels, terms: all }, note) {
  return h(
    'fieldset',
    { id: 'ask-terms' },
    h('legend', {}, labels.terms, ' ', h('span.note', {}, note)),
    h(
      'div.grid',
      {},
      all.map(({ name, label }, at) =>
        h(
          'label',
          { for: `ask-term-${at}` },
          label,
          h('input', { type: 'text', id: `ask-term-${at}`, name: 'term', 'data-term': name, autocomplete: 'off' }),
        ),
      ),
    ),
  );
}

/** The command of a filled form. @param {HTMLFormElement} form */
function commandOf(form) {
  const fields = new FormData(form);
  const parts = ['like', 'user', 'function', 'operation', 'record', 'level', 'purpose', 'place', 'moment']
    .filter((name) => fields.get(name))
    .map((name) => [name, String(fields.get(name))]);
  if (fields.has('category')) parts.push(['categories', fields.getAll('category').join(',')]);
  for (const { value, dataset } of /** @type {NodeListOf<HTMLInputElement>} */ (form.querySelectorAll('[data-term]'))) {
    if (value !== '') parts.push([`term:${dataset.term}`, value]);
  }
  return `ask ${form.dataset.id} ${parts.map((part) => part.map(quoted).join('=')).join(' ')}`;
}

export const actions = {
  /** The function or the operation was chosen: other choices follow from it. @param {Page} page @param {HTMLSelectElement} element */
  askChoice(page, element) {
    page.state.ask = { ...page.state.ask, [element.name]: element.value };
    if (element.name === 'function') delete page.state.ask.operation;
    page.render();
  },
  /** @param {Page} page @param {HTMLFormElement} form @param {SubmitEvent} event */
  ask(page, form, event) {
    const { id } = form.dataset;
    if (!page.command(commandOf(form)).ok) return;
    const button = /** @type {HTMLButtonElement | null} */ (event.submitter);
    if (button?.value !== 'add') page.command(`run ${id}`);
    page.focus(`request_${id}_title`);
  },
};
