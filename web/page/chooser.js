// @ts-check
// A form of one line: something is chosen from a list, and buttons say what to do with it.
import { h } from './dom.js';

/**
 * @param {{form: string, id: string}} names  what is done when it is sent (textpage.js), and its id
 * @param {{words: string, id: string, name: string}} list  what stands before the list, its id, and its name in the form
 * @param {(Node | Node[])[]} options
 * @param {...*} buttons  the first sends it
 */
export function chooser({ form, id }, list, options, ...buttons) {
  return h(
    'form',
    { 'data-form': form, 'data-draft': true, id },
    h(
      'p.bar.of-field',
      {},
      h('label', { for: list.id }, `${list.words} `, h('select', { id: list.id, name: list.name }, options)),
      buttons,
    ),
  );
}
