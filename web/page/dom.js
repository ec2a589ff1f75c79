// @ts-check
// Elements from a few words, and a live tree brought up to date with a fresh one.
//
// A section of the text page is written as if it were drawn anew each time; `morph` then changes only what differs, so
// that focus, the caret, the scroll position and what a screen reader has under its cursor stay where they are.
// Children with an id are matched by it, labels by the id of their control, others by their place.
//
// Texts come from files that anybody may have written. What nobody sees, or what turns the text around it, is shown as U+FFFD
// (shown.js); what is written from right to left stands in a <bdi>, so that it turns nothing but itself.
import { inDirections, shown } from './shown.js';

const svgTags = new Set(['svg', 'path', 'circle', 'polygon']);
/** Elements that hold text alone. */
const textTags = new Set(['option', 'title', 'textarea', 'text']);
/** Attributes that are read out, or shown, as text. */
const spoken = new Set(['aria-label', 'aria-description', 'title', 'placeholder', 'alt']);

/** Fields in which somebody's text stands as it was typed: it has its own direction. */
const isTextField = (/** @type {string} */ tag, /** @type {Attributes} */ attributes) =>
  tag === 'textarea' || (tag === 'input' && /^(text|search)$/.test(String(attributes.type ?? 'text')));

/** Appends a text to an element. @param {Element} element @param {string} tag @param {string} text */
function appendText(element, tag, text) {
  const clean = tag === 'textarea' ? text : shown(text); // what is typed stays as it was typed
  const parts = inDirections(clean);
  // These can hold no element. An option can have a direction of its own.
  if (textTags.has(tag) || svgTags.has(tag)) {
    if (tag === 'option' && parts[0]?.isolated) element.setAttribute('dir', 'auto');
    element.append(clean);
    return;
  }
  if (clean === '') element.append('');
  for (const part of parts) element.append(part.isolated ? isolated(part.text) : part.text);
}

/** @param {string} text */
function isolated(text) {
  const element = document.createElement('bdi');
  element.append(text);
  return element;
}

/**
 * An element: h('button.primary', {type: 'button', disabled: false}, 'Run'). An attribute that is false, null or
 * undefined is left out, one that is true is empty; children that are false, null or undefined are left out.
 *
 * @template {string} Name
 * @param {Name} name  a tag, with classes after dots
 * @param {Attributes} [attributes]
 * @param {...*} children  nodes, texts, numbers, or lists of them
 * @returns {Named<Name>}
 */
