/**
 * Pseudo-language made from the English catalogue: accented, about 40 % longer, in brackets, its digits circled.
 * What stays plain on a page did not come from the catalogue; what is cut off has no room for German or French.
 */
const accented: Record<string, string> = {
  a: 'àá', b: 'ƀ', c: 'ç', d: 'ð', e: 'éê', f: 'ƒ', g: 'ĝ', h: 'ĥ', i: 'îí', j: 'ĵ', k: 'ķ', l: 'ļ', m: 'ɱ', n: 'ñ', o: 'öó', p: 'þ', q: 'ǫ', r: 'ŕ',
  s: 'š', t: 'ţ', u: 'ûú', v: 'ṽ', w: 'ŵ', x: 'ẋ', y: 'ý', z: 'ž', A: 'Å', B: 'Ɓ', C: 'Ç', D: 'Ð', E: 'É', F: 'Ƒ', G: 'Ĝ', H: 'Ĥ', I: 'Î', J: 'Ĵ', K: 'Ķ',
  L: 'Ļ', M: 'Ṁ', N: 'Ñ', O: 'Ö', P: 'Þ', Q: 'Ǫ', R: 'Ŕ', S: 'Š', T: 'Ţ', U: 'Û', V: 'Ṽ', W: 'Ŵ', X: 'Ẋ', Y: 'Ý', Z: 'Ž',
  0: '⓪', 1: '①', 2: '②', 3: '③', 4: '④', 5: '⑤', 6: '⑥', 7: '⑦', 8: '⑧', 9: '⑨',
};

/** One ICU message in the pseudo-language; arguments, plural keywords and tags stay as they are. */
export function pseudo(message: string): string {
  return `⟦${accentedMessage(message)}⟧`;
}

/** A template with plain `{name}` holes, as problems of standards are written; `<` in it is no tag. */
export function pseudoTemplate(template: string): string {
  return `⟦${template.split(/(\{\w+\})/).map((part, i) => (i % 2 === 1 ? part : Array.from(part, (c) => accented[c] ?? c).join(''))).join('')}⟧`;
}

function accentedMessage(message: string): string {
  let out = '';
  let at = 0;
  while (at < message.length) {
    const char = message[at]!;
    if (char === '<') {
      const end = message.indexOf('>', at) + 1;
      out += message.slice(at, end);
      at = end;
    } else if (char === '{') {
      const end = closing(message, at);
      out += argument(message.slice(at + 1, end));
      at = end + 1;
    } else {
      out += accented[char] ?? char;
      at += 1;
    }
  }
  return out;
}

/** `{name}` stays; the branches of `{name, plural|select, key {…} …}` are messages of their own. */
function argument(inner: string): string {
  const parts = /^(\s*\w+\s*,\s*(?:plural|select|selectordinal)\s*,)([\s\S]*)$/.exec(inner);
  if (parts === null) return `{${inner}}`;
  let branches = parts[2]!;
  let out = '';
  for (let open = branches.indexOf('{'); open !== -1; open = branches.indexOf('{')) {
    const end = closing(branches, open);
    out += `${branches.slice(0, open)}{${accentedMessage(branches.slice(open + 1, end))}}`;
    branches = branches.slice(end + 1);
  }
  return `{${parts[1]}${out}${branches}}`;
}

/** Where the brace that opens at `open` closes. */
function closing(text: string, open: number): number {
  let depth = 0;
  for (let i = open; i < text.length; i += 1) {
    if (text[i] === '{') depth += 1;
    else if (text[i] === '}' && --depth === 0) return i;
  }
  throw new Error(`unclosed brace in message: ${text}`);
}
