// The schema of submissions, by ajv: the examples and fixtures are valid by it, and it says of submissions damaged at
// random what the program says of them.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { mutants } from './mutants.mjs';

export function testSubmission({ ajv, text, parse, alsoFoundBy, ntk }) {
  const schema = JSON.parse(text('scenarios/schema/submission.schema.json'));
  assert.ok(ajv.validateSchema(schema), ajv.errorsText());
  const validate = ajv.compile(schema);
  const fixture = (name) => parse(`tests/cli/fixtures/${name}.submission.json`);

  test('the examples in the schema of submissions are valid by it', () => {
    const parts = [...Object.values(schema.properties), ...Object.values(schema.definitions)];
    const examples = parts.flatMap((part) => (part.examples ?? []).map((example) => [part, example]));
    assert.ok(examples.length >= 5);
    for (const [part, example] of examples) {
      const here = ajv.compile({ ...part, definitions: schema.definitions });
      assert.ok(here(example), `${JSON.stringify(example)}: ${ajv.errorsText(here.errors)}`);
    }
  });

  test('submissions that can be read are valid by the schema, and the faulty one is not', () => {
    for (const name of ['solved', 'refused', 'doubtful', 'other', 'nonsense', 'other-journal']) {
      assert.ok(validate(fixture(name)), `${name}: ${ajv.errorsText(validate.errors)}`);
    }
    assert.ok(!validate(fixture('faulty')));
  });

  test('ajv and the reader agree on submissions damaged at random', { skip: ntk ? false : 'NTK is not set' }, () => {
    const { first_predictions: first } = fixture('nonsense');
    const whole = { ...fixture('solved'), undone: ['hint'], journal: ['hint', 'undo'], selected: 2, first_predictions: first };
    const folder = mkdtempSync(join(tmpdir(), 'ntk-submission-'));
    let refused = 0;
    try {
      for (const document of mutants([whole], 150, 2)) {
        const file = join(folder, 'damaged.json');
        writeFileSync(file, JSON.stringify(document, null, 1));
        // What begins with no brace is read as a command file.
        if (document === null || typeof document !== 'object' || Array.isArray(document)) continue;
        const run = spawnSync(ntk, ['run', '--format', 'json', '--apply', file, 'tests/cli/fixtures/harbour.json'], { encoding: 'utf8' });
        const codes = run.stdout ? (JSON.parse(run.stdout).diagnostics ?? []).map(({ code }) => alsoFoundBy.get(code)) : [];
        const valid = validate(document);
        refused += codes.includes('schema');
        assert.equal(valid, !codes.includes('schema'), `${JSON.stringify(document)}\najv: ${ajv.errorsText(validate.errors)}`);
      }
      assert.ok(refused > 20 && refused < 150, `${refused} refused`);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
}
