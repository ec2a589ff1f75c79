// @ts-check
import { createEngine } from './engine.js';
import { readLessons } from './lessons.js';
import { madeProgress } from './loading.js';
import { start } from './start.js';
import { start as startTextPage } from './textpage.js';

const lessons = readLessons();
lessons.then(madeProgress, () => {}); // where they don't arrive the text page says so, once it is there

start((/** @type {*} */ module) => startTextPage(createEngine(module), lessons));
