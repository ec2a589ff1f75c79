// @ts-check
// The head of the text page: where one is, the way to the panels, undo and redo, and the sections (web/view/header_view.h).
import { act } from './acts.js';
import { h } from './dom.js';
import * as look from './look.js';
import { remember } from './settings.js';

/**
 * @typedef {import('./bridge.js').StepButton} StepButton
 * @typedef {import('./bridge.js').HeaderSection} HeaderSection
 * @typedef {import('./bridge.js').Names} Names
 */

/** A setting that was chosen at the panels. @param {Page} page @param {string} key @param {string} value */
export function settingKept(page, key, value) {
  look.settingKept(key, value);
  if (key === 'need-to-know.theme') look.showTheme(value);
  page.update();
}

export const hasPanels = () => !document.body.classList.contains('without-panels');

/** @param {Model} model */
export function view({ scenario, header: { title, about }, names }) {
  return h(
    'header.head',
    { id: 'head' },
    h('div.brand', {}, h('p.wordmark', {}, names.page), h('div.bar', {}, controls(names, scenario !== null))),
    h('h1', { id: 'page-title', tabindex: -1 }, title),
    about && h('p.prose', {}, about),
  );
}

/** @param {Names} names @param {boolean} hasLesson */
function controls(names, hasLesson) {
  const alone = document.documentElement.dataset.view === 'text';
  /** @param {string} id @param {string} what @param {string} words */
  const opener = (id, what, words) => h('button', { type: 'button', id, 'data-do': 'act', 'data-act': what }, words);
  return [
    hasPanels() &&
      h('button', { type: 'button', id: 'view', 'data-do': alone ? 'panels' : 'textAlone' }, alone ? 'Show the panels' : 'Hide the panels'),
    themeChoice(names),
    sizeChoice(names),
    h('button', { type: 'button', id: 'projector', 'data-do': 'projector', 'aria-pressed': String(look.isProjected()) }, names.projector),
    opener('find', 'palette', names.search_commands),
    opener('keys', 'shortcuts', names.shortcuts),
    opener('take-tour', 'tour', names.tour),
    hasLesson && opener('print', 'print', names.print),
  ];
}

/** @param {Names} names */
function themeChoice({ theme, themes }) {
  const now = document.documentElement.dataset.theme ?? '';
  const options = themes.map(({ word, title }) => h('option', { value: word, selected: word === now }, title));
  return h('label.inline', { for: 'theme' }, theme, h('select', { id: 'theme', 'data-theme-choice': true }, options));
}

/** @param {Names} names */
function sizeChoice({ text_size: words }) {
  const now = look.size();
  const options = look.sizes.map((each) =>
    h('option', { value: each, selected: Math.abs(each - now) < 0.01 }, `${Math.round(each * 100)} %`),
  );
  return h('label.inline', { for: 'text-size' }, words, h('select', { id: 'text-size', 'data-size-choice': true }, options));
}

/** The sections, and what was done last; beside them where there is room. @param {Model} model */
export function sidebar({ scenario, header, names }) {
  if (!scenario) return null;
  return h(
    'div.side-bar',
    { id: 'side-bar' },
    h('nav', { 'aria-label': 'Sections' }, h('ol', {}, header.sections.map(entry))),
    h(
      'div.steps',
      { role: 'group', 'aria-label': 'Undo and redo' },
      step('undo', header.undo),
      step('redo', header.redo),
      h(
        'button',
        {
          type: 'button',
          id: 'reset',
          'data-command': 'reset',
          'aria-disabled': header.can_start_again ? null : 'true',
          title: names.start_again_about,
        },
        names.start_again,
      ),
    ),
  );
}

/** @param {HeaderSection} section */
const entry = ({ word, title, count }) =>
  h('li', {}, h('a', { href: `#${word}`, 'data-go': `${word}-title` }, title), count && h('span.count', {}, ` ${count}`));

// Not `disabled`: the button that was just used must not lose the focus.
/** @param {string} id @param {StepButton} button */
const step = (id, { label, step: name }) =>
  h(
    'button',
    { type: 'button', id, 'data-do': id, 'aria-disabled': name ? null : 'true' },
    label,
    name && h('span.step-name', {}, ` ${name}`),
  );

export const actions = {
  undo: (/** @type {Page} */ page) => page.perform('undo'),
  redo: (/** @type {Page} */ page) => page.perform('redo'),
  textAlone(/** @type {Page} */ page) {
    look.showView('text');
    remember('view', 'text');
    page.render();
  },
  panels(/** @type {Page} */ page) {
    look.showView('panels');
    remember('view', 'panels');
    if (location.hash === '#text-page') location.hash = '';
    page.render();
    document.getElementById('canvas')?.focus();
  },
  act: (/** @type {Page} */ page, /** @type {HTMLElement} */ element) =>
    act(page, /** @type {import('./bridge.js').ActWord} */ (element.dataset.act)),
  projector: (/** @type {Page} */ page) => look.showProjector(page),
  textSize: (/** @type {Page} */ page, /** @type {HTMLSelectElement} */ element) => look.showSize(page, Number(element.value)),
  theme(/** @type {Page} */ page, /** @type {HTMLSelectElement} */ element) {
    look.showTheme(element.value);
    remember('theme', element.value);
    page.engine.useTheme(element.value);
  },
};
