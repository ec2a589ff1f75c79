// Files from strangers: whatever they are, each is a row with a reason, and the good ones among them are graded.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { zip } from './zip.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const program = resolve(process.env.NTK ?? join(here, '../../build/debug/ntk'));
const folder = mkdtempSync(join(tmpdir(), 'ntk-hostile-'));
after(() => rmSync(folder, { recursive: true }));
cpSync(join(here, 'fixtures/harbour.json'), join(folder, 'harbour.json'));

const good = 'predict ring-display deny DA-7\nassign owner_memo memo term 2016-08-01 open\nrun all\n';
const place = (name) => join(folder, name);
const write = (name, content) => {
  mkdirSync(dirname(place(name)), { recursive: true });
  writeFileSync(place(name), content);
};

/** The rows of some files, as [file, reason's code or points]. */
function graded(...files) {
  const ran = spawnSync(program, ['grade', 'harbour.json', ...files, '--format', 'jsonl'], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...process.env, ASAN_OPTIONS: process.env.ASAN_OPTIONS ?? '' },
  });
  assert.equal(ran.stderr, '');
  const rows = ran.stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  assert.equal(ran.status, rows.every((row) => row.status === 'graded') ? 0 : 1);
  for (const row of rows) assert.equal(row.reason === null, row.status === 'graded', row.file);
  return rows;
}
const told = (rows) => Object.fromEntries(rows.map((row) => [row.file, row.reason?.code ?? row.points]));

/** The rows of an archive, by the names within it. */
function unpacked(entries) {
  write('a.zip', zip(entries));
  return Object.fromEntries(Object.entries(told(graded('a.zip'))).map(([file, what]) => [file.replace(/^a\.zip\/?/, ''), what]));
}

test('files in folders and archives within an archive are graded, and what systems put beside them is passed over', () => {
  const rows = unpacked([
    { name: 'class/' },
    { name: 'class/quill.commands', content: good },
    { name: 'class/vale.commands', content: good, stored: true },
    { name: '__MACOSX/class/._quill.commands', content: 'x' },
    { name: 'class/.DS_Store', content: 'x' },
    { name: 'inner.zip', content: zip([{ name: 'haddad.commands', content: good }]), stored: true },
    { name: 'lines.jsonl', content: '{"submission": 1}\n' },
  ]);
  assert.deepEqual(rows, {
    'class/quill.commands': 4,
    'class/vale.commands': 4,
    'inner.zip/haddad.commands': 4,
    'lines.jsonl:1': 'missing-key',
  });
});

test('names that lead out of an archive, links and encrypted files are not read', () => {
  const rows = unpacked([
    { name: '../../etc/passwd', content: good },
    { name: '/etc/passwd', content: good },
    { name: 'C:\\windows\\a.commands', content: good },
    { name: 'a/../../b.commands', content: good },
    { name: 'a\\..\\..\\c.commands', content: good },
    { name: 'link', content: '/etc/passwd', mode: 0o120777 },
    { name: 'secret.commands', content: good, flags: 1 },
    { name: 'fine..commands', content: good },
  ]);
  assert.deepEqual(rows, {
    '../../etc/passwd': 'zip-path',
    '/etc/passwd': 'zip-path',
    'C:\\windows\\a.commands': 'zip-path',
    'a/../../b.commands': 'zip-path',
    'a\\..\\..\\c.commands': 'zip-path',
    link: 'zip-link',
    'secret.commands': 'zip-encrypted',
    'fine..commands': 4,
  });
});

test('a bomb is cut off while it is unpacked, whatever it says of its size, and the file after it is graded', () => {
  const zeros = Buffer.alloc(40 << 20);
  const rows = unpacked([
    { name: 'bomb.commands', content: zeros },
    { name: 'liar.commands', content: zeros, size: 10 },
    { name: 'stated.commands', content: 'x', size: 0xfffffff0 },
    { name: 'quill.commands', content: good },
  ]);
  assert.equal(rows['bomb.commands'], 'zip-bomb');
  assert.match(rows['liar.commands'], /^zip-(bomb|damaged)$/);
  assert.equal(rows['stated.commands'], 'zip-bomb');
  assert.equal(rows['quill.commands'], 4);
});

test('an archive within too many archives is not opened', () => {
  let inner = zip([{ name: 'quill.commands', content: good }]);
  for (let depth = 0; depth < 3; depth++) inner = zip([{ name: 'next.zip', content: inner, stored: true }]);
  write('deep.zip', inner);
  assert.deepEqual(told(graded('deep.zip')), { 'deep.zip/next.zip/next.zip/next.zip': 'zip-too-deep' });
});

test('a thousand entries that share one content are read one by one, and stop nothing', () => {
  /** @type {any[]} */
  const entries = [{ name: 'a0.commands', content: good }];
  for (let i = 1; i < 1000; i++) entries.push({ name: `a${i}.commands`, again: 0 });
  const rows = unpacked(entries);
  assert.equal(Object.keys(rows).length, 1000);
  for (const what of Object.values(rows)) assert.match(String(what), /^(4|zip-damaged)$/);
});

