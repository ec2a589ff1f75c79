// @ts-check
// The forecast: a slider over the days on which anything begins or lapses, with a mark where an outcome flips; how every
// request would end on the day that is chosen, and the clock to be moved there. It is computed when it is opened, a slice at
// a time, and its words are the engine's (web/view/forecast_view.h).
import { h } from './dom.js';
import { badge } from './marks.js';
import { followDesk } from './model.js';
import { foldingTable } from './table.js';

/**
 * @typedef {import('./bridge.js').ForecastSlice} ForecastSlice
 * @typedef {import('./bridge.js').ForecastDay} ForecastDay
 *
 * `revision`: that of the desk whose days these are; `stopped`: no further days are asked for.
 * @typedef {Pick<ForecastSlice, 'count' | 'about' | 'requests' | 'days'> &
 *   {open: boolean, stopped: boolean, waiting: boolean, revision: number, day: string | null}} State
 */

/** @returns {State} */
export const startState = () => ({
  ...{ open: false, stopped: false, waiting: false, revision: -1 },
  ...{ count: 0, about: '', requests: [], days: [], day: null },
});

/** @param {Model} model @param {Page} page */
export function view(model, page) {
  const { shut } = model;
  const title = h('h3', { id: 'forecast-title', tabindex: -1 }, 'Forecast');
  if (shut) return [title, h('p.empty', {}, shut)];
  /** @type {State} */
  const state = page.state.forecast;
  if (state.open) foresee(state, followDesk(model), page);
  return [
    title,
    h('p.note', {}, state.open ? state.about : 'How every request would end on the days to come, and on which days an outcome flips.'),
    h(
      'p',
      {},
      h(
        'button',
        { type: 'button', id: 'forecast-open', 'data-do': 'forecastOpen', 'aria-expanded': String(state.open) },
        state.open ? 'Close the forecast' : 'Open the forecast',
      ),
    ),
    state.open && scrubber(state),
  ];
}

/**
 * Asks for the first days anew where the desk has changed, and for the rest while the browser has nothing else to do.
 * @param {State} state @param {number} revision @param {Page} page
 */
function foresee(state, revision, page) {
  if (state.revision !== revision) {
    Object.assign(state, { revision, days: [], stopped: false });
    more(state, page);
  }
  if (state.waiting || state.stopped || state.days.length >= state.count) return;
  state.waiting = true;
  setTimeout(() => {
    state.waiting = false;
    if (!state.open || state.stopped || page.state.forecast !== state) return;
    more(state, page);
    page.outdate();
    page.update();
  });
}

/** @param {State} state @param {Page} page */
function more(state, page) {
  const { ok, value } = page.engine.call('forecast', { first: state.days.length });
  if (ok) Object.assign(state, { count: value.count, about: value.about, requests: value.requests, days: [...state.days, ...value.days] });
}

/** The last that fits; -1 where none does. @param {ForecastDay[]} days @param {(day: ForecastDay, at: number) => boolean} fits */
function lastIndex(days, fits) {
  for (let i = days.length - 1; i >= 0; i -= 1) if (fits(days[i], i)) return i;
  return -1;
}

/** Where the slider stands: at the day that was chosen, or at the last one before it. @param {State} state */
const position = ({ days, day }) =>
  day === null
    ? 0
    : Math.max(
        0,
        lastIndex(days, (each) => each.day <= day),
      );

