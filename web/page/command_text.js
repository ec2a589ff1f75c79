// @ts-check
// Pieces of commands (sim/session/command.h).

/** A text as it stands in a command: as it is where it is made of letters, digits and the like, else in quotes. @param {string} text */
export function quoted(text) {
  return /^[\w:,.-]+$/.test(text) ? text : `"${text.replace(/["\\]/g, '\\$&')}"`;
}
