// @ts-check
// What is done before the page's own scripts arrive, and where they never do. It stands in the document itself
// (scripts/site.mjs): a frame without an origin gets no other script.
//
// It asks early for what is needed in any case; a browser without JavaScript asks for none of it. Then it watches. While the
// page loads, `ntk-progress` comes at the document whenever something has arrived, and `ntk-ready` at the end. Where nothing
// comes for ten seconds, or a script was refused, it says what happened, why, and what else can be done.

(() => {
  const patience = 10000;
  const { wasm, glue, engine, font } = /** @type {HTMLScriptElement} */ (document.currentScript).dataset;
  const hasWebAssembly = typeof WebAssembly === 'object';
  // A sandboxed frame without `allow-same-origin` has no origin. Files on a disk have none either, but need none.
  const hasNoOrigin = window.origin === 'null' && location.protocol !== 'file:';
  let isAlive = false;
  let isBroken = false;
  let isReady = false;
  let timer = 0;

  /** @param {Record<string, string>} attributes */
  const preload = (attributes) => document.head.append(Object.assign(document.createElement('link'), attributes));
  if (!hasNoOrigin && wasm && hasWebAssembly) preload({ rel: 'preload', as: 'fetch', crossOrigin: 'anonymous', href: wasm });
  if (!hasNoOrigin && font) preload({ rel: 'preload', as: 'font', type: 'font/woff2', crossOrigin: 'anonymous', href: font });
  const module = hasWebAssembly ? glue : engine;
  if (!hasNoOrigin && module) preload({ rel: 'modulepreload', href: module });

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
    show('stalled', true);
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
      show('stalled', false);
      show('loading', true);
    }
    wait();
  });
  document.addEventListener('ntk-ready', () => {
    isReady = true;
    clearTimeout(timer);
    show('stalled', false);
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
