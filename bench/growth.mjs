// How the commands of `ntk` grow with users, records, requests, memos and what lint has to say: times at four sizes, and the
// exponent between the smallest and the largest, less what a scenario of none takes. `node bench/growth.mjs PROGRAM`.

import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';

const sizes = [5000, 10000, 20000, 40000];
const list = (count, one) => Array.from({ length: count }, (_, i) => one(i));

const profile = {
  investigation: { type: 'bi', completed: '2014-01-01' },
  training_passed: '2016-01-01',
  functions: ['subject_query'],
  duties: ['work'],
  duty_station: 'Averton',
};

/** A scenario of so many of each. One that asks nothing, and one that nothing asks for, is a note of lint. */
function scenario({ users = 100, records = 100, requests = 10, memos = 1 }) {
  const agency = (i) => ['cbp', 'ice', 'usss'][i % 3];
  return JSON.stringify({
    format: 1,
    id: 'growth',
    title: 'Growth',
    brief: 'Made for measurements.',
    clock: '2016-08-12T09:00',
    agencies: [
      { id: 'cbp', name: 'Customs', short_name: 'CBP', standing: 'host' },
      { id: 'ice', name: 'Immigration', short_name: 'ICE', standing: 'component' },
      { id: 'usss', name: 'Secret Service', short_name: 'USSS', standing: 'component' },
    ],
    purposes: [{ id: 'work', title: 'work' }],
    users: list(users, (i) => ({ id: `u${i}`, name: `User ${i}`, agency: agency(i), ...profile })),
    records: list(records, (i) => ({
      id: `r${i}`,
      title: `Record ${i}`,
      category: 'subject',
      owner: 'cbp',
      level: 1 + (i % 3),
      designation: i % 3 === 2 ? [{ users: [`u${i % users}`] }] : [],
      creator: `u${(i * 3) % users}`,
    })),
    owner_memos: list(memos, (i) => ({
      id: `m${i}`,
      owner: 'cbp',
      to: i % 2 ? 'ice' : 'usss',
      term: { first: '2015-01-01' },
      categories: ['subject'],
      levels: [1 + (i % 3)],
    })),
    requests: list(requests, (i) => ({
      id: `q${i}`,
      title: 'A record is displayed',
      user: `u${i % users}`,
      function: 'subject_query',
      operation: 'display',
      record: `r${i % records}`,
      purpose: 'work',
      place: 'Averton',
    })),
    assignable: [
      { record: 'r0', field: 'level' },
      { user: 'u0', field: 'functions' },
      { owner_memo: 'm0', field: 'term' },
    ],
    goals: [{ id: 'g', title: 'The first is permitted', decision: { request: 'q0', outcome: 'permit' } }],
  });
}

/** Milliseconds that a run takes: the median of three. */
function run(program, ...words) {
  const runs = list(3, () => {
    const start = performance.now();
    const ran = spawnSync(program, words, { stdio: ['ignore', 'ignore', 'pipe'] });
    if (ran.status > 1) throw new Error(`${words.join(' ')}: ${ran.stderr}`);
    return performance.now() - start;
  });
  return runs.sort((a, b) => a - b)[1];
}

/** The most memory of a run in KB, as GNU time has it; 0 where that is not installed. */
function peakOf(program, ...words) {
  const script = 'command -v time >/dev/null || exit 0; command time -f %M "$0" "$@" 2>&1 >/dev/null | tail -1';
  return Number(execFileSync('bash', ['-c', script, program, ...words], { encoding: 'utf8' }));
}

/** Prints a table for each command: a row for each thing that grows. */
export function measureGrowth(program) {
  const folder = mkdtempSync(join(tmpdir(), 'ntk-growth-'));
  const file = (name, text) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const none = file('none.commands', '');
  const commands = {
    lint: (each) => ['lint', each],
    run: (each) => ['run', each],
    compare: (each) => ['compare', each, none],
    'why-not': (each) => ['why-not', each, 'q0'],
    excess: (each) => ['excess', each],
  };
  try {
    console.log(`\nGrowth, median of 3 in ms at ${sizes.map((each) => each.toLocaleString('en')).join(', ')}; and the exponent`);
    for (const what of ['users', 'records', 'requests', 'memos']) {
      const files = [0, ...sizes].map((size) => file(`${what}-${size}.json`, scenario(size > 0 ? { [what]: size } : {})));
      for (const [name, words] of Object.entries(commands)) {
        const [least, ...times] = files.map((each) => run(program, ...words(each)));
        const [first, last] = [times[0] - least, times.at(-1) - least];
        const exponent = Math.log(last / first) / Math.log(sizes.at(-1) / sizes[0]);
        const cells = times.map((each) => each.toFixed(0).padStart(7)).join('');
        console.log(`  ${what.padEnd(9)} ${name.padEnd(8)}${cells}   ${exponent.toFixed(2)}`);
      }
    }
    const whole = file('whole.json', scenario({ users: 90000, records: 200000, requests: 100, memos: 40 }));
    console.log('\nThe platform at full size: 90,000 users, 200,000 records, 100 requests, 40 memos');
    for (const [name, words] of Object.entries(commands)) {
      const kilobytes = peakOf(program, ...words(whole));
      const memory = kilobytes > 0 ? `, ${(kilobytes / 1024).toFixed(0)} MB` : '';
      console.log(`  ${name.padEnd(8)} ${(run(program, ...words(whole)) / 1000).toFixed(1)} s${memory}`);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

if (process.argv[1]?.endsWith('growth.mjs')) measureGrowth(process.argv[2]);
