// The steps that a document tells its reader to take: files to save, and commands to type.
//
//   - An indented block or a block marked `sh` has one command on each line. A comment after it may state its exit status.
//   - A block marked `console` is a transcript: a command after `$ `, then what it prints. A line `...` stands for any lines.
//   - If a paragraph ends with a file name and a colon, the block after it is that file.
//   - A code span that begins like a command is a command.
import { partsOf } from './documents.mjs';

const commandsAlone = ['ntk', 'make'];
const programs =
  'ntk make node cmake ctest git npm npx apt-get sudo bash sh python3 pip jq curl docker cd cp mv rm mkdir cat echo export'.split(' ');
const studentVerbs = 'assign predict ask run vet advance mark unmark find unfind'.split(' ');
export const studentWords = ['hint', 'reset'];

/** Settings before a command, as in `NTK_SEED=7 make test`: [settings, the rest]. */
export function splitSettings(command) {
  const [settings] = command.match(/^([A-Z][A-Z_]*=('[^']*'|\S+)\s*)*/);
  return [settings.trim(), command.slice(settings.length).trim()];
}

export const isOfStudent = (command) =>
  studentWords.includes(command) || (studentVerbs.includes(command.split(' ')[0]) && command.includes(' '));

export function isCommand(words) {
  const [settings, rest] = splitSettings(words);
  const [first, ...args] = rest.split(' ');
  const isProgram = programs.includes(first) && (args.length > 0 || commandsAlone.includes(first));
  return settings !== '' || isProgram || /^(build\/ntk|scripts\/[\w.-]+)$/.test(first) || isOfStudent(words);
}

/** The exit status that a sentence or a comment states. */
const statusIn = (words) => {
  const stated = words.match(/exit status (?:is )?(\d)/i);
  return stated ? Number(stated[1]) : undefined;
};

function fromLines(block) {
  return block.text
    .replace(/\\\n\s*/g, '')
    .split('\n')
    .filter((line) => line.trim() && !line.startsWith('#'))
    .map((line) => {
      const [, command, comment] = line.match(/^(.*?)(?:\s{2,}#(.*))?$/);
      return { kind: 'command', command: command.trim(), status: statusIn(comment ?? '') };
    });
}

function fromTranscript(block) {
  const steps = [];
  for (const line of block.text.split('\n')) {
    if (line.startsWith('$ ')) steps.push({ kind: 'command', command: line.slice(2), status: statusIn(block.before), output: [] });
    else steps.at(-1).output.push(line);
  }
  return steps;
}

function fromBlock(block) {
  const name = block.before.match(/`([\w./-]+\.\w+)`[^`]*:$/)?.[1];
  if (!block.fenced || block.language === 'sh') return fromLines(block);
  if (block.language === 'console') return fromTranscript(block);
  if (name && !/^(ID|WORD)\b/.test(name)) return [{ kind: 'file', path: name, text: `${block.text}\n` }];
  if (['js', 'ts'].includes(block.language)) return []; // `export` is no command there
  // Nothing would run a command in a block of any other kind.
  const stray = block.text.split('\n').find((line) => isCommand(line));
  return stray ? [{ kind: 'stray', command: stray }] : [];
}

export function stepsOf(markdown) {
  return partsOf(markdown).flatMap((part) => {
    if (part.kind === 'block') return fromBlock(part);
    if (part.kind === 'span' && isCommand(part.text))
      return [{ kind: 'command', command: part.text, inProse: true, status: statusIn(part.around) }];
    return [];
  });
}
