// Which Chromium or Chrome this machine has for the tests.

import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const applications = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium'];

/** A snap's sandbox keeps the tests out; Ubuntu's own Chromium is a script that starts one. */
function isSnap(place) {
  const beginning = Buffer.alloc(4000);
  const file = openSync(place, 'r');
  readSync(file, beginning);
  closeSync(file);
  return place.startsWith('/snap/') || beginning.includes('/snap/');
}

/** The Chromium or Chrome that there is, or undefined. */
export function findChromium() {
  // The first is Chromium without its windows: the same engine, and a quarter faster at what tests do.
  const names = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const onPath = names.flatMap((name) => process.env.PATH.split(delimiter).map((folder) => join(folder, name)));
  return [process.env.CHROMIUM, ...onPath, ...applications].find((place) => place && existsSync(place) && !isSnap(place));
}

/** The same; fails if there is none. */
export function chromiumPath() {
  const found = findChromium();
  if (!found) throw new Error('no Chromium: run scripts/install tests, or set CHROMIUM to its path');
  return found;
}
