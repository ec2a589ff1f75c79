// @ts-check
// How far loading is, for the script that watches it (boot.js).

/** Something has arrived, or was done. */
export const madeProgress = () => document.dispatchEvent(new Event('ntk-progress'));

/** Loading has ended, well or not. */
export const endedLoading = () => document.dispatchEvent(new Event('ntk-ready'));

/** Resolves when the user would rather have the text page than wait for the panels. @returns {Promise<void>} */
export const textPageWanted = () => new Promise((resolve) => document.addEventListener('ntk-text-page', () => resolve(), { once: true }));

/** Whether an error is one of WebAssembly's, of that name. @param {unknown} error @param {'CompileError' | 'LinkError'} name */
const isOfWebAssembly = (error, name) => typeof WebAssembly === 'object' && error instanceof WebAssembly[name];

/** Why the panels' part of the page can't be used, for its user. @param {unknown} error */
export function whyNoPanels(error) {
  const words = error instanceof Error ? error.message : String(error);
  if (/content.security.policy|blocked by CSP|unsafe-eval/i.test(words))
    return 'the security policy of this site, or of this browser, forbids WebAssembly';
  if (/memory|OOM/i.test(words)) return 'there isn’t enough memory for them';
  if (isOfWebAssembly(error, 'CompileError')) return 'a part of them arrived incomplete, or isn’t what it should be';
  if (isOfWebAssembly(error, 'LinkError')) return 'their parts are of different versions';
  if (error instanceof TypeError) return `a part of them didn’t arrive (${words})`;
  return words;
}
