// @ts-check
// What the browser remembers of how the page is to look. An embedded page may be refused any memory: then nothing is
// remembered, and nothing else is lost.

/** @param {string} key @returns {string | null} */
export function remembered(key) {
  try {
    return localStorage.getItem(`need-to-know.${key}`);
  } catch {
    return null;
  }
}

/** Null forgets it. @param {string} key @param {string | null} value */
export function remember(key, value) {
  try {
    if (value === null) localStorage.removeItem(`need-to-know.${key}`);
    else localStorage.setItem(`need-to-know.${key}`, value);
  } catch {
    // not remembered
  }
}