/** @param {State} state */
function scrubber(state) {
  const { days, count, requests } = state;
  const at = position(state);
  const day = days[at];
  return [
    days.length < count && progress(state),
    h(
      'div.scrubber',
      {},
      marks(days, count),
      h('input', {
        type: 'range',
        id: 'forecast-day',
        'data-filter': 'forecastDay',
        min: 0,
        max: Math.max(count - 1, 0),
        value: at,
        'aria-label': 'Day of the forecast',
        'aria-valuetext': `${day.words}. ${day.said}`,
      }),
    ),
    h(
      'div.bar',
      {},
      step('forecast-earlier', 'Earlier', at - 1, days),
      step('forecast-later', 'Later', at + 1, days),
      step(
        'forecast-flip-before',
        'Previous flip',
        lastIndex(days, (each, i) => i < at && each.flips.length > 0),
        days,
      ),
      step(
        'forecast-flip-after',
        'Next flip',
        days.findIndex((each, i) => i > at && each.flips.length > 0),
        days,
      ),
      day.command &&
        h(
          'button',
          { type: 'button', id: 'forecast-move', 'data-command': day.command, 'data-then': 'forecast-title' },
          'Move the clock here',
        ),
      h('button', { type: 'button', id: 'forecast-matrix', 'data-do': 'matrixThen', 'data-day': day.day }, 'Access matrix then'),
    ),
    foldingTable(
      'forecast-caption',
      [h('strong', {}, day.words), ' ', h('span.note', {}, [day.said, day.moved].filter(Boolean).join(' '))],
      ['Request', 'Outcome', 'What flips'],
      requests.map((request, i) => row(request, i, day)),
    ),
  ];
}

/** @param {State} state */
function progress({ days, count, stopped }) {
  return h(
    'div.bar',
    {},
    h('progress', { max: count, value: days.length, 'aria-label': 'Days foreseen' }),
    h('span.note', {}, `${days.length} of ${count} days foreseen.`),
    h('button', { type: 'button', id: 'forecast-stop', 'data-do': 'forecastStop' }, stopped ? 'Go on' : 'Stop'),
  );
}

/** A mark above the slider for each day on which an outcome flips. @param {ForecastDay[]} days @param {number} count */
function marks(days, count) {
  const x = (/** @type {number} */ i) => `${count > 1 ? (100 * i) / (count - 1) : 0}%`;
  return h(
    'svg.flips',
    { 'aria-hidden': 'true', focusable: 'false' },
    days.map(({ flips }, i) => flips.length > 0 && h('circle', { cx: x(i), cy: 6, r: 5 })),
  );
}

/** @param {string} id @param {string} words @param {number} to @param {ForecastDay[]} days */
function step(id, words, to, days) {
  const there = to >= 0 && to < days.length;
  return h(
    'button',
    { type: 'button', id, 'data-do': 'forecastStep', 'data-day': there ? days[to].day : null, 'aria-disabled': there ? null : 'true' },
    words,
  );
}

/** @param {{title: string}} request @param {number} i @param {ForecastDay} day @returns {{heading: *, cells: *[][]}} */
function row({ title }, i, { endings, flips }) {
  const flip = flips.find(({ request }) => request === i);
  const { mark, words } = endings[i];
  return { heading: [`${i + 1}. `, flip ? h('strong', {}, title) : title], cells: [[badge(mark, words)], flip ? [flip.words] : []] };
}

/** The slider's own text says where it stands; the buttons have it said. @param {Page} page @param {string} day @param {boolean} isSaid */
function show(page, day, isSaid) {
  const state = page.state.forecast;
  state.day = day;
  page.render();
  const chosen = state.days[position(state)];
  if (isSaid) page.say(`${chosen.words}. ${chosen.said}`);
}

export const actions = {
  /** @param {Page} page */
  forecastOpen(page) {
    const state = page.state.forecast;
    state.open = !state.open;
    page.render();
  },
  /** @param {Page} page */
  forecastStop(page) {
    const state = page.state.forecast;
    state.stopped = !state.stopped;
    page.render();
  },
  /** @param {Page} page @param {HTMLInputElement} element */
  forecastDay: (page, element) =>
    show(page, page.state.forecast.days[Math.min(Number(element.value), page.state.forecast.days.length - 1)].day, false),
  /** @param {Page} page @param {HTMLElement} element */
  forecastStep(page, element) {
    if (element.dataset.day) show(page, element.dataset.day, true);
  },
};
