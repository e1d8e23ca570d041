import { describe, expect, test } from 'vitest';
import { pathOf, rawOf, type XmlElement } from './xml-element.ts';
import { type Broken, createStream, type StreamLimits } from './xml-stream.ts';

type Seen = { records: { name: string; text: string; raw: string; line: number; endLine: number; tree: unknown }[]; outside: string[]; broken: Broken[]; tooLarge: number };

function treeOf(element: XmlElement): unknown {
  return [element.name, element.attributes, element.text, element.line, ...element.children.map(treeOf)];
}

function read(pieces: string[], limits?: Partial<StreamLimits>): Seen {
  const seen: Seen = { records: [], outside: [], broken: [], tooLarge: 0 };
  const stream = createStream(new Set(['r']), ['r', 'a', 'b', 'code'], {
    outside: (element) => void seen.outside.push(element.name),
    textOutside() {},
    begins() {},
    record: (element, raw, start, endLine) => void seen.records.push({ name: element.name, text: element.text, raw, line: element.line, endLine, tree: treeOf(element) }),
    tooLarge: () => void seen.tooLarge++,
    broken: (broken) => void seen.broken.push(broken),
  }, { recordCharacters: 1e6, recordElements: 1e5, tokenCharacters: 1e5, depth: 50, ...limits });
  for (const piece of pieces) stream.write(piece);
  stream.end();
  return seen;
}

describe('a stream of XML', () => {
  test('gives each record as a tree with lines, and its text as it stands', () => {
    const { records, outside } = read(['<list>\n <r code="1"\n  b="2"><a>x</a>\n  <b/>tail</r>\n<r/></list>']);
    expect(outside).toEqual(['list']);
    expect(records.map((r) => [r.line, r.endLine, r.raw])).toEqual([[2, 4, '<r code="1"\n  b="2"><a>x</a>\n  <b/>tail</r>'], [5, 5, '<r/>']]);
    expect(records[0]!.tree).toEqual(['r', ['code', '1', 'b', '2'], 'tail', 2, ['a', [], 'x', 3], ['b', [], '', 4]]);
  });

  test('resolves entities, joins text and CDATA, and keeps characters of every script whole', () => {
    const text = '<list><r>a &amp;&#x1F30A; <![CDATA[<b>]]> 🌉 ü</r></list>';
    const whole = read([text]);
    expect(whole.records[0]!.text).toBe('a &🌊 <b> 🌉 ü');
    for (let i = 1; i < text.length; i++) expect(read([text.slice(0, i), text.slice(i)])).toEqual(whole);
    expect(read([...Array(text.length).keys()].map((i) => text[i]!))).toEqual(whole);
  });

  test('counts lines the same with all three kinds of line ends', () => {
    for (const end of ['\n', '\r\n', '\r']) expect(read([`<list>${end}${end}<r>${end}</r>${end}</list>`]).records.map((r) => [r.line, r.endLine])).toEqual([[3, 4]]);
  });

  test('knows where an element stands and what it was read from', () => {
    let places: string[] = [];
    const stream = createStream(new Set(['r']), [], {
      outside() {}, textOutside() {}, begins() {}, tooLarge() {}, broken() {},
      record(record, raw, start) {
        const [first, second] = record.children as [XmlElement, XmlElement];
        places = [pathOf(second, record, '/list/r[1]'), pathOf(second.children[0]!, record, ''), rawOf(first, raw, start), rawOf(second, raw, start)];
      },
    });
    stream.write('<list><r><a/><a y="1"><b> &lt;</b></a></r></list>');
    expect(places).toEqual(['/list/r[1]/a[2]', '/a[2]/b', '<a/>', '<a y="1"><b> &lt;</b></a>']);
  });
});

describe('a document that is broken', () => {
  test('keeps the records that were complete, and says where it broke', () => {
    const { records, broken } = read(['<list><r/><r><a></b></r></list>']);
    expect(records).toHaveLength(1);
    expect(broken).toMatchObject([{ code: 'xml.broken', line: 1, column: 20 }]);
  });

  test('never gives a record that ends under another name', () => {
    expect(read(['<list><r>x</list>'])).toMatchObject({ records: [], broken: [{ code: 'xml.broken' }] });
    expect(read(['<list><r></rr></list>'])).toMatchObject({ records: [], broken: [{ code: 'xml.broken' }] });
  });

  test('knows attributes that stand twice', () => {
    expect(read(['<list><r code="1" code="2"/></list>'])).toMatchObject({ records: [], broken: [{ code: 'xml.broken', reason: 'duplicate attribute: code.' }] });
    expect(read(['<list><r x:y="1" x:y="2"/></list>']).broken).toHaveLength(1);
  });

  test('may be cut anywhere: it never throws, and is said to be cut off', () => {
    const text = '<?xml version="1.0"?>\n<list a="b"><!-- c --><r code="&lt;">x<![CDATA[y]]></r>\n<r><a/></r></list>';
    for (let i = 0; i < text.length; i++) {
      const { records, broken } = read([text.slice(0, i)]);
      expect(records).toHaveLength(i >= text.indexOf('</r>') + 4 ? (i >= text.lastIndexOf('</r>') + 4 ? 2 : 1) : 0);
      expect(broken.map((b) => b.code)).toEqual(['xml.cut-off']);
    }
  });

  test('that defines entities is refused before they are used; a plain document type is let pass', () => {
    const bomb = '<!DOCTYPE list [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;">]><list><r>&b;</r></list>';
    expect(read([bomb])).toMatchObject({ records: [], broken: [{ code: 'xml.doctype' }] });
    expect(read([...bomb])).toMatchObject({ records: [], broken: [{ code: 'xml.doctype' }] });
    expect(read(['<!DOCTYPE list SYSTEM "http://example.org/x.dtd"><list><r/></list>'])).toMatchObject({ records: [{}], broken: [] });
    expect(read(['<list><r>&unknown;</r></list>'])).toMatchObject({ records: [], broken: [{ code: 'xml.broken' }] });
  });

  test('is left where elements stand too deep, or a text never ends', () => {
    expect(read(['<a>'.repeat(60)]).broken).toMatchObject([{ code: 'xml.too-deep' }]);
    expect(read(['<list><r>', ...Array<string>(30).fill('x'.repeat(1e5))], { recordCharacters: 1e5 }).broken).toMatchObject([{ code: 'xml.too-long' }]);
    expect(read(['<list><a ', ...Array<string>(30).fill('x'.repeat(1e4))]).broken).toMatchObject([{ code: 'xml.too-long' }]);
  });
});

describe('a record that is too large', () => {
  const large = `<r>${'<a/>'.repeat(1000)}</r>`;

  test('is skipped; those before and after it are read', () => {
    for (const size of [1, 7, 100, 10_000]) {
      const text = `<list><r code="1"/>${large}<r code="2"/></list>`;
      const pieces = Array.from({ length: Math.ceil(text.length / size) }, (_, i) => text.slice(i * size, (i + 1) * size));
      const seen = read(pieces, { recordElements: 100 });
      expect(seen).toMatchObject({ tooLarge: 1, broken: [] });
      expect(seen.records.map((r) => r.raw)).toEqual(['<r code="1"/>', '<r code="2"/>']);
    }
  });
});
