// Firefox as the machine has it, by WebDriver BiDi, which Playwright speaks to it. Not headless: there it has no WebGL.

import { createHash } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';

import { firefox } from 'playwright-core';

import { programOf } from './desktop.mjs';

export const name = 'Firefox';

/** The programs without which there is nothing to drive; any of an inner list will do. */
export const programs = [['firefox-esr', 'firefox']];

let browser;

// Playwright puts a style on a page that it takes a picture of, and the page's policy refuses it.
const styleOfPictures = createHash('sha256').update('body {}').digest('base64');
export const isOfDriver = (complaint) => complaint.includes(styleOfPictures);

const options = (firefoxUserPrefs = {}) => ({
  channel: 'moz-firefox',
  executablePath: process.env.FIREFOX ?? programOf('firefox-esr', 'firefox'),
  headless: false,
  downloadsPath: process.env.NTK_DOWNLOADS,
  firefoxUserPrefs,
});

export const launch = (preferences) => firefox.launch(options(preferences));

async function theBrowser() {
  browser ??= await launch();
  return browser;
}

export const version = async () => (await theBrowser()).version();

/** Somebody with a profile of their own: {newTab(), close()}. */
export async function newVisitor({ viewport = { width: 1280, height: 800 } } = {}) {
  const context = await (await theBrowser()).newContext({ viewport });
  return { newTab: () => context.newPage(), close: () => context.close() };
}

/** A browser that is started for one profile and keeps it in a folder: whatever outlasts the browser is in there. */
export const keepsProfiles = true;
export const newProfileFolder = () => mkdtempSync(join(process.env.HOME, 'profile-'));
export async function newVisitorOf(folder) {
  const context = await firefox.launchPersistentContext(folder, options());
  return { newTab: () => context.newPage(), close: () => context.close() };
}

export async function finish() {
  await browser?.close();
}
