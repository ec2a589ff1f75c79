// @ts-check
// The page's font, as the panels need it: before their first frame if it comes soon enough.

/** The weights that the panels draw with. */
const faces = ['400 15px Inter', '600 15px Inter'];

// Milliseconds. Without the font the panels draw with the browser's own, and again when it has arrived.
const patience = 1500;

/** Resolves when the font is there, or when that takes too long. */
export async function fontArrives() {
  if (!document.fonts) return;
  const arrived = Promise.all(faces.map((face) => document.fonts.load(face))).catch(() => {});
  await Promise.race([arrived, new Promise((resolve) => setTimeout(resolve, patience))]);
}
