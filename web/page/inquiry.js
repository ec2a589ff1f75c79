// The path of a request as a picture in words, and what would change how it ended. The search goes on in slices, so that
// the page can be used meanwhile, and is the same one that the panels show (web/app/inquiry.h).
import { h } from './dom.js';
import { badge, mark } from './marks.js';

/** Milliseconds of searching between two turns of the page. */
const slice = 12;
const verdicts = { pass: 'Holds', partial: 'Partly broken', fail: 'Broken', 'n/a': 'Not asked' };

/** The stations from the account to the record; what joins two of them is drawn by the style sheet. */
export function path(flow) {
  return h(
    'ol.path',
    { id: 'why-path', 'aria-label': 'The path of the request, from the account to the record' },
    flow.map(({ title, facts, state, words }) =>
      h(
        `li.station.is-${state.replace('/', '')}`,
        {},
        h('p.link', {}, mark(state), ' ', h('span', {}, state === 'pass' || state === 'n/a' ? verdicts[state] : sentence(words))),
        h('div.box', {}, h('p', {}, h('strong', {}, title)), h('p', {}, facts)),
      ),
    ),
  );
}

const sentence = (words) => words[0].toUpperCase() + words.slice(1);

/** What would change it: the button that asks, or what came of it. */
export function inquiry(model) {
  const { why, inquiry: asked, shut } = model;
  if (why.vets || shut) return null;
  const isAbout = asked?.request === why.request;
  return [(!isAbout || asked.record) && h('p', {}, ask('inquire', why.request, '', 'What would change it?')), isAbout && answer(asked)];
}

/** The button that asks what would show a record that the search withheld. */
export const askForRecord = ({ why, inquiry: asked, shut }, hit) =>
  !why.vets &&
  !shut &&
  h(
    'p',
    {},
    asked?.request === why.request && asked.record === hit.record
      ? 'What would show it is said above.'
      : ask(`inquire-${hit.record}`, why.request, hit.record, 'What would show it?', `: ${hit.title}`),
  );

function ask(id, request, record, words, unseen) {
  const button = { type: 'button', id, 'data-do': 'inquire', 'data-request': request, 'data-record': record };
  return h('button', button, words, unseen && h('span.unseen', {}, unseen));
}

function answer(asked) {
  return h(
    'div.inquiry',
    { id: 'inquiry' },
    h('h3', { id: 'inquiry-title', tabindex: -1 }, asked.title),
    h('p', { id: 'inquiry-summary' }, asked.summary),
    asked.searching && h('p', {}, h('button', { type: 'button', id: 'inquiry-cancel', 'data-do': 'cancelInquiry' }, 'Cancel the search')),
    asked.caution && h('p', {}, badge('outdated', asked.caution)),
    asked.search_again && h('p', {}, ask('inquire-again', asked.request, asked.record, 'Search again')),
    asked.sets.length > 0 &&
      h(
        'ol.sets',
        {},
        asked.sets.map((set, at) => editSet(asked, set, at)),
      ),
    asked.left_out && h('p.note', {}, asked.left_out),
    asked.powers.length > 0 && [
      h('h4', {}, 'Who could'),
      h(
        'dl.facts',
        { id: 'inquiry-powers' },
        asked.powers.map(({ rule, source, who, why }) =>
          h('div', {}, h('dt', {}, h('code.code', {}, rule), ` ${who}`), h('dd', {}, why, ' ', h('span.source', {}, source))),
        ),
      ),
    ],
  );
}

function editSet({ request, can_apply: canApply, can_take_back: canTakeBack }, { heading, applied, edits, granted, effects }, at) {
  return h(
    'li',
    { id: `set-${at}` },
    h('p', {}, h('strong', {}, heading), applied && [' ', badge('pass', 'Applied')]),
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
    canApply &&
      h('p', {}, h('button', { type: 'button', id: `set-apply-${at}`, 'data-do': 'applySet', 'data-set': at }, `Apply set ${at + 1}`)),
    applied && [
      h('p', {}, h('button', { type: 'button', id: 'inquiry-run', 'data-command': `run ${request}` }, 'Run the request')),
      canTakeBack && h('p', {}, h('button', { type: 'button', id: 'set-back', 'data-do': 'takeBackSet', 'data-set': at }, 'Take back')),
    ],
  );
}

/** Searches until the end, a slice at a time, and says so then, whoever has brought it there. */
function goOn(page) {
  setTimeout(() => {
    const answer = page.engine.call('inquire', 'go-on', String(slice));
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
  inquire(page, { dataset }) {
    const answer = page.engine.call('inquire', 'begin', [dataset.request, dataset.record].filter(Boolean).join(' '));
    page.announce(answer);
    page.render();
    page.focus('inquiry-title');
    if (answer.value?.searching) goOn(page);
  },
  cancelInquiry(page) {
    page.announce(page.engine.call('inquire', 'cancel'));
    page.focus('inquiry-title');
  },
  applySet(page, { dataset }) {
    page.announce(page.engine.call('inquire', 'apply', dataset.set));
    page.focus('set-back');
  },
  takeBackSet(page, { dataset }) {
    page.announce(page.engine.call('inquire', 'take-back'));
    page.focus(`set-apply-${dataset.set}`);
  },
};
