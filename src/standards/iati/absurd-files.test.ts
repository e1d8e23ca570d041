import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { severities } from '../../kernel/problem.ts';
import type { ReadActivity, Summary } from './events.ts';
import type { ProblemAt } from '../../kernel/problem-at.ts';
import { createReader } from './read.ts';
import { triggers } from './triggers/all.ts';
import { activity, activity1, activityOf, file, organisationFile, transaction } from './triggers/documents.ts';
import { streamLimits } from './xml-stream.ts';

type Heard = { activities: ReadActivity[]; problems: ProblemAt[]; summary: Summary };

function read(pieces: Iterable<string>, limits = streamLimits): Heard {
  const activities: ReadActivity[] = [];
  const problems: ProblemAt[] = [];
  const reader = createReader({ today: '2026-11-22', limits }, {
    problem: (problem) => void problems.push(problem),
    activity(one) {
      activities.push(one);
      problems.push(...one.problems);
    },
  });
  for (const piece of pieces) reader.write(piece);
  return { activities, problems, summary: reader.end() };
}

/** In pieces of some thousand characters, as files come from a disk. */
function* inPieces(text: string, size = 4096): Generator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}

const codesOf = (heard: Heard): string[] => heard.problems.map((p) => p.code);
/** As text: thousands of them are compared. */
const said = (heard: unknown): string => JSON.stringify(heard);
const numbered = (n: number, text = activity()): string => text.replaceAll('{n}', String(n));
const identifiersOf = (heard: Heard): string[] => heard.activities.map((one) => one.activity.identifier);

/** Everything of XML that has an inside in which a piece may end. */
const tricky = file([
  numbered(1, activity({ title: '<title><narrative>a &amp;&#x1F30A;&#10; <![CDATA[<b>]]]><![CDATA[]>]]> 🌉 بَحْر</narrative></title>' })),
  '<!-- a - comment > <iati-activity> ]]> & -->',
  numbered(2, activity({ transaction: transaction({ value: "<value\n value-date='2020-06-01'  currency=\"EUR\" >-1,234.50</value >" }) })),
  '<?note <iati-activity> ?>',
  numbered(3, activity({ 'related-activity': '<related-activity ref="a&lt;&quot;🌉&#39;" type="1"/>', end: '<x:y xmlns:x="http://example.org">🌉</x:y>' })),
].join('\r\n'));

describe('a file in pieces', () => {
  const documents = Object.entries(triggers)
    .filter(([, trigger]) => trigger.limits === undefined && trigger.failure === undefined)
    .map(([code, { of, bad }]) => [code, (of === 'activity' ? file(bad) : of === 'organisation' ? organisationFile(bad) : bad).replaceAll('▸', '')] as const);

  test('says the same however it is cut, in entities, surrogates, CDATA, attributes and tags', () => {
    const whole = read([tricky]);
    expect(codesOf(whole)).toEqual(['iati.number-with-separators', 'iati.value-negative']);
    expect(whole.activities[0]!.activity.title[0]!.text).toBe('a &🌊\n <b>]]> 🌉 بَحْر');
    expect(whole.activities[2]!.activity.relatedActivities[0]!.identifier).toBe('a<"🌉\'');
    expect(said(read(tricky.split('')))).toBe(said(whole));
    const expected = said(whole);
    // One character at a time has met every place; pairs of long pieces meet some of them.
    const cuts = Array.from({ length: Math.floor(tricky.length / 7) }, (_, n) => n * 7);
    expect(cuts.filter((at) => said(read([tricky.slice(0, at), tricky.slice(at)])) !== expected)).toEqual([]);
  });

  test('says the same of every problem there is, at the same place', () => {
    expect(documents.length).toBeGreaterThan(100);
    fc.assert(
      fc.property(fc.constantFrom(...documents), fc.array(fc.nat(3000), { maxLength: 30 }), ([code, text], cuts) => {
        const at = [0, ...cuts.filter((cut) => cut < text.length).sort((a, b) => a - b), text.length];
        const heard = read(at.slice(1).map((end, i) => text.slice(at[i], end)));
        expect(codesOf(heard)).toContain(code);
        expect(said(heard)).toBe(said(read([text])));
      }),
      { numRuns: 300 },
    );
  });
});

