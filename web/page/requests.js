// The requests: the script's and one's own; what was predicted of them, and how they ended.
import { copyButton } from './copy.js';
import { h } from './dom.js';
import { badge, outcome } from './marks.js';
import * as vetting from './vetting.js';

export function view(model, page) {
  const { requests, clock } = model;
  const run = requests.filter((request) => request.result).length;
  return h(
    'section',
    { id: 'requests', 'aria-labelledby': 'requests-title' },
    h('h2', { id: 'requests-title', tabindex: -1 }, 'Requests'),
    h(
      'div.bar',
      {},
      h('button.primary', { type: 'button', id: 'run-all', ...runs('run all', model.run_all_waits_for) }, 'Run all'),
      h('span.note', {}, model.run_all_waits_for || `${run} of ${requests.length} run`),
      copyButton('requests', 'the requests and their outcomes'),
    ),
    h(
      'ol.requests',
      {},
      requests.map((request) => item(request, model, page)),
    ),
    !model.conceals && advance(clock),
  );
}

/** What a button does that runs; where something is to come first, it says what, and leads there. */
const runs = (command, waitsFor) =>
  waitsFor ? { 'aria-disabled': 'true', 'data-do': 'waits', 'data-words': waitsFor, 'data-run': command } : { 'data-command': command };

function item(request, model, page) {
  const { id, number, title, words, place, moment, result, freshness, own } = request;
  return h(
    'li',
    { id: `request_${id}` },
    h(
      'article.request',
      { 'aria-labelledby': `request_${id}_title` },
      h('h3', { id: `request_${id}_title` }, h('span.number', {}, `Request ${number}`), ' ', title),
      h(
        'div.badges',
        {},
        result ? outcome(result) : badge('not_run', 'Not run'),
        freshness === 'outdated' && badge('outdated', 'Outdated: something was assigned since'),
        own && badge('own', 'Your own'),
      ),
      h('p', {}, words),
      h('p.note', {}, `${place}, `, h('time', { datetime: moment.text }, moment.words)),
      prediction(request, model, page),
      result && h('p.outcome', {}, result.primary && h('code.code', {}, result.primary), ' ', result.words),
      h(
        'div.bar',
        {},
        h(
          'button',
          { type: 'button', id: `run_${id}`, ...runs(`run ${id}`, request.waits_for) },
          result ? 'Run again' : 'Run',
          h('span.unseen', {}, ` request ${number}`),
        ),
        result &&
          h(
            'button',
            { type: 'button', id: `why_${id}`, 'data-do': 'why', 'data-run': result.run },
            'Why?',
            h('span.unseen', {}, ` Request ${number}`),
          ),
        request.vets &&
          h(
            'button',
            { type: 'button', id: `vet_${id}`, 'data-do': 'vet', 'data-request': id },
            'Vet a file of persons',
            h('span.unseen', {}, ` by request ${number}`),
          ),
      ),
    ),
  );
}

const results = {
  pending: 'run it to see',
  hit: 'right',
  'wrong-reason': 'the outcome is right, the reason is another',
  miss: 'it ended otherwise',
};

const certainties = ['guess', 'likely', 'sure'];
const certaintyWords = { guess: 'A guess', likely: 'Likely', sure: 'Sure' };

function prediction(request, model, page) {
  const { id, prediction: made, asks, result } = request;
  if (made && made.result !== 'pending') return judged(made, request);
  if (result || model.conceals) return null; // what has been seen can no longer be predicted
  if (asks || made) return predictionForm(request, model);
  // A form lists every rule. To write one for each of a thousand requests, open or not, takes a browser minutes.
  const open = page.state.predicting.has(id);
  return h(
    'details',
    { id: `predict_${id}_details`, open, 'data-predicting': id },
    h('summary', {}, 'Predict it first, if you like'),
    open && predictionForm(request, model),
  );
}

/** Right or wrong, and the rule behind it with the way to its explanation. */
function judged(made, { id, number, result }) {
  const right = made.result === 'hit';
  return h(
    'p.predicted',
    { id: `judged_${id}` },
    badge(right ? 'pass' : 'fail', right ? 'Hit' : 'Miss'),
    ' ',
    predictedWords(made, made.run === result?.run ? '' : ', when it was first run'),
    !right && [
      ' ',
      made.was,
      ' ',
      h('a', { href: '#why', 'data-do': 'why', 'data-run': made.run }, 'See why', h('span.unseen', {}, ` request ${number}`)),
    ],
  );
}

