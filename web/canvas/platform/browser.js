// The browser's side of the platform, linked into the page's JavaScript. browser.h says what each function is for.
//
// Emscripten's optimiser takes variables of a nested destructuring for unused and removes them: none here.
const { library: functions } = LibraryManager;
mergeInto(functions, {
  $ntk: {
    canvas: null,
    entry: null,
    copying: false,

    // What stands in the text entry before anything is typed, so that an on-screen keyboard has something to delete.
    blank: ' ',
    typed: [],

    forgetTyped: function () {
      ntk.entry.value = ntk.blank;
      ntk.typed = Array.from(ntk.blank);
      ntk.entry.setSelectionRange(ntk.blank.length, ntk.blank.length);
    },

    withText: function (text, callback) {
      const size = lengthBytesUTF8(text) + 1;
      const pointer = _malloc(size);
      stringToUTF8(text, pointer, size);
      callback(pointer);
      _free(pointer);
    },

    // Reports how the text entry's content differs from what was reported before: an input method rewrites what it
    // has entered, a keyboard that corrects words replaces them.
    reportTyped: function () {
      const now = Array.from(ntk.entry.value);
      let same = 0;
      while (same < now.length && same < ntk.typed.length && now[same] === ntk.typed[same]) same++;
      const deleted = ntk.typed.length - same;
      ntk.typed = now;
      ntk.withText(now.slice(same).join(''), (pointer) => _ntk_text_typed(deleted, pointer));
    },

    hasFocus: function () {
      return document.activeElement === ntk.canvas || document.activeElement === ntk.entry;
    },
  },
  $ntk__deps: ['malloc', 'free'],

  ntk_browser_observe_size__deps: ['$ntk'],
  ntk_browser_observe_size: function (selector) {
    const canvas = (ntk.canvas = document.querySelector(UTF8ToString(selector)));
    for (const type of ['keydown', 'blur']) canvas.addEventListener(type, () => canvas.classList.remove('pointed-at'));
    const seen = window.visualViewport;
    if (seen) seen.addEventListener('resize', () => canvas.classList.toggle('zoomed', seen.scale > 1.02));
    // The browser knows the exact count of device pixels, which rounding the product may miss by one; but where a ratio is
    // only emulated it counts without that.
    const near = (exact, product) => Math.round(exact && Math.abs(exact - product) < 2 ? exact : product);
    const measure = (entries) => {
      const { width, height } = canvas.getBoundingClientRect();
      const sizes = entries && entries[entries.length - 1].devicePixelContentBoxSize;
      const exact = sizes ? sizes[0] : {};
      _ntk_canvas_resized(
        width,
        height,
        near(exact.inlineSize, width * devicePixelRatio),
        near(exact.blockSize, height * devicePixelRatio),
      );
    };
    const observer = new ResizeObserver(measure);
    try {
      observer.observe(canvas, { box: 'device-pixel-content-box' });
    } catch {
      observer.observe(canvas);
    }
    const watchRatio = () => {
      measure();
      matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener('change', watchRatio, { once: true });
    };
    watchRatio();
  },

  ntk_browser_observe_preferences: function () {
    const names = ['prefers-color-scheme: dark', 'prefers-contrast: more', 'prefers-reduced-motion: reduce', 'forced-colors: active'];
    const queries = names.map((name) => matchMedia('(' + name + ')'));
    const report = () => {
      const [dark, contrast, still, forced] = queries.map((query) => query.matches);
      _ntk_preferences_changed(dark, contrast || forced, still);
    };
    queries.forEach((query) => query.addEventListener('change', report));
    report();
  },

  ntk_browser_add_text_entry__deps: ['$ntk'],
  ntk_browser_add_text_entry: function (selector) {
    const canvas = (ntk.canvas = document.querySelector(UTF8ToString(selector)));
    const entry = (ntk.entry = document.createElement('textarea'));
    entry.id = canvas.id + '-text';
    entry.className = 'text-entry';
    entry.tabIndex = -1;
    entry.spellcheck = false;
    entry.setAttribute('aria-label', 'Text field on the canvas');
    entry.setAttribute('autocomplete', 'off');
    entry.setAttribute('autocapitalize', 'off');
    canvas.after(entry);
    ntk.forgetTyped();

    entry.addEventListener('input', (event) => {
      ntk.reportTyped();
      if (!event.isComposing && (!entry.value.startsWith(ntk.blank) || entry.value.length > 1000)) ntk.forgetTyped();
    });
    document.addEventListener('paste', (event) => {
      if (!ntk.hasFocus() || !event.clipboardData) return;
      event.preventDefault();
      ntk.withText(event.clipboardData.getData('text/plain'), (pointer) => _ntk_text_pasted(pointer));
    });
    canvas.addEventListener('contextmenu', (event) => event.preventDefault());
    for (const element of [canvas, entry]) {
      element.addEventListener('focus', () => ntk.copying || _ntk_focus_changed(true, false));
      element.addEventListener('blur', (event) => {
        const within = event.relatedTarget === canvas || event.relatedTarget === entry;
        if (!within && !ntk.copying) _ntk_focus_changed(false, document.hasFocus());
      });
    }
  },

  ntk_browser_focus_text_entry__deps: ['$ntk'],
  ntk_browser_focus_text_entry: function (active, x, y, lineHeight) {
    const style = ntk.entry.style;
    style.left = ntk.canvas.offsetLeft + x + 'px';
    style.top = ntk.canvas.offsetTop + y + 'px';
    style.height = lineHeight + 'px';
    const [from, to] = active ? [ntk.canvas, ntk.entry] : [ntk.entry, ntk.canvas];
    if (document.activeElement === from) {
      ntk.forgetTyped();
      to.focus({ preventScroll: true });
    }
  },

  ntk_browser_forget_typed__deps: ['$ntk'],
  ntk_browser_forget_typed: function () {
    ntk.forgetTyped();
  },

  ntk_browser_copy__deps: ['$ntk'],
  ntk_browser_copy: function (pointer) {
    const text = UTF8ToString(pointer);
    // At once, while the browser still knows that the user asked for it: WebKit refuses whatever comes later. What it says
    // of such a copy isn't always so: it counts where the text was taken.
    const copyBySelection = () => {
      const focused = document.activeElement;
      const area = document.createElement('textarea');
      area.className = 'text-entry';
      area.value = text;
      let isTaken = false;
      const give = (event) => {
        if (!event.clipboardData) return;
        event.clipboardData.setData('text/plain', text);
        event.preventDefault();
        isTaken = true;
      };
      ntk.copying = true;
      document.body.append(area);
      area.select();
      document.addEventListener('copy', give, true);
      const isDone = document.execCommand('copy');
      document.removeEventListener('copy', give, true);
      area.remove();
      if (focused) focused.focus({ preventScroll: true });
      ntk.copying = false;
      return isDone && isTaken;
    };
    if (copyBySelection()) return;
    // The page says that it failed and shows the text (web/page/copy.js): afterwards, since the panels say now that it is done.
    const tell = () => Module['page'] && Module['page']['copyFailed'] && Module['page']['copyFailed'](text);
    // Without a secure context there is no navigator.clipboard; a document may also be refused its use.
    if (navigator.clipboard) navigator.clipboard.writeText(text).catch(tell);
    else setTimeout(tell);
  },

  ntk_browser_set_cursor__deps: ['$ntk'],
  ntk_browser_set_cursor: function (shape) {
    const names = ['default', 'text', 'move', 'ns-resize', 'ew-resize', 'nesw-resize', 'nwse-resize', 'pointer', 'not-allowed'];
    ntk.canvas.style.cursor = names[shape] || 'none';
  },

  ntk_browser_focus_canvas__deps: ['$ntk'],
  ntk_browser_focus_canvas: function () {
    if (ntk.hasFocus()) return;
    // The browser would show the focus that a script sets, though nobody who points at the canvas needs to be told.
    ntk.canvas.classList.add('pointed-at');
    ntk.canvas.focus({ preventScroll: true });
  },

  ntk_browser_is_mac: function () {
    return /^(Mac|iP)/.test(navigator.platform);
  },

  ntk_browser_is_zoomed__deps: ['$ntk'],
  ntk_browser_is_zoomed: function () {
    return ntk.canvas.classList.contains('zoomed');
  },
});
