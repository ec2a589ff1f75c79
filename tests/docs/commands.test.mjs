// Runs every command of every document, in order, in a folder with the layout that the document describes. Commands that
// take too long are checked without being run. A command that no runner knows is a failure.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkDevelopment, checkSettings } from './parts/development.mjs';
import { instructions, text } from './parts/documents.mjs';
import { Workspace } from './parts/workspace.mjs';
import { checkNtk, optionsIn } from './parts/ntk.mjs';
import { isOfStudent, splitSettings, stepsOf } from './parts/steps.mjs';
import { checkStudentCommand } from './parts/student.mjs';

/** Commands that cannot be run, and why. */
const exceptions = new Map([
  ['apt-get install git make', 'it installs software on the machine'],
  [
    'parallel --keep-order --pipe-part --block 50M -a all.jsonl build/ntk grade scenarios/01-levels/scenario.json - --format jsonl --jobs 1',
    'GNU parallel is not among what the tests install',
  ],
]);

/** Changes a scenario file of the workspace. */
function edit(workspace, file, change) {
  const scenario = JSON.parse(workspace.read(file));
  workspace.write(file, JSON.stringify({ ...scenario, ...change(scenario) }));
}

/** The edits that a document asks for in words, after a command. */
const byHand = {
  'cp -r scenarios/01-levels scenarios/my-lesson': (workspace) =>
    edit(workspace, 'scenarios/my-lesson/scenario.json', () => ({ id: 'my-lesson', title: 'My lesson' })),
  'cp -r scenarios/01-levels exam': (workspace) =>
    edit(workspace, 'exam/scenario.json', ({ goals }) => ({ goals: [...goals, { ...goals[0], id: 'extra', title: 'Extra' }] })),
};

function runInWorkspace({ command, status }, workspace) {
  const ran = workspace.run(command);
  assert.equal(ran.status, status ?? 0, ran.said);
  byHand[command]?.(workspace);
}

/** @type {[RegExp, (step: any, workspace: Workspace, document: string) => void][]} */
const runners = [
  [/^(build\/)?ntk( |$)/, checkNtk],
  [/^(cp -r|node -p) /, runInWorkspace],
  [/^(make|cmake|ctest|node|scripts\/[\w.-]+|node_modules\/\.bin\/[\w-]+)( |$)/, ({ command }) => checkDevelopment(command)],
];

function check(step, workspace, document) {
  if (exceptions.has(step.command)) return;
  if (step.kind === 'stray') assert.fail(`mark its block \`sh\` or name its file before it: ${step.command}`);
  if (step.kind === 'file') return workspace.write(step.path, step.text);
  if (isOfStudent(step.command)) return checkStudentCommand(step, workspace, document);
  const [settings, command] = splitSettings(step.command);
  checkSettings(settings);
  if (command === '') return;
  const runner = runners.find(([pattern]) => pattern.test(command));
  assert.ok(runner, `no test knows how to run this: ${command}`);
  runner[1]({ ...step, command }, workspace, document);
}

test('there are documents with commands', () => {
  assert.ok(instructions.length > 20);
  for (const name of ['README.md', 'docs/command-line.md']) assert.ok(stepsOf(text(name)).length > 10, name);
});

for (const document of instructions) {
  const steps = stepsOf(text(document));
  if (steps.length === 0) continue;
  test(document, async (t) => {
    const workspace = new Workspace();
    try {
      for (const step of steps) await t.test(step.command ?? `the file ${step.path}`, () => check(step, workspace, document));
    } finally {
      workspace.remove();
    }
  });
}

test('an option that docs/command-line.md names alone is an option of some verb', () => {
  const workspace = new Workspace();
  try {
    const verbs = workspace.run('ntk --help').stdout.match(/^ {2}[a-z]+(-[a-z]+)?(?= {2})/gm);
    const help = verbs.map((verb) => workspace.run(`ntk ${verb} --help`).stdout).join('');
    const options = optionsIn('docs/command-line.md');
    assert.ok(options.length > 3);
    for (const option of options) assert.match(help, new RegExp(`${option}\\b`), option);
    for (const verb of verbs) assert.ok(text('docs/command-line.md').includes(`\`ntk${verb.slice(1)} `) || verb.trim() === 'schema', verb);
  } finally {
    workspace.remove();
  }
});

test('every exception is still in a document', () => {
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
  'a preset that is not there': 'Type `ctest --preset coffee`.',
  'a preset of another kind': 'Type `ctest --preset native-debug`.',
  'a test that is not there': 'Type `ctest --preset native -R coffee`.',
  'a suite that is not there': 'Type `scripts/test coffee`.',
  'a tool that no package has': '    node_modules/.bin/coffee .',
  'a browser test that is not there': 'Type `node tests/browser/run.mjs coffee`.',
  'a setting that nothing reads': 'Type `NTK_COFFEE=1 make test`.',
  'a command of a student with a word that is not there': 'Type `assign record ID colour 3`.',
  'a command outside of a block of commands': '```\nntk rules\n```',
};
for (const [what, markdown] of Object.entries(refused)) {
  test(`refused: ${what}`, () => {
    const workspace = new Workspace();
    try {
      const steps = stepsOf(markdown);
      assert.equal(steps.length, 1);
      assert.throws(() => check(steps[0], workspace, 'docs/command-line.md'), assert.AssertionError);
    } finally {
      workspace.remove();
    }
  });
}
