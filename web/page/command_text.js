// Pieces of commands (sim/session/command.h).

/** A text as it stands in a command: in quotes where it has spaces in it. */
export function quoted(text) {
  return /^[^\s"\\#]+$/.test(text) ? text : `"${text.replace(/["\\]/g, '\\$&')}"`;
}
