// A client of the WebDriver protocol (https://www.w3.org/TR/webdriver2/), as far as the tests need it: a command is a method
// and a path, with JSON either way.

import { request } from 'node:http';

const elementKey = 'element-6066-11e4-a52e-4f735466cecf';

/** One exchange over HTTP. Node's own `fetch` would give up on a command that takes five minutes. */
function exchange(port, method, path, body) {
  return new Promise((resolve, reject) => {
    const sent = body === undefined ? '' : JSON.stringify(body);
    const headers = { 'Content-Type': 'application/json; charset=utf-8', 'Content-Length': Buffer.byteLength(sent) };
    const asked = request({ host: '127.0.0.1', port, method, path, headers }, async (response) => {
      const parts = [];
      for await (const part of response) parts.push(part);
      const text = Buffer.concat(parts).toString('utf8');
      const { value } = text ? JSON.parse(text) : {};
      if (response.statusCode === 200) resolve(value);
      else reject(new Error(`${method} ${path}: ${value?.error}: ${value?.message}`));
    });
    asked.on('error', reject);
    asked.end(sent);
  });
}

/** Waits until a driver at this port takes commands. */
export async function driverIsReady(port, patience = 30000) {
  for (const end = Date.now() + patience; ;) {
    try {
      if ((await exchange(port, 'GET', '/status')).ready !== false) return;
    } catch (error) {
      if (Date.now() > end) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** A browser that was started by a driver. */
export class Session {
  #port;
  #path;
  #window;
  /** @type {string} */
  version;

  static async begin(port, capabilities) {
    const { sessionId, capabilities: given } = await exchange(port, 'POST', '/session', { capabilities: { alwaysMatch: capabilities } });
    const session = new Session();
    session.#port = port;
    session.#path = `/session/${sessionId}`;
    session.version = given.browserVersion;
    session.#window = await session.command('GET', '/window');
    return session;
  }

  command(method, path, body) {
    return exchange(this.#port, method, this.#path + path, body ?? (method === 'POST' ? {} : undefined));
  }

  /** The same in a window of the session's. */
  async commandIn(window, method, path, body) {
    if (this.#window !== window) await this.command('POST', '/window', { handle: window });
    this.#window = window;
    return this.command(method, path, body);
  }

  /** A window of its own: what is in a tab behind another has no size yet. */
  async newWindow() {
    // The one that was used last may be closed.
    const [handle] = await this.command('GET', '/window/handles');
    await this.command('POST', '/window', { handle });
    this.#window = handle;
    return (await this.command('POST', '/window/new', { type: 'window' })).handle;
  }

  async element(window, selector) {
    const found = await this.commandIn(window, 'POST', '/element', { using: 'css selector', value: selector });
    return found[elementKey];
  }

  end() {
    return this.command('DELETE', '');
  }
}
