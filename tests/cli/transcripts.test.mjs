// The command line program, by transcript: each file of transcripts/ shows commands as they are typed and what
// comes of them, so it is documentation, test and golden text in one.
//
//   # a sentence about what follows: the name of the test
//   $ ntk run harbour.json          what is typed, by a shell, in a fresh copy of fixtures/ and of the lesson levels.json
//   ...                             standard output
//   ! ntk: ...                      standard error, behind standard output
//   [1]                             the exit status, where it is not 0
//
// node tests/cli/transcripts.test.mjs [NAME...] runs all, or those of these names. NTK_REFRESH=1 (scripts/refresh) writes
// the outputs anew instead of comparing them.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const program = process.env.NTK ?? join(here, '../../build/debug/ntk');
const refresh = Boolean(process.env.NTK_REFRESH);

const environment = {
  PATH: `${dirname(program)}:${process.env.PATH}`,
  LC_ALL: 'C.UTF-8',
  ASAN_OPTIONS: process.env.ASAN_OPTIONS ?? '',
};

function output(command, folder) {
  const ran = spawnSync('sh', ['-c', command], { cwd: folder, env: environment, encoding: 'utf8', input: '' });
  const lines = (text) => (text === '' ? [] : text.replace(/\n$/, '').split('\n'));
  return [
    ...lines(ran.stdout),
    ...lines(ran.stderr).map((line) => `! ${line}`),
    ...(ran.status === 0 ? [] : [`[${ran.status ?? ran.signal}]`]),
  ];
}

/** The lines of a transcript with all outputs replaced by those of today. */
function replayed(transcript, folder) {
  return transcript.flatMap((line) => {
    if (line.startsWith('# ')) return ['', line];
    if (line.startsWith('$ ')) return [line, ...output(line.slice(2), folder)];
    return [];
  });
}

/** Help in words: how headings, columns and line ends are laid out differs by the version of the library. */
const words = (text) =>
  text
    .toLowerCase()
    .replaceAll('usage: ', '')
    .replace(/-h, +--help/g, '-h,--help')
    .split(/\s+/)
    .join(' ');

const chosen = process.argv.slice(2);
const files = readdirSync(join(here, 'transcripts'))
  .filter((name) => name.endsWith('.txt') && (chosen.length === 0 || chosen.includes(name.replace('.txt', ''))))
  .sort();

test('there are transcripts', () => assert.ok(files.length > 0));

for (const name of files) {
  const file = join(here, 'transcripts', name);
  const before = readFileSync(file, 'utf8');
  const title = before.match(/^# (.*)$/m)?.[1] ?? 'no title';
  test(`${name}: ${title}`, () => {
    const folder = mkdtempSync(join(tmpdir(), 'ntk-'));
    try {
      cpSync(join(here, 'fixtures'), folder, { recursive: true });
      cpSync(join(here, '../../scenarios/01-levels/scenario.json'), join(folder, 'levels.json'));
      const after = `${replayed(before.split('\n'), folder).join('\n').trim()}\n`;
      if (refresh) writeFileSync(file, after);
      else if (name === 'help.txt') assert.equal(words(after), words(before));
      else assert.equal(after, before);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
}
