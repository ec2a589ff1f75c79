// @ts-check
// The page's script: home and the module come first, the text page behind them (start.js).
import * as early from './early.js';
import { createEngine } from './engine.js';
import { forEngine, readLessons } from './lessons.js';
import { madeProgress } from './loading.js';
import * as look from './look.js';
import { start } from './start.js';

look.restore();
early.listen();
const lessons = readLessons();
// Where they don't arrive the text page says so, once it is there.
lessons.then(madeProgress, (error) => console.warn(error));
lessons.then(({ all }) => early.compare(all)).catch(() => {});

const textPage = () => import('./textpage.js');

start({
  async offer(/** @type {*} */ module) {
    const list = await lessons.catch(() => null);
    if (list) createEngine(module).call('lessons', { lessons: forEngine(list) });
  },
  prepare: () => textPage().catch(() => {}), // that is told when it is started
  async startTextPage(/** @type {*} */ module) {
    const page = await (await textPage()).start(createEngine(module), lessons);
    return {
      panelsEnded: page.panelsEnded,
      async show() {
        await page.show();
        early.end();
      },
    };
  },
});
