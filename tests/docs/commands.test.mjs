// Every command that a document shows its reader is run here, or held to what it names, in the order of the page and
// in a folder laid out as the page says. A command that nothing here knows how to run is a failure.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkDevelopment, checkSettings } from './parts/development.mjs';
import { instructions, text } from './parts/documents.mjs';
import { House } from './parts/house.mjs';
import { checkNtk, optionsIn } from './parts/ntk.mjs';
import { isOfStudent, splitSettings, stepsOf } from './parts/steps.mjs';
import { checkStudentCommand } from './parts/student.mjs';

/** What cannot be run, and why. */
const exceptions = new Map([['apt-get install git make', 'it installs software on the machine']]);

/** What a reader does with an editor after a command, as the document says in words. */
const byHand = {
  'cp -r scenarios/01-levels scenarios/my-lesson': (house) => {
    const file = 'scenarios/my-lesson/scenario.json';
    house.write(file, JSON.stringify({ ...JSON.parse(house.read(file)), id: 'my-lesson', title: 'My lesson' }));
  },
};

function runInHouse({ command, status }, house) {
  const ran = house.run(command);
  assert.equal(ran.status, status ?? 0, ran.said);
  byHand[command]?.(house);
}

const ways = [
  [/^(build\/)?ntk( |$)/, checkNtk],
  [/^(cp -r|node -p) /, runInHouse],
  [/^(make|cmake|ctest|node|scripts\/[\w.-]+)( |$)/, ({ command }) => checkDevelopment(command)],
];

function check(step, house, document) {
  if (exceptions.has(step.command)) return;
  if (step.kind === 'stray') assert.fail(`mark its block \`sh\` or name its file before it: ${step.command}`);
  if (step.kind === 'file') return house.write(step.path, step.text);
  if (isOfStudent(step.command)) return checkStudentCommand(step, house, document);
  const [settings, command] = splitSettings(step.command);
  checkSettings(settings);
  if (command === '') return;
  const way = ways.find(([pattern]) => pattern.test(command));
  assert.ok(way, `no test knows how to run this: ${command}`);
  way[1]({ ...step, command }, house, document);
}

test('there are documents with commands', () => {
  assert.ok(instructions.length > 20);
  for (const name of ['README.md', 'docs/command-line.md']) assert.ok(stepsOf(text(name)).length > 10, name);
});

for (const document of instructions) {
  const steps = stepsOf(text(document));
  if (steps.length === 0) continue;
  test(document, async (t) => {
    const house = new House();
    try {
      for (const step of steps) await t.test(step.command ?? `the file ${step.path}`, () => check(step, house, document));
    } finally {
      house.remove();
    }
  });
}

test('an option that docs/command-line.md names alone is an option of some verb', () => {
  const house = new House();
  try {
    const verbs = house.run('ntk --help').stdout.match(/^ {2}[a-z]+(-[a-z]+)?(?= {2})/gm);
    const help = verbs.map((verb) => house.run(`ntk ${verb} --help`).stdout).join('');
    const options = optionsIn('docs/command-line.md');
    assert.ok(options.length > 3);
    for (const option of options) assert.match(help, new RegExp(`${option}\\b`), option);
    for (const verb of verbs) assert.ok(text('docs/command-line.md').includes(`\`ntk${verb.slice(1)} `) || verb.trim() === 'schema', verb);
  } finally {
    house.remove();
  }
});

test('what is excepted still stands in a document', () => {
  const shown = instructions.flatMap((document) => stepsOf(text(document))).map(({ command }) => command);
  for (const command of [...exceptions.keys(), ...Object.keys(byHand)]) assert.ok(shown.includes(command), command);
});

const refused = {
  'a program that nobody knows': '    jq .goals report.json',
  'a verb that is not there': '    ntk undo scenarios/01-levels/scenario.json',
  'an exit status that is not stated': '    ntk run scenarios/01-levels/scenario.json',
  'an option in a sentence that is not there': 'Say `ntk lint --strict`.',
  'output that is not printed': '```console\n$ ntk --version\nntk 7\n```',
  'a target that is not there': 'Type `make coffee`.',
  'a suite that is not there': 'Type `scripts/test coffee`.',
  'a browser test that is not there': 'Type `node tests/browser/run.mjs coffee`.',
  'a setting that nothing reads': 'Type `NTK_COFFEE=1 make test`.',
  'a command of a student with a word that is not there': 'Type `assign record ID colour 3`.',
  'a command outside of a block of commands': '```\nntk rules\n```',
};
for (const [what, markdown] of Object.entries(refused)) {
  test(`refused: ${what}`, () => {
    const house = new House();
    try {
      const steps = stepsOf(markdown);
      assert.equal(steps.length, 1);
      assert.throws(() => check(steps[0], house, 'docs/command-line.md'), assert.AssertionError);
    } finally {
      house.remove();
    }
  });
}
