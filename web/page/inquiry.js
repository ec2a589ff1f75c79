// @ts-check
// The path of a request as a list, and what would change how it ended. All that is said comes with the model
// (web/view/path_view.h, inquiry_view.h). The search goes on in slices, so that the page can be used meanwhile, and is the
// same one that the panels show (web/app/inquiry.h).
import { h } from './dom.js';
import { badge, mark } from './marks.js';

/**
 * @typedef {import('./bridge.js').EditSet} EditSet
 * @typedef {import('./bridge.js').Inquiry} Inquiry
 * @typedef {import('./bridge.js').Power} Power
 * @typedef {import('./bridge.js').Station} Station
 * @typedef {import('./bridge.js').Why} Why
 */

/** Milliseconds of searching between two turns of the page. */
const slice = 12;

/** The stations from the account to the record; what joins two of them is drawn by the style sheet. @param {Station[]} stations */
export function path(stations) {
  return h(
    'ol.path',
    { id: 'why-path', 'aria-label': 'The path of the request, from the account to the record' },
    stations.map(({ title, facts, state, words }) =>
      h(
        `li.station.is-${state.replace('/', '')}`,
        {},
        h('p.link', {}, mark(state), ' ', h('span', {}, words)),
        h('div.box', {}, h('p', {}, h('strong', {}, title)), h('p', {}, facts)),
      ),
    ),
  );
}

/** What would change it: the button that asks, or what came of it. @param {Why} why @param {Inquiry | null} asked */
export function inquiry(why, asked) {
  if (!why.ask) return null;
  const isAbout = asked !== null && asked.request === why.request;
  return [(!isAbout || asked.record) && h('p', {}, ask('inquire', why.request, '', why.ask)), isAbout && answer(asked)];
}

/**
 * A button that asks what would change a request, or show a record that it found.
 * @param {string} id
 * @param {string} request
 * @param {string} record  empty: it is about the request
 * @param {string} words
 * @param {string} [unseen]  what a screen reader says besides
 */
export function ask(id, request, record, words, unseen) {
  const button = { type: 'button', id, 'data-do': 'inquire', 'data-request': request, 'data-record': record };
  return h('button', button, words, unseen && h('span.unseen', {}, unseen));
}

/** @param {Inquiry} asked */
function answer(asked) {
  const { labels } = asked;
  return h(
    'div.inquiry',
    { id: 'inquiry' },
    h('h3', { id: 'inquiry-title', tabindex: -1 }, asked.title),
    h('p', { id: 'inquiry-summary' }, asked.summary),
    asked.searching && h('p', {}, h('button', { type: 'button', id: 'inquiry-cancel', 'data-do': 'cancelInquiry' }, labels.cancel)),
    asked.caution && h('p', {}, badge('outdated', asked.caution)),
    asked.search_again && h('p', {}, ask('inquire-again', asked.request, asked.record, labels.again)),
    asked.sets.length > 0 &&
      h(
        'ol.sets',
        {},
        asked.sets.map((set, at) => editSet(asked, set, at)),
      ),
    asked.left_out && h('p.note', {}, asked.left_out),
    asked.powers.length > 0 && h('ul.powers', { id: 'inquiry-powers' }, asked.powers.map(power)),
  );
}

/** @param {Power} power */
const power = ({ heading, why, source }) =>
  h('li', {}, h('p', {}, h('strong', {}, heading)), h('p', {}, why, ' ', h('span.source', {}, source)));

/** @param {Inquiry} asked @param {EditSet} set @param {number} at */
function editSet({ labels, ...asked }, { heading, apply, applied, edits, granted, effects }, at) {
  return h(
    'li',
    { id: `set-${at}` },
    h('p', {}, h('strong', {}, heading), applied && [' ', badge('pass', labels.applied)]),
    h(
      'ul',
      {},
      edits.map((words) => h('li', {}, words)),
    ),
    granted && h('p.note', {}, granted),
    effects.length > 0 &&
      h(
        'ul.effects',
        { 'aria-label': 'What else it changes' },
        effects.map((each) => h(`li.is-${each.mark}`, {}, mark(each.mark), ' ', each.words)),
      ),
    asked.can_apply && h('p', {}, h('button', { type: 'button', id: `set-apply-${at}`, 'data-do': 'applySet', 'data-set': at }, apply)),
    applied && [
      h('p', {}, h('button', { type: 'button', id: 'inquiry-run', 'data-command': `run ${asked.request}` }, labels.run)),
      asked.can_take_back &&
        h('p', {}, h('button', { type: 'button', id: 'set-back', 'data-do': 'takeBackSet', 'data-set': at }, labels.take_back)),
    ],
  );
}

/** Searches until the end, a slice at a time, and says so then, whoever has brought it there. @param {Page} page */
function goOn(page) {
  setTimeout(() => {
    const answer = page.engine.call('inquire_on', { milliseconds: slice });
    if (!answer.ok) return; // another lesson was opened
    if (!answer.value.searching) {
      const onCancel = document.activeElement?.id === 'inquiry-cancel';
      page.announce(answer);
      page.render();
      if (onCancel) page.focus('inquiry-title');
      return;
    }
    document.getElementById('inquiry-summary')?.replaceChildren(answer.value.words);
    goOn(page);
  });
}

export const actions = {
  /** @param {Page} page @param {HTMLElement} element */
  inquire(page, { dataset }) {
    const answer = page.perform('inquire', { request: dataset.request ?? '', record: dataset.record || null });
    page.render();
    page.focus('inquiry-title');
    if (answer.value?.searching) goOn(page);
  },
  /** @param {Page} page */
  cancelInquiry(page) {
    page.perform('inquire_cancel');
    page.focus('inquiry-title');
  },
  /** @param {Page} page @param {HTMLElement} element */
  applySet(page, { dataset }) {
    page.perform('apply_set', { set: Number(dataset.set) });
    page.focus('set-back');
  },
  /** @param {Page} page @param {HTMLElement} element */
  takeBackSet(page, { dataset }) {
    page.perform('take_back_set');
    page.focus(`set-apply-${dataset.set}`);
  },
};