test('a file cut at any place keeps every activity that was complete, and says that it was cut', () => {
  const ends = [...tricky.matchAll(/<\/iati-activity>/g)].map((match) => match.index + match[0].length);
  const complete = Array.from({ length: ends.length + 1 }, (_, n) => said(read([tricky]).activities.slice(0, n)));
  for (let cut = 0; cut < tricky.length; cut++) {
    const heard = read([tricky.slice(0, cut)]);
    expect(said(heard.activities), `cut at ${cut}`).toBe(complete[ends.filter((end) => end <= cut).length]);
    expect([heard.summary.wellFormed, codesOf(heard).at(-1)], `cut at ${cut}`).toEqual([false, 'xml.cut-off']);
  }
}, 60_000);

describe('an absurd file', () => {
  const deep = (levels: number, close = true) => '<a>'.repeat(levels) + (close ? '</a>'.repeat(levels) : '');

  test.each([
    ['inside an activity', numbered(2, activity({ end: deep(10_000) }))],
    ['inside an activity, never closed', numbered(2, activity({ end: deep(10_000, false) }))],
    ['between the activities', deep(10_000)],
  ])('of 10,000 levels %s is left there; what was complete before stays', (_, inside) => {
    const heard = read(inPieces(file(`${numbered(1)}\n${inside}\n${numbered(3)}`)));
    expect(identifiersOf(heard)).toEqual(['GB-COH-1-1']);
    expect(codesOf(heard)).toContain('xml.too-deep');
    expect(heard.summary.wellFormed).toBe(false);
  });

  test.each([
    ['entities inside entities', '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;">]>', '&c;'],
    ['a file of the computer', '<!DOCTYPE a [<!ENTITY c SYSTEM "file:///etc/hostname">]>', '&c;'],
    ['a document type far from the root', `<!DOCTYPE a [<!ENTITY c "x">]>\n<!-- ${'-'.repeat(9).replaceAll('-', 'far away ')} -->\n\n`, '&c;'],
  ])('with %s is refused before anything is read', (_, declaration, text) => {
    const bomb = file(numbered(1, activity({ title: `<title><narrative>${text}</narrative></title>` }))).replace('?>', `?>\n${declaration}`);
    for (const size of [1, 7, 10_000]) {
      const heard = read(inPieces(bomb, size));
      expect(codesOf(heard)).toEqual(['xml.doctype']);
      expect(heard.activities).toEqual([]);
    }
  });

  test('an entity that nobody defined breaks the file there', () => {
    const heard = read([file(`${numbered(1)}${numbered(2, activity({ title: '<title><narrative>&c;</narrative></title>' }))}`)]);
    expect(identifiersOf(heard)).toEqual(['GB-COH-1-1']);
    expect(codesOf(heard)).toEqual(['xml.broken']);
  });

  test.each([
    ['characters', { recordCharacters: 20_000 }, `<description><narrative>${'long '.repeat(8000)}</narrative></description>`],
    ['elements', { recordElements: 1000 }, `<description>${'<narrative>x</narrative>'.repeat(1500)}</description>`],
  ])('an activity of too many %s is left out, its neighbours go in', (_, limits, description) => {
    const text = file([numbered(1), numbered(2, activity({ description })), numbered(3)].join('\n'));
    const heard = read(inPieces(text), { ...streamLimits, ...limits });
    expect(identifiersOf(heard)).toEqual(['GB-COH-1-1', 'GB-COH-1-3']);
    expect(heard.problems).toMatchObject([{ code: 'iati.record-too-large', severity: 'critical', xpath: '/iati-activities/iati-activity[2]' }]);
    expect(heard.summary).toMatchObject({ records: 3, fit: 2, wellFormed: true });
    expect(identifiersOf(read(inPieces(text)))).toHaveLength(3);
  });

  test('whatever is done to a file, reading it throws nothing, and the summary counts what was said', () => {
    const pieces = ['<', '>', '&', '"', "'", ']]>', '<![CDATA[', '<!--', '<?', '</iati-activity>', '<iati-activity>', '<iati-activities>', '\0', '\uFFFF', '\uD83C', '&#0;', '&amp;', 'xmlns="x"', '🌉', '='];
    const change = fc.record({ at: fc.nat(tricky.length), remove: fc.nat(40), put: fc.constantFrom('', ...pieces) });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 5 }), fc.integer({ min: 1, max: 500 }), (changes, size) => {
        let text = tricky;
        for (const { at, remove, put } of changes) text = text.slice(0, at) + put + text.slice(at + remove);
        const { activities, problems, summary } = read(inPieces(text, size));
        expect(summary.problems).toEqual(Object.fromEntries(severities.map((severity) => [severity, problems.filter((p) => p.severity === severity).length])));
        expect(summary.fit).toBe(activities.filter((one) => one.fit).length);
        expect(summary.schemaValid).toBe(!problems.some((p) => p.schema));
        expect(summary.wellFormed).toBe(!problems.some((p) => p.code.startsWith('xml.')));
        for (const one of activities) expect(one.fit).toBe(!one.problems.some((p) => p.severity === 'critical'));
      }),
      { numRuns: 400 },
    );
  });
});

