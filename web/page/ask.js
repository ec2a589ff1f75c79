// A request of one's own. What it can be made of comes with the model; which controls there are follows from the operation.
import { h } from './dom.js';
import { quoted } from './command_text.js';

export function view(model, page) {
  const { ask } = model;
  const draft = page.state.ask;
  const like = ask.likes.find((each) => each.id === draft.like);
  return h(
    'section',
    { id: 'ask', 'aria-labelledby': 'ask-title' },
    h('h2', { id: 'ask-title', tabindex: -1 }, 'Ask a request of your own'),
    model.conceals ? h('p.empty', {}, model.run_all_waits_for) : form(ask, like, draft),
  );
}

function form(ask, like, draft) {
  return [
    h('p', {}, 'Try what the script does not. It is decided and recorded like any other request.'),
    h(
      'form.ask',
      { 'data-form': 'ask', 'data-draft': true, 'data-id': ask.id },
      beginning(ask.likes, like),
      like ? changed(ask, like) : free(ask, draft),
      h(
        'div.bar',
        {},
        h('button.primary', { type: 'submit', id: 'ask-run', value: 'run' }, 'Add and run'),
        h('button', { type: 'submit', id: 'ask-add', value: 'add' }, 'Add'),
      ),
    ),
  ];
}

function beginning(likes, like) {
  return h(
    'div.grid',
    {},
    deciding('like', 'Begin from', [
      h('option', { value: '' }, 'Nothing: I say all of it'),
      h(
        'optgroup',
        { label: 'A request of the script, as somebody else' },
        likes.map((each) => h('option', { value: each.id, selected: each === like }, each.title)),
      ),
    ]),
  );
}

/** A request of the script with what can be changed of it. */
function changed(ask, like) {
  const one = (name, title, items) => choice(name, title, items, like[name], like.id);
  return [
    h('p.note', {}, `The script: ${like.words}`),
    h(
      'div.grid',
      {},
      one('user', 'Who asks', ask.users),
      like.record && one('record', 'Which record', ask.records),
      like.level && choice('level', 'At what level', levels, '', like.id),
      one('purpose', 'For what purpose', ask.purposes),
      where(ask.places, like.place),
      when(),
    ),
    like.search && terms(ask, 'empty: what the script looks for'),
  ];
}

const levels = [{ id: '', title: 'As in the script' }, ...[1, 2, 3, 4].map((level) => ({ id: String(level), title: `Level ${level}` }))];

function free(ask, draft) {
  const byId = (id) => ask.functions.find((each) => each.id === id);
  const chosen = byId(draft.function) ?? byId('subject_query') ?? ask.functions[0];
  const operations = operationsOf(ask);
  const operation = operations.find((each) => each.id === draft.operation) ?? chosen.operations[0];
  return [
    h(
      'div.grid',
      {},
      choice('user', 'Who asks', ask.users),
      deciding('function', 'By which function', options(ask.functions, chosen.id)),
      deciding('operation', 'To do what', operationOptions(operations, chosen, operation)),
      operation.record && choice('record', 'Which record', ask.records),
      choice('purpose', 'For what purpose', ask.purposes),
      where(ask.places, ask.places[0]),
      when(),
    ),
    operation.search && searchParts(ask, chosen),
  ];
}

const options = (items, chosen) => items.map(({ id, title }) => h('option', { value: id, selected: id === chosen }, title));

/** What a request is like decides anew what is chosen. */
function choice(name, title, items, chosen, like = '') {
  const id = `ask-${like && `${like}-`}${name}`;
  return h('label', { for: id }, title, h('select', { id, name }, options(items, chosen)));
}

/** A choice on which other choices depend: it is drawn from the page's state, not left to the form. */
function deciding(name, title, content) {
  const attributes = { id: `ask-${name}`, name, 'data-ask': true, 'data-steady': true };
  return h('label', { for: `ask-${name}` }, title, h('select', attributes, content));
}

function where(places, place) {
  const input = {
    type: 'text',
    id: 'ask-place',
    name: 'place',
    list: 'ask-places',
    value: place,
    autocomplete: 'off',
    required: true,
  };
  const list = h(
    'datalist',
    { id: 'ask-places' },
    places.map((place) => h('option', { value: place })),
  );
  return h('label', { for: 'ask-place' }, 'Where', h('input', input), list);
}

function when() {
  const input = { type: 'datetime-local', id: 'ask-moment', name: 'moment', 'aria-describedby': 'ask-moment-note' };
  const note = h('span.note', { id: 'ask-moment-note' }, 'Empty: by the clock, when it is run');
  return h('label', { for: 'ask-moment' }, 'When', h('input', input), note);
}

/** Every operation that some function can be asked, once. */
function operationsOf(ask) {
  const byId = new Map(ask.functions.flatMap((each) => each.operations).map((operation) => [operation.id, operation]));
  return [...byId.values()];
}

/** Also those that the function does not cover: that they are denied can be seen by asking. */
function operationOptions(operations, chosen, operation) {
  const covered = new Set(chosen.operations.map((each) => each.id));
  const option = (each) => h('option', { value: each.id, selected: each.id === operation.id }, each.title);
  const others = operations.filter((each) => !covered.has(each.id));
  return [
    h('optgroup', { label: 'This function covers' }, operations.filter((each) => covered.has(each.id)).map(option)),
    others.length > 0 && h('optgroup', { label: 'It does not cover' }, others.map(option)),
  ];
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
    terms(ask, 'the whole value, letter case ignored; all that are filled in must match'),
  );
}

function terms(ask, note) {
  return h(
    'fieldset',
    { id: 'ask-terms' },
    h('legend', {}, 'Search terms', h('span.note', {}, ` ${note}`)),
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
  );
}

/** The command of a filled form. */
function commandOf(form) {
  const fields = new FormData(form);
  const parts = ['like', 'user', 'function', 'operation', 'record', 'level', 'purpose', 'place', 'moment']
    .filter((name) => fields.get(name))
    .map((name) => [name, fields.get(name)]);
  if (fields.has('category')) parts.push(['categories', fields.getAll('category').join(',')]);
  for (const { value, dataset } of form.querySelectorAll('[data-term]')) {
    if (value !== '') parts.push([`term:${dataset.term}`, value]);
  }
  return `ask ${form.dataset.id} ${parts.map((part) => part.map(quoted).join('=')).join(' ')}`;
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
    page.focus(`request_${id}_title`);
  },
};
