import { expect, test } from 'vitest';
import { identifierIn, isMeant, withoutContacts } from './contact-elements.ts';

const text = `<iati-activity><iati-identifier> A&amp;B-1 </iati-identifier>
<!-- <contact-info>a comment</contact-info> --><contact-info type="1"><email>one@a.example</email></contact-info>
<contact-info><person-name><narrative>J&#xF8;rn  Two</narrative></person-name></contact-info><contact-info/><title><narrative><![CDATA[<contact-info>no</contact-info>]]></narrative></title></iati-activity>`;

test('all contact persons go, nothing else does', () => {
  const { text: out, erased } = withoutContacts(text, () => true, '2026-11-22');
  expect(erased).toBe(3);
  expect(out).not.toMatch(/one@a|J&#xF8;rn/);
  expect(out.match(/contact-info erased 2026-11-22/g)).toHaveLength(3);
  expect(out).toContain('a comment');
  expect(out).toContain('<![CDATA[<contact-info>no</contact-info>]]>');
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
