// The engine as the page's scripts see it: arguments as they go over, the model put together from sections, and what a call
// says that the engine doesn't take.
import assert from 'node:assert/strict';
import test from 'node:test';

import { callText } from '../../web/page/call_text.js';
import { createModel, noting } from '../../web/page/model.js';

globals();
const { createEngine } = await import('../../web/page/engine.js');

/** What the page's scripts look for when they begin. */
function globals() {
  /** @type {any} */ (globalThis).document = { getElementById: () => null };
}

const written = (values) => Buffer.from(callText(values)).toString('latin1');

test('arguments are written with their lengths in bytes', () => {
  assert.equal(written({}), 'o0:');
  assert.equal(written({ words: 'é', first: 50, descending: true, run: null }), 'o4:t5:wordst2:Ã©t5:firstn2:50t10:descendingb1:1t3:runz0:');
  assert.equal(written({ cell: [4, 0] }), 'o1:t4:celll2:n1:4n1:0');
  assert.equal(written({ bytes: new Uint8Array([0, 255]) }), 'o1:t5:bytest2:\0ÿ');
  assert.throws(() => callText({ act: () => {} }), { name: 'TypeError', message: 'a function is no argument' });
});

test('a thing and a request are put into their places, and a section has changed when a part of it has', () => {
  const kept = createModel();
  const kind = { kind: 'record', title: 'Records', things: ['a', 'b'] };
  kept.take({
    revision: 1,
    sections: {
      kinds: [kind],
      'kinds/record/a': { id: 'a' },
      'kinds/record/b': { id: 'b' },
      requests: ['r'],
      'requests/r': { id: 'r' },
      lab: null,
    },
  });
  assert.deepEqual(kept.model.kinds, [{ ...kind, things: [{ id: 'a' }, { id: 'b' }] }]);
  assert.deepEqual(kept.model.requests, [{ id: 'r' }]);
  assert.equal(kept.model.lab, null);
  kept.take({ revision: 2, sections: { 'kinds/record/b': { id: 'b', note: 'changed' } } });
  assert.equal(kept.model.kinds[0].things[1].note, 'changed');
  assert.deepEqual([kept.changedAt('kinds'), kept.changedAt('requests')], [2, 1]);
  kept.take({ revision: 3, sections: { kinds: [{ ...kind, things: ['a'] }], 'kinds/record/b': null } });
  assert.deepEqual(kept.model.kinds[0].things, [{ id: 'a' }]);
});

test('what a view reads of the model is noted', () => {
  const kept = createModel();
  kept.take({ revision: 1, sections: { lab: null, undo: 'Run all' } });
  const read = [];
  const { undo } = noting(kept.model, (section) => read.push(section));
  assert.equal(undo, 'Run all');
  assert.deepEqual(read, ['undo']);
});

/** A module whose calls are answered by a function. @param {(verb: string, since: number) => object} answer */
function moduleOf(answer) {
  const memory = new Uint8Array(1 << 16);
  let free = 8;
  const texts = new Map();
  const textAt = (at) => texts.get(at) ?? Buffer.from(memory.subarray(at, memory.indexOf(0, at))).toString();
  return {
    HEAPU8: memory,
    _malloc: (size) => (free += size) - size,
    _free() {},
    UTF8ToString: textAt,
    _ntk_call(verb, _, __, since) {
      texts.set(-1, JSON.stringify(answer(textAt(verb), since)));
      return -1;
    },
  };
}

test('a call that the engine does not take throws, and says what it takes', () => {
  const engine = createEngine(
    moduleOf(() => ({ ok: false, misuse: true, message: '`go` takes no `step`', help: 'it takes position', revision: 0 })),
  );
  assert.throws(() => engine.call('go', /** @type {any} */ ({ step: 1 })), {
    name: 'TypeError',
    message: '`go` takes no `step`: it takes position',
  });
});

test('the model is asked for only where it is not known yet, from the revision that is', () => {
  const asked = [];
  const engine = createEngine(
    moduleOf((verb, since) => {
      asked.push(`${verb} ${since}`);
      const changes = { revision: asked.length, sections: { undo: String(asked.length) } };
      return { ok: true, message: '', help: '', revision: 7, ...(verb === 'sections' ? { value: changes } : since < 0 ? {} : { changes }) };
    }),
  );
  assert.equal(engine.model().undo, '1');
  assert.equal(engine.model().undo, '1');
  engine.call('command', { command: 'run all' }, true);
  assert.equal(engine.model().undo, '2');
  assert.equal(engine.model().revision, 7);
  assert.deepEqual(asked, ['sections -1', 'command 1']);
});
