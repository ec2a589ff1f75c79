// What scripts/install says where it cannot install: on a machine that has nothing, made of a PATH with little in it.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const script = join(dirname(fileURLToPath(import.meta.url)), '../../scripts/install');
const shell = ['bash', 'env', 'dirname', 'mkdir', 'tail', 'head', 'cat', 'grep'];

/** Runs the script where these commands are all there is; each is given as the body of a shell script. */
function install(commands, { group = 'native', system = 'debian' } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'ntk-install-'));
  try {
    for (const name of shell)
      symlinkSync(spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).stdout.trim(), join(folder, name));
    for (const [name, body] of Object.entries(commands)) {
      writeFileSync(join(folder, name), `#!${join(folder, 'bash')}\n${body}\n`);
      chmodSync(join(folder, name), 0o755);
    }
    const release = join(folder, 'os-release');
    writeFileSync(release, `NAME="A system"\nID=${system}\n`);
    return spawnSync(join(folder, 'bash'), [script, group], { env: { PATH: folder, NTK_OS_RELEASE: release }, encoding: 'utf8' });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const root = { id: 'echo 0' };
const somebody = { id: 'echo 1000' };
const apt = (update, install) => ({ 'apt-get': `case "$*" in *update*) ${update} ;; *) ${install} ;; esac` });

test('what is missing is installed by root, with a line for each step', () => {
  const ran = install({ ...root, ...apt('exit 0', 'exit 0') });
  assert.equal(ran.status, 0, ran.stderr);
  assert.match(ran.stdout, /install: packages: .*cmake.*ninja-build/);
  assert.match(ran.stdout, /install: everything for native is there/);
});

test('without a package manager that it knows the user is told what to install by hand', () => {
  const ran = install(root, { system: 'unknown' });
  assert.equal(ran.status, 1);
  assert.match(ran.stderr, /none of apt, dnf and Homebrew[^]*install by hand.*cmake/);
});

const refusing = (name) => ({ [name]: 'echo "no package $*"; exit 1' });

test('dnf is asked by the names that Fedora has', () => {
  const ran = install({ ...root, dnf: 'exit 0' }, { system: 'fedora' });
  assert.equal(ran.status, 0, ran.stderr);
  assert.match(ran.stdout, /install: packages: cmake ninja-build ccache gcc-c\+\+/);
});

test('what dnf says when a package fails is passed on', () => {
  const ran = install({ ...root, ...refusing('dnf') }, { system: 'fedora' });
  assert.equal(ran.status, 1);
  assert.match(ran.stderr, /dnf failed[^]*no package install -y .*gcc-c\+\+[^]*install by hand/);
});

test('dnf needs root or sudo too', () => {
  const ran = install({ ...somebody, dnf: 'exit 0' }, { system: 'fedora' });
  assert.equal(ran.status, 1);
  assert.match(ran.stderr, /ask an administrator for: dnf install .*gcc-c\+\+/);
});

test('Homebrew is asked without sudo, and Apple’s compiler is left to the user', () => {
  const ran = install({ ...somebody, brew: 'exit 0' }, { system: 'none' });
  assert.equal(ran.status, 1);
  assert.match(ran.stdout, /install: packages: cmake ninja ccache\n/);
  assert.match(ran.stderr, /install by hand[^]*xcode-select --install/);
});

test('with Apple’s compiler there Homebrew installs the rest', () => {
  const ran = install({ ...somebody, brew: 'exit 0', 'g++': 'exit 0' }, { system: 'none' });
  assert.equal(ran.status, 0, ran.stderr);
  assert.match(ran.stdout, /install: packages: cmake ninja ccache\n/);
});

test('Ubuntu’s browser, a stub, is not installed: the user is told which one to install', () => {
  const ran = install({ ...root, ...apt('exit 0', 'echo "$@" >&2; exit 0') }, { group: 'tests', system: 'ubuntu' });
  assert.equal(ran.status, 1);
  assert.doesNotMatch(ran.stdout, /chromium/);
  assert.match(ran.stderr, /install by hand[^]*a browser that isn't a snap/);
});

test('a stub that is on Ubuntu already does not count as a browser', () => {
  const stub = { 'chromium-browser': 'exec /snap/bin/chromium "$@"' };
  const ran = install({ ...root, ...stub, ...apt('exit 0', 'exit 0') }, { group: 'tests', system: 'ubuntu' });
  assert.match(ran.stderr, /a browser that isn't a snap/);
});

test('a Chrome that is on Ubuntu already is used', () => {
  const there = { 'google-chrome': 'exit 0', npm: 'exit 0', touch: 'exit 0' };
  const ran = install({ ...root, ...there, ...apt('exit 0', 'exit 0') }, { group: 'tests', system: 'ubuntu' });
  assert.equal(ran.status, 0, ran.stderr);
});

test('elsewhere Chromium is installed', () => {
  const ran = install({ ...root, npm: 'exit 0', touch: 'exit 0', ...apt('exit 0', 'exit 0') }, { group: 'tests' });
  assert.match(ran.stdout, /install: packages: .*chromium/);
});

test('without root and sudo the user is told whom to ask', () => {
  const ran = install({ ...somebody, ...apt('exit 0', 'exit 0') });
  assert.equal(ran.status, 1);
  assert.match(ran.stderr, /neither root nor sudo[^]*ask an administrator for: apt-get install .*cmake/);
});

test('a sudo that is refused ends the install, and says so', () => {
  const ran = install({ ...somebody, sudo: 'exit 1', ...apt('exit 0', 'exit 0') });
  assert.equal(ran.status, 1);
  assert.match(ran.stderr, /sudo was refused/);
});

test('without a network the user is told what to install by hand', () => {
  const ran = install({ ...root, ...apt('exit 100', 'exit 100') });
  assert.equal(ran.status, 1);
  assert.match(ran.stderr, /is there a network\?[^]*install by hand.*cmake/);
});

test('what apt-get says when a package fails is passed on', () => {
  const ran = install({ ...root, ...apt('exit 0', 'echo "E: Unable to locate package"; exit 100') });
  assert.equal(ran.status, 1);
  assert.match(ran.stderr, /apt-get failed[^]*Unable to locate package/);
});
