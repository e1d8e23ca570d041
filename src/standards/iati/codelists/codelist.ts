/** One code: names for screens in English and (where published) French; withdrawn codes are known but no longer to be used. */
type CodelistItem = { code: string; en: string; fr: string | null; withdrawn: boolean };

/** `complete`: a code that is not on the list is an error; otherwise only a warning (lists kept by others, or open-ended). */
export type Codelist = {
  name: string;
  complete: boolean;
  items: ReadonlyMap<string, CodelistItem>;
  /** What needs no further look: codes in use, and in capitals those of lists for which capitals mean the same. */
  usual: ReadonlySet<string>;
};

/** Languages (BCP 47) and media types (RFC 2045) do not tell small letters from capitals. */
const caseless = new Set(['Language', 'FileFormat']);

/** Reads the notation of these files: `code|English|French` a line, or codes alone parted by blanks; `~` = withdrawn. */
export function codelist(name: string, complete: boolean, text: string): Codelist {
  const items = new Map<string, CodelistItem>();
  const usual = new Set<string>();
  for (const line of text.split('\n')) {
    for (const part of line.includes('|') ? [line] : line.split(' ')) {
      if (part === '') continue;
      const [marked, en, fr] = part.split('|');
      const withdrawn = marked!.startsWith('~');
      const code = withdrawn ? marked!.slice(1) : marked!;
      items.set(code, { code, en: en ?? code, fr: fr ?? null, withdrawn });
      if (!withdrawn) {
        usual.add(code);
        if (caseless.has(name)) usual.add(code.toUpperCase());
      }
    }
  }
  return { name, complete, items, usual };
}