describe('versions in one file', () => {
  const mixed = file(
    [
      numbered(1, activity1('<transaction>\n<transaction-type code="C"/><transaction-date iso-date="2015-06-01"/><value value-date="2015-06-01">1</value></transaction>')),
      numbered(2, activityOf('2.03', { tag: '<tag vocabulary="1" code="roads"/>', transaction: transaction() })),
      numbered(3, activityOf('2.02', { tag: '<tag vocabulary="1" code="roads"/>' })),
      numbered(4),
    ].join('\n'),
    'version="2.01"',
  );

  test('each activity is read by its own, else by that of the file', () => {
    const { activities, problems } = read([mixed]);
    expect(activities.map((one) => one.version)).toEqual(['1.05', '2.03', '2.02', '2.01']);
    expect(problems.map((p) => `${p.code} ${p.xpath}`)).toEqual(['iati.element-from-later-version /iati-activities/iati-activity[3]/tag']);
    // What a later version brought is read all the same.
    expect(activities.map((one) => one.activity.tags.length)).toEqual([0, 1, 1, 0]);
  });

  test('letters and words of 1.0x are no problem in 1.0x; in 2.0x they are read and said', () => {
    const [old] = read([mixed]).activities;
    expect(old!.transactions).toMatchObject([{ type: '2', typeAsPublished: 'C', value: '1', currency: 'USD' }]);
    expect(old!.activity).toMatchObject({ participatingOrganisations: [{ role: '1' }], dates: [{ type: '2' }], sectors: [{ vocabulary: '1', code: '11110' }], title: [{ lang: 'en', text: 'Roads' }] });
    const heard = read([file(numbered(1, activity({ 'participating-org': '<participating-org ref="GB-COH-1" role="Funding"/>' })))]);
    expect(heard.problems).toMatchObject([{ code: 'iati.code-as-word', value: 'Funding', suggestion: '1' }]);
    expect(heard.activities[0]!.activity.participatingOrganisations).toMatchObject([{ role: '1' }]);
  });

  test('where nobody says it, the form betrays it; the old datastore says it in its own way', () => {
    const unsaid = (text: string) => text.replace(/iati-activities:version="[^"]*" xmlns:iati-activities="[^"]*" /, '');
    const extra = (text: string) => text.replaceAll('iati-activities:', 'iati-extra:').replaceAll(':iati-activities=', ':iati-extra=');
    const dump = `<result><iati-activities>${[numbered(1, unsaid(activity1())), numbered(2), numbered(3, extra(activityOf('2.02')))].join('')}</iati-activities></result>`;
    const heard = read([dump]);
    expect(heard.activities.map((one) => one.version)).toEqual(['1.05', '2.03', '2.02']);
    expect(codesOf(heard).sort()).toEqual(['iati.root-unexpected', 'iati.version-missing']);
    expect(heard.problems.find((p) => p.code === 'iati.version-missing')!.xpath).toBe('/result/iati-activities/@version');
  });
});
