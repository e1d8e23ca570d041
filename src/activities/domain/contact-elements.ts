/**
 * Contact persons inside the text of one activity as it stands in a file. Nothing is parsed anew: comments and CDATA are
 * skipped as wholes, everything else of an activity that was read once is well-formed.
 */
const pieces = /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<contact-info(?:\s[^>]*)?\/>|<contact-info(?:\s[^>]*)?>[\s\S]*?<\/contact-info\s*>/g;

/**
 * The text with its contact-info elements replaced by a marker.
 * @param matches which of them; it gets the element's text with character references resolved
 * @param day the day of erasing, for the marker
 */
export function withoutContacts(activity: string, matches: (element: string) => boolean, day: string): { text: string; erased: number } {
  let erased = 0;
  const text = activity.replace(pieces, (piece) => {
    if (!piece.startsWith('<contact-info') || !matches(resolved(piece))) return piece;
    erased++;
    return `<!-- contact-info erased ${day} -->`;
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

/** The identifier that an activity's text gives itself, outer blanks cut off. */
export function identifierIn(activity: string): string | null {
  const text = /<iati-identifier(?:\s[^>]*)?>([\s\S]*?)<\/iati-identifier\s*>/.exec(activity)?.[1];
  return text === undefined ? null : resolved(text.replace(/<!--[\s\S]*?-->/g, '').replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, '$1')).trim();
}

/** Is this person meant? Address and name as they were typed, in any case and spacing; nobody named means everybody. */
export function isMeant(text: string, person: { email?: string | undefined; name?: string | undefined }): boolean {
  const plain = (t: string) => t.replace(/\s+/g, ' ').toLowerCase();
  const has = (part: string | undefined) => part === undefined || plain(text).includes(plain(part).trim());
  return has(person.email) && has(person.name);
}
