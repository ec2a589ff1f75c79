// Work is never lost: kept after every step, brought back after the tab was killed, told where the browser keeps nothing,
// carried by files and by links that harm nothing whatever is in them.

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { deflateSync } from 'node:zlib';

import { CanvasPage, browserTest, commandsOfKey, openProfile } from './harness.mjs';
import { dice } from '../dice.mjs';
import { largeScenario } from './sample/large.mjs';

const everyField = resolve('tests/web/every-field.json');
/** A step that the first lesson allows from its beginning. */
const change = 'assign record container-notice level 1';
const predictions = commandsOfKey('levels').filter((line) => line.startsWith('predict '));

const commands = async (page) => (await page.ask('export_file', { what: 'commands' })).value.text;
const report = async (page) => (await page.ask('export_file', { what: 'report' })).value.text;
const said = (page) => page.dom.locator('#said').textContent();
const attempts = (page) =>
  page.dom.evaluate(() => Object.keys(localStorage).filter((key) => /^need-to-know\.attempt\.[^.]+$/.test(key)).length);

/** Applies commands as a person would at random: every choice that is open, runs, hints, undo and redo. */
async function workAtRandom(page, roll, steps) {
  const model = (await page.ask('model')).value;
  const fields = model.kinds.flatMap(({ things }) => things.flatMap((thing) => thing.fields)).filter(({ options }) => options?.length > 0);
  for (let step = 0; step < steps; ++step) {
    const pick = (list) => list[roll(list.length)];
    const kind = roll(10);
    if (kind < 5) {
      const field = pick(fields);
      await page.command(`${field.assign} ${pick(field.options).value}`);
    } else if (kind < 7) await page.command(`run ${pick(model.requests).id}`);
    else if (kind < 8) await page.command(pick(['run all', 'hint', 'reset']));
    else await page.ask(pick(['undo', 'undo', 'redo']));
  }
}

