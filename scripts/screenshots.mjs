// Takes pictures of the page, after `make site`:
//
//   node scripts/screenshots.mjs                  those of the README, anew, in docs/images
//   node scripts/screenshots.mjs --every [NAME..] every screen in every look, in build/screens: a sheet for each screen, to
//                                                 be looked at after a change; of the screens named alone, where any is
//
// A screen is a lesson, what has been done in it, and where one has gone: see `screens`.

import { mkdirSync, readFileSync } from 'node:fs';

import { coloursOf, commandsOfKey, finish, predictAll, withPage } from '../tests/browser/harness.mjs';

const wide = { viewport: { width: 1280, height: 800 } };
const looks = {
  light: { colorScheme: 'light', ...wide },
  dark: { colorScheme: 'dark', ...wide },
  contrast: { colorScheme: 'light', contrast: 'more', ...wide },
  large: { colorScheme: 'light', viewport: { width: 1920, height: 1080 } },
  phone: { colorScheme: 'light', viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 },
};

// ---- What is done before a picture ------------------------------------------------------------------------------------

async function command(page, ...commands) {
  for (const each of commands) {
    const { ok, message } = await page.command(each);
    if (!ok) throw new Error(`${each}: ${message}`);
  }
  await page.settle();
}

const predict = (page, name) => command(page, ...commandsOfKey(name).filter((line) => line.startsWith('predict ')));
const solve = (page, name) => command(page, ...commandsOfKey(name));

/** The first lesson half-way: predicted by its key, run as it stands, and one record put right. */
async function workAtLevels(page) {
  await predict(page, 'levels');
  await command(page, 'assign record container-notice level 1', 'run all');
}

const going = (words) => (page) => page.palette(`go ${words}`);
const afterWork = (words) => async (page) => {
  await workAtLevels(page);
  if (words) await page.palette(`go ${words}`);
};
const pressing = (key) => async (page) => {
  await workAtLevels(page);
  await page.dom.keyboard.press(key);
};

async function askWhatWouldChange(page) {
  await predict(page, 'levels');
  await command(page, 'run all', 'run ice-notice');
  await page.palette('go why');
  await page.click('Why/What would change it?');
  await page.until(async () => (await page.ask('model')).value.inquiry?.searching === false);
}

async function openBlock(page) {
  await predictAll(page);
  await page.palette('go access matrix');
  await page.choose('Access matrix/What if value', 'Level 1');
  await page.click('DEA, 2 users; Subject records, 5 records: 7 of 10 permitted');
  await page.click('Yusuf Demir, Inquiry: solvent orders of Tern Freight Brokers: deny DA-5');
}

async function openForecast(page) {
  await predictAll(page);
  await page.palette('go calendar');
  await page.click('Calendar/Forecast');
  await page.click('Forecast/Next flip');
}

async function openLab(page) {
  await predict(page, 'disagreement');
  await page.dom.keyboard.press('Escape');
  await page.palette('conflict lab');
  await page.click('Lab/deny_overrides');
}

