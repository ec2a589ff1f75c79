// A class of 240: twenty submissions for each lesson that ships, by scripted students. Good ones, weak ones, some who guess, some
// who predict again once they know, some who copy, and files that are broken. What was planted has to be found, nothing else
// may be, and every format has to say the same.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { dice } from '../dice.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const program = resolve(process.env.NTK ?? join(root, 'build/debug/ntk'));
const home = mkdtempSync(join(tmpdir(), 'ntk-class-'));
after(() => rmSync(home, { recursive: true }));

const commandsOf = (file) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() && !line.startsWith('#'));
const keys = join(root, 'tests/keys');
const lessons = JSON.parse(readFileSync(join(root, 'scenarios/index.json'), 'utf8'));

/** What everybody in a lesson knows: its file, its key, wrong attempts, and edits to try and take back. */
function lessonAt(path) {
  const file = join(root, 'scenarios', path);
  const text = readFileSync(file, 'utf8');
  const scenario = JSON.parse(text);
  const wrong = readdirSync(keys)
    .filter((name) => name.startsWith(`${scenario.id}-wrong-`))
    .map((name) => commandsOf(join(keys, name)));
  const key = commandsOf(join(keys, `${scenario.id}.commands`));
  const edits = [...new Set([key, ...wrong].flat().filter((line) => line.startsWith('assign ')))];
  return { file, scenario, key, wrong, edits, sha256: createHash('sha256').update(text).digest('hex') };
}

/** A journal of these commands with detours of somebody's own: edits that are tried and taken back. */
function withDetours({ edits, scenario }, commands, roll, detours) {
  const journal = [...commands];
  for (let i = 0; i < detours; i++) {
    // Where only the trail is given, nothing can be assigned before all faults have been named.
    const at = scenario.forensics ? journal.length : roll(journal.length + 1);
    const within = journal[at - 1] !== undefined && journal[at] === 'undo' ? at + 1 : at;
    journal.splice(within, 0, edits[roll(edits.length)], 'undo');
  }
  return journal;
}

function submission(lesson, student, commands, journal = commands) {
  return { submission: 1, student, scenario: { id: lesson.scenario.id, sha256: lesson.sha256 }, seed: 0, commands, journal };
}

/** Guesses every prediction, assigns nothing, and runs all; or where only the trail is given, asks for a hint. */
function guess({ scenario }, roll) {
  if (scenario.forensics) return ['hint'];
  const predictions = (scenario.predictions ?? []).map(({ request }) => `predict ${request} ${roll(2) ? 'permit' : 'deny DA-1'}`);
  return [...predictions, 'run all'];
}

/** Twenty students: [name, text of the file, what is known of it]. */
function studentsOf(lesson, other, number) {
  const roll = dice(1000 + number);
  const files = [];
  const add = (kind, value, known = {}) => {
    const student = known.student ?? `${kind} ${files.length + 1}`;
    const text = typeof value === 'string' ? value : JSON.stringify({ ...value, student });
    files.push({ name: `${String(files.length + 1).padStart(2, '0')}-${kind}.json`, student, text, kind, ...known });
  };
  const own = (commands) => submission(lesson, '', commands, withDetours(lesson, commands, roll, lesson.scenario.forensics ? 8 : 4));
  for (let i = 0; i < 7; i++) add('good', own(lesson.key));
  add('good', own(lesson.key), { student: '=HYPERLINK("x")' });
  for (let i = 0; i < 5; i++) add('weak', own(lesson.wrong[i % lesson.wrong.length]));
  for (let i = 0; i < 2; i++) add('guess', submission(lesson, '', guess(lesson, roll)));
  // One who sees every outcome, takes all back, and predicts again.
  const again = lesson.key.filter((line) => line.startsWith('predict '));
  add('retry', submission(lesson, '', lesson.key, [...lesson.key, `go 0`, ...lesson.key]), { retries: again.length });
  // Copies: one whole, one with a hint more and without its last step.
  const [first, , third] = files.map(({ text }) => JSON.parse(text));
  add('copy', first, { of: files[0].name });
  add('copy', { ...third, journal: [...third.journal, 'look'] }, { of: files[2].name });
  add('broken', files[3].text.slice(0, 100), { code: 'json-syntax' });
  add('broken', submission(other, '', other.key), { code: 'another-scenario' });
  return files;
}

function ntk(...args) {
  const ran = spawnSync(program, args, { encoding: 'utf8', cwd: home, maxBuffer: 1 << 28 });
  assert.ok(ran.status <= 1, ran.stderr);
  assert.equal(ran.stderr, '');
  return ran.stdout;
}

