// A temporary folder with the layout of a clone after `make cli`: lessons, keys, and the program as `build/ntk`, also on the
// path as `ntk`. It also holds a student's submission, which the documents take for granted.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { root, text } from './documents.mjs';

const program = resolve(process.env.NTK ?? join(root, 'build/debug/ntk'));
const lesson = 'scenarios/01-levels/scenario.json';

/** The file that the page saves for a student who solved the first lesson. */
function submission() {
  const scenario = JSON.parse(text(lesson));
  const commands = text('tests/keys/levels.commands')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'));
  const predictions = commands
    .filter((line) => line.startsWith('predict '))
    .map((line) => line.split(' '))
    .map(([, request, outcome, reason]) => ({ request, outcome, ...(reason && { reason }), result: 'hit' }));
  return {
    submission: 1,
    student: 'A student',
    attempt: 'Attempt 1',
    scenario: {
      id: scenario.id,
      title: scenario.title,
      sha256: createHash('sha256').update(text(lesson)).digest('hex'),
      file: lesson.slice('scenarios/'.length),
    },
    seed: 0,
    commands,
    predictions,
    hints_used: 0,
  };
}

export class Workspace {
  constructor() {
    if (!existsSync(program)) throw new Error(`${program} is not built: scripts/build native-debug ntk, or set NTK`);
    this.folder = mkdtempSync(join(tmpdir(), 'ntk-docs-'));
    for (const folder of ['scenarios', 'tests/keys']) cpSync(join(root, folder), this.path(folder), { recursive: true });
    mkdirSync(this.path('build'));
    symlinkSync(program, this.path('build/ntk'));
    this.write('levels-submission.json', JSON.stringify(submission()));
  }

  path = (name) => join(this.folder, name);
  read = (name) => readFileSync(this.path(name), 'utf8');

  write(name, content) {
    mkdirSync(dirname(this.path(name)), { recursive: true });
    writeFileSync(this.path(name), content);
  }

  /** Runs a line in the folder, by a shell: {status, stdout, stderr}. */
  run(line, input = '') {
    const environment = {
      PATH: `${this.path('build')}:${process.env.PATH}`,
      LC_ALL: 'C.UTF-8',
      ASAN_OPTIONS: process.env.ASAN_OPTIONS ?? '',
    };
    const ran = spawnSync('sh', ['-c', line], { cwd: this.folder, env: environment, encoding: 'utf8', input });
    return { ...ran, said: `${line}\n${ran.stdout}${ran.stderr}` };
  }

  remove = () => rmSync(this.folder, { recursive: true });
}
