/**
 * Names as they are compared. Publishers write one institution in many ways ("Ville de Genève", "VILLE DE GENEVE.");
 * folding makes them equal without guessing: legal forms (GmbH, Ltd, e.V.) stay, because two institutions may differ
 * by nothing else.
 */

/** What carries no meaning in a name: everything that is neither letter, digit nor a mark that a letter needs. */
const PUNCTUATION = /[^\p{L}\p{N}\p{M}]+/gu;

/** Marks of Latin, Greek and Cyrillic letters (accents). Marks of other scripts are vowels or letters: they stay. */
const ACCENTS = /[\u0300-\u036f]+/g;

/**
 * Letters that Unicode does not decompose although people write them both ways.
 * `ß` and final sigma are here because lower-casing leaves them different from their upper-case spelling.
 */
const SPELLINGS: Readonly<Record<string, string>> = {
  ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ł: 'l', ħ: 'h', ı: 'i', ς: 'σ',
};
const SPELT = new RegExp(`[${Object.keys(SPELLINGS).join('')}]`, 'g');

/** Most names need none of Unicode's care: for them the rules below come to this. */
const PLAIN = /^[\x20-\x7e]*$/;

/** A name in the form in which names are compared: lower case, no accents, punctuation to single blanks. */
export function foldName(name: string): string {
  if (PLAIN.test(name)) return name.toLowerCase().replace(/[^a-z0-9]+/g, ' ').trim();
  return name
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD') // lower-casing `İ` leaves a loose dot, which is an accent too
    .replace(ACCENTS, '')
    .replace(SPELT, (letter) => SPELLINGS[letter] ?? letter)
    .replace(PUNCTUATION, ' ')
    .trim()
    .normalize('NFC');
}

/** What a file says of an institution: identifier, name, or both. */
export type Named = { ref?: string | null | undefined; name?: string | null | undefined };

/**
 * Parent categories of the OECD DAC's list of channels (CRS code list "Channel of delivery", 2024). Publishers write them
 * where an identifier belongs: "23000" says "an NGO of a developing country", not which one.
 */
const CATEGORIES: ReadonlySet<string> = new Set(
  '10 11 12 13 20 21 22 23 30 31 32 40 41 42 43 44 45 46 47 50 51 52 60 61 62 63 90'.split(' ').map((two) => `${two}000`));

/**
 * The key under which an institution is counted: its identifier in upper case without blanks around it, else
 * `name:` and the folded name; a name also comes before a code that names only a kind of institution. Null: neither says anything (`""`, `" - "`), so nobody is named.
 */
export function organisationKey({ ref, name }: Named): string | null {
  const said = `${ref ?? ''}\0${name ?? ''}`;
  let known = keys.get(said);
  if (known === undefined) {
    if (keys.size >= MOST_KEYS) keys.clear();
    keys.set(said, (known = keyOf(ref, name)));
  }
  return known;
}

/** A file names the same institutions over and over, and folding is dear. Cleared when full: memory must not grow. */
const keys = new Map<string, string | null>();
const MOST_KEYS = 5000;

function keyOf(ref: Named['ref'], name: Named['name']): string | null {
  const identifier = ref?.normalize('NFKC').replace(/\s+/g, ' ').trim().toUpperCase();
  const isOne = identifier !== undefined && /[\p{L}\p{N}]/u.test(identifier);
  if (isOne && !CATEGORIES.has(identifier)) return identifier;
  const folded = name ? foldName(name) : '';
  if (isOne && folded === '') return identifier;
  return folded ? `name:${folded}` : null;
}

/** A key that is made from a name and not from an identifier. */
export function isNameKey(key: string): boolean {
  return key.startsWith('name:');
}
