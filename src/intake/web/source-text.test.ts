import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { elementAt, surroundings } from './source-text.ts';

const stream = (bytes: Uint8Array, size = 7) =>
  new ReadableStream<Uint8Array>({
    start: (into) => {
      for (let i = 0; i < bytes.length; i += size) into.enqueue(new Uint8Array(bytes.subarray(i, i + size)));
      into.close();
    },
  });
const hundred = Array.from({ length: 100 }, (_, i) => `line ${i + 1}`);

test('a line with its neighbours, from a packed file as from a plain one, whatever ends its lines', async () => {
  for (const ending of ['\n', '\r\n']) {
    const plain = new TextEncoder().encode(hundred.join(ending));
    for (const bytes of [plain, gzipSync(plain)]) {
      const found = await surroundings(stream(bytes), 50, {});
      expect([found.at, found.lines[0]?.text, found.lines.at(-1)?.text, found.lines.find((l) => l.no === 50)?.text]).toEqual([50, 'line 36', 'line 64', 'line 50']);
    }
  }
});

test('the first and the last line have neighbours on one side; a line after the end is nowhere', async () => {
  const bytes = new TextEncoder().encode(hundred.join('\n'));
  expect((await surroundings(stream(bytes), 1, {})).lines[0]?.no).toBe(1);
  expect((await surroundings(stream(bytes), 100, {})).lines.at(-1)?.text).toBe('line 100');
  expect((await surroundings(stream(bytes), 101, {})).at).toBeNull();
});

test('the encoding that a file names is believed', async () => {
  const latin = Uint8Array.from(Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?>\n<title>Übung</title>', 'latin1'));
  expect((await surroundings(stream(latin, 400), 2, {})).lines[1]?.text).toBe('<title>Übung</title>');
});

const activity = (id: string, amount: number) => `<iati-activity><iati-identifier>${id}</iati-identifier><sector code="1"/><transaction><value currency="EUR">${amount}</value></transaction><transaction><value currency="EURO">${amount + 1}</value></transaction></iati-activity>`;
const one = `<?xml version="1.0"?><iati-activities><!-- <iati-activity> -->${Array.from({ length: 60 }, (_, i) => activity(`A-${i + 1}`, i * 10)).join('')}</iati-activities>`;

test('an element is found by its path, an attribute by the tag it stands in', () => {
  const at = (path: string) => {
    const found = elementAt(one, path);
    return found === null ? null : one.slice(...found);
  };
  expect(at('/iati-activities/iati-activity[3]/transaction[2]/value/text()')).toBe('<value currency="EURO">21</value>');
  expect(at('/iati-activities/iati-activity[3]/transaction[2]/value/@currency')).toBe('<value currency="EURO">');
  expect(at('/iati-activities/iati-activity[2]/sector')).toBe('<sector code="1"/>');
  expect(at('/iati-activities/iati-activity[60]/iati-identifier')).toBe('<iati-identifier>A-60</iati-identifier>');
  expect(at('/iati-activities/iati-activity[61]/sector')).toBeNull();
  expect(at('/iati-activities/iati-activity[1]/transaction[3]')).toBeNull();
});

test('a file in one line is shown around the place, broken at its tags', async () => {
  const bytes = new TextEncoder().encode(one);
  const by = async (clue: object) => (await surroundings(stream(bytes, 999), 1, clue)).pieces;
  expect((await by({ path: '/iati-activities/iati-activity[40]/transaction[1]/value' }))?.at).toBe('<value currency="EUR">390</value>');
  expect(await by({ record: 'A-50', value: '491' })).toMatchObject({ at: '491' });
  expect((await by({ record: 'A-50', value: '491' }))?.before).toContain('A-50');
  expect((await by({ record: 'A-50' }))?.at).toBe('A-50');
  expect((await by({ record: 'A-50' }))?.before.split('\n').length).toBeGreaterThan(5);
});
