// Home as the text page writes it before a lesson is open, as HTML: it stands in the document, so that it can be read before
// the page's program has arrived (web/page/early.js).
//
// No sentence of it is here: the engine, as plain JavaScript, composes the view, and the page's own scripts write it, into a
// document that is just enough for them.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const escapes = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text) => text.replace(/[&<>"]/g, (character) => escapes[character]);
/** Elements without an end. */
const empty = new Set(['input', 'br', 'hr']);

/** What the page's scripts ask of a document to write into it (web/page/dom.js). */
class Node {}
class Element extends Node {
  constructor(tag) {
    super();
    this.tag = tag;
    this.attributes = new Map();
    this.children = [];
    this.dataset = {};
    this.style = {};
    this.classList = { contains: () => false };
  }

  setAttribute(name, value) {
    this.attributes.set(name, String(value));
  }

  append(...children) {
    this.children.push(...children);
  }

  toString() {
    const attributes = [...this.attributes].map(([name, value]) => ` ${name}="${escaped(value)}"`).join('');
    const inside = this.children.map((child) => (child instanceof Element ? String(child) : escaped(String(child)))).join('');
    return `<${this.tag}${attributes}>${empty.has(this.tag) ? '' : `${inside}</${this.tag}>`}`;
  }
}

const document = {
  documentElement: new Element('html'),
  body: new Element('body'),
  createElement: (tag) => new Element(tag),
  createElementNS: (_, tag) => new Element(tag),
  getElementById: () => null,
};

/** What else the scripts look for when they begin. */
const browser = {
  document,
  Node,
  window: {},
  navigator: { platform: '', userAgent: '' },
  location: { href: 'about:blank', hash: '', search: '' },
};

/** Does something as a script of such a document. */
async function inDocument(act) {
  const missing = Object.entries(browser).filter(([name]) => !(name in globalThis)); // newer versions of Node have a navigator
  for (const [name, value] of missing) globalThis[name] = value;
  try {
    return await act();
  } finally {
    for (const [name] of missing) delete globalThis[name];
  }
}

// What is written, of the page's own scripts.
const writer = (page) => `
  import { createEngine } from '${page}/engine.js';
  import { forEngine } from '${page}/lessons.js';
  import { h } from '${page}/dom.js';
  import * as header from '${page}/header.js';
  import * as choice from '${page}/choice.js';
  export function write(module, all) {
    const engine = createEngine(module);
    engine.call('lessons', { lessons: forEngine({ all }) });
    const model = engine.model();
    return String(h('div.text-page', {}, header.view(model), h('div.content', { id: 'content' }, choice.view(model))));
  }
`;

/**
 * @param {string} engine  the file of the engine as plain JavaScript
 * @param {string} lessons  the list of lessons, as the site has it
 * @param {string} esbuild  the program
 * @returns {Promise<string>}
 */
export async function homeOf(engine, lessons, esbuild) {
  const work = mkdtempSync(join(tmpdir(), 'ntk-home-'));
  try {
    const source = join(work, 'source.mjs');
    writeFileSync(source, writer(resolve('web/page')));
    for (const [from, to] of [
      [source, 'writer.mjs'],
      [resolve(engine), 'engine.mjs'],
    ])
      // prettier-ignore
      execFileSync(esbuild, [from, '--bundle', '--format=esm', '--log-level=error', '--define:NTK_RESOURCES={}', `--outfile=${join(work, to)}`]);
    const load = (name) => import(pathToFileURL(join(work, name)).href);
    return await inDocument(async () => {
      const { write } = await load('writer.mjs');
      const { default: create } = await load('engine.mjs');
      return write(await create(), JSON.parse(lessons));
    });
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
