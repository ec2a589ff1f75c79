// A made-up exercise of 500 users and 5,000 records, as a scenario file: for what must stay quick at that size.

const standing = ['host', 'component', 'external', 'external'];
const categories = ['subject', 'lookout', 'moir', 'primary_query_history', 'i94'];

/** Open to all, or to two agencies of four. */
const access = (i) =>
  Math.floor(i / 20) % 2
    ? { level: 3, designation: [{ agencies: [`agency-${i % 4}`] }, { agencies: [`agency-${(i + 1) % 4}`] }] }
    : { level: 1 };

/** @param {number} users @param {number} records @param {number} levels  how many records' levels can be assigned */
export function largeScenario(users = 500, records = 5000, levels = 1) {
  const list = (count, one) => Array.from({ length: count }, (_, i) => one(i));
  return JSON.stringify({
    format: 1,
    id: 'large',
    title: 'A large exercise',
    brief: 'Made for measurements.',
    clock: '2016-08-12T09:00',
    agencies: standing.map((each, i) => ({ id: `agency-${i}`, name: `Agency ${i}`, standing: each })),
    purposes: [{ id: 'case', title: 'the case' }],
    users: list(users, (i) => ({
      id: `u${i}`,
      name: `User ${i}`,
      agency: `agency-${i % 4}`,
      duty_station: 'Averton',
      investigation: { type: i % 3 ? 'bi' : 'anaci', completed: `2012-01-${String(1 + (i % 28)).padStart(2, '0')}` },
      training_passed: '2016-03-01',
      functions: ['subject_query', 'printing'],
      duties: ['case'],
    })),
    agreements: [2, 3].map((i) => ({
      id: `moa-${i}`,
      agency: `agency-${i}`,
      term: { first: '2014-01-01' },
      categories: ['subject', 'lookout'],
      functions: ['subject_query'],
    })),
    records: list(records, (i) => ({
      id: `r${i}`,
      title: `Record ${i}`,
      category: categories[i % 5],
      owner: `agency-${Math.floor(i / 5) % 4}`,
      ...(i % 5 < 3 ? access(i) : {}),
    })),
    assignable: [
      { agreement: 'moa-2', field: 'categories', choices: ['subject', 'lookout'] },
      ...list(levels, (i) => ({ record: `r${i * 5}`, field: 'level' })),
    ],
    requests: list(20, (i) => ({
      id: `q${i}`,
      title: `Request ${i}`,
      user: `u${i}`,
      function: 'subject_query',
      operation: 'display',
      record: `r${i * 5}`,
      purpose: 'case',
      place: 'Averton',
    })),
  });
}
