// @ts-check
// Marks: the small shapes that stand beside a word and say the same as it does, so that colour never says it alone.
// They are those of the canvas (web/canvas/ui/mark.h).
import { h } from './dom.js';

const disc = () => h('circle', { cx: 10, cy: 10, r: 9, class: 'solid' });
/** @param {string} d @param {Attributes} [attributes] */
const stroke = (d, attributes = {}) => h('path', { d, ...attributes });

/** @type {Record<string, () => Element[]>} */
const shapes = {
  permit: () => [disc(), stroke('M5.4 10.3l3.2 3.2 6-6.6', { class: 'cut' })],
  partial: () => [h('circle', { cx: 10, cy: 10, r: 8.2 }), h('path', { d: 'M10 1.8a8.2 8.2 0 0 0 0 16.4z', class: 'solid' })],
  deny: () => [
    h('polygon', { points: '6.2,.8 13.8,.8 19.2,6.2 19.2,13.8 13.8,19.2 6.2,19.2 .8,13.8 .8,6.2', class: 'solid' }),
    stroke('M6.4 6.4l7.2 7.2M13.6 6.4l-7.2 7.2', { class: 'cut' }),
  ],
  not_run: () => [h('circle', { cx: 10, cy: 10, r: 8.2, 'stroke-dasharray': '3.6 2.8' })],
  outdated: () => [h('circle', { cx: 10, cy: 10, r: 8.2 }), stroke('M10 5v5.4l3.4 2.2')],
  pass: () => [stroke('M3 10.6l4.4 4.6L17 5')],
  fail: () => [stroke('M4 4l12 12M16 4L4 16')],
  'n/a': () => [stroke('M5 10h10')],
  own: () => [stroke('M3.5 16.5l.8-3.6L13.6 3.6l2.8 2.8-9.3 9.3z')],
  lock: () => [h('path', { d: 'M3.4 9h13.2v9.4H3.4z', class: 'solid' }), stroke('M6 9V6a4 4 0 0 1 8 0v3')],
  up: () => [stroke('M4 13l6-6 6 6')],
  down: () => [stroke('M4 7l6 6 6-6')],
  unsorted: () => [stroke('M5.5 7.5L10 3l4.5 4.5M5.5 12.5L10 17l4.5-4.5')],
};

/** @param {string} name @returns {Element} */
export function mark(name) {
  return h('svg.mark', { viewBox: '0 0 20 20', 'aria-hidden': 'true', focusable: 'false' }, shapes[name]());
}

/**
 * A mark and its word.
 * @param {string} name  of the mark, and of the colour
 * @param {string} words
 */
export function badge(name, words) {
  return h(`span.badge.is-${name}`, {}, mark(name), ' ', words);
}
