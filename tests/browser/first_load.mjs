// What the browser asks for until the panels have drawn home. For tests/browser/loading.mjs and `make bench`.

import { existsSync, readFileSync, statSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

/** The bytes of a file of a site, as a server sends it that compresses by gzip. */
function sentBytes(site, path) {
  if (existsSync(`${site}/${path}.gz`)) return statSync(`${site}/${path}.gz`).size;
  const bytes = readFileSync(`${site}/${path}`);
  return path.endsWith('.woff2') ? bytes.length : gzipSync(bytes, { level: 9 }).length;
}

/**
 * Of a page that has shown home: [{path, bytes}], in the order in which it was asked for.
 * @param {import('./harness.mjs').CanvasPage} page
 * @param {string} site  its folder
 * @returns {Promise<{path: string, bytes: number}[]>}
 */
export async function firstLoad(page, site) {
  const addresses = await page.dom.evaluate(() => {
    const shown = window.ntk._ntk_first_frame_ms();
    const asked = performance.getEntriesByType('resource').filter(({ startTime }) => startTime < shown);
    return [location.href, ...asked.map(({ name }) => name)];
  });
  return addresses
    .map((address) => new URL(address).pathname.slice(1) || 'index.html')
    .filter((path) => path !== 'icon.svg') // the browser's own wish, and behind all else
    .map((path) => ({ path, bytes: sentBytes(site, path) }));
}
