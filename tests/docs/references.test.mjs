// Everything that a document points to must exist: the file and the heading of each link, and each path in a code span.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { test } from 'node:test';
import { documents, partsOf, root, text, tracked } from './parts/documents.mjs';
import { stepsOf } from './parts/steps.mjs';

/** The anchor that GitHub gives a heading. */
const anchorOf = (heading) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');

const anchors = (path) =>
  partsOf(text(path))
    .filter(({ kind }) => kind === 'heading')
    .map((each) => anchorOf(each.text));

/** What is wrong with a link of a document; undefined if nothing is. */
function faultOfLink(document, link) {
  if (/^[a-z]+:/.test(link)) return undefined;
  const [path, anchor] = link.split('#');
  const file = path === '' ? document : normalize(join(dirname(document), path));
  if (!existsSync(join(root, file))) return `no file ${file}`;
  if (anchor !== undefined && !anchors(file).includes(anchor)) return `no heading #${anchor} in ${file}`;
  return undefined;
}

const folders = new Set(
  tracked.flatMap((path) =>
    path
      .split('/')
      .slice(0, -1)
      .map((_, at, all) => all.slice(0, at + 1).join('/')),
  ),
);
const places = [...tracked, ...folders];

/** Outputs of a build are not in the repository, but the script that makes them names them. */
const makers = ['Makefile', ...tracked.filter((path) => /^scripts\/[^/]+$/.test(path) || path.endsWith('CMakeLists.txt'))]
  .map(text)
  .join('\n');
const isBuilt = (path) => /^(build|dist)\//.test(path) && makers.split(/[^\w.-]+/).includes(path.split('/').at(-1));

const extensions = 'cpp|def|h|js|json|jsonl|md|mjs|commands|cmake|css|html|txt';
const looksLikePath = (words) =>
  /^[\w.-]+(\/[\w.-]+)*\/?$/.test(words) &&
  (new RegExp(`/$|\\.(${extensions})$`).test(words) || [...folders, 'build', 'dist'].some((folder) => words.startsWith(`${folder}/`)));

/** FILE.seal, ID.commands and so on stand for the reader's own names. */
const isPlaceholder = (words) => /^(ID|FILE|WORD)\b/.test(words);

/** The commands and file names of a document. */
const givenBy = (markdown) =>
  stepsOf(markdown)
    .map(({ command, path }) => command ?? path)
    .join('\n');

/** The paths in code spans that do not exist. A path may leave out its first folders: `decide.cpp`, `keys/`. */
function brokenPaths(markdown) {
  const given = givenBy(markdown);
  return partsOf(markdown)
    .filter(({ kind, text: words }) => kind === 'span' && looksLikePath(words) && !isPlaceholder(words))
    .map(({ text: words }) => words.replace(/\/$/, ''))
    .filter((path) => !places.some((place) => place === path || place.endsWith(`/${path}`)))
    .filter((path) => !isBuilt(path) && !given.includes(path));
}

for (const document of documents) {
  const links = partsOf(text(document)).filter(({ kind }) => kind === 'link');
  test(`${document}: every link leads to something`, () => {
    const faults = links.map(({ to }) => faultOfLink(document, to)).filter(Boolean);
    assert.deepEqual(faults, []);
  });
  if (document === 'CHANGELOG.md') continue; // it names files of the past
  test(`${document}: every path exists`, () => assert.deepEqual(brokenPaths(text(document)), []));
}

test('a broken link and a broken path are found', () => {
  assert.equal(faultOfLink('README.md', 'docs/rules.md#words'), undefined);
  assert.match(faultOfLink('README.md', 'docs/rules.md#wards'), /no heading/);
  assert.match(faultOfLink('docs/rules.md', 'README.md'), /no file/);
  assert.deepEqual(brokenPaths('`sim/policy/decide.cpp`, `decide.cpp`, `policy/`, `build/ntk`'), []);
  assert.deepEqual(brokenPaths('`sim/policy/decided.cpp`, `decided.h`, `polity/`, `build/tea`'), [
    'sim/policy/decided.cpp',
    'decided.h',
    'polity',
    'build/tea',
  ]);
});
