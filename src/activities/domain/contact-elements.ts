/**
 * Contact persons inside the text of one activity as it stands in a file. Nothing is parsed anew: CDATA is skipped as a
 * whole. What was commented out is a contact too, and what is not closed (the file is cut off, or broken) goes to the end.
 */
const element = /<contact-info(?:\s(?:"[^"]*"|'[^']*'|[^>"'/]|\/(?!>))*)?\/>|<contact-info(?:\s[^>]*)?(?:>[\s\S]*?(?:<\/contact-info\s*>|$)|$)/g;
/** Attributes of a tag; their values may hold what ends a tag elsewhere. */
const attributes = `(?:\\s(?:"[^"]*"|'[^']*'|[^>"'])*)?`;
const hidden = '<!--[\\s\\S]*?(?:-->|$)|<!\\[CDATA\\[[\\s\\S]*?(?:\\]\\]>|$)';
const pieces = new RegExp(`${hidden}|${element.source}`, 'g');

/**
 * The text with its contact-info elements replaced by a marker.
 * @param matches which of them; it gets the element's text as it stands
 * @param day the day of erasing, for the marker
 */
export function withoutContacts(activity: string, matches: (element: string) => boolean, day: string): { text: string; erased: number } {
  let erased = 0;
  const without = (found: string, marker: string): string => {
    if (!matches(found)) return found;
    erased++;
    return marker;
  };
  const text = activity.replace(pieces, (piece) => {
    if (piece.startsWith('<!--')) {
      const inner = piece.endsWith('-->') ? piece.slice(0, -3) : piece;
      return inner.replace(element, (found) => without(found, `contact-info erased ${day}`)) + piece.slice(inner.length);
    }
    return piece.startsWith('<contact-info') ? without(piece, `<!-- contact-info erased ${day} -->`) : piece;
  });
  return { text, erased };
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function resolved(xml: string): string {
  return xml.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return named[name] ?? whole;
    const code = hex !== undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

const identifiers = new RegExp(`${hidden}|<iati-identifier${attributes}>([\\s\\S]*?)</iati-identifier\\s*>`, 'g');

/** The identifier that an activity's text gives itself, outer blanks cut off; one that is commented out is none. */
export function identifierIn(activity: string): string | null {
  for (const [, text] of activity.matchAll(identifiers)) if (text !== undefined) return plain(text).trim();
  return null;
}

/** The text of an element that has no elements of its own. */
const plain = (xml: string): string =>
  xml.split(/(<!\[CDATA\[[\s\S]*?\]\]>)/).map((part) => (part.startsWith('<![CDATA[') ? part.slice(9, -3) : resolved(part.replace(/<!--[\s\S]*?-->/g, '')))).join('');

const textsOf = (xml: string, name: string): string[] => [...xml.matchAll(new RegExp(`<${name}${attributes}>([\\s\\S]*?)</${name}\\s*>`, 'g'))].map((m) => m[1]!);

/** Addresses and names of a contact-info element, in any version of the standard. */
function valuesIn(contact: string): { emails: string[]; names: string[] } {
  const names = textsOf(contact, 'person-name').flatMap((person) => (person.includes('<narrative') ? textsOf(person, 'narrative') : [person]));
  return { emails: textsOf(contact, 'email').map(plain), names: names.map(plain) };
}

const folded = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();

/**
 * Whether two addresses, or two names, are the same: as wholes, in any case, spacing and way to write accents. Never a
 * part of each other: `an@x.org` is somebody else than `jan@x.org`.
 */
export const isSame = (one: string, other: string): boolean => folded(one) === folded(other);

export type Person = { email?: string | undefined; name?: string | undefined };

/** Is this person meant by a contact-info element? Nobody named means everybody. */
export function isMeant(contact: string, { email, name }: Person): boolean {
  const { emails, names } = valuesIn(contact);
  return (email === undefined || emails.some((e) => isSame(e, email))) && (name === undefined || names.some((n) => isSame(n, name)));
}
