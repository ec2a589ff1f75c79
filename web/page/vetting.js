// @ts-check
// A file of persons, put to a request that vets: a slice at a time, so that it can be watched and cancelled, with a file of
// responses in the end. The dialog serves the panels and the text page alike. Each person is a command, and can be undone.
import { h } from './dom.js';
import { download } from './files.js';

const slice = 25; // commands between two looks at the Cancel button

/** Lets the user pick the file, then vets. @param {Page} page @param {string} request  its id */
export function choose(page, request) {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = '.json,application/json';
  input.addEventListener('change', async () => {
    const file = input.files?.[0];
    if (file) await vet(page, request, file.name, new Uint8Array(await file.arrayBuffer()));
  });
  input.click();
}

/** @param {Page} page @param {string} request  its id @param {string} name  of the file @param {Uint8Array} bytes */
export async function vet(page, request, name, bytes) {
  const { engine } = page;
  const answer = engine.call('persons', { request, persons: bytes });
  if (!answer.ok) return page.refuse(`${name} is not vetted: ${answer.message}`, answer.help);
  const commands = answer.value;
  const progress = createProgress(name, commands.length);
  let done = 0;
  let refused;
  while (done < commands.length && !progress.cancelled && !refused) {
    const end = Math.min(done + slice, commands.length);
    for (; done < end && !refused; done += 1) {
      const each = engine.call('command', { command: commands[done] });
      if (!each.ok) refused = each;
    }
    progress.show(done);
    await nextFrame();
  }
  progress.close();
  if (refused) return page.announce(refused);
  return handOut(page, request, done, commands.length);
}

/** The responses there are, also where it was cancelled. @param {Page} page @param {string} request @param {number} done @param {number} all */
function handOut(page, request, done, all) {
  const responses = page.engine.call('responses', { request });
  download(responses.value);
  const sum = done === all ? `${all} persons were vetted` : `Cancelled: ${done} of ${all} persons were vetted`;
  page.update();
  return page.say(`${sum}. ${responses.value.name} was handed to the browser, and the trail has an event for each.`);
}

// A tab in the background has no frames.
const nextFrame = () => new Promise((resolve) => setTimeout(resolve));

/** @param {string} name  of the file @param {number} all */
function createProgress(name, all) {
  const bar = h('progress', { max: all, value: 0, 'aria-labelledby': 'vetting-title' });
  const words = h('p.note', {}, `0 of ${all}`); // no live region: its end is said, not each step
  const cancel = h('button', { type: 'button', id: 'vetting-cancel' }, 'Cancel');
  const dialog = h('dialog.vetting', { 'aria-labelledby': 'vetting-title' }, [
    h('h2', { id: 'vetting-title' }, `Vetting ${name}`),
    bar,
    words,
    h('div.bar', {}, cancel, h('span.note', {}, 'What was done stays, and can be undone.')),
  ]);
  const progress = {
    cancelled: false,
    show(/** @type {number} */ done) {
      bar.value = done;
      words.textContent = `${done} of ${all}`;
    },
    close() {
      dialog.close();
      dialog.remove();
    },
  };
  const stop = () => {
    progress.cancelled = true;
  };
  cancel.addEventListener('click', stop);
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    stop();
  });
  document.body.append(dialog);
  dialog.showModal();
  return progress;
}
