// Checks the commands for developers. They take minutes or change the machine, so they are not run. Everything that they
// name must exist.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root, text, tracked } from './documents.mjs';

const isPlaceholder = (word) => /^\[?[A-Z]+(\.\.\.)?\]?$/.test(word);

/** The text of a script without its comments: a comment may name things that do not exist. */
const code = (path) => text(path).replace(/^\s*(#|\/\/).*$/gm, '');

const names = (source, word) => new RegExp(`(^|[^\\w-])${word.replace(/[.+*?]/g, '\\$&')}($|[^\\w-])`, 'm').test(source);

function checkMake(words) {
  const ran = spawnSync('make', ['-n', ...words], { cwd: root, encoding: 'utf8' });
  assert.equal(ran.status, 0, ran.stderr);
}

const presets = () => JSON.parse(text('CMakePresets.json'));
const cmakeLists = () =>
  tracked
    .filter((path) => path.endsWith('CMakeLists.txt'))
    .map(code)
    .join('\n');

/** A preset of one kind: configurePresets, buildPresets or testPresets. */
function checkPreset(name, kind = 'buildPresets') {
  const known = presets()[kind].map((preset) => preset.name);
  assert.ok(known.includes(name), `no preset \`${name}\` among the ${kind}`);
}

/** What CTest's -L and -R can find: folders and files of tests, and the sentences that name cases. */
function checkFilter(pattern) {
  const words = pattern.replace(/^'|'$/g, '').replace(/^\^|\$$/g, '');
  const tests = tracked.filter((path) => path.startsWith('tests/')).map((path) => path.replace(/\.(cpp|mjs)$/, ''));
  const isFile = tests.some((path) => `/${path}/`.includes(`/${words}/`));
  const isCase = () => spawnSync('git', ['grep', '-qF', words, '--', 'tests/*.cpp'], { cwd: root }).status === 0;
  assert.ok(isFile || words === 'wasm' || (words.includes(' ') && isCase()), `no test fits \`${words}\``);
}

function checkTarget(name) {
  assert.match(cmakeLists(), new RegExp(`(add_\\w+|ntk_\\w+)\\(${name}\\b`), `no target \`${name}\``);
}

function checkBuild([preset, ...targets]) {
  checkPreset(preset);
  targets.forEach(checkTarget);
}

/** Checks `cmake` and `ctest` commands that name a preset. */
function checkPresets(words, kind) {
  const at = words.indexOf('--preset');
  assert.ok(at >= 0, 'only commands that name a preset can be checked');
  checkPreset(words[at + 1], kind);
  words.forEach((word, i) => (/^-[LR]$/.test(word) ? checkFilter(words[i + 1]) : undefined));
  words.slice(words.indexOf('--target') + 1 || words.length).forEach(checkTarget);
}

const isPath = (word) => existsSync(join(root, word));

/** `panels` for tests/browser/run.mjs: a file of tests beside the script that runs them. */
const isTestOf = (path, name) =>
  /^tests\/\w+\/run\.mjs$/.test(path) &&
  ['.mjs', '.test.mjs'].some((ending) => tracked.includes(path.replace('run.mjs', name.replace(/\.mjs$/, '') + ending)));

/** A command in quotes is an argument that is a command itself. */
function isCommand(arg) {
  if (!/^"(make|scripts\/)/.test(arg)) return false;
  checkDevelopment(arg.slice(1, -1));
  return true;
}

/** A tool of an npm package, and the files that it is given. */
function checkTool(path, args) {
  assert.ok(existsSync(join(root, path)), `no package of package.json has \`${path}\``);
  for (const arg of args) assert.ok(/^('.*'|--?\w+)$/.test(arg) || isPath(arg), `no file \`${arg}\``);
}

function checkScript(path, args) {
  assert.ok(tracked.includes(path), `no script \`${path}\``);
  for (const arg of args) {
    if (isPlaceholder(arg) || /^\d+$/.test(arg) || isPath(arg)) continue;
    if (isTestOf(path, arg) || isCommand(arg)) continue;
    assert.ok(names(code(path), arg), `${path} knows no \`${arg}\``);
  }
}

export function checkSettings(settings) {
  for (const [, name] of settings.matchAll(/([A-Z][A-Z_]*)=/g)) {
    const found = spawnSync('git', ['grep', '--untracked', '-qw', name, '--', ':!*.md', ':!tests/docs'], { cwd: root });
    assert.equal(found.status, 0, `nothing reads ${name}`);
  }
}

export function checkDevelopment(command) {
  const [first, ...args] = command.match(/'[^']*'|"[^"]*"|\S+/g) ?? [];
  if (first === 'make') return checkMake(args);
  if (first === 'scripts/build') return checkBuild(args);
  if (first === 'ctest') return checkPresets(args, 'testPresets');
  if (first === 'cmake') return checkPresets(args, args[0] === '--build' ? 'buildPresets' : 'configurePresets');
  if (first.startsWith('node_modules/.bin/')) return checkTool(first, args);
  if (first === 'node') return checkScript(args[0], args.slice(1));
  return checkScript(first, args);
}
