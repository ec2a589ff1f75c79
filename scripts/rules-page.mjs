// Writes the tables of checks in docs/rules.md anew, from what `ntk rules` says: scripts/refresh calls it.
//
//   node scripts/rules-page.mjs PROGRAM

import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const page = 'docs/rules.md';
const { rules } = JSON.parse(execFileSync(process.argv[2], ['rules', '--format', 'json'], { encoding: 'utf8' }));

function tableOf(gate) {
  const rows = rules
    .filter((rule) => rule.gate === gate)
    .map((rule) => `| ${rule.id} | ${rule.sentence} | ${rule.source} | ${rule.reading || 'none'} |`);
  return ["| check | what it asks | source | of this, the simulator's reading |", '|---|---|---|---|', ...rows].join('\n');
}

let text = readFileSync(page, 'utf8');
['account', 'agency', 'function', 'data'].forEach((name, at) => {
  const begin = `<!-- ${name} -->\n`;
  const from = text.indexOf(begin);
  const to = text.indexOf(`\n<!-- end of ${name} -->`);
  if (from < 0 || to < from) throw new Error(`${page} has no place for the checks of gate ${at + 1}, ${name}`);
  text = text.slice(0, from + begin.length) + tableOf(at + 1) + text.slice(to);
});
writeFileSync(page, text);