/** CSV as RFC 4180 has it: rows of cells, by the headings. */
function parseCsv(text) {
  const rows = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    rows.at(-1).push(quoted === undefined ? plain : quoted.replaceAll('""', '"').replace(/^'(?=[=+\-@])/, ''));
    if (end !== ',') rows.push([]);
  }
  const [heading, ...body] = rows.filter((row) => row.length > 1);
  for (const row of body) assert.equal(row.length, heading.length);
  return body.map((row) => Object.fromEntries(row.map((cell, at) => [heading[at], cell])));
}

/** Elements of XML, in order; every one that is opened is closed. */
function parseXml(text) {
  const open = [];
  const found = [];
  for (const [, closes, name, attributes, empty] of text.matchAll(/<(\/?)([a-z-]+)((?:\s+[a-z]+="[^"<]*")*)\s*(\/?)>/g)) {
    if (closes) {
      assert.equal(open.pop(), name);
      continue;
    }
    found.push({ name, ...Object.fromEntries([...attributes.matchAll(/([a-z]+)="([^"]*)"/g)].map(([, key, value]) => [key, value])) });
    if (!empty) open.push(name);
  }
  assert.deepEqual(open, []);
  return found;
}

let submissions = 0;

for (const [number, { id: folder, file }] of lessons.entries()) {
  test(`${folder}: what was planted among twenty submissions is found, and each format says the same`, () => {
    const lesson = lessonAt(file);
    const files = studentsOf(lesson, lessonAt(lessons[(number + 1) % lessons.length].file), number);
    submissions += files.length;
    mkdirSync(join(home, folder));
    for (const { name, text } of files) writeFileSync(join(home, folder, name), text);
    const all = (...options) => ntk('grade', lesson.file, folder, ...options);

    const rows = parseCsv(all('--format', 'csv', '--similar'));
    assert.deepEqual(
      rows.map((row) => row.file),
      files.map(({ name }) => `${folder}/${name}`),
    );
    const total = rows[0].of;
    for (const [at, { kind, student, code, retries, of }] of files.entries()) {
      const row = rows[at];
      const about = `${row.file}: ${row.points} of ${total}; ${row.warnings}; ${row.reason}`;
      assert.equal(row.status, kind === 'broken' ? 'not graded' : 'graded', about);
      assert.equal(row.reason_code, code ?? '', about);
      if (code !== 'json-syntax') assert.equal(row.student, student);
      if (kind === 'good' || kind === 'copy') assert.equal(row.points, total, about);
      if (kind === 'weak' || kind === 'guess') assert.ok(Number(row.points) < Number(total), about);
      if (kind === 'retry') assert.ok(Number(row.retries) >= retries, about);
      if (kind !== 'retry' && kind !== 'broken') assert.equal(row.retries, '0', about);
      // Copies, and nobody else but those that they were made from.
      const copies = files.filter((file) => file.of === files[at].name).map(({ name }) => name);
      const expected = [...(of ? [of] : []), ...copies];
      const found = [...row.similar_to.matchAll(/(\S+\.json) \(/g)].map(([, file]) => file.split('/').at(-1));
      assert.deepEqual(found, expected, `${about}; ${row.similar_to}`);
    }

    const report = JSON.parse(all('--format', 'json', '--jobs', '1'));
    const lines = all('--format', 'jsonl', '--jobs', '2')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    assert.deepEqual(lines, report.rows);
    assert.equal(report.summary.graded, 18);
    const suites = parseXml(all('--format', 'junit')).filter(({ name }) => name !== 'property');
    for (const [at, row] of report.rows.entries()) {
      const points = row.points === null ? '' : String(row.points);
      assert.equal(rows[at].points, points);
      for (const goal of row.goals) {
        assert.equal(rows[at][`goal:${goal.id}`], String(goal.points));
        assert.equal(rows[at][`evidence:${goal.id}`], goal.evidence);
      }
    }
    const failures = report.rows.flatMap(({ goals }) => goals.filter(({ state }) => state !== 'met')).length;
    assert.equal(suites.filter(({ name }) => name === 'failure').length, failures);

    for (const at of [0, 8, 18]) {
      const row = report.rows[at];
      const one = (format) => ntk('grade', lesson.file, row.file, '--format', format);
      const gradescope = JSON.parse(one('gradescope'));
      assert.equal(gradescope.score, row.points ?? 0);
      assert.deepEqual(
        gradescope.tests.map(({ score }) => score),
        row.goals.map(({ points }) => points),
      );
      const prairielearn = JSON.parse(one('prairielearn'));
      assert.equal(prairielearn.gradable, row.points !== null);
      assert.ok(Math.abs(prairielearn.score - (row.points ?? 0) / row.of) < 0.0001);
      assert.equal(prairielearn.format_errors?.length ?? 0, row.points === null ? 1 : 0);
      const { scores } = JSON.parse(one('autolab').trim().split('\n').at(-1));
      assert.equal(
        Object.values(scores).reduce((sum, points) => sum + points, 0),
        row.points ?? 0,
      );
    }
  });
}

test('there were 240 of them', () => assert.equal(submissions, 20 * lessons.length));
