// Writes web/page/invisible_tables.js, which web/page/shown.js reads, from the tables that the engine has: both treat the
// same characters alike.
//
//   node scripts/invisible-page.mjs > web/page/invisible_tables.js
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const header = readFileSync(join(dirname(fileURLToPath(import.meta.url)), '../sim/scenario/invisible_tables.h'), 'utf8');

/** The first and last code point of each range of a table. @param {string} name @returns {[number, number][]} */
function ranges(name) {
  const body = new RegExp(`Range ${name}\\[\\] = \\{([^;]*)\\};`).exec(header)?.[1] ?? '';
  return [...body.matchAll(/\{0x([\dA-F]+),0x([\dA-F]+)\}/g)].map(([, first, last]) => [parseInt(first, 16), parseInt(last, 16)]);
}

/** For each range, in base 36, how far it begins behind the one before, and how many more than one it has. @param {string} name */
function packed(name) {
  let at = 0;
  const parts = ranges(name).map(([first, last]) => {
    const gap = first - at;
    at = last;
    return `${gap.toString(36)}${last > first ? `.${(last - first).toString(36)}` : ''}`;
  });
  if (parts.length === 0) throw new Error(`sim/scenario/invisible_tables.h has no table ${name}`);
  return parts.join(' ');
}

const tables = {
  joining: 'letters and marks of the scripts that join',
  mongolian: 'letters and marks of the Mongolian script',
  pictures: 'what an emoji can be made of',
  skin_tones: 'the modifiers of emoji',
  presented: 'what can be shown as text or as emoji, but for digits, # and *',
};

console.log(`// @ts-check
// Made by scripts/invisible-page.mjs from sim/scenario/invisible_tables.h. Don't edit it: run that again.
//
// Each table is a row of ranges in base 36: how far each begins behind the end of the one before, and, after a dot, how many
// more characters than one it has.
`);
for (const [name, words] of Object.entries(tables)) {
  const id = name.replace(/_(.)/g, (_, letter) => letter.toUpperCase());
  console.log(`/** ${words[0].toUpperCase()}${words.slice(1)}. */\nexport const ${id} =\n  '${packed(name)}';`);
}
