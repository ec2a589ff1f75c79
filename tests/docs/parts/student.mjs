// The commands of a student: each is accepted by a scenario in which its ids are there. A document may write them with
// placeholders (`assign record ID level 3`), which stand for what the fixture has.
import assert from 'node:assert/strict';
import { text } from './documents.mjs';

const stands = [
  [/(?<=find record )ID/g, 'inventory'],
  [/(?<=record[ =])ID/g, 'notice'],
  [/(?<=user[ =])ID/g, 'reyes'],
  [/(?<=agreement )ID/g, 'moa'],
  [/(?<=owner_memo )ID/g, 'memo'],
  [/(?<=letter )ID/g, 'archive'],
  [/(?<=purpose=)ID/g, 'case'],
  [/(?<=vet )REQUEST/g, 'vet'],
  [/(?<=own-4 like=)REQUEST/g, 'enter'],
  [/REQUEST/g, 'read'],
  [/RULE/g, 'DA-7'],
  [/(?<=function=)WORD/g, 'subject_query'],
  [/WORD,WORD/g, 'subject,lookout'],
  [/WORD/g, 'subject'],
  [/NAME=VALUE/g, 'last_name=Vale'],
  [/(?<!")\.\.\.$/g, ''],
];

/** What has to come first for the command to make sense. */
const before = [
  [/^mark (\S+)/, 'run all\n'],
  [/^unmark (\S+)/, 'run all\nmark $1\n'],
  [/^unfind (.+)/, 'find $1\n'],
];

const filledIn = (command) => stands.reduce((words, [what, instead]) => words.replace(what, instead), command);

function lines(command) {
  const [what, first] = before.find(([pattern]) => pattern.test(command)) ?? [/^/, ''];
  return `${what.exec(command)[0].replace(what, first)}${command}\n`;
}

/** The scenarios that a document speaks of: a lesson's README of its lesson, others of any. */
function scenesOf(document) {
  if (document.startsWith('scenarios/')) return [document.replace('README.md', 'scenario.json')];
  const lessons = JSON.parse(text('scenarios/index.json')).filter(({ id }) => id === 'incident');
  return ['everything-open.json', ...lessons.map(({ file }) => `scenarios/${file}`)];
}

export function checkStudentCommand({ command }, house, document) {
  house.write('everything-open.json', text('tests/docs/fixtures/everything-open.json'));
  const refusals = [];
  for (const scene of scenesOf(document)) {
    const { status, said } = house.run(`ntk run ${scene} --apply - --format json`, lines(filledIn(command)));
    assert.ok([0, 1, 3].includes(status), said);
    if (status !== 3) return;
    refusals.push(said);
  }
  assert.fail(`no scenario accepts it:\n${refusals.join('\n')}`);
}
