// Where a download may come to nothing without a word of it.

import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';

import { mayFailUnseen } from '../../web/page/files.js';

const globals = /** @type {any} */ (globalThis);
const before = Object.getOwnPropertyDescriptors(globals);

/** The page as it stands in some place. */
function standing({
  frame = undefined,
  sandbox = null,
  isForeign = false,
  origin = 'https://example.org',
  protocol = 'https:',
  browser = 'Mozilla/5.0',
}) {
  const view = { origin, self: null, top: null };
  view.self = view;
  view.top = frame ? {} : view;
  Object.defineProperty(view, 'frameElement', {
    get() {
      if (isForeign) throw new DOMException('blocked', 'SecurityError');
      return frame ? { getAttribute: () => sandbox } : null;
    },
  });
  const stand = (name, value) => Object.defineProperty(globals, name, { value, configurable: true, writable: true });
  stand('window', view);
  stand('location', { protocol });
  stand('navigator', { userAgent: browser });
}
afterEach(() => {
  for (const name of ['window', 'location', 'navigator']) {
    if (before[name]) Object.defineProperty(globals, name, before[name]);
    else delete globals[name];
  }
});

for (const [what, place, mayFail] of /** @type {[string, object, boolean][]} */ ([
  ['in a tab of its own', {}, false],
  ['opened from a disk', { origin: 'null', protocol: 'file:' }, false],
  ['in a frame of the same site', { frame: true }, false],
  ['in a sandbox that allows downloads', { frame: true, sandbox: 'allow-scripts allow-downloads' }, false],
  ['in a sandbox that does not', { frame: true, sandbox: 'allow-scripts allow-same-origin' }, true],
  ['in a frame of another site', { frame: true, isForeign: true }, true],
  ['without an origin', { origin: 'null' }, true],
  ['within another app', { browser: 'Mozilla/5.0 (Linux; Android 14; wv) AppleWebKit' }, true],
])) {
  test(`${what} ${mayFail ? 'it may' : 'it is seen'}`, () => {
    standing(place);
    assert.equal(mayFailUnseen(), mayFail);
  });
}
