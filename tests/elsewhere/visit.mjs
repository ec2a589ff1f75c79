// Visits to the page in another browser than Chromium: the one that NTK_BROWSER names, by the driver of that name.

import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import test, { after } from 'node:test';

import { CanvasPage, addressOf, dist, finish } from '../browser/harness.mjs';

export const driver = await import(`./${process.env.NTK_BROWSER}.mjs`);

const downloads = process.env.NTK_DOWNLOADS;

const xclip = (direction, options) => execFileSync('xclip', ['-selection', 'clipboard', direction], { timeout: 10000, ...options });

/** What a user of the browser finds in the clipboard: the screen's own, which the page can't read. Empty while it changes hands. */
function clipboard() {
  try {
    return xclip('-o', { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch {
    return '';
  }
}

const settling = 300; // milliseconds

/** Puts a text into the clipboard that stays there: a browser may claim the clipboard once more after it has handed out a copy. */
async function fillClipboard(page, text) {
  await page.until(async () => {
    xclip('-i', { input: text, stdio: ['pipe', 'ignore', 'ignore'] });
    await new Promise((resolve) => setTimeout(resolve, settling));
    return clipboard() === text;
  });
}

/** Does something that copies, and returns what has arrived in the clipboard. */
export async function copiedBy(page, act) {
  const before = 'nothing was copied';
  await fillClipboard(page, before);
  await act();
  let copied = '';
  await page.until(() => !['', before].includes((copied = clipboard())));
  return copied;
}

/** Does something that saves a file of that name, and returns the file's text. */
export async function savedBy(page, name, act) {
  const file = join(downloads, name);
  rmSync(file, { force: true });
  await act();
  // A browser makes the file first and fills it then.
  await page.until(
    () => existsSync(file) && readFileSync(file).length > 0 && !readdirSync(downloads).some((each) => /\.(part|wkdownload)$/.test(each)),
  );
  return readFileSync(file, 'utf8');
}

export const said = (page) => page.dom.locator('#said').textContent();
export const commands = async (page) => (await page.ask('export_file', { what: 'commands' })).value.text;
export const report = async (page) => (await page.ask('export_file', { what: 'report' })).value.text;

/** One test's visitors and their pages. */
class Visit {
  #visitors = [];
  #pages = [];

  /** Somebody who has not been here before: {open(path), close()}. */
  async visitor(options) {
    return this.#enter(await driver.newVisitor(options));
  }

  /** Somebody whose browser keeps everything in this folder. */
  async visitorOf(folder) {
    return this.#enter(await driver.newVisitorOf(folder));
  }

  #enter(visitor) {
    this.#visitors.push(visitor);
    return {
      open: async (path = '') => this.#open(await visitor.newTab(), await addressOf(`${dist}/site`), path),
      openFile: async (file) => this.#open(await visitor.newTab(), 'file://', file),
      close: async () => {
        await this.#look();
        this.#pages = [];
        this.#visitors = this.#visitors.filter((each) => each !== visitor);
        await visitor.close();
      },
    };
  }

  async #open(dom, address, path) {
    const page = new CanvasPage(dom, address);
    this.#pages.push(page);
    await page.open(path);
    await page.dom.evaluate(() => document.getElementById('tour-decline')?.click());
    return page;
  }

  /** Closes a tab, once it is known that nothing has gone wrong in it. */
  async leave(page) {
    await this.#look();
    this.#pages = this.#pages.filter((each) => each !== page);
    await page.dom.close();
  }

  async #look() {
    for (const page of this.#pages) {
      page.complaints.push(...((await page.dom.complaints?.()) ?? []));
      page.complaints = page.complaints.filter((each) => !driver.isOfDriver(each));
      page.check();
    }
  }

  async end(failed) {
    try {
      if (!failed) await this.#look();
    } finally {
      await Promise.all(this.#visitors.map((visitor) => visitor.close()));
    }
  }

  async picture(name) {
    const folder = 'build/browser-failures';
    mkdirSync(folder, { recursive: true });
    for (const [at, page] of this.#pages.entries()) {
      const path = `${folder}/${driver.name}-${name.replace(/\W+/g, '-')}-${at + 1}.png`;
      await page.dom.screenshot({ path }).catch(() => {});
    }
  }
}

after(async () => {
  await driver.finish();
  await finish();
});

/** A test of a visit; `body(visit)`. */
export function visitTest(name, body) {
  test(name, { timeout: 400000 }, async () => {
    const visit = new Visit();
    let failed = true;
    try {
      await body(visit);
      failed = false;
    } catch (error) {
      await visit.picture(name);
      throw error;
    } finally {
      await visit.end(failed);
    }
  });
}
