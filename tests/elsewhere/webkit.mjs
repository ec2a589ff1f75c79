// WebKit as GTK's programs have it, by its own WebDriver. Playwright's WebKit is a build that no distribution has, so what
// the tests ask of Playwright's pages is given here in WebDriver's terms.

import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';

import { startProgram, stopProgram } from './desktop.mjs';
import { Session, driverIsReady } from './webdriver.mjs';

export const name = 'WebKit';

/** The programs without which there is nothing to drive; any of an inner list will do. */
export const programs = ['WebKitWebDriver'];

// Under automation GTK's MiniBrowser keeps nothing beyond its own end, so nothing can outlast it.
export const keepsProfiles = false;

export const isOfDriver = () => false;

const patience = 60000;
const pause = 50;
const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

// WebDriver's characters for keys that have none; of the others the name is the character.
const keys = {
  ...{ Backspace: '\uE003', Tab: '\uE004', Enter: '\uE007', Shift: '\uE008', Control: '\uE009', Alt: '\uE00A', Escape: '\uE00C' },
  ...{ Space: ' ', PageUp: '\uE00E', PageDown: '\uE00F', End: '\uE010', Home: '\uE011', Delete: '\uE017' },
  ...{ ArrowLeft: '\uE012', ArrowUp: '\uE013', ArrowRight: '\uE014', ArrowDown: '\uE015', ControlOrMeta: '\uE009' },
};

/** In the page: what went wrong from now on. The load itself is known to have ended well by what it leaves. */
function listenForComplaints() {
  if (window.ntkComplaints) return;
  window.ntkComplaints = [];
  const complain = (text) => window.ntkComplaints.push(text);
  window.addEventListener('error', (event) => complain(`uncaught: ${event.error?.stack ?? event.message}`));
  window.addEventListener('unhandledrejection', ({ reason }) => complain(`uncaught: ${reason?.stack ?? reason}`));
  document.addEventListener('securitypolicyviolation', (event) => complain(`policy: ${event.violatedDirective} ${event.blockedURI}`));
  const { error } = console;
  console.error = (...words) => {
    complain(`console: ${words.join(' ')}`);
    error.apply(console, words);
  };
}

/** As much of Playwright's Page as tests/browser/harness.mjs, reading.mjs and these tests use. */
class Tab {
  #session;
  #window;
  #pointer = { x: 0, y: 0 };

  constructor(session, window) {
    this.#session = session;
    this.#window = window;
    this.keyboard = { press: (combination) => this.#press(combination), type: (text) => this.#type(text) };
    this.mouse = {
      move: (x, y) => this.#point([this.#moveTo(x, y)]),
      click: (x, y) => this.#point([this.#moveTo(x, y), { type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 }]),
      wheel: (x, y) => this.#wheel(x, y),
    };
  }

  #acted = Promise.resolve();

  command(method, path, body) {
    return this.#session.commandIn(this.#window, method, path, body);
  }

  // Complaints are asked for (`complaints`), since WebDriver tells nothing by itself.
  on() {}

  async complaints() {
    return this.evaluate(() => window.ntkComplaints ?? []);
  }

  async goto(address) {
    await this.command('POST', '/url', { url: address });
    await this.evaluate(listenForComplaints);
  }

  async reload() {
    await this.command('POST', '/refresh');
    await this.evaluate(listenForComplaints);
  }

  url() {
    return this.command('GET', '/url');
  }

  /** A function with its one value, or a script; its promise is waited for. */
  async evaluate(work, value = null) {
    if (typeof work === 'string') return this.command('POST', '/execute/sync', { script: work, args: [] });
    const script = `
      const [value, done] = arguments;
      new Promise((resolve) => resolve((${work})(value))).then((result) => done({ result }), (error) => done({ error: String(error) }));`;
    const { result, error } = await this.command('POST', '/execute/async', { script, args: [value] });
    if (error !== undefined) throw new Error(error);
    return result ?? undefined;
  }

  async waitForFunction(isSo, value) {
    for (const end = Date.now() + patience; !(await this.evaluate(isSo, value)); await wait(pause)) {
      if (Date.now() > end) throw new Error(`never came: ${isSo}`);
    }
  }

  waitForTimeout(milliseconds) {
    return wait(milliseconds);
  }

  locator(selector) {
    const isThere = () => this.waitForFunction((wanted) => document.querySelector(wanted) !== null, selector);
    const ask = (question) => this.evaluate(`return (${question})(document.querySelector(${JSON.stringify(selector)}))`);
    return {
      first: () => this.locator(selector),
      waitFor: isThere,
      textContent: async () => {
        await isThere();
        return ask((element) => element.textContent);
      },
      isVisible: () => ask((element) => element !== null && element.checkVisibility()),
      screenshot: async (to) => {
        const element = await this.#session.element(this.#window, selector);
        return this.#picture(`/element/${element}/screenshot`, to);
      },
    };
  }

  screenshot(to) {
    return this.#picture('/screenshot', to);
  }

  async #picture(path, { path: file } = /** @type {{ path?: string }} */ ({})) {
    const png = Buffer.from(await this.command('GET', path), 'base64');
    if (file) writeFileSync(file, png);
    return png;
  }

