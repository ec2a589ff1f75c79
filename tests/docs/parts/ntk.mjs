// Commands of `ntk`: they are run, with the exit status that the document states, or 0.
//
// A synopsis (`ntk lint FILE...`, `ntk rules [RULE...]`) is run twice, with and without what stands in brackets, with
// files and ids in place of its capitals; then the answer may be yes or no. Where a sentence names a verb, with or
// without options, and nothing for it to work on, the help of that verb has to know the options and their values.
import assert from 'node:assert/strict';
import { text } from './documents.mjs';

const stands = {
  SCENARIO: 'scenarios/01-levels/scenario.json',
  COMMANDS: 'tests/keys/levels.commands',
  REQUEST: 'dea-search',
  FIRST: 'tests/keys/levels.commands',
  SECOND: 'tests/keys/levels-wrong-open-all.commands',
  TRAIL: 'given/trail.jsonl',
  PERSONS: 'given/persons.json',
  RULE: 'DA-7',
  KIND: 'agency',
  SEARCH: 'fbi',
  COLUMNS: 'requests',
  DAY: '2017-03-01',
  ID: 'broker-inquiry',
  WAY: 'first_match',
  ALGORITHM: 'first_match',
  N: '2',
};
const ofVetting = {
  SCENARIO: 'scenarios/09-the-reviewer/scenario.json',
  COMMANDS: 'tests/keys/review.commands',
  REQUEST: 'strand-vets',
};
// What is applied to both sides of a comparison comes before either: no predictions of what has been run.
const ofComparison = { COMMANDS: 'given/both.commands' };
const files = { '--seal': 'given/trail.jsonl.seal', '--trail': 'given/new.jsonl', '--apply': stands.COMMANDS };

const isSynopsis = (command) => /[[\]]|\b[A-Z]{2,}\b(?!-)/.test(command);

/** The words of a synopsis, filled in. */
function filledIn(synopsis) {
  const words = synopsis.replaceAll('...', '').split(' ').filter(Boolean);
  const meant = { ...stands, ...(words[1] === 'vet' && ofVetting), ...(words[1] === 'compare' && ofComparison) };
  return words
    .map((word, at) => {
      if (word === 'FILE') return files[words[at - 1]] ?? stands.SCENARIO;
      if (!/^[A-Z]+$/.test(word)) return word;
      assert.ok(meant[word], `nothing stands for ${word}: add it to tests/docs/parts/ntk.mjs`);
      return meant[word];
    })
    .join(' ');
}

function runSynopsis(synopsis, house) {
  house.write('given/persons.json', '[{"last_name": "Vale"}]');
  house.write('given/both.commands', 'hint\n');
  if (synopsis.includes('TRAIL')) house.run(`ntk run ${stands.SCENARIO} --apply ${stands.COMMANDS} --trail ${stands.TRAIL}`);
  const short = synopsis.replace(/\s*\[[^\]]*\]/g, '');
  const long = synopsis.replace(/[[\]]/g, '');
  for (const command of new Set([filledIn(short), filledIn(long)])) {
    const ran = house.run(command);
    assert.ok([0, 1].includes(ran.status), ran.said);
  }
}

/** A verb alone, or with options and nothing else. */
const isMention = ({ command, inProse }) => inProse && /^(build\/)?ntk [a-z-]+( --.*)?$/.test(command);

function checkMention(command, house) {
  const [, verb, ...rest] = command.split(' ');
  const help = house.run(`ntk ${verb} --help`);
  assert.equal(help.status, 0, help.said);
  for (const word of rest) assert.match(help.stdout, new RegExp(`(^|[\\s(])${word}\\b`, 'm'));
}

/** Holds what was printed to the transcript of a document, in which `...` stands for lines that were left out. */
function checkOutput(output, printed) {
  const pattern = output
    .map((line) => (line === '...' ? '(?:.*\\n)*' : `${line.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\n`))
    .join('');
  assert.match(printed.replace(/\n*$/, '\n'), new RegExp(`^${pattern}$`));
}

export function checkNtk(step, house) {
  if (/^(build\/)?ntk$/.test(step.command)) return;
  if (isMention(step)) return checkMention(step.command, house);
  if (isSynopsis(step.command)) return runSynopsis(step.command, house);
  const ran = house.run(step.command);
  assert.equal(ran.status, step.status ?? 0, ran.said);
  if (step.output) checkOutput(step.output, ran.stdout);
}

/** Options that the command line's own page names by themselves are options of some verb. */
export function optionsIn(document) {
  return [...text(document).matchAll(/`(--[a-z]+)[^`]*`/g)].map(([, option]) => option);
}
