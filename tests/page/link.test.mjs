// A share link after its way through mail and chat: what was added to it is taken away, and the digest decides.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';

import { fromHash, isLink, LinkError, toHash } from '../../web/page/link.js';

const digest = (bytes) => createHash('sha256').update(bytes).digest('hex');
const text = JSON.stringify({
  submission: 1,
  commands: Array.from({ length: 60 }, (_, at) => `assign record r${at % 7} level ${(at % 4) + 1} “ü”`),
});
const hash = await toHash(text, digest);
const middle = Math.floor(hash.length / 2);

/** @param {string} sent */
const opened = async (sent) => new TextDecoder().decode(await fromHash(sent, digest));

// As location.hash has it: a browser encodes spaces, quotes and what isn't ASCII.
const asAddress = (sent) => new URL(`https://example.org/${sent}`).hash;

for (const [what, end] of Object.entries({
  'a bracket': ')',
  'a full stop': '.',
  'a comma': ',',
  'an angle bracket': '>',
  'a quote': '"',
  'a typographic quote': '”',
  'a space': ' ',
  'a bracket and a full stop': ').',
  'a space and the words behind it': ' and tell me what you think',
  'marks of who clicked': '&utm_source=mail&utm_medium=e-mail',
  'marks of who clicked, as a query': '?utm_source=chat',
  'a mark of a social network': '&fbclid=IwAR0x-1_2',
  'the underscore of text in italics': '_',
  'the asterisks of bold text': '**',
  'a line break': '%0D%0A',
  'a zero width space': '\u200b',
})) {
  test(`a link opens with ${what} behind it`, async () => {
    for (const sent of [hash + end, asAddress(hash + end)]) {
      assert.ok(isLink(sent));
      assert.equal(await opened(sent), text);
    }
  });
}

for (const [what, change] of Object.entries({
  'its equals sign encoded': (link) => link.replace('=', '%3D'),
  'its equals sign encoded twice': (link) => link.replace('=', '%253D'),
  'its equals sign encoded as in mail': (link) => link.replace('=', '=3D'),
  'its full stops encoded': (link) => link.replaceAll('.', '%2E'),
  'a space in the middle': (link) => `${link.slice(0, middle)}%20${link.slice(middle)}`,
  'a line break in the middle': (link) => `${link.slice(0, middle)}%0D%0A${link.slice(middle)}`,
  'a line every 76 characters': (link) => link.replace(/.{76}/g, '$&\r\n'),
  'a line every 76 characters, ended as in mail': (link) => link.replace(/.{76}/g, '$&=\r\n'),
  'its lines quoted in a reply': (link) => link.replace(/.{76}/g, '$&\r\n> '),
  'a soft hyphen in the middle': (link) => `${link.slice(0, middle)}\u00ad${link.slice(middle)}`,
  'broken lines, and a bracket behind them': (link) => `${link.replace(/.{76}/g, '$& ')})`,
})) {
  test(`a link opens with ${what}`, async () => {
    assert.ok(isLink(change(hash)));
    assert.equal(await opened(change(hash)), text);
    assert.equal(await opened(asAddress(change(hash))), text);
  });
}

test('a link that ends in a dash or an underscore of its own keeps it', async () => {
  let found = 0;
  for (let number = 0; found < 2 && number < 2000; ++number) {
    const link = await toHash(`${text} ${number}`, digest);
    if (!/[-_]$/.test(link)) continue;
    ++found;
    assert.equal(await opened(link), `${text} ${number}`);
    assert.equal(await opened(`${link}_)`), `${text} ${number}`);
  }
  assert.ok(found > 0);
});

test('what was lost on the way is not made up: the digest decides', async () => {
  const changed = `${hash.slice(0, middle)}${hash[middle] === 'A' ? 'B' : 'A'}${hash.slice(middle + 1)}`;
  for (const sent of [hash.slice(0, -3), `${hash.slice(0, -3)})`, changed, `${changed}&utm_source=mail`]) {
    await assert.rejects(opened(sent), LinkError);
  }
});

test('an anchor of the page is no link, also at the end of a sentence', () => {
  for (const anchor of ['#text-page', '#text-page.', '#text-page)', '#text-page",', '#why-title ']) assert.equal(isLink(anchor), false);
});

test('a link made to take long is refused at once', async () => {
  const begun = Date.now();
  await assert.rejects(opened(`#work=1z.000000000000.${'-'.repeat(150000)}A`), LinkError);
  await assert.rejects(opened(`#work=1z.000000000000.A${' >'.repeat(75000)}`), LinkError);
  await assert.rejects(opened(`#work=${'%25'.repeat(60000)}`), LinkError);
  assert.ok(Date.now() - begun < 3000, `${Date.now() - begun} ms`);
});
