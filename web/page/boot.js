// @ts-check
// What is done before the page's own scripts arrive, and where they never do. It stands in the document itself
// (scripts/site.mjs): a frame without an origin gets no other script.
//
// It asks early for what is needed in any case; a browser without JavaScript asks for none of it. The document element says
// as `data-opens` whether only home is to be shown: then a part of the page can wait until it is. Else it is `all`. Then it watches. While the
// page loads, `ntk-progress` comes at the document whenever something has arrived, and `ntk-ready` at the end. Where nothing
// comes for ten seconds, or a script was refused, it says what happened, why, and what else can be done.

(() => {
  const patience = 10000;
  const { wasm, rest, glue, engine, shared, text, font } = /** @type {HTMLScriptElement} */ (document.currentScript).dataset;
  const root = document.documentElement;
  const hasWebAssembly = typeof WebAssembly === 'object';
  // A sandboxed frame without `allow-same-origin` has no origin. Files on a disk have none either, but need none.
  const hasNoOrigin = window.origin === 'null' && location.protocol !== 'file:';
  let isAlive = false;
  let isBroken = false;
  let isReady = false;
  let timer = 0;

  /** Whether neither a lesson nor work is to be opened, nor the text page alone (settings.js, attempts.js). */
  function opensHome() {
    if (new URLSearchParams(location.search).has('scenario') || location.hash !== '') return false;
    try {
      const kept = Object.keys(localStorage);
      return localStorage.getItem('need-to-know.view') !== 'text' && !kept.some((key) => key.startsWith('need-to-know.attempt.'));
    } catch {
      return true; // the browser keeps nothing for this page
    }
  }
  root.dataset.opens = opensHome() ? 'home' : 'all';
  root.dataset.loading = '';

  /** @param {Record<string, string>} attributes @param {string | undefined} href  where there is such a thing */
  const preload = (attributes, href) => href && document.head.append(Object.assign(document.createElement('link'), attributes, { href }));
  const asked = { rel: 'preload', crossOrigin: 'anonymous' };
  const isWhole = root.dataset.opens === 'all';
  if (!hasNoOrigin) {
    preload({ ...asked, as: 'fetch' }, hasWebAssembly ? wasm : '');
    preload({ ...asked, as: 'fetch' }, hasWebAssembly && isWhole ? rest : '');
    preload({ ...asked, as: 'font', type: 'font/woff2' }, font);
    for (const script of [hasWebAssembly ? glue : engine, shared, isWhole ? text : '']) preload({ rel: 'modulepreload' }, script);
  }

  /** @param {string} id */
  const element = (id) => document.getElementById(id);
  /** @param {string} id @param {boolean} shows */
  const show = (id, shows) => element(id)?.toggleAttribute('hidden', !shows);

  /** Why nothing comes, as a word of the document's own sentences. @param {boolean} wasRefused */
  function reason(wasRefused) {
    if (hasNoOrigin) return 'frame';
    if (!('noModule' in HTMLScriptElement.prototype) || isBroken) return 'browser';
    if (navigator.onLine === false) return 'offline';
    return wasRefused && !isAlive ? 'script' : 'slow';
  }

  /** @param {boolean} [wasRefused]  the page's script was */
  function tell(wasRefused = false) {
    if (isReady || !element('stalled')) return;
    const word = reason(wasRefused);
    for (const each of document.querySelectorAll('[data-reason]'))
      each.toggleAttribute('hidden', each.getAttribute('data-reason') !== word);
    // The single file opens what this address would.
    for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll('[data-carries]'))) {
      link.search = location.search;
      link.hash = link.dataset.carries || location.hash;
    }
    show('stalled-tab', window.top !== window.self);
    show('loading', false);
    stall(true);
  }

  /** @param {boolean} hasStalled */
  function stall(hasStalled) {
    show('stalled', hasStalled);
    root.toggleAttribute('data-stalled', hasStalled);
  }

  function wait() {
    clearTimeout(timer);
    timer = window.setTimeout(tell, patience);
  }

  document.addEventListener('ntk-progress', () => {
    isAlive = true;
    if (isReady) return;
    // It goes on after all.
    if (!element('stalled')?.hidden) {
      stall(false);
      show('loading', true);
    }
    wait();
  });
  document.addEventListener('ntk-ready', () => {
    isReady = true;
    clearTimeout(timer);
    stall(false);
    delete root.dataset.loading;
  });
  window.addEventListener(
    'error',
    ({ target }) => {
      if (!(target instanceof HTMLScriptElement)) {
        isBroken ||= !isAlive; // the page's script has come, and wasn't understood
        return;
      }
      if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', () => tell(true));
      else tell(true);
    },
    true,
  );
  document.addEventListener('click', (event) => {
    const { target } = event;
    // The page's scripts are there: they can begin the text page without the rest.
    if (!isAlive || !(target instanceof Element) || !target.closest('#stalled-text')) return;
    event.preventDefault();
    document.dispatchEvent(new Event('ntk-text-page'));
  });
  wait();
})();
