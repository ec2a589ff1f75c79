// The documents of the repository, and the parts of each in order: code spans, code blocks, headings and links. A library
// reads the Markdown, so lists, tables and escapes mean the same as on screen.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { marked } from 'marked';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');

/** Every file of the repository, including new files. */
export const tracked = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
}).split('\n');

export const documents = tracked.filter((path) => path.endsWith('.md'));

/** The documents that tell a reader what to type. The changelog is about the past. */
export const instructions = documents.filter((path) =>
  /^(README|CONTRIBUTING|docs\/[^/]+|scenarios\/[^/]+\/README|tests\/keys\/README)\.md$/.test(path),
);

export const text = (path) => readFileSync(join(root, path), 'utf8');

const oneLine = (words) => words.replace(/\s+/g, ' ').trim();

function* walk(tokens, around, before) {
  let last = before;
  for (const token of tokens) {
    if (token.type === 'codespan') yield { kind: 'span', text: oneLine(token.text), around };
    if (token.type === 'code')
      yield { kind: 'block', text: token.text, language: token.lang ?? '', fenced: token.codeBlockStyle !== 'indented', before: last };
    if (token.type === 'link' || token.type === 'image') yield { kind: 'link', to: token.href };
    if (token.type === 'heading') yield { kind: 'heading', text: token.text };
    if (token.type === 'table') {
      for (const row of [token.header, ...token.rows])
        yield* walk(
          row.flatMap((cell) => cell.tokens),
          row.map((cell) => cell.text).join(' | '),
          '',
        );
    }
    const isBlock = ['paragraph', 'text', 'heading'].includes(token.type) && token.tokens;
    const words = isBlock && !around ? oneLine(token.text) : around;
    if (token.items)
      yield* walk(
        token.items.flatMap((item) => item.tokens),
        '',
        last,
      );
    else if (token.tokens && token.type !== 'table') yield* walk(token.tokens, words, last);
    if (isBlock) last = oneLine(token.text);
  }
}

/** The parts of a Markdown text, in order. A block has the paragraph before it, and a span the paragraph around it. */
export const partsOf = (markdown) => [...walk(marked.lexer(markdown), '', '')];
