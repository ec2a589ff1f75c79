// One truth for both views: of every lesson, unsolved and solved, what the canvas draws of a screen stands on the text page,
// and what the text page says of it is drawn.
//
// Texts are compared as they are seen, but for white space: each string that the canvas draws (the widget map keeps them)
// must stand somewhere in the screen's sections of the document, and each text of those sections somewhere in what is
// drawn, between two words. What one view alone has is its own furniture, and is listed below with the reason.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

import { browserTest, commandsOfKey } from './harness.mjs';

const lessons = JSON.parse(readFileSync('scenarios/index.json', 'utf8')).map(({ id }) => id);

/** High enough that nothing on a panel is out of sight. */
const viewport = { width: 1600, height: 2400 };

// Of each screen: the window on the canvas, the sections of the text page, and what only one of the two has.
const screens = {
  Brief: {
    sections: ['#page-title', '#brief', '#goals'],
    onlyDrawn: [/^–$/], // the dash before an objective: a list's marker on the text page
    onlyWritten: [],
  },
  Assign: {
    sections: ['#assign'],
    onlyDrawn: [/^Memos$/], // the tab of owners’ memos where there is little room
    // The text page can leave out what is locked, and collects the parts of a value in a form, also before there is a value.
    onlyWritten: [
      /^Assign$/, // the heading; the canvas has tabs
      /^Owners’ memos$/,
      /^Show only what I can assign$/,
      /^(First day|Last day|Until further notice, if left empty|Completed|Adjudication)$/,
      /^(Assign (term|investigation)|Remove)$/,
    ],
  },
  Requests: {
    sections: ['#requests', '#ask'],
    onlyDrawn: [],
    onlyWritten: [],
  },
  Why: {
    sections: ['#why'],
    onlyDrawn: [/^(Show|Hide) the rules$/], // the text page has room for them
    onlyWritten: [],
  },
};

const plain = (text) => text.replace(/\s+/g, ' ').trim();
const hasLetters = (text) => /[\p{L}\p{N}]/u.test(text);
const isListed = (text, patterns) => patterns.some((pattern) => pattern.test(text));

/** What the canvas draws in a window, in order. A tab's or an option's hidden name is not shown. */
async function drawnIn(page, window) {
  const { texts } = await page.map();
  return texts
    .filter(({ path }) => path.includes(window))
    .map(({ text }) => plain(text.replace(/##.*$/s, '')))
    .filter(hasLetters);
}

/** The texts of a section, and all of it in one: a choice that isn't made, and what only screen readers need, are in that. */
const writtenIn = (page, selectors) =>
  page.dom.evaluate((selectors) => {
    const texts = [];
    const whole = [];
    for (const selector of selectors) {
      const section = document.querySelector(selector);
      if (!section) continue;
      const walker = document.createTreeWalker(section, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
      let last = null;
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (node instanceof Element) {
          if (node instanceof HTMLInputElement && !['radio', 'checkbox', 'file'].includes(node.type)) whole.push(` ${node.value} `);
          continue;
        }
        const parent = node.parentElement;
        const block = parent.closest(
          'p, li, dt, dd, td, th, h1, h2, h3, h4, legend, label, summary, button, option, figcaption, div, section',
        );
        if (block !== last) whole.push(' ');
        last = block;
        const words = node.textContent ?? '';
        whole.push(words);
        if (!parent.closest('option, .unseen, [hidden]')) texts.push(words);
      }
      whole.push(' ');
    }
    return { texts, whole: whole.join('') };
  }, selectors);

/** Opens what is folded on a panel, and returns all that is drawn of it. */
async function drawn(page, screen) {
  const texts = [];
  if (screen === 'Assign') {
    for (const tab of ['Records', 'Users', 'Agreements', 'Owners’ memos', 'Letters']) {
      if (!(await page.has(`Assign/${tab}`))) continue;
      await page.click(`Assign/${tab}`);
      texts.push(...(await drawnIn(page, screen)));
    }
    return texts;
  }
  if (screen === 'Requests') {
    if ((await page.has('Requests/Ask your own')) && !(await page.has('Requests/Ask and run'))) await page.click('Requests/Ask your own');
    texts.push(...(await drawnAtClock(page)));
  }
  if (screen === 'Why') await unfoldWhy(page);
  return [...texts, ...(await drawnIn(page, screen))];
}

/** What the clock's popup says. */
async function drawnAtClock(page) {
  if (!(await page.has('Requests/Clock'))) return [];
  const windows = new Set((await page.map()).texts.map(({ path }) => path[0]));
  await page.click('Requests/Clock');
  const { texts } = await page.map();
  await page.press('Escape');
  return texts.filter(({ path }) => !windows.has(path[0])).map(({ text }) => plain(text.replace(/##.*$/s, '')));
}

/** Opens each hit of Why, and shows the rules, which stay shown. */
async function unfoldWhy(page) {
  const { widgets } = await page.map();
  const inWhy = (name) => widgets.filter(({ path, label }) => path.includes('Why') && name.test(label));
  for (const { path, label, opened } of inWhy(/###Hit$/)) if (!opened) await page.click([...path, label]);
  if (inWhy(/^Show the rules###/).length > 0) await page.click('Why/Rules');
}

/** What the two views of a screen do not share, a line each. */
async function differences(page, screen) {
  const { sections, onlyDrawn, onlyWritten } = screens[screen];
  const onCanvas = await drawn(page, screen);
  await page.dom.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
  const { texts, whole } = await writtenIn(page, sections);
  const onTextPage = texts.map(plain).filter(hasLetters);
  const allWritten = plain(whole);
  const allDrawn = onCanvas.join(' ');
  return [
    ...onCanvas.filter((text) => !allWritten.includes(text) && !isListed(text, onlyDrawn)).map((text) => `${screen}: drawn only: ${text}`),
    ...onTextPage
      .filter((text) => !allDrawn.includes(text) && !isListed(text, onlyWritten))
      .map((text) => `${screen}: written only: ${text}`),
  ];
}

const unique = (lines) => [...new Set(lines)];

async function compareAll(page) {
  const found = [];
  for (const screen of Object.keys(screens)) found.push(...(await differences(page, screen)));
  return unique(found);
}

// The three between them have every kind of screen: searches and their hits, letters, a case that is concealed. `make test-all`
// compares them all.
const chosen = process.env.NTK_PARITY ?? 'levels,letters,incident';
for (const lesson of lessons.filter((id) => chosen === 'all' || chosen.split(',').includes(id))) {
  browserTest(`both views show the same of ${lesson}, untouched and solved`, { path: `?scenario=${lesson}`, viewport }, async (page) => {
    const untouched = await compareAll(page);
    for (const line of commandsOfKey(lesson)) assert.ok((await page.command(line)).ok, line);
    const { requests } = (await page.ask('model')).value;
    const found = [];
    for (const { result } of requests) {
      if (!result) continue;
      await page.ask('select', { run: result.run });
      await page.settle();
      found.push(...(await differences(page, 'Why')));
    }
    found.push(...(await compareAll(page)));
    assert.equal([...untouched, ...unique(found)].slice(0, 40).join('\n'), '');
  });
}
