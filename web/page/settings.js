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

/** @param {string} key @param {string} value */
export function remember(key, value) {
  try {
    localStorage.setItem(`need-to-know.${key}`, value);
  } catch {
    // not remembered
  }
}
