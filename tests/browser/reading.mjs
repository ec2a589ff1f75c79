// The document as somebody meets it who does not see it: by the Tab key, and as axe finds it.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const rulesOfColour = ['color-contrast', 'link-in-text-block'];

async function findings(dom, within, runOnly) {
  if (!(await dom.evaluate(() => Boolean(globalThis.axe)))) await dom.evaluate(axe);
  const { violations } = await dom.evaluate(
    ([place, only]) => globalThis.axe.run(place, { runOnly: only, resultTypes: ['violations'] }),
    [within, runOnly],
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html, target }) => `${target}: ${html.slice(0, 200)}`).join('\n    ')}`);
}

/** What axe finds wrong in the document, or within a selector, a text for each rule; none of it should be. */
export const accessibilityFindings = (dom, within = 'html') => findings(dom, within, rules);

const colours = {
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  'high contrast': { colorScheme: 'light', contrast: 'more' },
};

/** The same in all colours that the system may ask for. What no colour changes is looked for once. */
export async function findingsInAllColours(dom, within = 'html') {
  const all = [];
  for (const [name, media] of Object.entries(colours)) {
    await dom.emulateMedia({ contrast: 'no-preference', ...media });
    for (const each of await findings(dom, within, name === 'light' ? rules : rulesOfColour)) all.push(`${name}: ${each}`);
  }
  return all;
}

/** In the page: which way it is by Tab to the nearest element of a selector, and over about how many stops. */
function wayTo(selector) {
  const here = document.activeElement;
  if (here.matches(selector)) return null;
  const follows = (a, b) => Boolean(a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING);
  const wanted = [...document.querySelectorAll(selector)];
  const back = wanted.some((each) => follows(each, here));
  const [from, to] = back ? [wanted.findLast((each) => follows(each, here)), here] : [here, wanted[0]];
  const stops = /** @type {HTMLInputElement[]} */ ([
    ...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]'),
  ]).filter(
    (each) =>
      !each.disabled &&
      each.tabIndex >= 0 &&
      (each.type !== 'radio' || each.checked) &&
      each.checkVisibility() &&
      follows(from, each) &&
      (!to || follows(each, to)),
  );
  return { key: back ? 'Shift+Tab' : 'Tab', stops: stops.length };
}

/** Walks by Tab, the way that is shorter, to what the selector names. */
export async function tabTo(dom, selector) {
  let before;
  let inSteps = false;
  for (let presses = 0; presses < 600;) {
    const way = await dom.evaluate(wayTo, selector);
    if (!way) return;
    inSteps ||= before !== undefined && way.key !== before; // gone too far
    before = way.key;
    const count = inSteps ? 1 : Math.min(way.stops, 40) + 1;
    // Not one by one: each would wait for a frame.
    await Promise.all(Array.from({ length: count }, () => dom.keyboard.press(way.key)));
    presses += count;
  }
  assert.fail(`Tab does not reach ${selector}`);
}

/** Brings the focus to it at once; of radio buttons, to the one that Tab would come to. */
export async function jumpTo(dom, selector) {
  await dom.locator(selector).first().waitFor();
  const reached = await dom.evaluate((selector) => {
    const wanted = [...document.querySelectorAll(selector)].filter((each) => each.checkVisibility());
    const [first] = wanted;
    (first?.type === 'radio' ? (wanted.find((each) => each.checked) ?? first) : first)?.focus();
    return document.activeElement.matches(selector);
  }, selector);
  assert.ok(reached, `the focus does not come to ${selector}`);
}

/** Walks there and presses it. */
export async function pressBy(dom, selector, key = 'Enter') {
  await tabTo(dom, selector);
  await dom.keyboard.press(key);
}
