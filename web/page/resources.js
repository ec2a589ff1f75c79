// @ts-check
// What the page is made of beside its script: the WebAssembly, the scenarios. On the site each is a file; in the
// single file it is an element of the document, in base64, named by the same path.

// From the build: for each path its size in bytes, and the version that keeps an old cache from being mixed with a new page.
// What has no version may have been changed on the site since, as the list of lessons may.
const known = NTK_RESOURCES;

/** @param {string} path */
function embeddedBytes(path) {
  const element = document.getElementById(`resource:${path}`);
  return element && Uint8Array.from(atob(element.textContent), (character) => character.charCodeAt(0));
}

/** Whether the page was built with it. @param {string} path */
export const hasResource = (path) => path in known;

/** Where it is on the site. @param {string} path */
function addressOf(path) {
  const version = known[path]?.version;
  return version ? `${path}?v=${version}` : path;
}

/** @param {string} path */
async function fetched(path) {
  const response = await fetch(addressOf(path), known[path]?.version ? {} : { cache: 'no-cache' });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${response.statusText}`);
  return response;
}

/** The text of a resource, by its path on the site: "scenarios/index.json". @param {string} path */
export async function resourceText(path) {
  const bytes = embeddedBytes(path);
  return bytes ? new TextDecoder().decode(bytes) : (await fetched(path)).text();
}

/**
 * A resource as a Response.
 * @param {string} path
 * @param {string} type
 * @param {(done: number, total: number) => void} onProgress  is told of each part that arrives, in bytes
 */
export async function resourceResponse(path, type, onProgress) {
  const headers = { 'Content-Type': type };
  const bytes = embeddedBytes(path);
  if (bytes) {
    onProgress(bytes.length, bytes.length);
    return new Response(bytes, { headers });
  }
  const { body } = await fetched(path);
  // Not the Content-Length: that counts compressed bytes.
  const total = known[path].bytes;
  if (!body) throw new Error(`${path}: the answer is empty`);
  const reader = body.getReader();
  let done = 0;
  const counted = new ReadableStream({
    async pull(controller) {
      const part = await reader.read();
      if (part.done) return controller.close();
      done += part.value.length;
      onProgress(done, total);
      controller.enqueue(part.value);
    },
  });
  return new Response(counted, { headers });
}

/** The bytes of a resource, for which the page stands still. Throws where they don't arrive. @param {string} path */
export function resourceNow(path) {
  const bytes = embeddedBytes(path);
  if (bytes) return bytes;
  const request = new XMLHttpRequest();
  request.open('GET', addressOf(path), false);
  // Bytes as such are refused to who doesn't wait, so each comes as a character.
  request.overrideMimeType('text/plain; charset=x-user-defined');
  request.send();
  if (request.status !== 200) throw new Error(`${path}: ${request.status} ${request.statusText}`);
  return Uint8Array.from(request.responseText, (character) => character.charCodeAt(0) & 0xff);
}