const openBroken = async (page) => {
  const text = readFileSync('scenarios/01-levels/scenario.json', 'utf8')
    .replace('"level": 1', '"level": 7')
    .replace('"agency"', '"agencie"');
  await page.dom.locator('#file').setInputFiles({ name: 'my-lesson.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  await page.until(async () => (await page.ask('model')).value.diagnostics.items.length > 0);
};

/** name: [lesson, what is done]. At the panels. */
const screens = {
  welcome: ['', async () => {}],
  brief: ['levels', going('brief')],
  work: ['levels', afterWork()],
  assign: ['levels', afterWork('assign')],
  requests: ['levels', afterWork('requests')],
  why: ['levels', afterWork('why')],
  trail: ['levels', afterWork('audit trail')],
  'why-not': ['levels', askWhatWouldChange],
  unpredicted: ['levels', going('requests')],
  waiting: ['levels', going('access matrix')],
  matrix: ['levels', afterWork('access matrix')],
  block: ['levels', openBlock],
  compare: ['levels', afterWork('compare')],
  excess: ['levels', afterWork('least privilege')],
  calendar: ['investigations', going('calendar')],
  forecast: ['investigations', openForecast],
  catalogue: ['levels', going('catalogue')],
  attempts: ['levels', afterWork('your work')],
  lab: ['disagreement', openLab],
  incident: ['incident', going('audit trail')],
  letters: ['letters', going('assign')],
  review: ['review', (page) => solve(page, 'review')],
  broken: ['levels', openBroken],
  palette: ['levels', pressing('ControlOrMeta+k')],
  shortcuts: ['levels', pressing('Shift+?')],
  tour: ['levels', (page) => page.palette('tour')],
  projector: [
    'levels',
    async (page) => {
      await workAtLevels(page);
      await page.palette('projector');
      await page.palette('go why');
    },
  ],
};

/** Those of the text page, by its sections; the whole page is `text`. */
const sections = ['brief', 'goals', 'assign', 'requests', 'ask', 'why', 'trail', 'calendar', 'matrix', 'work', 'catalogue'];

async function openOnText(page) {
  const { dom } = page;
  await workAtLevels(page);
  for (const button of ['matrix-show', 'forecast-open', 'catalogue-open']) await dom.locator(`#${button}`).click();
  await dom.locator('#trail-filter').waitFor();
}

// ---- The pictures -----------------------------------------------------------------------------------------------------

const pathOf = (lesson) => (lesson ? `?scenario=${lesson}` : '');
const inTextAlone = (dom) => dom.addInitScript(() => localStorage.setItem('need-to-know.view', 'text'));

/** All looks of a screen beside each other in one picture. */
async function sheet(file, pictures) {
  await withPage('sheet', { opens: false, viewport: { width: 2000, height: 400 } }, async ({ dom }) => {
    const figures = pictures.map(
      ([look, png]) => `<figure><figcaption>${look}</figcaption><img src="data:image/png;base64,${png.toString('base64')}"></figure>`,
    );
    await dom.setContent(
      `<style>body{margin:8px;font:14px sans-serif;display:flex;flex-wrap:wrap;gap:8px;background:#777}figure{margin:0}
       figcaption{color:#fff}img{max-height:800px;max-width:980px;display:block}</style>${figures.join('')}`,
    );
    await dom.screenshot({ path: file, fullPage: true });
  });
}

/** The whole window; fails if it is as good as blank. */
async function picture(page, path) {
  await page.paint(true);
  const png = await page.dom.screenshot({ path });
  if ((await coloursOf(png)) <= 8) throw new Error(`${path} is as good as blank`);
  return png;
}

async function everyScreen(chosen) {
  const unknown = chosen.filter((name) => name !== 'text' && !(name in screens));
  if (unknown.length > 0) throw new Error(`no screen is called ${unknown.join(', ')}; there are ${Object.keys(screens).join(', ')}, text`);
  const folder = 'build/screens';
  mkdirSync(folder, { recursive: true });
  const wanted = (name) => chosen.length === 0 || chosen.includes(name);
  for (const [name, [lesson, prepare]] of /** @type {[string, [string, (page: any) => Promise<unknown>]][]} */ (Object.entries(screens))) {
    if (!wanted(name)) continue;
    const pictures = [];
    for (const [look, options] of Object.entries(looks)) {
      try {
        await withPage(name, { path: pathOf(lesson), ...options }, async (page) => {
          await prepare(page);
          pictures.push([look, await picture(page, `${folder}/${name}-${look}.png`)]);
        });
      } catch (error) {
        console.error(`${name}, ${look}: ${error.message.slice(0, 300)}`);
        process.exitCode = 1;
      }
    }
    await sheet(`${folder}/${name}.png`, pictures);
    console.log(`${folder}/${name}.png`);
  }
  const ofSections = new Map(sections.map((name) => [name, []]));
  if (wanted('text')) {
    for (const [look, options] of Object.entries(looks)) {
      await withPage('text', { path: pathOf('levels'), before: inTextAlone, ...options }, async (page) => {
        await openOnText(page);
        for (const name of sections) {
          const png = await page.dom.locator(`#${name}`).screenshot({ path: `${folder}/text-${name}-${look}.png` });
          ofSections.get(name).push([look, png]);
        }
        await page.dom.evaluate(() => scrollTo(0, 0));
        await page.dom.screenshot({ path: `${folder}/text-top-${look}.png` });
      });
    }
    for (const [name, pictures] of ofSections) await sheet(`${folder}/text-${name}.png`, pictures);
    console.log(`${folder}/text-*.png`);
  }
}

/** Those of the README. */
async function forReadme() {
  const folder = 'docs/images';
  mkdirSync(folder, { recursive: true });
  const take = (name, screen, options) =>
    withPage(name, { path: pathOf(screens[screen][0]), ...options }, async (page) => {
      await screens[screen][1](page);
      await picture(page, `${folder}/${name}.png`);
    });
  await take('panels', 'work', wide);
  await take('matrix', 'block', wide);
  await take('phone', 'why-not', { ...looks.phone, colorScheme: 'dark', deviceScaleFactor: 1 });
}

const [mode, ...names] = process.argv.slice(2);
await (mode === '--every' ? everyScreen(names) : forReadme());
await finish();
