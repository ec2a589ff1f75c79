// A hundred mistakes of meaning, seeded into the lessons that ship: `ntk check` finds each at its place. Before, none of them
// has such a finding. NTK_TABLE=1 prints the table.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';

const root = resolve(fileURLToPath(new URL('../../', import.meta.url)));
const program = resolve(process.env.NTK ?? join(root, 'build/exhaustive/ntk'));
const folder = mkdtempSync(join(tmpdir(), 'ntk-seeded-'));
test.after(() => rmSync(folder, { recursive: true }));

const lessons = readdirSync(join(root, 'scenarios'))
  .filter((name) => /^\d\d-/.test(name))
  .map((name) => ({ name, text: readFileSync(join(root, 'scenarios', name, 'scenario.json'), 'utf8') }));

const ntk = (...words) => spawnSync(program, words, { encoding: 'utf8', maxBuffer: 1 << 26 });

function found(lesson, keys = []) {
  const file = join(folder, 'scenario.json');
  writeFileSync(file, JSON.stringify(lesson));
  const ran = ntk('check', file, '--format', 'json', ...keys);
  assert.ok(ran.stdout, ran.stderr);
  return JSON.parse(ran.stdout).diagnostics.map(({ code, pointer }) => `${code} ${pointer}`);
}

const decisions = (lesson) => lesson.goals.map((goal, at) => ({ ...goal.decision, at })).filter(({ request }) => request);
const hardWords =
  'Notwithstanding considerable organizational intricacies characterizing interdepartmental documentation responsibilities, ' +
  'facilitate appropriately proportionate accessibility considerations accommodating particularly investigative necessities.';

/** Each puts a mistake into a lesson and says what finds it: "code pointer"; nothing where the lesson has no place for it. */
const mistakes = {
  'a hint comes twice'({ hints }) {
    hints[1].text = hints[0].text;
    return 'hint-repeated /hints/1/text';
  },
  'a request names the rule'({ requests }) {
    requests[0].title += ' (DA-7)';
    return 'title-names-rule /requests/0/title';
  },
  'a goal names the rule'({ goals }) {
    goals[0].title += ' (AC-3)';
    return 'title-names-rule /goals/0/title';
  },
  'a hint says what to assign'(lesson) {
    const file = join(folder, 'plain.json');
    writeFileSync(file, JSON.stringify(lesson));
    const first = ntk('solve', file, '--least').stdout.split('\n')[0];
    lesson.hints[0].text = `Try ${first}.`;
    return 'hint-gives-answer /hints/0/text';
  },
  'the brief is hard to read'(lesson) {
    lesson.brief = `${hardWords} ${hardWords}`;
    return 'hard-to-read /brief';
  },
  'two goals ask for opposites'(lesson) {
    const { request, outcome } = decisions(lesson).find(
      (goal) => goal.outcome === 'permit' && goal.request !== 'nair-report' && goal.request !== 'strand-vets',
    );
    lesson.goals.push({ id: 'opposite', title: 'The opposite', decision: { request, outcome: outcome === 'permit' ? 'deny' : 'permit' } });
    return `goals-conflict /goals/${lesson.goals.length - 1}/decision`;
  },
  'a goal asks for a reason that can’t be'(lesson) {
    const { at, request } = decisions(lesson).find((goal) => goal.outcome === 'permit');
    lesson.goals[at].decision = { request, failed: ['AC-2', 'AC-3', 'DA-9'] };
    return `assertion-impossible /goals/${at}/decision/failed`;
  },
  'a goal asks for records that can’t be returned'(lesson) {
    const goal = decisions(lesson).find(({ returned }) => returned?.length > 0);
    if (!goal) return undefined;
    lesson.goals[goal.at].decision.returned = [...goal.returned].concat(goal.returned[0]).slice(1).reverse();
    const others = lesson.records.filter(({ id }) => !goal.returned.includes(id));
    lesson.goals[goal.at].decision.returned = [others[0].id];
    delete lesson.goals[goal.at].decision.withheld;
    return `assertion-impossible /goals/${goal.at}/decision/returned`;
  },
  'only one goal is left'(lesson) {
    lesson.goals = [lesson.goals[decisions(lesson)[0].at]];
    lesson.hints = [];
    delete lesson.forensics;
    return 'faults-undetected /goals';
  },
  'a purpose is nobody’s duty'(lesson) {
    lesson.purposes.push({ id: 'idle-talk', title: 'idle talk' });
    lesson.requests.push({ ...lesson.requests.at(-1), id: 'idle', purpose: 'idle-talk' });
    return `purpose-nobodys-duty /requests/${lesson.requests.length - 1}/purpose`;
  },
  'a control officer is none'({ users }) {
    const none = users.findIndex(({ category }) => category !== 'system_control_officer');
    users[0].sco = users[none].id;
    return 'sco-is-none /users/0/sco';
  },
  'a memo ended long ago'(lesson) {
    const other = lesson.agencies.find(({ id }) => id !== lesson.agencies[0].id);
    if (!other) return undefined;
    lesson.owner_memos = [...(lesson.owner_memos ?? [])];
    lesson.owner_memos.push({
      id: 'old-memo',
      owner: lesson.agencies[0].id,
      to: other.id,
      categories: ['subject'],
      levels: [3],
      term: { first: '2001-01-01', last: '2001-12-31' },
    });
    return `memo-lapsed /owner_memos/${lesson.owner_memos.length - 1}/term`;
  },
  'an inspector has no station'({ users, requests }) {
    const at = users.findIndex(
      ({ id, duty_station }) => duty_station && requests.some((each) => each.user === id && each.function === 'inspection'),
    );
    if (at < 0) return undefined;
    delete users[at].duty_station;
    return `inspector-without-station /users/${at}`;
  },
  'a key misses what was added'(lesson) {
    lesson.goals.push({ id: 'more', title: 'More', decision: { request: lesson.requests[0].id, failed: ['AC-2'] } });
    return { keys: ['--keys', join(root, 'tests/keys')], finds: `key-misses /goals/${lesson.goals.length - 1}` };
  },
};

let seeded = 0;
for (const { name, text } of lessons) {
  const before = found(JSON.parse(text), ['--keys', join(root, 'tests/keys')]);
  for (const [what, seed] of Object.entries(mistakes)) {
    const lesson = JSON.parse(text);
    const result = seed(lesson);
    if (!result) continue;
    const { keys = [], finds } = typeof result === 'string' ? { finds: result } : result;
    seeded += 1;
    test(`${name}: ${what}`, () => {
      const after = found(lesson, keys);
      assert.ok(!before.includes(finds), `the lesson as it ships has ${finds}`);
      assert.ok(after.includes(finds), `${finds} is not among:\n${after.join('\n')}`);
      if (process.env.NTK_TABLE) console.log(`| ${name} | ${what} | \`${finds.replace(' ', '` | `')}\` |`);
    });
  }
}

test('a hundred mistakes and more were seeded', () => assert.ok(seeded >= 100, `${seeded}`));
