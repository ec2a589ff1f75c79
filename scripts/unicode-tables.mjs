// Writes sim/policy/unicode_tables.h, which sim/policy/unicode.cpp reads: canonical decomposition and composition, combining
// classes, and simple case folding. The data are the Unicode Character Database's, from Debian's package unicode-data.
//
//   node scripts/unicode-tables.mjs [FOLDER] [> sim/policy/unicode_tables.h]      FOLDER: /usr/share/unicode
import { readFileSync } from 'node:fs';

const folder = process.argv[2] ?? '/usr/share/unicode';
const lines = (name) =>
  readFileSync(`${folder}/${name}`, 'utf8')
    .split('\n')
    .map((line) => line.replace(/#.*/, '').trim())
    .filter(Boolean)
    .map((line) => line.split(';').map((field) => field.trim()));
const number = (text) => parseInt(text, 16);
const codePoints = (text) => text.split(' ').map(number);

const version = readFileSync(`${folder}/CaseFolding.txt`, 'utf8').match(/CaseFolding-([\d.]+)\.txt/)[1];

const excluded = new Set();
for (const [range, property] of lines('DerivedNormalizationProps.txt')) {
  if (property !== 'Full_Composition_Exclusion') continue;
  const [first, last = first] = range.split('..').map(number);
  for (let code = first; code <= last; ++code) excluded.add(code);
}

// ---- decompositions and classes -------------------------------------------------------------------------------------
const pairs = []; // [code, first, second or 0]
const classes = []; // [code, class]
for (const [code, , , combining, , decomposition] of lines('UnicodeData.txt')) {
  if (combining !== '0') classes.push([number(code), Number(combining)]);
  if (decomposition && !decomposition.startsWith('<')) pairs.push([number(code), ...codePoints(decomposition), 0].slice(0, 3));
}

// One block of ideographs beyond the first plane stands for one ideograph each: a list of those, without keys.
const block = [0x2f800, 0x2fa1d];
const inBlock = (pair) => pair[0] >= block[0] && pair[0] <= block[1];
const ideographs = pairs.filter(inBlock).map(([, first]) => first);
if (ideographs.length !== block[1] - block[0] + 1) throw new Error('the block of compatibility ideographs has gaps');
const fits = (pair) => pair.every((each) => each < 0x10000);
const small = pairs.filter((pair) => !inBlock(pair) && fits(pair));
const large = pairs.filter((pair) => !inBlock(pair) && !fits(pair));
const composites = (list) =>
  list
    .map((pair, at) => [...pair, at])
    .filter(([code, , second]) => second !== 0 && !excluded.has(code))
    .sort((a, b) => a[1] - b[1] || a[2] - b[2])
    .map((each) => each[3]);

const classRanges = [];
for (const [code, combining] of classes) {
  const last = classRanges.at(-1);
  if (last && last.combining === combining && last.first + last.count === code && last.count < 255) ++last.count;
  else classRanges.push({ first: code, count: 1, combining });
}

// ---- folding --------------------------------------------------------------------------------------------------------
const foldRanges = []; // of every `stride`th code point, each folded by adding the same
for (const [code, status, mapping] of lines('CaseFolding.txt')) {
  if (status !== 'C' && status !== 'S') continue;
  const from = number(code);
  const add = number(mapping) - from;
  const last = foldRanges.at(-1);
  const step = last && from - last.last;
  if (last && last.add === add && (last.first === last.last ? step <= 2 : step === last.stride)) {
    last.last = from;
    last.stride = step;
  } else {
    foldRanges.push({ first: from, last: from, stride: 1, add });
  }
}

// ---- the file -------------------------------------------------------------------------------------------------------
const hex = (value) => `0x${value.toString(16).toUpperCase()}`;
const list = (type, name, comment, items) => {
  let body = '';
  let line = '   ';
  for (const item of items) {
    if (line.length + item.length > 128) {
      body += `${line}\n`;
      line = '   ';
    }
    line += ` ${item},`;
  }
  return `/// ${comment}\ninline constexpr ${type} ${name}[] = {\n${body}${line}\n};\n\n`;
};
const row = (...values) => `{${values.join(',')}}`;
process.stdout.write(`// Made by scripts/unicode-tables.mjs from the Unicode Character Database ${version}. Don't edit it: run that again.
//
// Only unicode.cpp includes this. What each table is for is said there.
// clang-format off
#pragma once

#include <cstdint>

namespace ntk::policy::unicode_tables {

inline constexpr char version[] = "${version}";

/// A character of the first plane and what it stands for; \`second\` is 0 where that is one character.
struct SmallPair { std::uint16_t code, first, second; };
/// The same where one of the three lies beyond the first plane.
struct LargePair { std::uint32_t code, first, second; };
/// So many characters from \`first\` on have the combining class.
struct ClassRange { std::uint32_t first; std::uint8_t count, combining; };
/// From \`first\` to \`last\`, every character or every second one folds to itself plus \`add\`.
struct FoldRange { std::uint32_t first : 24, stride : 8; std::uint32_t last; std::int32_t add; };

inline constexpr std::uint32_t first_ideograph = ${hex(block[0])};

`);
process.stdout.write(
  list(
    'SmallPair',
    'small_pairs',
    'By code.',
    small.map((each) => row(...each.map(hex))),
  ),
);
process.stdout.write(
  list(
    'std::uint16_t',
    'small_composites',
    'Places in small_pairs of what may be composed, by first and second.',
    composites(small).map(String),
  ),
);
process.stdout.write(
  list(
    'LargePair',
    'large_pairs',
    'By code.',
    large.map((each) => row(...each.map(hex))),
  ),
);
process.stdout.write(
  list(
    'std::uint8_t',
    'large_composites',
    'Places in large_pairs of what may be composed, by first and second.',
    composites(large).map(String),
  ),
);
process.stdout.write(list('std::uint32_t', 'ideographs', 'What each character from first_ideograph on stands for.', ideographs.map(hex)));
process.stdout.write(
  list(
    'ClassRange',
    'class_ranges',
    'By first.',
    classRanges.map(({ first, count, combining }) => row(hex(first), count, combining)),
  ),
);
process.stdout.write(
  list(
    'FoldRange',
    'fold_ranges',
    'By first.',
    foldRanges.map(({ first, last, stride, add }) => row(hex(first), stride, hex(last), add)),
  ),
);
process.stdout.write('}  // namespace ntk::policy::unicode_tables\n// clang-format on\n');
console.error(
  `small ${small.length} large ${large.length} ideographs ${ideographs.length} classes ${classRanges.length} folds ${foldRanges.length}`,
);
console.error(
  `${small.length * 6 + large.length * 12 + ideographs.length * 4 + classRanges.length * 8 + foldRanges.length * 12 + 2 * composites(small).length + composites(large).length} bytes`,
);
