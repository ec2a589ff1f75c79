// @ts-check
// The requests: the script's and one's own; what was predicted of them, and how they ended. All that is said of them comes
// with the model (web/view/requests_view.h).
import { copyButton } from './copy.js';
import { h } from './dom.js';
import { badge } from './marks.js';
import * as vetting from './vetting.js';

/**
 * @typedef {import('./bridge.js').Request} Request
 * @typedef {import('./bridge.js').Prediction} Prediction
 * @typedef {import('./bridge.js').RequestsScreen} RequestsScreen
 * @typedef {import('./bridge.js').PredictionLabels} PredictionLabels
 * @typedef {import('./bridge.js').Clock} Clock
 * @typedef {import('./bridge.js').ClockMove} ClockMove
 */

/** @param {Model} model @param {Page} page */
export function view(model, page) {
  const { requests, requests_screen: screen } = model;
  return h(
    'section',
    { id: 'requests', 'aria-labelledby': 'requests-title' },
    h('h2', { id: 'requests-title', tabindex: -1 }, screen.title),
    h(
      'div.bar',
      {},
      h('button.primary', { type: 'button', id: 'run-all', ...runs('run all', screen.waits_for) }, screen.run_all),
      h('span.note', {}, screen.note),
      copyButton('requests', screen.copy_about),
    ),
    h(
      'ol.requests',
      {},
      requests.map((request) => item(request, model, page)),
    ),
    clock(screen.clock),
  );
}

/**
 * What a button does that runs; where something is to come first, it says what, and leads there.
 * @param {string} command @param {string | null} waitsFor
 * @returns {Attributes}
 */
const runs = (command, waitsFor) =>
  waitsFor ? { 'aria-disabled': 'true', 'data-do': 'waits', 'data-words': waitsFor, 'data-run': command } : { 'data-command': command };

/** @param {Request} request @param {Model} model @param {Page} page */
function item(request, model, page) {
  const screen = model.requests_screen;
  const { id, heading, title, words, where, outcome, result, freshness, own, note } = request;
  return h(
    'li',
    { id: `request_${id}` },
    h(
      'article.request',
      { 'aria-labelledby': `request_${id}_title` },
      h('h3', { id: `request_${id}_title` }, h('span.number', {}, heading), ' ', title),
      h(
        'div.badges',
        {},
        badge(outcome.state, outcome.word),
        freshness === 'outdated' && badge('outdated', screen.outdated),
        own && badge('own', screen.own),
      ),
      h('p', {}, words),
      h('p.note', {}, where),
      prediction(request, model, page),
      result && h('p.outcome', {}, result.words),
      note && h('p.note', {}, note),
      buttons(request, screen),
    ),
  );
}

/** @param {Request} request @param {RequestsScreen} screen */
function buttons({ id, number, result, waits_for: waitsFor, vets }, screen) {
  const whose = h('span.unseen', {}, ` request ${number}`);
  return h(
    'div.bar',
    {},
    h('button', { type: 'button', id: `run_${id}`, ...runs(`run ${id}`, waitsFor) }, screen.run, whose),
    result && h('button', { type: 'button', id: `why_${id}`, 'data-do': 'why', 'data-run': result.run }, screen.why, whose.cloneNode(true)),
    vets &&
      h(
        'button',
        { type: 'button', id: `vet_${id}`, 'data-do': 'vet', 'data-request': id },
        screen.vet,
        h('span.unseen', {}, ` by request ${number}`),
      ),
  );
}

// ---- Predictions ----

/** @param {Request} request @param {Model} model @param {Page} page */
function prediction(request, model, page) {
  const { id, prediction: made, predicting } = request;
  const labels = model.predicting;
  if (predicting === 'closed') return made && judged(request, made, model.requests_screen);
  if (predicting === 'asked') return [made && predicted(made), predictionForm(request, labels)];
  // A form lists every rule. To write one for each of a thousand requests, open or not, takes a browser minutes.
  const open = page.state.predicting.has(id);
  return [
    made && predicted(made),
    h(
      'details',
      { id: `predict_${id}_details`, open, 'data-predicting': id },
      h('summary', { id: `predict_${id}_summary` }, made ? labels.change : labels.offer),
      open && predictionForm(request, labels),
    ),
  ];
}

/** What is still to be run. @param {Prediction} made */
const predicted = (made) => h('p.predicted', {}, made.predicted, ' ', made.turned_out);

/** Right or wrong, and the rule behind it with the way to its explanation. @param {Request} request @param {Prediction} made @param {RequestsScreen} screen */
function judged({ id, number }, { result, predicted: words, turned_out: turnedOut, was, run }, screen) {
  return h(
    'p.predicted',
    { id: `judged_${id}` },
    badge(result === 'hit' ? 'pass' : 'fail', turnedOut),
    ' ',
    words,
    was && [
      ' ',
      was,
      ' ',
      h(
        'a',
        { href: '#why', 'data-do': 'why', 'data-run': run },
        screen.why,
        h('span.unseen', {}, ` request ${number}, as you first ran it`),
      ),
    ],
  );
}

