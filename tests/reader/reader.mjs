// Orca, the screen reader of GNOME, and somebody who listens to it and has a keyboard.
//
// No sound is needed: what Orca says it also writes to its debug file, as lines with SPEECH OUTPUT.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const patience = 90000;
const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Words alone: how a reader speaks signs ("DA dash 5" for DA-5), and where it pauses, is its own affair. */
const words = (text) =>
  text
    .toLowerCase()
    .replace(/(?<=[a-z]) dash (?=\d)/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Orca's log is written in blocks: a key that does nothing makes it write on. */
async function pushOut() {
  await wait(1000);
  if (process.env.DISPLAY) key('Shift_L');
}

export class Listener {
  #file;

  constructor(file) {
    this.#file = file;
  }

  /** All that was spoken, from a place in it. */
  spoken(from = 0) {
    if (!existsSync(this.#file)) return [];
    const lines = readFileSync(this.#file, 'utf8').split('\n');
    return lines
      .map((line) => /SPEECH OUTPUT: '(.*?)'(?:\{.*\})?\s*$/.exec(line)?.[1])
      .filter((each) => each !== undefined)
      .slice(from);
  }

  /** The place where what is spoken next will be. */
  now() {
    return this.spoken().length;
  }

  /** Whether all of them are spoken before some seconds have passed. */
  async hearsSoon(texts, from) {
    const all = () => texts.every((text) => this.heard(text, from));
    for (const end = Date.now() + 15000; !all() && Date.now() < end;) await pushOut();
    return all();
  }

  heard(text, from) {
    return ` ${words(this.spoken(from).join(' '))} `.includes(` ${words(text)} `);
  }

  /** Waits until this was spoken since that place. */
  async hear(text, from) {
    assert.ok(words(text) !== '', 'there is something to hear');
    for (const end = Date.now() + patience; !this.heard(text, from); await pushOut()) {
      assert.ok(Date.now() < end, `never spoken: ${text}\nspoken was:\n  ${this.spoken(from).join('\n  ')}`);
    }
  }

  /** Waits until nothing was spoken for a while: a key now is one that the reader has time for. It proves nothing. */
  async hush() {
    for (let before = -1, still = 0; still < 10; await wait(100)) {
      const now = this.now();
      still = now === before ? still + 1 : 0;
      before = now;
    }
  }
}

/** Presses a key as a keyboard does: for the window that has the focus, and for the reader. */
export const key = (name) => execFileSync('xdotool', ['key', '--clearmodifiers', name]);
