/** What stands before the root element of an XML text. */
export type Prolog = {
  /** Where the root's tag begins, or where the text ends before it. */
  end: number;
  /** The document type has declarations of its own: entities could be among them. */
  hasSubset: boolean;
};

/**
 * Walks over declaration, comments, instructions, blanks and document type. Every character is looked at once: a regular
 * expression for this takes exponential time over brackets that somebody chose.
 */
export function readProlog(text: string): Prolog {
  let at = 0;
  let hasSubset = false;
  const past = (mark: string, from: number) => {
    const found = text.indexOf(mark, from);
    return found < 0 ? text.length : found + mark.length;
  };
  const doctype = (from: number): number => {
    let inSubset = false;
    const special = /["'[\]>]|<!--/g;
    special.lastIndex = from;
    for (let found = special.exec(text); found !== null; found = special.exec(text)) {
      const [mark] = found;
      if (mark === '"' || mark === "'") special.lastIndex = past(mark, found.index + 1);
      else if (mark === '<!--') special.lastIndex = past('-->', found.index + 4);
      else if (mark === '[') hasSubset = inSubset = true;
      else if (mark === ']') inSubset = false;
      else if (!inSubset) return found.index + 1;
    }
    return text.length;
  };
  for (;;) {
    while (at < text.length && ' \t\r\n'.includes(text[at]!)) at++;
    if (text.startsWith('<?', at)) at = past('?>', at + 2);
    else if (text.startsWith('<!--', at)) at = past('-->', at + 4);
    else if (text.slice(at, at + 9).toUpperCase() === '<!DOCTYPE') at = doctype(at + 9);
    else return { end: at, hasSubset };
  }
}
