// @ts-check
// The end of the page: the engine ran out of memory, or broke off. The document says so, without the engine, and offers to
// load the page again: what was kept before comes back.

/** What the browsers and the compiler say where memory is at its end. @param {string} words */
const isMemory = (words) => /memory|OOM|Invalid (array|typed array) length|unreachable/i.test(words);

/** Whether an error is the engine's end, and not a mistake of the page. @param {unknown} error */
export const isFatal = (error) =>
  (typeof WebAssembly === 'object' && error instanceof WebAssembly.RuntimeError) ||
  (error instanceof RangeError && isMemory(error.message));

/** @param {unknown} error */
export function tellFatal(error) {
  const words = error instanceof Error ? error.message : String(error);
  const box = document.getElementById('fatal');
  if (!isFatal(error) || !box?.hidden) return;
  const what = document.getElementById('fatal-what');
  if (what) what.textContent = isMemory(words) ? 'The page has run out of memory.' : `The simulation broke off: ${words}.`;
  box.hidden = false;
}

/** Errors of the panels reach nobody else. */
export function listenForFatal() {
  window.addEventListener('error', ({ error }) => tellFatal(error));
  window.addEventListener('unhandledrejection', ({ reason }) => tellFatal(reason));
}
