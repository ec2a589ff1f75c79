import { createEngine } from './engine.js';
import { start } from './start.js';
import { start as startTextPage } from './textpage.js';

start((module) => startTextPage(createEngine(module)));