  close() {
    return this.command('DELETE', '/window');
  }

  async setViewportSize({ width, height }) {
    const inner = () => this.evaluate(() => [innerWidth, innerHeight]);
    for (const end = Date.now() + patience; ; await wait(pause)) {
      const [w, h] = await inner();
      if (w === width && h === height) return;
      if (Date.now() > end) throw new Error(`the window has ${w} by ${h} pixels, and takes no other size`);
      const rect = await this.command('GET', '/window/rect');
      await this.command('POST', '/window/rect', { width: rect.width + width - w, height: rect.height + height - h });
    }
  }

  // One after the other: the driver refuses an action while another is underway.
  #act(source) {
    const act = () => this.command('POST', '/actions', { actions: [source] });
    const acted = this.#acted.then(act, act);
    this.#acted = acted;
    return acted;
  }

  async #press(combination) {
    const names = combination === '+' ? ['+'] : combination.split('+');
    const values = names.map((each) => keys[each] ?? each);
    const down = values.map((value) => ({ type: 'keyDown', value }));
    const up = [...values].reverse().map((value) => ({ type: 'keyUp', value }));
    await this.#act({ type: 'key', id: 'keyboard', actions: [...down, ...up] });
  }

  async #type(text) {
    const strokes = Array.from(text, (character) => (character === '\n' ? keys.Enter : character));
    await this.#act({
      type: 'key',
      id: 'keyboard',
      actions: strokes.flatMap((value) => [
        { type: 'keyDown', value },
        { type: 'keyUp', value },
      ]),
    });
  }

  #moveTo(x, y) {
    this.#pointer = { x: Math.round(x), y: Math.round(y) };
    return { type: 'pointerMove', duration: 0, origin: 'viewport', ...this.#pointer };
  }

  #point(actions) {
    return this.#act({ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions });
  }

  // The driver's own wheel turns the wrong way and by another measure, so the event is made in the page.
  #wheel(deltaX, deltaY) {
    return this.evaluate(
      ({ x, y, ...deltas }) => {
        const place = { clientX: x, clientY: y, bubbles: true, cancelable: true };
        document.elementFromPoint(x, y)?.dispatchEvent(new WheelEvent('wheel', { ...place, ...deltas }));
      },
      { ...this.#pointer, deltaX, deltaY },
    );
  }
}

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  await new Promise((resolve) => server.close(resolve));
  return port;
}

// A driver serves one session, and a session has one profile.
async function begin() {
  const port = await freePort();
  const driver = startProgram('WebKitWebDriver', [`--port=${port}`], { stdio: 'ignore' });
  await driverIsReady(port);
  const session = await Session.begin(port, { timeouts: { script: 120000, pageLoad: 120000 } });
  return { driver, session };
}

export async function version() {
  const { driver, session } = await begin();
  await session.end();
  stopProgram(driver);
  return session.version;
}

/** Somebody with a profile of their own: {newTab(), close()}. */
export async function newVisitor({ viewport = { width: 1280, height: 800 } } = {}) {
  const { driver, session } = await begin();
  let first = await session.command('GET', '/window');
  const newTab = async () => {
    const tab = new Tab(session, first ?? (await session.newWindow()));
    first = null;
    await tab.setViewportSize(viewport);
    return tab;
  };
  const close = async () => {
    // A browser that does not end by itself is ended.
    await Promise.race([session.end().catch(() => {}), wait(20000)]);
    stopProgram(driver, 'SIGKILL');
  };
  return { newTab, close };
}

export async function finish() {}