/** @param {Request} request @param {PredictionLabels} labels */
function predictionForm({ id, number, prediction: made, prompt, takes_reason: takesReason, waits_for: waitsFor }, labels) {
  const name = `predict_${id}`;
  const attributes = {
    'data-form': 'predict',
    'data-draft': true,
    'data-request': id,
    'data-reason': takesReason,
    'data-waits': Boolean(waitsFor),
    'data-needs-outcome': labels.needs_outcome,
    'data-needs-reason': labels.needs_reason,
  };
  return h(
    'form.predict',
    attributes,
    h(
      'fieldset',
      {},
      h('legend', {}, prompt, h('span.unseen', {}, ` Request ${number}`)),
      h(
        'div.boxes',
        {},
        outcomeChoice(name, 'permit', labels.permit, made?.permitted === true),
        outcomeChoice(name, 'deny', labels.deny, made?.permitted === false),
      ),
      h(
        'div.parts',
        {},
        select(`${name}_reason`, 'reason', labels.reason, [option('', labels.no_reason), ...reasons(labels.gates, made?.reason)]),
        select(`${name}_certainty`, 'certainty', labels.certainty, [
          option('', labels.no_certainty),
          ...labels.certainties.map((each) => option(each.word, each.title, each.word === made?.certainty)),
        ]),
        h('button', { type: 'submit', id: `${name}_button` }, labels.predict),
      ),
    ),
  );
}

/** @param {string} name @param {string} value @param {string} label @param {boolean} checked */
const outcomeChoice = (name, value, label, checked) =>
  h('label.check', {}, h('input', { type: 'radio', name, id: `${name}_${value}`, value, checked }), h('span', {}, label));

/** @param {string} id @param {string} name @param {string} label @param {Element[]} options */
const select = (id, name, label, options) => h('label', { for: id }, label, h('select', { id, name }, options));

/** @param {string} value @param {string} title */
const option = (value, title, selected = false) => h('option', { value, selected }, title);

/** @param {PredictionLabels['gates']} gates @param {string | null} [chosen]  its code */
const reasons = (gates, chosen) =>
  gates.map(({ title, reasons: all }) =>
    h(
      'optgroup',
      { label: title },
      all.map((each) => option(each.code, each.words, each.code === chosen)),
    ),
  );

// ---- The clock ----

/** @param {Clock} clock */
function clock({ title, text, words, about, locked, move_to: moveTo, move, day_later: day, year_later: year }) {
  const later = (/** @type {string} */ id, /** @type {ClockMove} */ { words: label, command }) =>
    h('button', { type: 'button', id, 'data-command': command }, label);
  const input = { type: 'datetime-local', id: 'advance-to', name: 'to', min: text, value: text, required: true };
  const shown = [h('h3', {}, title), h('p', {}, h('time', { datetime: text }, words), ' ', h('span.note', {}, about))];
  if (locked) return h('div.advance', {}, shown);
  return h(
    'form.advance',
    { 'data-form': 'advance', 'data-draft': true },
    shown,
    h(
      'div.parts',
      {},
      h('label', { for: 'advance-to' }, moveTo, h('input', input)),
      h('button', { type: 'submit', id: 'advance-button' }, move),
    ),
    h('div.bar', {}, later('advance-day', day), later('advance-year', year)),
  );
}

// ---- What the controls do ----

/** A form that was unfolded has done its work. @param {Page} page @param {string} request  its id */
function fold(page, request) {
  if (!page.state.predicting.delete(request)) return;
  document.getElementById(`predict_${request}_details`)?.removeAttribute('open');
  page.render();
}

export const actions = {
  /** @param {Page} page @param {HTMLElement} element */
  waits(page, { dataset: { words = '', run = '' } }) {
    page.say(words);
    const itsOwn = document.querySelector(`[data-form=predict][data-request="${run.slice('run '.length)}"]`);
    const form = itsOwn ?? document.querySelector('[data-form=predict][data-waits]');
    form?.querySelector('input')?.focus();
  },
  /** @param {Page} page @param {HTMLFormElement} form */
  predict(page, form) {
    const { request = '', reason: takesReason, needsOutcome = '', needsReason = '' } = form.dataset;
    const fields = new FormData(form);
    const answer = fields.get(`predict_${request}`);
    if (!answer) {
      page.say(needsOutcome, true);
      form.querySelector('input')?.focus();
      return undefined;
    }
    const reason = answer === 'deny' ? fields.get('reason') : '';
    if (answer === 'deny' && takesReason !== undefined && !reason) {
      page.say(needsReason, true);
      form.querySelector('select')?.focus();
      return undefined;
    }
    const words = ['predict', request, answer, reason, fields.get('certainty')];
    if (!page.command(words.filter(Boolean).join(' ')).ok) return undefined;
    fold(page, request);
    return page.focus(`predict_${request}_summary`);
  },
  /** @param {Page} page @param {HTMLFormElement} form */
  advance(page, form) {
    page.command(`advance ${new FormData(form).get('to')}`);
  },
  /** @param {Page} page @param {HTMLElement} element */
  vet(page, element) {
    vetting.choose(page, element.dataset.request ?? '');
  },
  /** @param {Page} page @param {HTMLElement} element */
  why(page, element) {
    page.select(Number(element.dataset.run));
    page.focus('why-title');
  },
};
