// Runs the commands of `ntk`. Each must end with the exit status that the document states, or with 0.
//
// A synopsis such as `ntk rules [RULE...]` is run twice: without the parts in brackets, and with them. Files and ids take
// the place of the words in capitals. The exit status may be 0 or 1. If a sentence names only a verb and options, the help
// of that verb must list these options and their values.
import assert from 'node:assert/strict';
import { text } from './documents.mjs';

const placeholders = {
  SCENARIO: 'scenarios/01-levels/scenario.json',
  COMMANDS: 'tests/keys/levels.commands',
  REQUEST: 'dea-search',
  FIRST: 'tests/keys/levels.commands',
  SECOND: 'tests/keys/levels-wrong-open-all.commands',
  TRAIL: 'given/trail.jsonl',
  PERSONS: 'given/persons.json',
  RULE: 'DA-7',
  TERM: 'MOA',
  KIND: 'agency',
  SEARCH: 'fbi',
  COLUMNS: 'requests',
  DAY: '2017-03-01',
  ID: 'broker-inquiry',
  WAY: 'first_match',
  ALGORITHM: 'first_match',
  N: '2',
  SECONDS: '30',
  DIR: 'tests/keys',
  CODE: 'faults-undetected',
  NAME: 'first-lesson',
};
const ofVetting = {
  SCENARIO: 'scenarios/09-the-reviewer/scenario.json',
  COMMANDS: 'tests/keys/review.commands',
  REQUEST: 'strand-vets',
};
// Commands that are applied before both sides of a comparison must not run what the sides predict.
const ofComparison = { COMMANDS: 'given/both.commands' };
const files = {
  '--seal': 'given/trail.jsonl.seal',
  '--trail': 'given/new.jsonl',
  '--apply': placeholders.COMMANDS,
  '--key': placeholders.COMMANDS,
  format: 'given/format.json',
};

const isSynopsis = (command) => /[[\]]|\b[A-Z]{2,}\b(?!-)/.test(command);

/** The words of a synopsis, filled in. */
function filledIn(synopsis) {
  const words = synopsis.replaceAll('...', '').split(' ').filter(Boolean);
  const meant = { ...placeholders, ...(words[1] === 'vet' && ofVetting), ...(words[1] === 'compare' && ofComparison) };
  return words
    .map((word, at) => {
      if (word === 'FILE') return files[words[at - 1]] ?? placeholders.SCENARIO;
      if (!/^[A-Z]+$/.test(word)) return word;
      assert.ok(meant[word], `nothing stands for ${word}: add it to tests/docs/parts/ntk.mjs`);
      return meant[word];
    })
    .join(' ');
}

function runSynopsis(synopsis, workspace) {
  workspace.write('given/persons.json', '[{"last_name": "Vale"}]');
  workspace.write('given/both.commands', 'hint\n');
  workspace.write('given/format.json', '{}');
  if (synopsis.includes('TRAIL'))
    workspace.run(`ntk run ${placeholders.SCENARIO} --apply ${placeholders.COMMANDS} --trail ${placeholders.TRAIL}`);
  const short = synopsis.replace(/\s*\[[^\]]*\]/g, '');
  const long = synopsis.replace(/[[\]]/g, '');
  for (const command of new Set([filledIn(short), filledIn(long)])) {
    const ran = workspace.run(command);
    assert.ok([0, 1].includes(ran.status), ran.said);
  }
}

/** A verb alone, or with options and nothing else. */
const isMention = ({ command, inProse }) => inProse && /^(build\/)?ntk [a-z-]+( --.*)?$/.test(command);

function checkMention(command, workspace) {
  const [, verb, ...rest] = command.split(' ');
  const help = workspace.run(`ntk ${verb} --help`);
  assert.equal(help.status, 0, help.said);
  for (const word of rest) assert.match(help.stdout, new RegExp(`(^|[\\s(])${word}\\b`, 'm'));
}

/** Compares what was printed with the transcript of a document. There, a line `...` stands for lines left out. */
function checkOutput(output, printed) {
  const pattern = output.map((line) => (line === '...' ? '(?:.*\\n)*' : `${line.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\n`)).join('');
  assert.match(printed.replace(/\n*$/, '\n'), new RegExp(`^${pattern}$`));
}

export function checkNtk(step, workspace) {
  if (/^(build\/)?ntk$/.test(step.command)) return;
  if (isMention(step)) return checkMention(step.command, workspace);
  if (isSynopsis(step.command)) return runSynopsis(step.command, workspace);
  const ran = workspace.run(step.command);
  assert.equal(ran.status, step.status ?? 0, ran.said);
  if (ran.status === 0) assert.equal(ran.stderr, '', 'a command that succeeds warns of nothing');
  if (step.output) checkOutput(step.output, ran.stdout);
}

/** The options that a document names by themselves. */
export function optionsIn(document) {
  return [...text(document).matchAll(/`(--[a-z]+)[^`]*`/g)].map(([, option]) => option);
}
