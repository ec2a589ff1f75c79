// The list of lessons of a site, which may have been added to since it was built.

import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';

const globals = /** @type {any} */ (globalThis);
globals.NTK_RESOURCES = {
  'scenarios/index.json': { bytes: 2, version: '' },
  'scenarios/01-levels/scenario.json': { bytes: 2, version: '0123456789ab' },
};
globals.document = { getElementById: () => null };
globals.location = { search: '', href: 'https://example.org/' };
const { forEngine, readLessons } = await import('../../web/page/lessons.js');

const levels = { id: 'levels', title: 'Levels', summary: 'Of levels', file: '01-levels/scenario.json' };
const added = { id: 'harbor', title: 'Our harbor', file: 'harbor/scenario.json' };

let asked;
let files;
const before = { fetch: globalThis.fetch, warn: console.warn };
beforeEach(() => {
  asked = [];
  files = {};
  console.warn = () => {};
  globals.fetch = async (address, options) => {
    asked.push([address, options?.cache]);
    const text = files[address];
    return text === undefined ? new Response('', { status: 404, statusText: 'Not Found' }) : new Response(text);
  };
});
afterEach(() => {
  globals.fetch = before.fetch;
  console.warn = before.warn;
});

test('a lesson that was added to a built site is offered, and its file is read', async () => {
  files['scenarios/index.json'] = JSON.stringify([levels, added]);
  files['scenarios/harbor/scenario.json'] = '{}';
  const lessons = await readLessons();
  assert.deepEqual(lessons.all, [levels, added]);
  assert.deepEqual(await lessons.read('harbor'), { name: 'harbor/scenario.json', text: '{}' });
  assert.deepEqual(forEngine(lessons), [
    { id: 'levels', title: 'Levels', summary: 'Of levels' },
    { id: 'harbor', title: 'Our harbor', summary: '' },
  ]);
});

test('the list, and what was added, is asked for anew each time; what came with the build by its hash', async () => {
  files['scenarios/index.json'] = JSON.stringify([levels, added]);
  files['scenarios/harbor/scenario.json'] = '{}';
  files['scenarios/01-levels/scenario.json?v=0123456789ab'] = '{}';
  const lessons = await readLessons();
  await lessons.read('levels');
  await lessons.read('harbor');
  assert.deepEqual(asked, [
    ['scenarios/index.json', 'no-cache'],
    ['scenarios/01-levels/scenario.json?v=0123456789ab', undefined],
    ['scenarios/harbor/scenario.json', 'no-cache'],
  ]);
});

test('an entry that lacks something, or has the id of another, takes no other with it', async () => {
  files['scenarios/index.json'] = JSON.stringify([
    { title: 'No id', file: 'x' },
    null,
    'words',
    levels,
    { ...added, id: 'levels' },
    { ...added, file: '' },
    added,
  ]);
  assert.deepEqual((await readLessons()).all, [levels, added]);
});

test('what is no list is refused', async () => {
  files['scenarios/index.json'] = '{}';
  await assert.rejects(readLessons(), /no list/);
});

test('a lesson whose file is missing says so, and is asked for again the next time', async () => {
  files['scenarios/index.json'] = JSON.stringify([added]);
  const lessons = await readLessons();
  await assert.rejects(lessons.read('harbor'), /scenarios\/harbor\/scenario\.json: 404 Not Found/);
  files['scenarios/harbor/scenario.json'] = '{}';
  assert.equal((await lessons.read('harbor')).text, '{}');
});
