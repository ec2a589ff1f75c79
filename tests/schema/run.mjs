// The published schema, by ajv: it is a schema, its own examples are valid by it, so are the scenarios that ship,
// and it refuses just those of the fixtures in tests/lint that have a mistake which a schema can find. What our
// own reader says of each fixture stands beside it (*.expected, held to by the unit tests); which codes a schema
// or any JSON parser finds as well, stands in diagnostics.def. With NTK set to the command line program, the two are
// also compared on a thousand scenarios damaged at random.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { Ajv } from 'ajv';
import { testCatalogue } from './catalogue.mjs';
import { mutants } from './mutants.mjs';
import { testSubmission } from './submission.mjs';

const root = new URL('../../', import.meta.url);
const bytes = (path) => readFileSync(new URL(path, root));
const text = (path) => bytes(path).toString('utf8');

const schema = JSON.parse(text('scenarios/schema/scenario.schema.json'));

// Two of ajv's strict rules are about style: they want a condition to repeat what stands beside it.
const ajv = new Ajv({ allErrors: true, strict: true, strictRequired: false, strictTypes: false });
ajv.addVocabulary(['enumDescriptions', 'markdownDescription', 'defaultSnippets']); // VS Code's own

/** The document, or undefined when the bytes are not JSON in UTF-8. */
function parse(path) {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes(path)));
  } catch {
    return undefined;
  }
}

/** Code -> 'parser', 'schema' or 'nobody': who finds it besides our reader. */
const alsoFoundBy = new Map(
  [...text('sim/scenario/diagnostics.def').matchAll(/^DIAGNOSTIC\(\w+,\s*"([^"]+)",\s*\w+,\s*(\w+),/gm)].map(([, code, finder]) => [
    code,
    finder,
  ]),
);

/** Who else should find something in a fixture, by our reader's report on it. */
function finders(report) {
  const codes = [...report.matchAll(/^\S+:\d+:\d+: (?:error|warning|note)\[([\w-]+)\]: /gm)].map(([, code]) => code);
  assert.ok(codes.length > 0, 'the report has no diagnostics');
  return new Set(
    codes.map((code) => {
      assert.ok(alsoFoundBy.has(code), `${code} is not in diagnostics.def`);
      return alsoFoundBy.get(code);
    }),
  );
}

const fixturesIn = (folder) => readdirSync(new URL(folder, root)).filter((name) => name.endsWith('.json'));
const fixtures = fixturesIn('tests/lint/');
const shipped = readdirSync(new URL('scenarios/', root))
  .map((folder) => `scenarios/${folder}/scenario.json`)
  .filter((path) => existsSync(new URL(path, root)));

test('the schema is a draft-07 schema', () => {
  assert.equal(schema.$schema, 'http://json-schema.org/draft-07/schema#');
  assert.ok(ajv.validateSchema(schema), ajv.errorsText());
});

const validate = ajv.compile(schema);

test('the examples and defaults in the schema are valid by it', () => {
  let looked = 0;
  const look = (part) => {
    if (part === null || typeof part !== 'object') return;
    for (const example of [...(part.examples ?? []), ...('default' in part ? [part.default] : [])]) {
      const here = ajv.compile({ ...part, definitions: schema.definitions });
      assert.ok(here(example), `${JSON.stringify(example)}: ${ajv.errorsText(here.errors)}`);
      looked += 1;
    }
    Object.values(part).forEach(look);
  };
  look(schema.definitions);
  look(schema.properties);
  assert.ok(looked >= 20);
});

test('the scenarios that ship are valid by the schema', () => {
  assert.ok(shipped.length >= 3);
  for (const path of shipped) assert.ok(validate(parse(path)), `${path}: ${ajv.errorsText(validate.errors)}`);
});

test('there are fixtures, and each has its report', () => {
  assert.ok(fixtures.filter((name) => name.startsWith('bad-')).length >= 40);
  for (const name of fixtures) assert.ok(existsSync(new URL(`tests/lint/${name.slice(0, -5)}.expected`, root)), name);
});

for (const name of fixtures) {
  test(`ajv and the reader agree on ${name}`, () => {
    const expected = finders(text(`tests/lint/${name.slice(0, -5)}.expected`));
    const document = parse(`tests/lint/${name}`);
    assert.equal(document === undefined, expected.has('parser'), 'whether it is JSON');
    if (document === undefined) return;
    const valid = validate(document);
    assert.equal(!valid, expected.has('schema'), `whether the schema refuses it: ${ajv.errorsText(validate.errors)}`);
  });
}

const ntk = process.env.NTK;
test('ajv and the reader agree on scenarios damaged at random', { skip: ntk ? false : 'NTK is not set' }, () => {
  const whole = [...shipped, 'tests/lint/warn-unused.json', 'tests/lint/warn-goal-never-met.json'].map(parse);
  const damaged = mutants(whole, 1000, 1);
  const folder = mkdtempSync(join(tmpdir(), 'ntk-schema-'));
  try {
    const files = damaged.map((document, at) => {
      const file = join(folder, `${at}.json`);
      writeFileSync(file, JSON.stringify(document));
      return file;
    });
    const run = spawnSync(ntk, ['lint', '--format', 'json', ...files], { encoding: 'utf8', maxBuffer: 1 << 28 });
    assert.equal(run.status, 1, run.stderr);
    const refused = new Set(
      JSON.parse(run.stdout)
        .diagnostics.filter(({ code }) => alsoFoundBy.get(code) === 'schema')
        .map(({ file }) => file),
    );
    assert.ok(refused.size > damaged.length / 4 && refused.size < damaged.length, `${refused.size} refused`);
    damaged.forEach((document, at) => {
      const valid = validate(document);
      const errors = ajv.errorsText(validate.errors);
      assert.equal(valid, !refused.has(files[at]), `${JSON.stringify(document)}\najv: ${errors}`);
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
});

testCatalogue({ ajv, fixtures: fixturesIn, text, parse, finders, ntk });
testSubmission({ ajv, text, parse, alsoFoundBy, ntk });
