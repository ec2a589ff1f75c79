// The text page as its user works at it, for the tests of what is done there.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

import { browserTest } from './harness.mjs';
import { jumpTo, tabTo } from './reading.mjs';

/**
 * The page as its user works at it: by the keyboard, and by what the live region says. Who is told to jump comes to a control
 * as by a screen reader's own keys; else it is walked to by Tab, which shows that it can be.
 */
export class Reader {
  constructor(page, jumps = false) {
    this.page = page;
    this.dom = page.dom;
    this.jumps = jumps;
  }

  tabTo(selector) {
    return this.jumps ? jumpTo(this.dom, selector) : tabTo(this.dom, selector);
  }

  async press(selector, key = 'Enter') {
    await this.tabTo(selector);
    await this.dom.keyboard.press(key);
  }

  /** By the list of sections to one of them. */
  async goTo(section) {
    await this.press(`nav a[href="#${section}"]`);
    assert.equal(await this.focused(), `${section}-title`);
  }

  async type(selector, text) {
    await this.tabTo(selector);
    await this.dom.keyboard.type(text);
  }

  focused() {
    return this.dom.evaluate(() => document.activeElement.id);
  }

  said() {
    return this.dom.locator('#said').textContent();
  }

  section(id) {
    return this.dom.locator(`#${id}`);
  }

  /** A file as a dialog would hand it over: the dialog itself is the browser's. */
  async openFile(file) {
    if (!(await this.dom.locator('#file').isVisible())) await this.press('#choice-details > summary');
    await this.tabTo('#file');
    await this.dom.locator('#file').setInputFiles(file);
    await this.dom.waitForFunction(() => document.activeElement.matches('#page-title, #diagnostics-title'));
  }

  /** What the session is, as a grader would be told. */
  async report() {
    const [download] = await Promise.all([this.dom.waitForEvent('download'), this.dom.locator('#export-report').click()]);
    return JSON.parse(readFileSync(await download.path(), 'utf8'));
  }
}

export function textTest(name, options, body) {
  if (typeof options === 'function') return textTest(name, {}, options);
  const { jumps, ...others } = options;
  return browserTest(name, others, (page) => body(new Reader(page, jumps)));
}
