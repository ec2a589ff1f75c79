// A desktop of its own for browsers that want one: a screen in memory (Xvfb), a message bus, a window manager, and a home
// folder that is deleted at the end. It ends with the process that began it, however that ends.

import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';

/** Exit status of a suite that can't run on this machine. */
export const skipped = 77;

const started = [];
let home;

/** The first of these programs that is on the path, or at that place; else null. */
export function programOf(...names) {
  const folders = process.env.PATH.split(delimiter);
  const places = names.flatMap((name) => (name.includes('/') ? [name] : folders.map((folder) => join(folder, name))));
  return places.find((place) => existsSync(place)) ?? null;
}

/** Ends the process with a line that says what is missing, if anything is. */
export function skipWithout(suite, programs) {
  const missing = programs.filter((names) => !programOf(...[names].flat())).map((names) => [names].flat()[0]);
  if (missing.length === 0) return;
  console.log(
    `${suite}: skipped, because this machine does not have ${missing.join(', ')} (scripts/install ${suite === 'reader' ? 'reader' : 'browsers'} installs them on Debian)`,
  );
  process.exit(skipped);
}

/** Starts a program that ends with this process, and everything that it starts. */
export function startProgram(command, args = [], options = {}) {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'ignore'], ...options, detached: true });
  child.on('error', (error) => console.error(`${command}: ${error.message}`));
  started.push(child);
  return child;
}

export function stopProgram(child, signal = 'SIGTERM') {
  try {
    process.kill(-child.pid, signal);
  } catch {
    // it has ended already
  }
}

function firstLine(child, what) {
  return new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', resolve);
    child.once('exit', (status) => reject(new Error(`${what} ended with status ${status}`)));
  });
}

// Openbox takes some keys, such as Ctrl+Alt with the arrows, which are then nobody else's.
const windowManager = '<openbox_config xmlns="http://openbox.org/3.4/rc"><keyboard></keyboard></openbox_config>\n';

/** Starts everything, and sets the environment for whatever is started from now on. */
export async function startDesktop({ screen = '1440x1200x24' } = {}) {
  home = mkdtempSync(join(tmpdir(), 'ntk-desktop-'));
  for (const name of ['run', 'downloads', 'config']) mkdirSync(join(home, name), { mode: 0o700 });
  writeFileSync(join(home, 'openbox.xml'), windowManager);
  writeFileSync(join(home, 'config/user-dirs.dirs'), `XDG_DOWNLOAD_DIR="${join(home, 'downloads')}"\n`);
  const folders = { HOME: home, XDG_CONFIG_HOME: join(home, 'config'), XDG_RUNTIME_DIR: join(home, 'run') };
  // Without a graphics card the processor draws.
  Object.assign(process.env, folders, { LIBGL_ALWAYS_SOFTWARE: '1', GDK_BACKEND: 'x11', MOZ_ENABLE_WAYLAND: '0', LANG: 'C.UTF-8' });
  delete process.env.WAYLAND_DISPLAY;
  for (const name of ['XDG_CACHE_HOME', 'XDG_DATA_HOME']) delete process.env[name];

  const display = startProgram('Xvfb', ['-displayfd', '1', '-screen', '0', screen, '-nolisten', 'tcp']);
  process.env.DISPLAY = `:${await firstLine(display, 'Xvfb')}`;
  const bus = startProgram('dbus-daemon', ['--session', '--nofork', '--print-address']);
  process.env.DBUS_SESSION_BUS_ADDRESS = await firstLine(bus, 'dbus-daemon');
  startProgram('openbox', ['--config-file', join(home, 'openbox.xml')]);
  process.env.NTK_DOWNLOADS = join(home, 'downloads');
  return { home, downloads: process.env.NTK_DOWNLOADS };
}

export function stopDesktop() {
  for (const child of started.splice(0).reverse()) stopProgram(child);
  // What has not ended by itself may still write into its home.
  if (home) rmSync(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  home = undefined;
}

process.on('exit', stopDesktop);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(1));
