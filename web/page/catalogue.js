// The catalogue: the agencies, systems and interfaces of the real platform, to be looked through. It belongs to no lesson,
// so it is written only when it has been opened, and stays open when the lesson changes.
import { copyButton } from './copy.js';
import { h } from './dom.js';
import { foldingTable } from './table.js';

export const startState = () => ({ open: false, list: 'agencies', search: '' });

export function view(model, page) {
  const state = page.state.catalogue;
  return h(
    'section.catalogue',
    { id: 'catalogue', 'aria-labelledby': 'catalogue-title' },
    h('h2', { id: 'catalogue-title', tabindex: -1 }, 'Catalogue'),
    h('p.prose', {}, state.open ? look(page).about : 'The agencies, systems and interfaces of the real platform, to be looked through.'),
    h(
      'p',
      {},
      h(
        'button',
        { type: 'button', id: 'catalogue-open', 'data-do': 'catalogueOpen', 'aria-expanded': String(state.open) },
        state.open ? 'Close the catalogue' : 'Open the catalogue',
      ),
    ),
    state.open && lists(state),
  );
}

/** What fits the search; asked once, since nothing that is done in a lesson changes it. */
function look(page) {
  const state = page.state.catalogue;
  const asked = `${state.list} ${state.search}`;
  if (state.asked !== asked) Object.assign(state, { asked, found: page.engine.call('catalogue', state.list, state.search).value });
  return state.found;
}

function lists(state) {
  const { found } = state;
  const input = {
    type: 'search',
    id: 'catalogue-search',
    'data-filter': 'catalogueSearch',
    value: state.search,
    autocomplete: 'off',
    spellcheck: 'false',
  };
  const here = found.lists.find(({ word }) => word === state.list);
  return [
    h('div.bar', {}, h('label', { for: 'catalogue-search' }, 'Search: words that stand in a row', h('input', input))),
    h(
      'div.bar',
      { role: 'group', 'aria-label': 'Lists of the catalogue' },
      found.lists.map((list) => listButton(list, list === here)),
    ),
    here.found > 0 ? [table(here, found), h('p', {}, copyButton(`catalogue ${here.word}`, here.words))] : nothingFits(here, found),
  ];
}

function listButton({ word, title, found }, chosen) {
  const attributes = { type: 'button', id: `catalogue-${word}`, 'data-do': 'catalogueList', 'data-list': word };
  return h('button', { ...attributes, 'aria-pressed': String(chosen) }, title, h('span.count', {}, ` ${found}`));
}

function nothingFits(here, { lists: all }) {
  const others = all.filter(({ found }) => found > 0).map(({ title, found }) => ` ${title}: ${found}.`);
  return h(
    'p.empty',
    {},
    `None of the ${here.word} has these words in it. Take some away.`,
    others,
    ' ',
    h('button', { type: 'button', id: 'catalogue-clear', 'data-do': 'catalogueClear' }, 'Show all'),
  );
}

function table(here, { about_list, columns, rows }) {
  const caption = [here.words, h('span.note', {}, about_list)];
  const named = rows.map(({ name, id, cells }) => ({ heading: [name, ' ', h('code.id', {}, id)], cells }));
  return foldingTable('catalogue-caption', caption, columns, named);
}

function change(page, changes) {
  Object.assign(page.state.catalogue, changes);
  page.render();
  page.say(`Found: ${page.state.catalogue.found.lists.map(({ words }) => words).join(', ')}.`);
}

export const actions = {
  catalogueOpen(page) {
    const { catalogue } = page.state;
    catalogue.open = !catalogue.open;
    page.render();
    page.say(catalogue.open ? 'The catalogue is open.' : 'The catalogue is closed.');
  },
  catalogueList: (page, element) => change(page, { list: element.dataset.list }),
  catalogueSearch: (page, element) => change(page, { search: element.value }),
  catalogueClear(page) {
    change(page, { search: '' });
    page.focus('catalogue-search');
  },
};
