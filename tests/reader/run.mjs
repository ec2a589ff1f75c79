// Runs lesson 1 by a real screen reader, Orca, with Firefox, on a screen in memory: node tests/reader/run.mjs
//
// NAMES='a pattern' before it chooses tests by their names; they go on from one another. Without what the suite needs it
// says what is missing, and ends with status 77.

import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { programOf, skipWithout, startDesktop, startProgram } from '../elsewhere/desktop.mjs';
import * as firefox from '../elsewhere/firefox.mjs';
import { runTests } from '../elsewhere/runner.mjs';
import { Listener } from './reader.mjs';

const folder = dirname(fileURLToPath(import.meta.url));
process.chdir(resolve(folder, '../..'));

async function there(file) {
  for (let tries = 0; !existsSync(file); tries++) {
    if (tries > 600) throw new Error(`${file} never came`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

const accessibilityBus = ['/usr/libexec/at-spi-bus-launcher', '/usr/lib/at-spi2-core/at-spi-bus-launcher'];
skipWithout('reader', [
  'Xvfb',
  'openbox',
  'dbus-daemon',
  'xdotool',
  'gsettings',
  'orca',
  'speech-dispatcher',
  accessibilityBus,
  ...firefox.programs,
]);

const { home } = await startDesktop();
execFileSync('gsettings', ['set', 'org.gnome.desktop.interface', 'toolkit-accessibility', 'true']);
startProgram(programOf(...accessibilityBus), ['--launch-immediately', '--a11y=1', '--screen-reader=1'], { stdio: 'ignore' });
// Orca starts its speech by itself, but gives up where that takes long. Nor is there a sound card.
writeFileSync(join(home, '.asoundrc'), 'pcm.!default { type null }\n');
writeFileSync(join(home, 'speechd.conf'), 'AudioOutputMethod "alsa"\nAddModule "dummy" "sd_dummy" ""\nDefaultModule dummy\n');
startProgram('speech-dispatcher', ['--run-single', '--timeout=0', `--config-dir=${home}`], { stdio: 'ignore' });
await there(join(process.env.XDG_RUNTIME_DIR, 'speech-dispatcher/speechd.sock'));

process.env.NTK_SPEECH = join(home, 'orca.log');
startProgram('orca', ['--replace', `--debug-file=${process.env.NTK_SPEECH}`], { stdio: 'ignore' });
await new Listener(process.env.NTK_SPEECH).hear('screen reader on', 0);
console.log(`Orca ${execFileSync('orca', ['--version'], { encoding: 'utf8' }).trim()}, Firefox`);

runTests([join(folder, 'lesson.test.mjs')]);
