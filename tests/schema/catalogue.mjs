// The catalogue's schema, by ajv: the catalogue that ships is valid by it, and what it says of the fixtures in
// tests/catalogue is what our reader says of them (*.expected, held to by the unit tests). What `ntk catalogue`
// prints for programs is what the file says.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import test from 'node:test';

export function testCatalogue({ ajv, fixtures, text, parse, finders, ntk }) {
  const schema = JSON.parse(text('scenarios/schema/catalogue.schema.json'));
  assert.ok(ajv.validateSchema(schema), ajv.errorsText());
  const validate = ajv.compile(schema);
  const shipped = () => parse('scenarios/catalogue.json');

  test('the catalogue that ships is valid by its schema', () => {
    assert.ok(validate(shipped()), ajv.errorsText(validate.errors));
  });

  test('the examples in the schema of the catalogue are valid by it', () => {
    const examples = Object.values(schema.definitions).flatMap((part) => (part.examples ?? []).map((example) => [part, example]));
    assert.ok(examples.length >= 7);
    for (const [part, example] of examples) {
      const here = ajv.compile({ ...part, definitions: schema.definitions });
      assert.ok(here(example), `${JSON.stringify(example)}: ${ajv.errorsText(here.errors)}`);
    }
  });

  const damages = {
    'an agency without a name': ({ agencies }) => delete agencies[0].name,
    'an agency of an unknown standing': ({ agencies }) => (agencies[0].standing = 'owner'),
    'a subsystem of an unknown category': ({ subsystems }) => subsystems[0].categories.push('passport'),
    'an interface that goes nowhere': ({ interfaces }) => delete interfaces[0].direction,
    'an interface with an unknown key': ({ interfaces }) => (interfaces[0].agreement = 'none'),
    'a page beyond the last': ({ interfaces }) => (interfaces[0].page = 43),
    'no interfaces': (catalogue) => delete catalogue.interfaces,
  };
  for (const [what, damage] of Object.entries(damages)) {
    test(`the schema refuses ${what}`, () => {
      const damaged = shipped();
      damage(damaged);
      assert.ok(!validate(damaged));
    });
  }

  test('ajv and the reader agree on the catalogue that has least', () => {
    assert.ok(validate(parse('tests/catalogue/good-least.json')), ajv.errorsText(validate.errors));
  });

  for (const name of fixtures('tests/catalogue/').filter((each) => each.startsWith('bad-'))) {
    test(`ajv and the reader agree on the catalogue ${name}`, () => {
      const expected = finders(text(`tests/catalogue/${name.slice(0, -5)}.expected`));
      const document = parse(`tests/catalogue/${name}`);
      assert.equal(document === undefined, expected.has('parser'), 'whether it is JSON');
      if (document === undefined) return;
      assert.equal(!validate(document), expected.has('schema'), ajv.errorsText(validate.errors));
    });
  }

  test('what the program prints of the catalogue is what its file says', { skip: ntk ? false : 'NTK is not set' }, () => {
    const run = spawnSync(ntk, ['catalogue', '--format', 'json'], { encoding: 'utf8', maxBuffer: 1 << 28 });
    assert.equal(run.status, 0, run.stderr);
    const { agencies, subsystems, interfaces } = shipped();
    assert.deepEqual(JSON.parse(run.stdout), { agencies, subsystems, interfaces });
  });
}
