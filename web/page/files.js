// @ts-check
// Files in and out: a scenario from a dialog or dropped anywhere on the page, and what the user exports.

// More is no scenario, and reading it would only take the page's memory.
const largest = 32 << 20;

/**
 * @param {(name: string, bytes: Uint8Array) => void} open
 * @param {(message: string, help: string) => void} refuse
 */
export function createFiles(open, refuse) {
  /** @param {File | undefined} file */
  async function read(file) {
    if (!file) return;
    if (file.size > largest) {
      refuse(
        `${file.name} has ${Math.round(file.size / (1 << 20))} MB, and a scenario has at most ${largest >> 20}`,
        'choose the scenario’s JSON file',
      );
      return;
    }
    open(file.name, new Uint8Array(await file.arrayBuffer()));
  }

  document.addEventListener('dragover', (event) => {
    if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
  });
  document.addEventListener('drop', (event) => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    read(event.dataTransfer.files[0]);
  });

  return {
    /** The file that an <input type=file> holds. It is emptied, so that the same file can be opened again. @param {HTMLInputElement} input */
    async take(input) {
      await read(input.files?.[0]);
      input.value = '';
    },
    dialog() {
      const input = document.createElement('input');
      input.type = 'file';
      input.accept = '.json,application/json';
      input.addEventListener('change', () => read(input.files?.[0]));
      input.click();
    },
  };
}

/** Hands a text to the user as a file. @param {{name: string, type: string, text: string}} file */
export function download({ name, type, text }) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}
