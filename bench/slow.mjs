// What a visitor waits for over a slow connection: until the list of lessons can be read, and until the panels have drawn home.
//
//   node bench/slow.mjs [FOLDER]      of the site in this folder; dist/site by default
//
// The connection is Chromium's emulation of a slow third-generation network: 400 kbit/s, 400 ms from request to answer.

import { finish, withPage } from '../tests/browser/harness.mjs';

const slow = { offline: false, latency: 400, downloadThroughput: 400_000 / 8, uploadThroughput: 400_000 / 8 };

/** Notes when a list of lessons is first seen, on the text page or on the canvas. */
const watch = (dom) =>
  dom.addInitScript(() => {
    const seen = {};
    window.seen = seen;
    const isInSight = (element) => {
      const box = element?.getBoundingClientRect();
      return Boolean(box && box.height > 0 && box.bottom <= innerHeight);
    };
    const look = () => {
      const drawn = window.ntk?._ntk_frames_drawn?.() > 0;
      if (drawn) seen.frame ??= performance.now();
      if (drawn || isInSight(document.querySelector('#text-page .lesson'))) seen.list ??= performance.now();
      if (!drawn) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });

/** Milliseconds from navigation on. @returns {Promise<{list: number, frame: number, whole: number}>} */
export async function slowTimes(site) {
  let times = { list: 0, frame: 0, whole: 0 };
  await withPage('slow', { site, opens: false, before: watch }, async (page) => {
    const session = await page.dom.context().newCDPSession(page.dom);
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', slow);
    await page.dom.goto(page.address, { timeout: 120000 });
    await page.dom.waitForFunction(() => document.documentElement.dataset.ready, undefined, { timeout: 120000 });
    times = await page.dom.evaluate(() => ({ ...window.seen, whole: performance.now() }));
  });
  return times;
}

if (process.argv[1]?.endsWith('slow.mjs')) {
  console.log(await slowTimes(process.argv[2] ?? 'dist/site'));
  await finish();
}