async function withProfile(body) {
  const folder = mkdtempSync(join(tmpdir(), 'ntk-profile-'));
  try {
    await body(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Opens the page in a browser that remembers; `killed` ends its tab as a crash does. */
async function inBrowser(folder, path, body) {
  const { context, address } = await openProfile(folder);
  const page = new CanvasPage(context.pages()[0] ?? (await context.newPage()), address);
  try {
    await page.open(path);
    await body(page, context, address);
  } finally {
    await context.close();
  }
}

// ---- Keeping ---------------------------------------------------------------------------------------

browserTest('a killed tab in the middle of 100 random commands loses nothing that was applied', { opens: false }, async () => {
  for (const seed of [1, 2, 3]) {
    await withProfile(async (folder) => {
      await inBrowser(folder, '?scenario=levels', async (page, context, address) => {
        const roll = dice(seed);
        await workAtRandom(page, roll, 30 + roll(70));
        const before = { commands: await commands(page), report: await report(page), redo: (await page.ask('model')).value.redo };
        assert.ok(before.commands.length > 100);
        const crashed = page.dom.waitForEvent('crash');
        page.dom.goto('chrome://crash').catch(() => {});
        await crashed;

        const again = new CanvasPage(await context.newPage(), address);
        await again.open();
        assert.equal(await commands(again), before.commands);
        assert.equal(await report(again), before.report);
        assert.equal((await again.ask('model')).value.redo, before.redo, 'what was undone can still be redone');
        assert.match((await again.ask('model')).value.notice.message, /^Your work from .* is back: “Attempt 1”, \d+ steps in “Levels/);
        again.check();
      });
    });
  }
});

browserTest('work outlasts the browser itself', { opens: false }, async () => {
  await withProfile(async (folder) => {
    let before;
    await inBrowser(folder, '?scenario=levels', async (page) => {
      await workAtRandom(page, dice(7), 20);
      before = await commands(page);
    });
    await inBrowser(folder, '', async (page) => assert.equal(await commands(page), before));
  });
});

browserTest('every lesson reopens where it was left, and begins anew only when asked', { path: '?scenario=levels' }, async (page) => {
  const choose = async (lesson) => {
    await page.dom.locator('#choice-details summary').click();
    await page.dom.locator(`#open_${lesson}`).click();
    await page.dom.locator(`#open_${lesson}`).waitFor({ state: 'hidden' }); // the list steps back behind what was chosen
    assert.equal((await page.ask('model')).value.scenario.id, lesson);
  };
  await page.command('hint');
  await choose('agreements');
  await page.command('predict santos-search permit');
  await choose('levels');
  assert.equal(await commands(page), 'hint\n');
  await choose('levels');
  assert.equal(await commands(page), '');
  await page.command(change);
  assert.equal(await attempts(page), 3);
  assert.match(await page.dom.locator('.attempts').textContent(), /Attempt 2 \(open now\).*Attempt 1.*Attempt 1/s);
  await page.dom.reload();
  await page.ready();
  assert.equal(await commands(page), `${change}\n`);
});

browserTest('attempts are renamed, copied, deleted and brought back', { path: '?scenario=levels' }, async (page) => {
  const { dom } = page;
  await page.command('hint');
  const list = dom.locator('.attempts > li');
  await dom.locator('#work details summary', { hasText: 'Rename' }).click();
  await list.getByLabel('Name').fill('By the book');
  await list.getByRole('button', { name: 'Rename' }).click();
  assert.match(await said(page), /called “By the book” now/);
  await list.getByRole('button', { name: 'Copy' }).click();
  assert.match(await said(page), /Copied as “By the book, copy”/);
  assert.equal(await list.count(), 2);
  await page.command(change);
  await list.getByRole('button', { name: 'Open By the book, copy' }).click();
  await page.until(async () => (await commands(page)) === 'hint\n');
  await list.getByRole('button', { name: /^Delete By the book$/ }).click();
  assert.equal(await attempts(page), 1);
  assert.equal(await dom.evaluate(() => document.activeElement.id), 'attempts-title');
  await list.getByRole('button', { name: 'Bring back' }).click();
  assert.equal(await attempts(page), 2);
  await list.getByRole('button', { name: /^Open By the book$/ }).click();
  await page.until(async () => (await commands(page)) === `hint\n${change}\n`);
});

browserTest('the history leads to every step and back, and the place is kept', { path: '?scenario=levels' }, async (page) => {
  const { dom } = page;
  for (const each of ['hint', change, 'reset']) await page.command(each);
  await dom.locator('#history summary').click();
  assert.equal(await dom.locator('.history li').count(), 4);
  await dom.locator('#go-1').click();
  assert.match(await said(page), /^Now after step 1 of 3\./);
  assert.equal(await commands(page), 'hint\n');
  assert.equal(await dom.evaluate(() => document.activeElement.id), 'go-1');
  await dom.reload();
  await page.ready();
  assert.equal(await commands(page), 'hint\n');
  await dom.locator('#history summary').click();
  await dom.locator('#go-3').click();
  assert.equal(await commands(page), `hint\n${change}\nreset\n`);
});

browserTest('an attempt of many blocks is kept whole, with what was undone and replaced', { path: '?scenario=levels' }, async (page) => {
  await page.dom.evaluate(() => (window.onbeforeunload = null));
  await page.ask('restore_steps', { lines: Array(450).fill(change), position: 450 });
  await page.ask('go', { position: 210 });
  await page.command('hint');
  const before = await commands(page);
  assert.equal(before.split('\n').length, 212);
  await page.dom.reload();
  await page.ready();
  assert.equal(await commands(page), before);
  const blocks = await page.dom.evaluate(() => Object.keys(localStorage).filter((key) => /^need-to-know\.attempt\.\w+\.\d+$/.test(key)));
  assert.equal(blocks.length, 3, 'the journal has what was replaced too');
});

// ---- Where nothing can be kept ---------------------------------------------------------------------

const refuseStorage = (dom) =>
  dom.addInitScript(() => {
    const refuse = () => {
      throw new DOMException('denied', 'SecurityError');
    };
    Object.defineProperty(window, 'localStorage', { get: refuse });
    Object.defineProperty(window, 'sessionStorage', { get: refuse });
  });

browserTest(
  'where the browser refuses to keep anything, it is said once, and work goes on',
  { path: '?scenario=levels', before: refuseStorage },
  async (page) => {
    await page.command('hint');
    await page.until(async () => /keeps nothing for this page/.test(await said(page)));
    const { number } = (await page.ask('model')).value.notice;
    await page.command(change);
    assert.equal((await page.ask('model')).value.notice.number, number, 'once');
    assert.equal(await commands(page), `hint\n${change}\n`);
    await page.reads('#work-keeping', /^Not kept: this browser keeps nothing/);
    await page.dom.evaluate(() => window.addEventListener('beforeunload', (event) => event.stopImmediatePropagation(), true));
  },
);

browserTest(
  'where the store is full, it is said, work goes on, and is kept as soon as there is room',
  { path: '?scenario=levels' },
  async (page) => {
    await page.command('hint');
    await page.dom.evaluate(() => {
      window.room = Storage.prototype.setItem;
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    await page.command(change);
    await page.until(async () => /has no more room/.test(await said(page)));
    await page.command('reset');
    assert.equal(await commands(page), `hint\n${change}\nreset\n`);
    await page.reads('#work-keeping', /^Not kept/);
    await page.dom.evaluate(() => (Storage.prototype.setItem = window.room));
    await page.command('hint');
    await page.reads('#work-keeping', /^Kept in this browser/);
    const before = await commands(page);
    await page.dom.reload();
    await page.ready();
    assert.equal(await commands(page), before);
  },
);

browserTest('what lies in the store damaged is passed over, and nothing fails', { path: '?scenario=levels' }, async (page) => {
  await page.command('hint');
  await page.dom.evaluate(() => {
    localStorage.setItem('need-to-know.attempt.bad', '{');
    localStorage.setItem('need-to-know.attempt.worse', '{"id":"worse","count":"many"}');
    localStorage.setItem('need-to-know.last', 'bad');
    sessionStorage.clear();
  });
  await page.open();
  assert.equal(await page.dom.locator('.attempts > li').count(), 1);
});

browserTest('two tabs at one attempt both keep their work, and it is said', { path: '?scenario=levels' }, async (page) => {
  await page.command('hint');
  const other = new CanvasPage(await page.dom.context().newPage(), page.address);
  await other.open();
  assert.equal(await commands(other), 'hint\n');
  await other.command(change);
  await page.until(async () => /is being worked at in another tab/.test(await said(page)));
  await page.command('reset');
  await page.until(async () => /your work here goes on as “Attempt 1 \(2\)”/.test(await said(page)));
  await other.command('hint');
  for (const [tab, expected] of [
    [page, 'hint\nreset\n'],
    [other, `hint\n${change}\nhint\n`],
  ]) {
    await tab.dom.reload();
    await tab.ready();
    assert.equal(await commands(tab), expected);
  }
  assert.equal(await attempts(page), 2);
  other.check();
});

browserTest(
  'where the lesson has changed, the refused command is named and nothing is deleted',
  { path: '?scenario=levels' },
  async (page) => {
    for (const each of ['hint', change, 'reset']) await page.command(each);
    await page.dom.evaluate(() => {
      const [key] = Object.keys(localStorage).filter((each) => /^need-to-know\.attempt\.\w+$/.test(each));
      localStorage.setItem(`${key}.0`, 'hint\nassign record long-gone level 3\nreset');
      localStorage.setItem(key, localStorage.getItem(key).replace(/"sha256":"./, '"sha256":"x'));
    });
    await page.dom.reload();
    await page.ready();
    const { message, help } = (await page.ask('model')).value.notice;
    assert.match(message, /1 of 3 steps: the lesson has changed since\. line 2, `assign record long-gone level 3`, was refused/);
    assert.match(help, /nothing was deleted/);
    await page.command(change);
    assert.equal(await attempts(page), 2, 'what is done from there on is another attempt');
    const row = page.dom.locator('.attempts > li').filter({ hasNotText: 'open now' });
    const [download] = await Promise.all([page.dom.waitForEvent('download'), row.getByRole('button', { name: /Save commands/ }).click()]);
    assert.match(readFileSync(await download.path(), 'utf8'), /^# Attempt 1\nhint\nassign record long-gone level 3\nreset\n$/);
  },
);

browserTest(
  'where memory is at its end the page says so, and loading it again brings back the work',
  { path: '?scenario=levels' },
  async (page) => {
    for (const each of ['hint', change]) await page.command(each);
    const before = await commands(page);
    await page.dom.evaluate(() => {
      WebAssembly.Memory.prototype.grow = () => {
        throw new RangeError('no more');
      };
    });
    await openFile(page, 'large.json', largeScenario(2000, 60000));
    await page.dom.locator('#fatal').waitFor();
    assert.equal(await page.dom.locator('#fatal-what').textContent(), 'The page has run out of memory.');
    page.complaints.length = 0; // the browser's own, about the end of memory
    await page.dom.locator('#fatal a').click();
    await page.ready();
    assert.equal(await commands(page), before);
  },
);

// ---- Files -----------------------------------------------------------------------------------------

async function savedBy(page, button) {
  const [download] = await Promise.all([page.dom.waitForEvent('download'), page.dom.locator(button).click()]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
}

async function openFile(page, name, text) {
  const folder = mkdtempSync(join(tmpdir(), 'ntk-file-'));
  writeFileSync(join(folder, name), text);
  await page.dom.locator('#file').setInputFiles(join(folder, name));
}

browserTest(
  'a submission has name, scenario and steps, and opens again as an attempt of its own',
  { path: '?scenario=levels' },
  async (page) => {
    const { dom } = page;
    await page.command('hint');
    await page.command(change);
    await dom.locator('#hand-in-save').click();
    assert.match(await said(page), /needs a name/);
    await dom.locator('#student').fill('R. Quill, 42');
    const { name, text } = await savedBy(page, '#hand-in-save');
    assert.equal(name, 'levels-submission.json');
    const file = JSON.parse(text);
    assert.equal(file.student, 'R. Quill, 42');
    assert.equal(file.seed, 0);
    assert.equal(file.hints_used, 1);
    assert.deepEqual(file.commands, ['hint', change]);
    assert.deepEqual(file.journal, ['hint', change]);
    assert.equal(await dom.evaluate(() => localStorage.getItem('need-to-know.student')), null, 'the name is not kept unasked');
    await dom.locator('#keeps-name').check();
    await savedBy(page, '#hand-in-save');
    assert.equal(await dom.evaluate(() => localStorage.getItem('need-to-know.student')), 'R. Quill, 42');

    await page.command('reset');
    await openFile(page, name, text);
    await page.until(async () => (await commands(page)) === `hint\n${change}\n`);
    assert.equal(await attempts(page), 2);
  },
);

browserTest('a damaged attempt file is told line by line, and the work at hand stays', { path: '?scenario=levels' }, async (page) => {
  await page.command('hint');
  await openFile(page, 'broken.json', '{"submission": 1, "scenario": {"id": "levels"}, "commands": "all"}');
  await page.dom.locator('#diagnostics-title').waitFor();
  assert.match(await page.dom.locator('#diagnostics').textContent(), /broken\.json.*sha256.*commands/s);
  assert.equal(await commands(page), 'hint\n');
});

// ---- Links -----------------------------------------------------------------------------------------

async function copiedLink(page) {
  await page.dom.locator('#copy-link').click();
  await page.until(async () => /^The link was copied/.test(await said(page)));
  return page.dom.evaluate(() => navigator.clipboard.readText());
}

/** The hash in a page that is open already. */
async function follow(page, hash) {
  const { number } = (await page.ask('model')).value.notice;
  await page.dom.evaluate((wanted) => (location.hash = wanted), hash);
  await page.until(async () => (await page.ask('model')).value.notice.number > number);
}

browserTest('a link holds the whole state, and becomes an attempt of its own', { path: '?scenario=levels' }, async (page) => {
  for (const each of predictions) await page.command(each);
  await workAtRandom(page, dice(11), 40);
  assert.ok((await page.command('run all')).ok);
  assert.ok((await page.ask('select', { run: 2 })).ok);
  const [before, selected] = [await commands(page), (await page.ask('model')).value.why];
  const link = await copiedLink(page);
  assert.ok(link.length < 2000, `${link.length} characters`);

  const context = await page.dom.context().browser().newContext();
  const other = new CanvasPage(await context.newPage(), page.address);
  await other.dom.goto(link);
  await other.ready();
  assert.equal(await commands(other), before);
  assert.deepEqual((await other.ask('model')).value.why, selected);
  assert.equal(new URL(other.dom.url()).hash, '', 'a link is read once');
  await other.dom.reload();
  await other.ready();
  assert.equal(await commands(other), before);
  assert.equal(await attempts(other), 1);
  other.check();
  await context.close();

  await follow(page, new URL(link).hash);
  assert.equal(await attempts(page), 2, 'opening a link overwrites nothing');
});

browserTest('a scenario of one’s own goes along with the link, where it is short enough', async (page) => {
  await page.dom.locator('#file').setInputFiles(everyField);
  await page.until(async () => (await page.ask('model')).value.scenario?.id === 'every-field');
  await page.command('run search-vale');
  const link = await copiedLink(page);
  await page.dom.evaluate(() => localStorage.clear());
  await page.dom.evaluate(() => sessionStorage.clear());
  await page.dom.goto('about:blank');
  await page.dom.goto(link);
  await page.ready();
  assert.equal(await commands(page), 'run search-vale\n');
  await page.dom.reload();
  await page.ready();
  assert.equal(await commands(page), 'run search-vale\n', 'and is kept with the attempt');
});

browserTest('a link that would be too long gives way to a file', { path: '?scenario=levels' }, async (page) => {
  const roll = dice(5);
  const fields = ['record container-notice level 1', 'record container-notice level 3'];
  const lines = Array.from({ length: 40000 }, () => ['reset', ...fields.map((each) => `assign ${each}`)][roll(3)]);
  assert.ok((await page.command('hint')).ok);
  assert.ok((await page.ask('restore_steps', { lines, position: lines.length })).ok);
  const [download] = await Promise.all([page.dom.waitForEvent('download'), page.dom.locator('#copy-link').click()]);
  assert.equal(download.suggestedFilename(), 'levels-attempt.json');
  await page.until(async () => /more than 8,000 get cut off/.test(await said(page)));
});

// That every one is found out is held to in link.mjs, which needs no browser for it.
browserTest('a damaged link is told, and the page and its work are as before', { path: '?scenario=levels' }, async (page) => {
  for (const each of ['hint', change, 'reset', change]) await page.command(each);
  const { hash } = new URL(await copiedLink(page));
  const before = await commands(page);
  const kept = await attempts(page);
  const roll = dice(3);
  for (let i = 0; i < 12; ++i) {
    const at = 7 + roll(hash.length - 8);
    await follow(page, i % 2 === 0 ? hash.slice(0, at) : hash.slice(0, at) + (hash[at] === 'A' ? 'B' : 'A') + hash.slice(at + 1));
    const { kind, message, help } = (await page.ask('model')).value.notice;
    assert.equal(kind, 'refused', hash.slice(0, at));
    assert.match(message, /the link is not whole, or something was changed in it/);
    assert.match(help, /untouched/);
    assert.equal(await commands(page), before);
    assert.equal(await attempts(page), kept);
  }
  await page.dom.goto('about:blank');
  await page.open(`?scenario=levels${hash.slice(0, -9)}`);
  assert.equal((await page.ask('model')).value.notice.kind, 'refused');
  assert.equal(await commands(page), before, 'the page opens as usual');
});

browserTest('a hostile link harms nothing', async (page) => {
  const digest = async (text) => (await page.ask('digest', { bytes: text })).value.slice(0, 12);
  const base64 = (bytes) => Buffer.from(bytes).toString('base64url');
  const link = async (text) => `#work=1z.${await digest(text)}.${base64(deflateSync(text))}`;
  const submission = (change) => {
    const whole = { submission: 1, scenario: { id: 'levels', sha256: '0'.repeat(64) }, seed: 0, commands: [] };
    return JSON.stringify({ ...whole, ...change });
  };
  const wrong = [
    `#work=1z.000000000000.${base64(deflateSync(Buffer.alloc(100 << 20)))}`, // 100 MB once decompressed
    `#work=1u.000000000000.${'A'.repeat(300000)}`,
    await link('[]'),
    await link('['.repeat(100000)),
    await link(submission({ scenario: { id: 'no-such-lesson', sha256: '0'.repeat(64) } })),
    await link(submission({ scenario: { id: 'mine', sha256: '0'.repeat(64), text: '{"format": 1}' } })),
    await link(submission({ attempt: '<img src=x onerror=alert(1)>', commands: ['run nothing'] })),
    await link(submission({ commands: ['<script>alert(1)</script>'] })),
  ];
  for (const each of wrong) {
    await follow(page, each);
    const { kind } = (await page.ask('model')).value.notice;
    assert.equal(kind, 'refused', each.slice(0, 60));
  }
  await follow(page, await link(submission({ attempt: '<b>x</b>', commands: ['hint'] })));
  assert.equal(await commands(page), 'hint\n');
  await page.reads('.attempts', /<b>x<\/b>/);
});

browserTest(
  'without a compressor in the browser the link is longer and works',
  {
    path: '?scenario=levels',
    before: (dom) =>
      dom.addInitScript(() => {
        delete globalThis.CompressionStream;
        delete globalThis.DecompressionStream;
      }),
  },
  async (page) => {
    await page.command('hint');
    const link = await copiedLink(page);
    assert.match(link, /#work=1u\./);
    await follow(page, new URL(link).hash);
    assert.equal(await attempts(page), 2);
    assert.equal(await commands(page), 'hint\n');
  },
);

// ---- The panels ------------------------------------------------------------------------------------

browserTest('the panels show the same attempts, lead to every step, and copy the link', { path: '?scenario=levels' }, async (page) => {
  await page.command('hint');
  await page.command(change);
  await page.choose('Header/Views', 'Combo/Your work');
  await page.see('Your work/Attempt 1/Copy');
  await page.click('Your work/Attempt 1/Copy');
  await page.until(() => page.has('Your work/Attempt 1, copy/Open'));
  await page.click('Your work/History');
  await page.click('Your work/Step 1');
  await page.reads('#said', /^Now after step 1 of \d+\./);
  assert.equal(await commands(page), 'hint\n');
  await page.click('Your work/Step 2');
  assert.equal(await commands(page), `hint\n${change}\n`);
  await page.click('Your work/Hand in or pass on');
  await page.click('Your work/Copy link');
  await page.until(async () => /^The link was copied/.test((await page.ask('model')).value.notice.message));
  assert.match(await page.dom.evaluate(() => navigator.clipboard.readText()), /#work=1z\./);
  await page.fill('Your work/Student', 'R. Quill');
  const [download] = await Promise.all([page.dom.waitForEvent('download'), page.click('Your work/Save the submission')]);
  assert.equal(JSON.parse(readFileSync(await download.path(), 'utf8')).student, 'R. Quill');
  await page.click('Your work/Attempts');
  await page.fill('Your work/Name', 'Twice');
  await page.press('Enter');
  await page.until(() => page.has('Your work/Twice/Copy'));
  await page.click('Your work/New attempt');
  await page.until(async () => (await commands(page)) === '');
});

browserTest(
  'the link that stands on the page leads to what is at hand, or does not stand there',
  { path: '?scenario=levels#text-page' },
  async (page) => {
    await page.dom.locator('#copy-link').click();
    await page.dom.locator('#link').waitFor();
    await page.command(change);
    await page.dom.locator('#undo').click(); // draws the page anew
    await page.dom.locator('#redo').click();
    await page.dom.locator('#link').waitFor({ state: 'detached' });
  },
);

browserTest(
  'a file of commands, and a report, are told by their kind when they are opened',
  { path: '?scenario=levels#text-page' },
  async (page) => {
    const open = async (name, text) => {
      const [chooser] = await Promise.all([page.dom.waitForEvent('filechooser'), page.palette('open a file')]);
      await chooser.setFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
      await page.until(async () => (await said(page)).includes(name));
      return said(page);
    };
    await page.command(change);
    assert.match(await open('mine.txt', await commands(page)), /`mine.txt` is a file of commands, and no scenario or attempt/);
    assert.match(await open('report.json', await report(page)), /`report.json` is a report/);
    assert.equal((await commands(page)).trim(), change, 'the work is as before');
  },
);
