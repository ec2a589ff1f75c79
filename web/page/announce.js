// @ts-check
// The one live region: what just happened, for who does not see the page change. It is also the line at the foot of the
// page, so that nobody has to scroll to learn it.
//
// The line is seen at once, and is told to screen readers a moment later: a message that changes together with a large part of
// the page, or right behind it, is lost among all that changed.
import { h } from './dom.js';

/** @returns {{element: Element, say: (text: string, refused?: boolean) => void}} */
export function createAnnouncer() {
  const element = h('div.said', { id: 'said', role: 'status' }, h('p', {}));
  const afterRendering = createPatience();
  let latest = 0;
  return {
    element,
    say(text, refused = false) {
      const turn = ++latest;
      element.classList.toggle('is-refused', refused);
      element.replaceChildren(h('p', { 'aria-hidden': 'true' }, text));
      // A long message can be scrolled, by the keyboard too.
      if (element.scrollHeight > element.clientHeight) element.setAttribute('tabindex', '0');
      else element.removeAttribute('tabindex');
      // A new node each time: a text that is said twice is read twice.
      afterRendering(() => turn === latest && element.replaceChildren(h('p', {}, text)));
    },
  };
}

/**
 * Milliseconds until what has changed is heard: a reader is told of each change by itself, and drops whatever comes before it has
 * worked through them. @param {number} changes
 */
const pauseAfter = (changes) => Math.min(200 + 4 * changes, 2000);

/** Calls back in a task of its own, once what changes now has been drawn and heard. Returns a function that takes the call. */
function createPatience() {
  let changes = 0;
  const count = (/** @type {MutationRecord[]} */ records) => (changes += records.length);
  new MutationObserver(count).observe(document.body, { childList: true, characterData: true, subtree: true });
  return (/** @type {() => unknown} */ act) => {
    changes = 0;
    let isDue = false;
    const once = () => {
      if (!isDue) setTimeout(act, pauseAfter(changes));
      isDue = true;
    };
    requestAnimationFrame(() => setTimeout(once));
    setTimeout(once, 500); // a tab in the background has no frames
  };
}

/**
 * An answer of the engine in a sentence.
 * @param {{ok: boolean, message: string, help?: string}} answer
 */
export function inWords(answer) {
  if (answer.ok) return answer.message;
  const sentence = `Couldn’t do that: ${answer.message}.`;
  return answer.help ? `${sentence} What helps: ${answer.help}.` : sentence;
}
