// @ts-check
// The catalogue: the agencies, systems and interfaces of the real platform, to be looked through. It belongs to no lesson,
// so it is written only when it has been opened, and stays open when the lesson changes.
import { copyButton } from './copy.js';
import { h } from './dom.js';
import { foldingTable } from './table.js';

/** @returns {State} */
export const startState = () => ({ open: false, list: 'agencies', search: '' });

/**
 * @typedef {import('./bridge.js').CataloguePage} CataloguePage
 * @typedef {import('./bridge.js').CatalogueList} CatalogueList
 * @typedef {{open: boolean, list: string, search: string, asked?: string, found?: CataloguePage}} State
 */

/** @type {import('./page_view.js').View} */
export function view({ titles }, page) {
  /** @type {State} */
  const state = page.state.catalogue;
  const found = state.open && look(page);
  return h(
    'section.catalogue',
    { id: 'catalogue', 'aria-labelledby': 'catalogue-title' },
    h('h2', { id: 'catalogue-title', tabindex: -1 }, titles.catalogue),
    h('p.prose', {}, found ? found.about : 'The agencies, systems and interfaces of the real platform, to be looked through.'),
    h(
      'p',
      {},
      h(
        'button',
        { type: 'button', id: 'catalogue-open', 'data-do': 'catalogueOpen', 'aria-expanded': String(state.open) },
        state.open ? 'Close the catalog' : 'Open the catalog',
      ),
    ),
    found && lists(state, found),
  );
}

/** What fits the search; asked once, since nothing that is done in a lesson changes it. @param {Page} page @returns {CataloguePage} */
function look(page) {
  /** @type {State} */
  const state = page.state.catalogue;
  const asked = `${state.list} ${state.search}`;
  if (state.found && state.asked === asked) return state.found;
  const found = page.engine.call('catalogue', { list: state.list, words: state.search }).value;
  Object.assign(state, { asked, found });
  return found;
}

/** @param {State} state @param {CataloguePage} found */
function lists(state, found) {
  const input = {
    type: 'search',
    id: 'catalogue-search',
    'data-filter': 'catalogueSearch',
    value: state.search,
    autocomplete: 'off',
    spellcheck: 'false',
  };
  const here = found.lists.find(({ word }) => word === state.list) ?? found.lists[0];
  return [
    h('div.bar', {}, h('label', { for: 'catalogue-search' }, 'Search: words that stand in a row', h('input', input))),
    h(
      'div.bar',
      { role: 'group', 'aria-label': 'Lists of the catalog' },
      found.lists.map((list) => listButton(list, list === here)),
    ),
    here.found > 0 ? [table(here, found), h('p', {}, copyButton(`catalogue ${here.word}`, here.words))] : nothingFits(here, found),
  ];
}

/** @param {CatalogueList} list @param {boolean} chosen */
function listButton({ word, title, found }, chosen) {
  const attributes = { type: 'button', id: `catalogue-${word}`, 'data-do': 'catalogueList', 'data-list': word };
  return h('button', { ...attributes, 'aria-pressed': String(chosen) }, title, h('span.count', {}, ` ${found}`));
}

/** @param {CatalogueList} here @param {CataloguePage} page */
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

/** @param {CatalogueList} here @param {CataloguePage} page */
function table(here, { about_list, columns, rows }) {
  const caption = [here.words, h('span.note', {}, about_list)];
  const named = rows.map(({ name, id, cells }) => ({ heading: [name, ' ', h('code.id', {}, id)], cells }));
  return foldingTable('catalogue-caption', caption, columns, named);
}

/** @param {Page} page @param {Partial<State>} changes */
function change(page, changes) {
  Object.assign(page.state.catalogue, changes);
  page.render();
  page.say(
    `Found: ${look(page)
      .lists.map(({ words }) => words)
      .join(', ')}.`,
  );
}

export const actions = {
  /** @param {Page} page */
  catalogueOpen(page) {
    const { catalogue } = page.state;
    catalogue.open = !catalogue.open;
    page.render();
    page.say(catalogue.open ? 'The catalogue is open.' : 'The catalogue is closed.');
  },
  /** @param {Page} page @param {HTMLElement} element */
  catalogueList: (page, element) => change(page, { list: element.dataset.list }),
  /** @param {Page} page @param {HTMLInputElement} element */
  catalogueSearch: (page, element) => change(page, { search: element.value }),
  /** @param {Page} page */
  catalogueClear(page) {
    change(page, { search: '' });
    page.focus('catalogue-search');
  },
};