test('archives that are damaged, cut off or empty say so', () => {
  const whole = zip([{ name: 'quill.commands', content: good }]);
  assert.deepEqual(unpacked([{ name: 'quill.commands', content: good, crc: 1 }]), { 'quill.commands': 'zip-damaged' });
  /** @type {[string, Buffer, string][]} */
  const damaged = [
    ['cut.zip', whole.subarray(0, whole.length - 30), 'zip-damaged'],
    ['head.zip', Buffer.concat([whole.subarray(0, 8), Buffer.alloc(100, 0xff)]), 'zip-damaged'],
    ['empty.zip', zip([]), 'nothing-handed-in'],
    ['report.docx', zip([{ name: '[Content_Types].xml', content: '<x/>' }]), 'not-a-submission'],
  ];
  for (const [name, bytes, code] of damaged) {
    write(name, bytes);
    assert.deepEqual(told(graded(name)), { [name]: code });
  }
});

test('an archive with any of its bytes changed is read or refused, and nothing breaks', () => {
  const whole = zip([
    { name: 'quill.commands', content: good },
    { name: 'vale.commands', content: good },
  ]);
  for (let at = 0; at < whole.length; at += 3) {
    const changed = Buffer.from(whole);
    changed[at] ^= 0x5a;
    write(`changed/${at}.zip`, changed);
  }
  const rows = graded('changed');
  assert.ok(rows.length >= whole.length / 3);
  assert.ok(rows.some((row) => row.status === 'graded') && rows.some((row) => row.status !== 'graded'));
});

test('files that are no submission are refused by what is wrong with them', () => {
  const files = {
    'empty.json': ['', 'empty'],
    'nul.commands': [Buffer.alloc(1000), /./],
    'utf16.json': [Buffer.from('\ufeff{"submission": 1}', 'utf16le'), 'wrong-encoding'],
    'latin.json': [Buffer.from('{"submission": 1, "student": "Jos\xe9"', 'latin1'), 'invalid-utf8'],
    'picture.png': [Buffer.from('89504e470d0a1a0a0000', 'hex'), /./],
    'deep.json': ['{"submission": 1, "undone": ' + '['.repeat(100000), 'nested-too-deep'],
    'many.json': [`{"submission": 1, "undone": [${'1,'.repeat(1100000)}1]}`, /./],
    'large.commands': [Buffer.alloc(33 << 20, '#'), 'too-large'],
    'own.json': ['{"scenario": {}, "submission": 1, "commands": 3}', /./],
    'page.html': ['<!DOCTYPE html><html>', /./],
  };
  for (const [name, [content]] of Object.entries(files)) write(`odd/${name}`, content);
  const rows = told(graded('odd'));
  assert.deepEqual(
    Object.keys(rows).sort(),
    Object.keys(files)
      .map((name) => `odd/${name}`)
      .sort(),
  );
  for (const [name, [, code]] of Object.entries(files)) {
    if (code instanceof RegExp) assert.match(String(rows[`odd/${name}`]), code);
    else assert.equal(rows[`odd/${name}`], code, name);
  }
});

test('links and pipes in a folder are not followed', () => {
  write('strange/quill.commands', good);
  symlinkSync('/etc/passwd', place('strange/link.commands'));
  symlinkSync('/', place('strange/root'));
  execFileSync('mkfifo', [place('strange/pipe')]);
  assert.deepEqual(told(graded('strange')), {
    'strange/link.commands': 'link',
    'strange/pipe': 'no-file',
    'strange/quill.commands': 4,
    'strange/root': 'link',
  });
});

test('names that are formulas, markup or no UTF-8 are text in every format', () => {
  write('names/=cmd()|A1.commands', good);
  write('names/<img src=x onerror=alert(1)>.commands', good);
  writeFileSync(Buffer.concat([Buffer.from(`${place('names')}/`), Buffer.from([0xff, 0x41])]), good);
  const output = (format) =>
    spawnSync(program, ['grade', 'harbour.json', 'names', '--format', format, '--feedback', 'pages'], { cwd: folder, encoding: 'utf8' });
  for (const line of output('csv').stdout.split('\r\n')) {
    assert.doesNotMatch(line, /(^|,)"?[=+@]/);
    assert.doesNotMatch(line, /\ufffd.*\ufffd{2}/);
  }
  assert.doesNotMatch(output('junit').stdout, /<img/);
  const page = execFileSync('sh', ['-c', 'cat pages/*.html'], { cwd: folder, encoding: 'utf8' });
  assert.doesNotMatch(page, /<img|<script/);
  assert.match(page, /&lt;img/);
});

test('an attempt that would run without end is refused', () => {
  write('endless.commands', 'reset\n'.repeat(50001));
  assert.deepEqual(told(graded('endless.commands')), { 'endless.commands': 'attempt-full' });
});
