// @ts-check
// How the page looks: colours, the size of text and the projector mode, which both views share, and which view is seen.
import { remember, remembered } from './settings.js';

export const sizes = [0.85, 1, 1.15, 1.35, 1.6, 2];
const projectorSize = 1.6;

const root = document.documentElement;
export const size = () => Number(remembered('text-size')) || Number(root.dataset.size) || 1;
export const isProjected = () => root.dataset.projector === 'on';

/** Applies what is remembered of theme, view and size. */
export function restore() {
  showTheme(remembered('theme') ?? '');
  restoreSize();
  if (location.hash === '#text-page' || remembered('view') === 'text') showView('text');
}

/** @param {string} theme  its word; empty: that of the system */
export function showTheme(theme) {
  if (theme === '') delete root.dataset.theme;
  else root.dataset.theme = theme;
}

/** `text` hides the panels; otherwise the text page stands below them. @param {string} view */
export function showView(view) {
  root.dataset.view = view;
}

/** What is remembered; or, where nothing can be, what was last chosen. */
function restoreSize() {
  const projected = remembered('projector') === 'on';
  if (projected) root.dataset.projector = 'on';
  write(size());
}

/** @param {number} scale */
function write(scale) {
  root.dataset.size = String(scale);
  const shown = isProjected() ? Math.max(projectorSize, scale) : scale;
  root.style.fontSize = shown === 1 ? '' : `${Math.round(shown * 100)}%`;
}

/** The size beside the one of now. @param {string} word  "larger" or "smaller" */
export function sizeBeside(word) {
  const now = size();
  return word === 'larger'
    ? (sizes.find((each) => each > now + 0.01) ?? now)
    : ([...sizes].reverse().find((each) => each < now - 0.01) ?? now);
}

/** Chosen on the text page or in the palette; both views use it. @param {Page} page @param {number} scale */
export function showSize(page, scale) {
  remember('text-size', String(scale));
  write(scale);
  page.engine.act('size', String(scale));
  page.update();
  page.say(`Text size: ${Math.round(scale * 100)} per cent.`);
}

/** @param {Page} page */
export function showProjector(page, on = !isProjected()) {
  useProjector(on);
  remember('projector', on ? 'on' : null);
  page.engine.act('projector', on ? 'on' : 'off');
  page.update();
  page.say(on ? 'Projector mode is on: large type.' : 'Projector mode is off.');
}

/** @param {boolean} on */
function useProjector(on) {
  if (on) root.dataset.projector = 'on';
  else delete root.dataset.projector;
  write(size());
}

/** A setting that was chosen at the panels. @param {string} key @param {string} value */
export function settingKept(key, value) {
  if (key === 'need-to-know.text-size') write(Number(value) || 1);
  if (key === 'need-to-know.projector') useProjector(value === 'on');
}
