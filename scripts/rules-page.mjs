// Writes what the documents take from the program's tables anew: the checks in docs/rules.md, the models in docs/models.md, and
// docs/glossary.md. scripts/refresh calls it.
//
//   node scripts/rules-page.mjs PROGRAM

import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const ask = (verb) => JSON.parse(execFileSync(process.argv[2], [verb, '--format', 'json'], { encoding: 'utf8' }));
const { rules, models } = ask('rules');
const { terms } = ask('glossary');

function tableOf(gate) {
  const rows = rules
    .filter((rule) => rule.gate === gate)
    .map((rule) => `| ${rule.id} | ${rule.sentence} | ${rule.source} | ${rule.reading || 'none'} |`);
  return ["| check | what it asks | source | of this, the simulator's reading |", '|---|---|---|---|', ...rows].join('\n');
}

/** Puts texts into a page, each between the comments that have its name. */
function put(page, texts) {
  let text = readFileSync(page, 'utf8');
  for (const [name, words] of Object.entries(texts)) {
    const begin = `<!-- ${name} -->\n`;
    const from = text.indexOf(begin);
    const to = text.indexOf(`\n<!-- end of ${name} -->`);
    if (from < 0 || to < from) throw new Error(`${page} has no place for ${name}`);
    text = text.slice(0, from + begin.length) + words + text.slice(to);
  }
  writeFileSync(page, text);
}

const modelRows = models.map(({ word, title, sentence }) => {
  const codes = rules.filter(({ model }) => model === word).map(({ id }) => id);
  return `| ${title} | ${sentence} | ${codes.join(', ')} |`;
});

const entryOf = ({ title, what, elsewhere, source }) =>
  [`## ${title}`, what, elsewhere && `Elsewhere: ${elsewhere}`, source && `Source: ${source}.`].filter(Boolean).join('\n\n');

put('docs/rules.md', Object.fromEntries(['account', 'agency', 'function', 'data'].map((name, at) => [name, tableOf(at + 1)])));
put('docs/models.md', { models: ['| model | who decides | rules |', '|---|---|---|', ...modelRows].join('\n') });
put('docs/glossary.md', { terms: `\n${terms.map(entryOf).join('\n\n')}\n` });
