// A request of one's own. What it can be made of comes with the model; which controls there are follows from the operation.
import { h } from './dom.js';
import { quoted } from './command_text.js';

export function view(model, page) {
  const { ask } = model;
  const draft = page.state.ask;
  const chosen =
    ask.functions.find((each) => each.id === draft.function) ??
    ask.functions.find((each) => each.id === 'subject_query') ??
    ask.functions[0];
  const operations = operationsOf(ask);
  const operation = operations.find((each) => each.id === draft.operation) ?? chosen.operations[0];
  return h(
    'section',
    { id: 'ask', 'aria-labelledby': 'ask-title' },
    h('h2', { id: 'ask-title', tabindex: -1 }, 'Ask a request of your own'),
    h('p', {}, 'Try what the script does not. Nothing you ask changes the lesson’s goals on its own requests.'),
    h(
      'form.ask',
      { 'data-form': 'ask', 'data-draft': true, 'data-id': ask.id },
      h(
        'div.grid',
        {},
        select('ask-user', 'user', 'Who asks', ask.users),
        select('ask-function', 'function', 'By which function', ask.functions, chosen.id),
        h('label', { for: 'ask-operation' }, 'To do what', operationChoice(operations, chosen, operation)),
        operation.search ? null : select('ask-record', 'record', 'Which record', ask.records),
        select('ask-purpose', 'purpose', 'For what purpose', ask.purposes),
        h(
          'label',
          { for: 'ask-place' },
          'Where',
          h('input', {
            type: 'text',
            id: 'ask-place',
            name: 'place',
            list: 'ask-places',
            value: ask.places[0] ?? '',
            autocomplete: 'off',
            required: true,
          }),
          h(
            'datalist',
            { id: 'ask-places' },
            ask.places.map((place) => h('option', { value: place })),
          ),
        ),
        h(
          'label',
          { for: 'ask-moment' },
          'When',
          h('input', { type: 'datetime-local', id: 'ask-moment', name: 'moment', 'aria-describedby': 'ask-moment-note' }),
          h('span.note', { id: 'ask-moment-note' }, 'Empty: by the clock, when it is run'),
        ),
      ),
      operation.search && searchParts(ask, chosen),
      h(
        'div.bar',
        {},
        h('button.primary', { type: 'submit', id: 'ask-run', value: 'run' }, 'Add and run'),
        h('button', { type: 'submit', id: 'ask-add', value: 'add' }, 'Add'),
      ),
    ),
  );
}

function select(id, name, title, items, chosen) {
  return h(
    'label',
    { for: id },
    title,
    h(
      'select',
      { id, name, 'data-ask': name },
      items.map((item) => h('option', { value: item.id, selected: item.id === chosen }, item.title)),
    ),
  );
}

/** Every operation that some function can be asked, once. */
function operationsOf(ask) {
  const byId = new Map(ask.functions.flatMap((each) => each.operations).map((operation) => [operation.id, operation]));
  return [...byId.values()];
}

function operationChoice(operations, chosen, operation) {
  const covered = new Set(chosen.operations.map((each) => each.id));
  const option = (each) => h('option', { value: each.id, selected: each.id === operation.id }, each.title);
  const others = operations.filter((each) => !covered.has(each.id));
  return h(
    'select',
    { id: 'ask-operation', name: 'operation', 'data-ask': 'operation' },
    h('optgroup', { label: 'This function covers' }, operations.filter((each) => covered.has(each.id)).map(option)),
    others.length > 0 && h('optgroup', { label: 'It does not cover' }, others.map(option)),
  );
}

function searchParts(ask, chosen) {
  return h(
    'div.search',
    {},
    h(
      'fieldset',
      { id: 'ask-categories' },
      h('legend', {}, 'Data to search', h('span.note', {}, ' none chosen: all that the function covers')),
      h(
        'div.boxes',
        {},
        chosen.categories.map((category) =>
          h(
            'label.check',
            {},
            h('input', { type: 'checkbox', id: `ask-category-${category.id}`, name: 'category', value: category.id }),
            h('span', {}, category.title),
          ),
        ),
      ),
    ),
    h(
      'fieldset',
      { id: 'ask-terms' },
      h(
        'legend',
        {},
        'Search terms',
        h('span.note', {}, ' the whole value, letter case ignored; all that are filled in must match'),
      ),
      h(
        'div.grid',
        {},
        ask.term_names.map((name, at) =>
          h(
            'label',
            { for: `ask-term-${at}` },
            name,
            h('input', { type: 'text', id: `ask-term-${at}`, name: 'term', 'data-term': name, autocomplete: 'off' }),
          ),
        ),
      ),
    ),
  );
}

/** The command of a filled form. */
function commandOf(form) {
  const fields = new FormData(form);
  const words = ['user', 'function', 'operation'].map((name) => `${name}=${fields.get(name)}`);
  if (fields.has('record')) {
    words.push(`record=${fields.get('record')}`);
  } else {
    if (fields.has('category')) words.push(`categories=${fields.getAll('category').join(',')}`);
    for (const input of form.querySelectorAll('[data-term]')) {
      if (input.value !== '') words.push(`term:${input.dataset.term}=${input.value}`);
    }
  }
  words.push(`purpose=${fields.get('purpose')}`, `place=${fields.get('place')}`);
  if (fields.get('moment')) words.push(`moment=${fields.get('moment')}`);
  return `ask ${form.dataset.id} ${words.map(quoted).join(' ')}`;
}

export const actions = {
  /** The function or the operation was chosen: other choices follow from it. */
  askChoice(page, element) {
    page.state.ask = { ...page.state.ask, [element.name]: element.value };
    if (element.name === 'function') delete page.state.ask.operation;
    page.render();
  },
  ask(page, form, event) {
    const id = form.dataset.id;
    if (!page.command(commandOf(form)).ok) return;
    if (event.submitter?.value !== 'add') page.command(`run ${id}`);
    page.focus(`request-${id}-title`);
  },
};
