// What scripts/install says where it cannot install: on a machine that has nothing, made of a PATH with little in it.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const script = join(dirname(fileURLToPath(import.meta.url)), '../../scripts/install');
const shell = ['bash', 'env', 'dirname', 'mkdir', 'tail', 'cat'];

/** Runs the script where these commands are all there is; each is given as the body of a shell script. */
function install(commands) {
  const folder = mkdtempSync(join(tmpdir(), 'ntk-install-'));
  try {
    for (const name of shell)
      symlinkSync(spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).stdout.trim(), join(folder, name));
    for (const [name, body] of Object.entries(commands)) {
      writeFileSync(join(folder, name), `#!${join(folder, 'bash')}\n${body}\n`);
      chmodSync(join(folder, name), 0o755);
    }
    return spawnSync(join(folder, 'bash'), [script, 'native'], { env: { PATH: folder }, encoding: 'utf8' });
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

test('off Debian the user is told what to install by hand', () => {
  const ran = install(root);
  assert.equal(ran.status, 1);
  assert.match(ran.stderr, /not Debian[^]*install by hand.*cmake/);
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
