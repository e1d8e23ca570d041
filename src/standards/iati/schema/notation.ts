/**
 * The notation in which we write down the facts of the standard, one element a line:
 *
 *   name | attributes | content
 *
 * - name: the element, or the end of its path (`transaction/value`) where the same name means different things; the
 *   longest ending that fits wins;
 * - attributes: `name`, `name:type`, `!` = must be there, `@*` = attributes of other namespaces may stand beside;
 * - content: `=type` = text of that type and no element; else elements in their order: `a` once, `a?` at most once,
 *   `a*` any number, `a+` at least one; `*` = elements of other namespaces may stand here; `~` first = any order and any
 *   number (1.0x); `text` = text may stand between them.
 *
 * Types are those of XML Schema; none = string. A line that begins with blanks goes on the line before; `#` = remark.
 */

export type ElementFacts = {
  attributes: { name: string; type: string; required: boolean }[];
  foreignAttributes: boolean;
  /** Type of the text of an element that holds text only; null = it holds elements. */
  text: string | null;
  /** Text may stand between elements. */
  mixed: boolean;
  anyOrder: boolean;
  /** `name` `*` = elements of other namespaces. */
  content: { name: string; min: 0 | 1; max: 1 | null }[];
};

/** Facts of one version of one standard, by (ending of the) path. */
export type SchemaFacts = { root: string; lines: ReadonlyMap<string, ElementFacts> };

/** Reads the notation; later texts replace lines of earlier ones, `name | -` takes a line away. Throws on a line it cannot read. */
export function readFacts(root: string, ...texts: string[]): SchemaFacts {
  const lines = new Map<string, ElementFacts>();
  for (const text of texts) {
    for (const line of text.replace(/\n +/g, ' ').split('\n')) {
      if (line.trim() === '' || line.startsWith('#')) continue;
      const [name, attributes, content] = line.split('|').map((part) => part.trim());
      if (name === undefined || attributes === undefined) throw new Error(`cannot read: ${line}`);
      if (attributes === '-') lines.delete(name);
      else lines.set(name, elementFacts(attributes, content ?? ''));
    }
  }
  return { root, lines };
}

function elementFacts(attributes: string, content: string): ElementFacts {
  const facts: ElementFacts = { attributes: [], foreignAttributes: false, text: null, mixed: false, anyOrder: false, content: [] };
  for (const word of attributes.split(' ').filter(Boolean)) {
    if (word === '@*') {
      facts.foreignAttributes = true;
      continue;
    }
    const required = word.endsWith('!');
    const [name, type] = (required ? word.slice(0, -1) : word).split(/:(?!lang)/);
    facts.attributes.push({ name: name!, type: type ?? (name === 'xml:lang' ? 'language' : 'string'), required });
  }
  for (const word of content.split(' ').filter(Boolean)) {
    if (word.startsWith('=')) facts.text = word.slice(1);
    else if (word === 'text') facts.mixed = true;
    else if (word === '~') facts.anyOrder = true;
    else if (word === '*') facts.content.push({ name: '*', min: 0, max: null });
    else {
      const many = /[?*+]$/.exec(word)?.[0] ?? '';
      const name = many === '' ? word : word.slice(0, -1);
      facts.content.push({ name, min: many === '' || many === '+' ? 1 : 0, max: many === '' || many === '?' ? 1 : null });
    }
  }
  return facts;
}
