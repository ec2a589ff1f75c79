// @ts-check
// What is done on the text page: one listener for each kind of event, which finds the control by its data-attributes
// (textpage.js) and has its section's action done.
//
// They listen to the document, not to the text page's element: within an element that listens for clicks, screen readers call
// every heading and paragraph clickable.
import * as grid from './grid.js';

/** @typedef {Record<string, ((page: Page, element: *, event: *) => unknown) | undefined>} Actions */

/** @param {Page} page @param {HTMLElement} host  the text page's @param {Actions} actions  by their names */
export function listen(page, host, actions) {
  /** @param {string} name @param {Element} element @param {Event} event */
  const perform = (name, element, event) => actions[name]?.(page, element, event);
  /** @template {Event} E @param {string} type @param {(target: Element, event: E) => void} act @param {boolean} [captures] */
  const on = (type, act, captures = false) =>
    document.addEventListener(
      type,
      (event) => {
        const { target } = event;
        if (target instanceof Element && host.contains(target)) act(target, /** @type {*} */ (event));
      },
      captures,
    );

  on('click', (target, event) => {
    const element = clicked(page, target, (name, element) => perform(name, element, event));
    if (element instanceof HTMLAnchorElement) event.preventDefault();
  });
  on('change', (target, event) => changed(page, /** @type {HTMLInputElement} */ (target), (name) => perform(name, target, event)));
  on('toggle', (target) => toggled(page, /** @type {HTMLDetailsElement} */ (target)), true); // it doesn't bubble
  on('input', (target, event) => {
    const { filter } = /** @type {HTMLElement} */ (target).dataset;
    if (filter) perform(filter, target, event);
  });
  on('submit', (target, event) => {
    event.preventDefault();
    perform(/** @type {HTMLElement} */ (target).dataset.form ?? '', target, event);
  });
  on('keydown', (_, /** @type {KeyboardEvent} */ event) => grid.onKey(event));
  on('focusin', (_, /** @type {FocusEvent} */ event) => grid.onFocus(page, event));
  window.addEventListener('hashchange', () => {
    if (location.hash === '#text-page') page.showAlone();
    else page.openLink();
  });
}

/** Returns the control, if there is one. @param {Page} page @param {Element} target @param {(name: string, element: HTMLElement) => void} perform */
function clicked(page, target, perform) {
  const element = /** @type {HTMLElement | null} */ (target.closest('[data-command], [data-do], [data-go]'));
  if (!element || element instanceof HTMLInputElement) return null;
  const { command, then, do: action } = element.dataset;
  if (command) {
    page.command(command);
    if (then && !element.isConnected) page.focus(then);
  } else {
    perform(action || 'go', element);
  }
  return element;
}

/** @param {Page} page @param {HTMLInputElement} target @param {(name: string) => void} perform */
function changed(page, target, perform) {
  const { dataset } = target;
  if (dataset.command) page.command(dataset.command);
  else if ('member' in dataset) perform('member');
  else if ('ask' in dataset) perform('askChoice');
  else if (dataset.choice) perform(dataset.choice);
  else if ('themeChoice' in dataset) perform('theme');
  else if ('sizeChoice' in dataset) perform('textSize');
  else if ('file' in dataset) page.files.take(target);
  else if (dataset.do) perform(dataset.do);
  else if (dataset.toggle) {
    page.state[dataset.toggle] = target.checked;
    page.render();
  }
}

/** A part was unfolded, or folded. @param {Page} page @param {HTMLDetailsElement} details */
function toggled(page, { open, dataset }) {
  const { predicting } = dataset;
  if (predicting === undefined || page.state.predicting.has(predicting) === open) return;
  if (open) page.state.predicting.add(predicting);
  else page.state.predicting.delete(predicting);
  page.render();
}
