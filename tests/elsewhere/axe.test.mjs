// Every screen of both builds, as axe finds it in this browser.

import assert from 'node:assert/strict';
import { resolve } from 'node:path';

import { dist } from '../browser/harness.mjs';
import { accessibilityFindings } from '../browser/reading.mjs';
import { walkThroughScreens } from '../browser/screens.mjs';
import { visitTest } from './visit.mjs';

for (const [build, file] of [
  ['the site', ''],
  ['the single file', resolve(dist, 'need-to-know.html')],
]) {
  visitTest(`axe finds nothing on any screen of ${build}`, async (visit) => {
    const visitor = await visit.visitor();
    const page = await (file ? visitor.openFile(file) : visitor.open());
    const found = [];
    await walkThroughScreens(page, async (name, selector) => {
      for (const each of await accessibilityFindings(page.dom, selector)) found.push(`${name}: ${each}`);
    });
    assert.deepEqual(found, []);
  });
}
