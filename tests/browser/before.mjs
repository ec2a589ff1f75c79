// What is done in a page of the tests before anything of it is loaded. Each function is handed to the browser as its text, so
// it uses nothing from outside itself.

/** Without a graphics card a frame is a processor's work, and most of a test's time: only what is looked at is painted. */
export function paintOnlyOnDemand() {
  const { prototype } = WebGL2RenderingContext;
  for (const name of ['clear', 'drawElements']) {
    const paint = prototype[name];
    prototype[name] = function (...parts) {
      if (window.ntkPaints) paint.apply(this, parts);
    };
  }
}

/**
 * With NTK_LATE=1 in the environment: whatever the browser answers later, it answers later than that. What a test, or the
 * page, only finds done because the machine was fast is not done then.
 */
export function answerLate() {
  const lateness = 300;
  const timeout = window.setTimeout.bind(window);
  const idle = window.requestIdleCallback.bind(window);
  /** @type {any} */ (window).setTimeout = (act, wait = 0, ...values) => timeout(act, wait + lateness, ...values);
  window.requestIdleCallback = (act) => timeout(() => idle(act), lateness);
  const answersLate = (holder, name) => {
    const answer = holder[name];
    holder[name] = async function (...values) {
      const answered = await answer.apply(this, values);
      await new Promise((resolve) => timeout(resolve, lateness));
      return answered;
    };
  };
  answersLate(window, 'fetch');
  for (const name of ['arrayBuffer', 'text']) answersLate(Blob.prototype, name);
  if (window.Clipboard) for (const name of ['readText', 'writeText']) answersLate(Clipboard.prototype, name);
}

/** As somebody who has been here before: the tour is not offered. */
export function forgoTour() {
  try {
    if (localStorage.getItem('need-to-know.tour') === null) localStorage.setItem('need-to-know.tour', 'seen');
  } catch {
    // a browser that remembers nothing is not offered it
  }
}
