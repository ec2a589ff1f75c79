// Scenarios damaged at random, but the same ones every time: keys and items lost, added, swapped and doubled, values
// of another kind. They stay JSON, so that a schema has something to say of each.

import { dice } from '../dice.mjs';

const strings = [
  '',
  ' ',
  'x',
  'FBI',
  'subject_query',
  'external_query',
  'apis',
  'subject',
  'ncic',
  'watchlist',
  'search',
  'display',
  'create',
  'bi',
  'read',
  'permit',
  'denied',
  '2016-01-01',
  '2016-02-30',
  '2016-1-1',
  '2016-01-01T10:00',
  'a\nb',
  'AC-1',
  'all',
  'own-1',
  'host',
  'level',
  'functions',
  'supervisor',
  'pending',
];
const others = [null, true, false, 0, 1, 2, 3, 4, 5, -1, 100, 101, 1.5, 1e20, [], {}, [1], ['x'], { a: 'b' }];
const values = [...others, ...strings];
const keys = [
  'id',
  'title',
  'level',
  'designation',
  'search',
  'record',
  'user',
  'agreement',
  'owner_memo',
  'field',
  'choices',
  'decision',
  'trail',
  'term',
  'first',
  'last',
  'comment',
  'fields',
  'terms',
  'categories',
  'functions',
  'at_least',
  'at_most',
  'outcome',
  'failed',
  'returned',
  'moment',
  'points',
  'x',
  '$schema',
];

/** Every place in a value: the object or list, and the key or position in it. */
function places(value) {
  if (value === null || typeof value !== 'object') return [];
  return Object.keys(value).flatMap((key) => [{ parent: value, key }, ...places(value[key])]);
}

function damage(document, roll) {
  const pick = (list) => list[roll(list.length)];
  const value = () => structuredClone(pick(values));
  const all = places(document);
  if (all.length === 0) return;
  const { parent, key } = pick(all);
  const here = parent[key];
  const is_list = Array.isArray(parent);
  switch (roll(7)) {
    case 0:
      if (is_list) parent.splice(Number(key), 1);
      else delete parent[key];
      break;
    case 1:
      parent[key] = value();
      break;
    case 2:
      if (here !== null && typeof here === 'object' && !Array.isArray(here)) here[pick(keys)] = value();
      break;
    case 3:
      if (Array.isArray(here) && here.length > 0) here.push(structuredClone(pick(here)));
      break;
    case 4: {
      const other = pick(all);
      parent[key] = structuredClone(other.parent[other.key]);
      break;
    }
    case 5:
      if (Array.isArray(here)) here.push(value());
      break;
    default:
      if (!is_list) {
        delete parent[key];
        parent[pick(keys)] = here;
      }
  }
}

/** So many damaged copies of the documents. */
export function mutants(documents, count, seed) {
  const roll = dice(seed);
  return Array.from({ length: count }, () => {
    const copy = structuredClone(documents[roll(documents.length)]);
    for (let times = 1 + roll(2); times > 0; times -= 1) damage(copy, roll);
    return copy;
  });
}
