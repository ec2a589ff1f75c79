// @ts-check
// The one live region: what just happened, for who does not see the page change. It is also the line at the foot of the
// page, so that nobody has to scroll to learn it.
import { h } from './dom.js';

/** @returns {{element: Element, say: (text: string, refused?: boolean) => void}} */
export function createAnnouncer() {
  const words = h('p', {});
  const element = h('div.said', { id: 'said', role: 'status' }, words);
  return {
    element,
    say(text, refused = false) {
      element.classList.toggle('is-refused', refused);
      // A new node each time: a text that is said twice is read twice.
      element.replaceChildren(h('p', {}, text));
    },
  };
}

/**
 * An answer of the engine in a sentence.
 * @param {import('./engine.js').Answer} answer
 */
export function inWords(answer) {
  if (answer.ok) return answer.message;
  const sentence = `Not done: ${answer.message}.`;
  return answer.help ? `${sentence} What helps: ${answer.help}.` : sentence;
}
