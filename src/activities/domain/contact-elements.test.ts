import { expect, test } from 'vitest';
import { identifierIn, isMeant, withoutContacts } from './contact-elements.ts';

const text = `<iati-activity><iati-identifier> A&amp;B-1 </iati-identifier>
<!-- <contact-info>a comment</contact-info> --><contact-info type="1"><email>one@a.example</email></contact-info>
<contact-info><person-name><narrative>J&#xF8;rn  Two</narrative></person-name></contact-info><contact-info/><title><narrative><![CDATA[<contact-info>no</contact-info>]]></narrative></title></iati-activity>`;

test('all contact persons go, nothing else does', () => {
  const { text: out, erased } = withoutContacts(text, () => true, '2026-11-22');
  expect(erased).toBe(4);
  expect(out).not.toMatch(/one@a|J&#xF8;rn/);
  expect(out.match(/contact-info erased 2026-11-22/g)).toHaveLength(4);
  expect(out, 'no comment inside a comment').not.toMatch(/<!--(?:(?!-->)[\s\S])*<!--/);
  expect(out).toContain('<![CDATA[<contact-info>no</contact-info>]]>');
});

test('what is not closed goes to the end of the file, or of the comment', () => {
  const cut = (xml: string) => withoutContacts(xml, () => true, '2026-11-22').text;
  expect(cut('<iati-activity><title/><contact-info><email>one@a.exa')).toBe('<iati-activity><title/><!-- contact-info erased 2026-11-22 -->');
  expect(cut('<iati-activity><title/><contact-info type="')).toBe('<iati-activity><title/><!-- contact-info erased 2026-11-22 -->');
  expect(cut('<iati-activity><!-- <contact-info><email>one@a.example</email> --><title/></iati-activity>')).toBe('<iati-activity><!-- contact-info erased 2026-11-22--><title/></iati-activity>');
  expect(cut('<iati-activity><!-- <contact-info><email>one@a')).toBe('<iati-activity><!-- contact-info erased 2026-11-22');
  expect(cut('<iati-activity><contact-information>x</contact-information></iati-activity>')).toContain('>x<');
});

test('one person is found by address or name, however it is written', () => {
  const { text: out, erased } = withoutContacts(text, (e) => isMeant(e, { name: 'jørn two' }), '2026-11-22');
  expect(erased).toBe(1);
  expect(out).toContain('one@a.example');
  expect(withoutContacts(text, (e) => isMeant(e, { email: 'ONE@a.example', name: 'somebody else' }), '2026-11-22').erased).toBe(0);
});

test('the identifier as the reader reads it', () => {
  expect(identifierIn(text)).toBe('A&B-1');
  expect(identifierIn('<iati-activity/>')).toBeNull();
});

test('whose address or name is only a part of another is somebody else', () => {
  const jan = '<contact-info><person-name><narrative>Jan Alpha</narrative></person-name><email>\n jan@x.example </email><website>https://an@x.example</website></contact-info>';
  for (const person of [{ email: 'an@x.example' }, { email: 'x.example' }, { name: 'Jan' }, { name: 'an Alpha' }, { email: 'jan@x.example', name: 'Jan' }]) expect(isMeant(jan, person), JSON.stringify(person)).toBe(false);
  for (const person of [{}, { email: ' JAN@x.example' }, { name: 'jan  alpha' }, { email: 'jan@x.example', name: 'Jan Alpha' }]) expect(isMeant(jan, person), JSON.stringify(person)).toBe(true);
});

test('a person is the same however it is encoded', () => {
  const of = (name: string) => `<contact-info>${name}</contact-info>`;
  for (const name of ['<person-name>Zo\u00eb</person-name>', '<person-name>Zoe\u0308</person-name>', '<person-name><narrative xml:lang="en">Kim</narrative><narrative><![CDATA[ZO\u00cb]]></narrative></person-name>', '<!-- <person-name>Zo&#235;</person-name> -->']) {
    expect(isMeant(of(name), { name: 'zoe\u0308' }), name).toBe(true);
  }
});

test('who was commented out is erased there, and the comment stays one', () => {
  const { text: out, erased } = withoutContacts('<a><!-- old: <contact-info><email>an@x.example</email></contact-info><contact-info><email>jan@x.example</email></contact-info> --></a>', (c) => isMeant(c, { email: 'an@x.example' }), '2026-11-22');
  expect([out, erased]).toEqual(['<a><!-- old: contact-info erased 2026-11-22<contact-info><email>jan@x.example</email></contact-info> --></a>', 1]);
});

test('what ends a tag may stand in the value of an attribute', () => {
  const { text: out, erased } = withoutContacts(`<iati-activity><contact-info note="a/>b" n='>'><email at="x>y">ana@x.org</email></contact-info><contact-info note="/>"/><title/></iati-activity>`, () => true, '2026-11-22');
  expect([erased, out]).toEqual([2, '<iati-activity><!-- contact-info erased 2026-11-22 --><!-- contact-info erased 2026-11-22 --><title/></iati-activity>']);
  expect(isMeant('<contact-info><email at="x>y">ana@x.org</email></contact-info>', { email: 'ana@x.org' })).toBe(true);
});

test('an identifier that is commented out, or text, is none', () => {
  expect(identifierIn('<iati-activity><!-- <iati-identifier>OLD</iati-identifier> --><title><![CDATA[<iati-identifier>NO</iati-identifier>]]></title><iati-identifier a=">">NEW</iati-identifier></iati-activity>')).toBe('NEW');
  expect(identifierIn('<iati-activity><!-- <iati-identifier>OLD</iati-identifier> --></iati-activity>')).toBeNull();
});