function predictionForm({ id, number, prediction: made, asks, waits_for: waitsFor }, model) {
  const name = `predict_${id}`;
  return h(
    'form.predict',
    { 'data-form': 'predict', 'data-draft': true, 'data-request': id, 'data-reason': asks?.reason, 'data-waits': Boolean(waitsFor) },
    h(
      'fieldset',
      {},
      h('legend', {}, asks?.required ? 'Predict before you run it' : 'Predict', h('span.unseen', {}, ` request ${number}`)),
      made && h('p.predicted', {}, predictedWords(made)),
      h(
        'div.boxes',
        {},
        h(
          'label.check',
          {},
          h('input', { type: 'radio', name, id: `${name}_permit`, value: 'permit', checked: made?.permitted === true }),
          h('span', {}, 'Permitted'),
        ),
        h(
          'label.check',
          {},
          h('input', { type: 'radio', name, id: `${name}_deny`, value: 'deny', checked: made?.permitted === false }),
          h('span', {}, 'Denied'),
        ),
      ),
      h(
        'div.parts',
        {},
        h(
          'label',
          { for: `${name}_reason` },
          'Reason, if denied',
          h(
            'select',
            { id: `${name}_reason`, name: 'reason' },
            h('option', { value: '' }, 'No reason given'),
            reasons(model.checks, made?.reason),
          ),
        ),
        h(
          'label',
          { for: `${name}_certainty` },
          'How sure are you?',
          h(
            'select',
            { id: `${name}_certainty`, name: 'certainty' },
            h('option', { value: '' }, 'No answer'),
            certainties.map((each) => h('option', { value: each, selected: each === made?.certainty }, certaintyWords[each])),
          ),
        ),
        h('button', { type: 'submit', id: `${name}_button` }, made ? 'Change the prediction' : 'Predict'),
      ),
    ),
  );
}

function predictedWords({ permitted, reason, certainty, result }, when = '') {
  const sure = certainty ? `, ${certaintyWords[certainty].toLowerCase()}` : '';
  return `You predicted: ${permitted ? 'permitted' : 'denied'}${reason ? `, ${reason}` : ''}${sure} (${results[result]}${when}).`;
}

function reasons(checks, chosen) {
  const gates = [...new Set(checks.map((check) => check.gate))];
  return gates.map((gate) =>
    h(
      'optgroup',
      { label: gate },
      checks
        .filter((check) => check.gate === gate)
        .map((check) => h('option', { value: check.code, selected: check.code === chosen }, `${check.code} ${check.sentence}`)),
    ),
  );
}

function advance(clock) {
  return h(
    'form.advance',
    { 'data-form': 'advance', 'data-draft': true },
    h('h3', {}, 'The clock'),
    h('p', {}, 'It is ', h('time', { datetime: clock.text }, clock.words), '. Requests that state no moment are asked now.'),
    h(
      'div.parts',
      {},
      h(
        'label',
        { for: 'advance-to' },
        'Move the clock on to',
        h('input', { type: 'datetime-local', id: 'advance-to', name: 'to', min: clock.text, value: clock.text }),
      ),
      h('button', { type: 'submit', id: 'advance-button' }, 'Move on'),
    ),
  );
}

export const actions = {
  waits(page, { dataset }) {
    page.say(dataset.words);
    const form = document.querySelector(
      dataset.run === 'run all'
        ? '[data-form=predict][data-waits]'
        : `[data-form=predict][data-request="${dataset.run.slice('run '.length)}"]`,
    );
    form?.querySelector('input').focus();
  },
  predict(page, form) {
    const fields = new FormData(form);
    const answer = fields.get(`predict_${form.dataset.request}`);
    if (!answer) {
      page.refuse('nothing is predicted yet', 'choose permitted or denied, then predict');
      return form.querySelector('input').focus();
    }
    const reason = answer === 'deny' ? fields.get('reason') : '';
    if (answer === 'deny' && 'reason' in form.dataset && !reason) {
      page.refuse('the reason of the denial is asked too', 'choose the first check that fails, then predict');
      return form.querySelector('select').focus();
    }
    const words = ['predict', form.dataset.request, answer, reason, fields.get('certainty')];
    return page.command(words.filter(Boolean).join(' '));
  },
  advance(page, form) {
    page.command(`advance ${new FormData(form).get('to')}`);
  },
  vet(page, element) {
    vetting.choose(page, element.dataset.request);
  },
  why(page, element) {
    page.select(element.dataset.run);
    page.focus('why-title');
  },
};
