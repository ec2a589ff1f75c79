// Writes sim/scenario/invisible_tables.h, which sim/scenario/invisible.cpp reads: the characters that have no shape of their
// own, and those behind which one of them is of use. The data are the Unicode Character Database's, from Debian's package
// unicode-data.
//
//   node scripts/invisible-tables.mjs [FOLDER] [> sim/scenario/invisible_tables.h]      FOLDER: /usr/share/unicode
import { readFileSync } from 'node:fs';

const folder = process.argv[2] ?? '/usr/share/unicode';
const text = (name) => readFileSync(`${folder}/${name}`, 'utf8');
/** The rows of a file, each a list of its fields. @param {string} name */
const rows = (name) =>
  text(name)
    .split('\n')
    .map((line) => line.replace(/#.*/, '').trim())
    .filter(Boolean)
    .map((line) => line.split(';').map((field) => field.trim()));
const number = (code) => parseInt(code, 16);
/** The rows of a file, each with the code points that its first field names. */
const ranges = (name) =>
  rows(name).map(([range, ...fields]) => {
    const [first, last = first] = range.split('..').map(number);
    return { codes: Array.from({ length: last - first + 1 }, (_, at) => first + at), fields };
  });
/** The code points of which a file says so. */
const those = (name, fits) => new Set(ranges(name).flatMap(({ codes, fields }) => (fits(...fields) ? codes : [])));
const version = text('DerivedCoreProperties.txt').match(/DerivedCoreProperties-([\d.]+)\.txt/)[1];

// ---- scripts whose letters join -------------------------------------------------------------------------------------
const scripts = new Map(ranges('Scripts.txt').flatMap(({ codes, fields }) => codes.map((code) => [code, fields[0]])));
const joins = new Set();
for (const code of those('extracted/DerivedJoiningType.txt', (type) => type === 'D')) joins.add(scripts.get(code));
for (const code of those('IndicSyllabicCategory.txt', (kind) => kind === 'Virama' || kind === 'Invisible_Stacker'))
  joins.add(scripts.get(code));

const shortNames = new Map(
  rows('PropertyValueAliases.txt')
    .filter(([property]) => property === 'sc')
    .map(([, short, long]) => [short, long]),
);
// Marks and strokes that several scripts have in common; all of these have to join.
const shared = those('ScriptExtensions.txt', (names) => names.split(' ').every((name) => joins.has(shortNames.get(name))));

const ignorable = those('DerivedCoreProperties.txt', (property) => property === 'Default_Ignorable_Code_Point');
const lettersAndMarks = those('extracted/DerivedGeneralCategory.txt', (category) => /^[LM]/.test(category));
const joining = [...lettersAndMarks].filter((code) => !ignorable.has(code) && (joins.has(scripts.get(code)) || shared.has(code)));
const mongolian = [...lettersAndMarks].filter((code) => !ignorable.has(code) && scripts.get(code) === 'Mongolian');
const pictures = those('emoji/emoji-data.txt', (property) => property === 'Extended_Pictographic');
const modifiers = those('emoji/emoji-data.txt', (property) => property === 'Emoji_Modifier');
const keys = new Set([...'0123456789#*'].map((each) => each.codePointAt(0)));
const presented = new Set(
  rows('emoji/emoji-variation-sequences.txt')
    .map(([sequence]) => sequence.split(' '))
    .filter(([, selector]) => selector === 'FE0F')
    .map(([base]) => number(base))
    .filter((code) => !keys.has(code)),
);

// ---- the file -------------------------------------------------------------------------------------------------------
const hex = (code) => `0x${code.toString(16).toUpperCase()}`;
function table(name, comment, codes) {
  const stretches = [];
  for (const code of [...codes].sort((a, b) => a - b)) {
    if (stretches.at(-1)?.[1] === code - 1) stretches.at(-1)[1] = code;
    else stretches.push([code, code]);
  }
  let body = '';
  let line = '   ';
  for (const [first, last] of stretches) {
    const item = ` {${hex(first)},${hex(last)}},`;
    if (line.length + item.length > 129) {
      body += `${line}\n`;
      line = '   ';
    }
    line += item;
  }
  return `\n/// ${comment}\ninline constexpr Range ${name}[] = {\n${body}${line}\n};\n`;
}
process.stdout.write(`// Made by scripts/invisible-tables.mjs from the Unicode Character Database ${version}. Don't edit it: run that again.
//
// Only invisible.cpp and its test include this.
// clang-format off
#pragma once

#include <cstdint>

namespace ntk::scenario::invisible_tables {

/// Both included. Each table is in ascending order.
struct Range { std::uint32_t first, last; };
${table('default_ignorable', 'Default_Ignorable_Code_Point (DerivedCoreProperties.txt).', ignorable)}${table(
  'joining',
  `Letters and marks of the scripts that join: those with a letter of Joining_Type=Dual_Joining, and those with a virama\n/// (Indic_Syllabic_Category=Virama or Invisible_Stacker). ${joins.size} scripts.`,
  joining,
)}${table('mongolian', 'Letters and marks of the Mongolian script.', mongolian)}${table(
  'pictures',
  'Extended_Pictographic (emoji-data.txt).',
  pictures,
)}${table('skin_tones', 'Emoji_Modifier (emoji-data.txt).', modifiers)}${table(
  'presented',
  'What can be shown as text or as emoji (emoji-variation-sequences.txt), but for digits, # and *.',
  presented,
)}
}  // namespace ntk::scenario::invisible_tables
// clang-format on
`);
console.error([...joins].sort().join(' '));