export function h(name, attributes = {}, ...children) {
  const [tag, ...classes] = name.split('.');
  const element = svgTags.has(tag) ? document.createElementNS('http://www.w3.org/2000/svg', tag) : document.createElement(tag);
  if (classes.length > 0) element.setAttribute('class', classes.join(' '));
  if (isTextField(tag, attributes)) element.setAttribute('dir', 'auto');
  // The words beside a bar say how far it is. A screen reader would read each step of the bar over everything else.
  if (tag === 'progress') element.setAttribute('aria-hidden', 'true');
  for (const [key, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    element.setAttribute(key, value === true ? '' : spoken.has(key) ? shown(String(value)) : String(value));
  }
  for (const child of children.flat(Infinity)) {
    if (child === false || child === null || child === undefined) continue;
    if (child instanceof Node) element.append(child);
    else appendText(element, tag, String(child));
  }
  return /** @type {Named<Name>} */ (element);
}

/**
 * Makes the children of an element equal to the wanted nodes, some of which become its own.
 *
 * @param {Element} parent
 * @param {Iterable<Node>} wantedNodes
 */
export function morph(parent, wantedNodes) {
  const focused = document.activeElement;
  morphChildren(parent, [...wantedNodes]);
  // A node that changed its place among its siblings has lost the focus on the way.
  if (focused instanceof HTMLElement && focused !== document.activeElement && focused.isConnected) focused.focus();
}

/** What a child is matched by; a label has its control's name. @param {Node} node */
function keyOf(node) {
  if (!(node instanceof Element)) return '';
  return node.id || (node.hasAttribute('for') ? `for ${node.getAttribute('for')}` : '');
}

/** @param {Element} parent @param {Node[]} wantedNodes */
function morphChildren(parent, wantedNodes) {
  const wantedKeys = new Set(wantedNodes.map(keyOf));
  /** @type {Map<string, ChildNode>} */
  const liveByKey = new Map();
  for (const child of [...parent.childNodes]) {
    const key = keyOf(child);
    if (key && wantedKeys.has(key)) liveByKey.set(key, child);
    else if (key) child.remove();
  }

  let at = parent.firstChild;
  for (const wanted of wantedNodes) {
    const key = keyOf(wanted);
    const live = key ? liveByKey.get(key) : at && !keyOf(at) && at.nodeName === wanted.nodeName ? at : undefined;
    if (!live) {
      parent.insertBefore(wanted, at);
    } else if (live.nodeName !== wanted.nodeName) {
      if (live === at) at = at.nextSibling;
      live.replaceWith(wanted);
    } else {
      if (live === at) at = at.nextSibling;
      else parent.insertBefore(live, at);
      morphNode(live, wanted);
    }
  }
  while (at) {
    const next = at.nextSibling;
    at.remove();
    at = next;
  }
}

/** @param {Node} live @param {Node} wanted  of the same name */
function morphNode(live, wanted) {
  if (live === wanted) return; // it stays as it is
  if (!(live instanceof Element && wanted instanceof Element)) {
    if (live.nodeValue !== wanted.nodeValue) live.nodeValue = wanted.nodeValue;
    return;
  }
  const changed = morphAttributes(live, wanted);
  if (live instanceof HTMLSelectElement && chosenIn(live) !== chosenIn(wanted)) changed.add('value');
  morphChildren(live, [...wanted.childNodes]);
  keepControl(live, wanted, changed);
}

/** @param {Element} live @param {Element} wanted @returns {Set<string>} the names of the attributes that changed */
function morphAttributes(live, wanted) {
  const changed = new Set();
  for (const { name } of [...live.attributes]) {
    // Whether a disclosure is open is the user's.
    if (!wanted.hasAttribute(name) && !(name === 'open' && live.nodeName === 'DETAILS')) {
      live.removeAttribute(name);
      changed.add(name);
    }
  }
  for (const { name, value } of wanted.attributes) {
    if (live.getAttribute(name) === value || (name === 'open' && live.nodeName === 'DETAILS')) continue;
    live.setAttribute(name, value);
    changed.add(name);
  }
  return changed;
}

/** What the session says is chosen, whatever the user has chosen since. @param {Element} select */
const chosenIn = (select) => /** @type {HTMLOptionElement | null} */ (select.querySelector('option[selected]'))?.value;

/**
 * A control shows what the session says: after a refusal it is put back. In a form marked data-draft the user is still
 * at it, and a control is put back only when what the session says has changed, or where it is marked data-steady.
 * @param {Element} live
 * @param {Element} wanted
 * @param {Set<string>} changed
 */
function keepControl(live, wanted, changed) {
  const draft = live.closest('[data-draft]') !== null && !live.hasAttribute('data-steady');
  if (live instanceof HTMLInputElement && wanted instanceof HTMLInputElement) {
    if (live.type === 'checkbox' || live.type === 'radio') {
      if (!draft || changed.has('checked')) live.checked = wanted.checked;
    } else if (live.type !== 'file' && (!draft || changed.has('value')) && live.value !== wanted.value) {
      live.value = wanted.value;
    }
  } else if (
    live instanceof HTMLSelectElement &&
    wanted instanceof HTMLSelectElement &&
    (!draft || changed.has('value')) &&
    live.value !== wanted.value
  ) {
    live.value = wanted.value;
  }
}
