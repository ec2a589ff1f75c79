// Checks the commands of a student: some scenario must accept each of them. Where a document uses placeholders, as in
// `assign record ID level 3`, ids of the fixture take their place.
import assert from 'node:assert/strict';
import { text } from './documents.mjs';

const placeholders = [
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

/**
 * The commands that must come first.
 * @type {[RegExp, string][]}
 */
const before = [
  [/^mark (\S+)/, 'run all\n'],
  [/^unmark (\S+)/, 'run all\nmark $1\n'],
  [/^unfind (.+)/, 'find $1\n'],
];

const filledIn = (command) => placeholders.reduce((words, [what, instead]) => words.replace(what, instead), command);

function lines(command) {
  const [what, first] = before.find(([pattern]) => pattern.test(command)) ?? [/^/, ''];
  return `${what.exec(command)[0].replace(what, first)}${command}\n`;
}

/** The scenarios to try: for the README of a lesson, that lesson alone. */
function scenariosFor(document) {
  if (document.startsWith('scenarios/')) return [document.replace('README.md', 'scenario.json')];
  const lessons = JSON.parse(text('scenarios/index.json')).filter(({ id }) => id === 'incident');
  return ['everything-open.json', ...lessons.map(({ file }) => `scenarios/${file}`)];
}

export function checkStudentCommand({ command }, workspace, document) {
  workspace.write('everything-open.json', text('tests/docs/fixtures/everything-open.json'));
  const refusals = [];
  for (const scenario of scenariosFor(document)) {
    const { status, said } = workspace.run(`ntk run ${scenario} --apply - --format json`, lines(filledIn(command)));
    assert.ok([0, 1, 3].includes(status), said);
    if (status !== 3) return;
    refusals.push(said);
  }
  assert.fail(`no scenario accepts it:\n${refusals.join('\n')}`);
}
