import { describe, expect, test } from 'vitest';
import { readProlog } from './prolog.ts';

const rest = (text: string) => text.slice(readProlog(text).end);

describe('what stands before the root', () => {
  test.each([
    ['<a/>', '<a/>'],
    ['<?xml version="1.0"?>\n<!-- <a> > --> <a/>', '<a/>'],
    ['<!DOCTYPE a SYSTEM "x>y[z.dtd"><a/>', '<a/>'],
    ['<!doctype a [<!-- ] > --><!ENTITY e "]>">] ><a/>', '<a/>'],
    ['<!DOCTYPE a', ''],
    ['<!-- never closed <a/>', ''],
    ['no markup', 'no markup'],
  ])('%j', (text, root) => expect(rest(text)).toBe(root));

  test('declarations of its own are seen, words in quotes, comments and instructions are none', () => {
    expect(readProlog('<!DOCTYPE a [<!ENTITY e "x">]><a/>').hasSubset).toBe(true);
    expect(readProlog('<!DOCTYPE a SYSTEM "a>b" [<!ENTITY e "x">]><a/>').hasSubset).toBe(true);
    for (const text of ['<!DOCTYPE a SYSTEM "[a"><a/>', '<!-- <!DOCTYPE a [ --><a/>', '<?p <!DOCTYPE a [?><a/>', '<a>[</a>']) expect(readProlog(text).hasSubset, text).toBe(false);
  });

  test('every character is looked at once, however brackets, quotes and names are piled up', () => {
    for (const unit of ['[]', '["', '<!DOCTYPE', '<!--', '"[', "<!DOCTYPE '"]) {
      const text = `<!DOCTYPE x ${unit.repeat(100_000)}`;
      expect(readProlog(text).end, unit).toBe(text.length);   // took longer than a test may with a regular expression
    }
  });
});
