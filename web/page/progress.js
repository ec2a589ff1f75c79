// @ts-check
// Work that the engine does a step at a time while it is shown: how far it is, a button that holds it, and its next steps
// while the browser has nothing else to do.
import { h } from './dom.js';

/**
 * How far it is, in words and as a bar, and the button.
 * @param {string} id
 * @param {{per_cent: number, progress: string}} state
 * @param {{words: string} & Attributes} button  its words and attributes
 */
export function progressBar(id, { per_cent: done, progress: words }, { words: press, ...attributes }) {
  return h(
    'div.bar',
    { id: `${id}-progress` },
    // It says no more than the words, and would be read out at every change.
    h('progress', { id: `${id}-bar`, max: 100, value: done, 'aria-hidden': 'true' }),
    h('span', { id: `${id}-words` }, words),
    h('button', { type: 'button', id: `${id}-hold`, ...attributes }, press),
  );
}

const going = new Set();

/**
 * Goes on, unless it does already.
 *
 * @param {string} id  the bar's
 * @param {() => boolean} isShown  whether it is still wanted
 * @param {() => {working: boolean, per_cent: number, progress: string} | undefined} step  does a little, and says how far it is
 * @param {() => void} ended  after the last step
 */
export function goOn(id, isShown, step, ended) {
  if (going.has(id)) return;
  going.add(id);
  setTimeout(() => {
    going.delete(id);
    if (!isShown()) return;
    const value = step();
    if (!value?.working) {
      ended();
      return;
    }
    const bar = /** @type {HTMLProgressElement | null} */ (document.getElementById(`${id}-bar`));
    if (bar) bar.value = value.per_cent;
    const words = document.getElementById(`${id}-words`);
    if (words) words.textContent = value.progress;
    goOn(id, isShown, step, ended);
  });
}
