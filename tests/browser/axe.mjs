// Every screen of both builds, as axe finds it by the rules for WCAG 2.0, 2.1 and 2.2, levels A and AA.

import assert from 'node:assert/strict';
import { resolve } from 'node:path';

import { browserTest, dist } from './harness.mjs';
import { accessibilityFindings } from './reading.mjs';
import { walkThroughScreens } from './screens.mjs';

for (const [build, options] of [
  ['the site', {}],
  ['the single file', { file: resolve(`${dist}/need-to-know.html`) }],
]) {
  browserTest(`axe finds nothing on any screen of ${build}`, options, async (page) => {
    const found = [];
    await walkThroughScreens(page, async (name, selector) => {
      if (name === 'what is printed') await page.dom.emulateMedia({ media: 'print' });
      for (const each of await accessibilityFindings(page.dom, selector)) found.push(`${name}: ${each}`);
      await page.dom.emulateMedia({ media: null });
    });
    assert.deepEqual(found, []);
  });
}
