import { readProlog } from '../../standards/iati/prolog.ts';

/**
 * What a file is, by its first bytes and never by its name. Only what intake can read has a kind of its own;
 * everything else is named, so that the person knows what was brought instead.
 */
export type Recognised =
  | { kind: 'gzip' }
  | { kind: 'zip' }
  | { kind: 'xml'; encoding: string; bomBytes: number; root: string | null }
  | { kind: 'other'; looksLike: LooksLike };

export type LooksLike = 'empty' | 'workbook' | 'old-office-file' | 'pdf' | 'image' | 'other-archive' | 'json' | 'web-page' | 'table' | 'text' | 'binary' | 'other-xml' | 'organisation-file';

/** How many bytes {@link recognise} needs to see: a prolog with licence comments may be long. */
export const HEAD_BYTES = 65_536;

const magic: readonly [LooksLike, number[]][] = [
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['old-office-file', [0xd0, 0xcf, 0x11, 0xe0]],
  ['image', [0x89, 0x50, 0x4e, 0x47]],
  ['image', [0xff, 0xd8, 0xff]],
  ['image', [0x47, 0x49, 0x46, 0x38]],
  ['other-archive', [0x37, 0x7a, 0xbc, 0xaf]],
  ['other-archive', [0x52, 0x61, 0x72, 0x21]],
  ['other-archive', [0x42, 0x5a, 0x68]],
  ['other-archive', [0xfd, 0x37, 0x7a, 0x58, 0x5a]],
];

const startsWith = (bytes: Buffer, what: readonly number[]) => what.every((b, i) => bytes[i] === b);

/** @param head the first {@link HEAD_BYTES} bytes, or all where there are fewer */
export function recognise(head: Buffer): Recognised {
  if (head.length === 0) return { kind: 'other', looksLike: 'empty' };
  if (startsWith(head, [0x1f, 0x8b])) return { kind: 'gzip' };
  if (startsWith(head, [0x50, 0x4b, 3, 4]) || startsWith(head, [0x50, 0x4b, 5, 6])) return { kind: 'zip' };
  for (const [looksLike, bytes] of magic) if (startsWith(head, bytes)) return { kind: 'other', looksLike };

  const { encoding, bomBytes } = encodingOf(head);
  const text = decoder(encoding).decode(head.subarray(bomBytes), { stream: true });
  const trimmed = text.trimStart();
  if (trimmed === '') return { kind: 'other', looksLike: text === '' || /^\s+$/.test(text) ? 'empty' : 'binary' };
  if (trimmed.startsWith('<')) {
    const root = rootOf(trimmed);
    if (root === 'html' || /^<!doctype html/i.test(trimmed)) return { kind: 'other', looksLike: 'web-page' };
    if (root === 'iati-organisations') return { kind: 'other', looksLike: 'organisation-file' };
    // Without a root in sight (a prolog of 64 kB, or broken XML) the standard's reader decides and says where it broke.
    if (root === null || root === 'iati-activities' || root === 'result') return { kind: 'xml', encoding, bomBytes, root };
    return { kind: 'other', looksLike: 'other-xml' };
  }
  if (/[\u0000-\u0008\u000e-\u001f]/.test(text.slice(0, 4096))) return { kind: 'other', looksLike: 'binary' };
  if (/^[[{]/.test(trimmed)) return { kind: 'other', looksLike: 'json' };
  const lines = trimmed.split(/\r?\n/, 4).filter((l) => l !== '');
  const separated = (by: string) => lines.length > 1 && lines.every((l) => l.includes(by));
  return { kind: 'other', looksLike: [',', ';', '\t'].some(separated) ? 'table' : 'text' };
}

/**
 * Encoding of an XML text: byte order mark, else the zero bytes of UTF-16 without one, else what the declaration says,
 * else UTF-8 (the rule of XML 1.0, appendix F). A label that nobody knows counts as UTF-8; the reader sees the damage.
 */
function encodingOf(head: Buffer): { encoding: string; bomBytes: number; declared: string | null } {
  if (startsWith(head, [0xef, 0xbb, 0xbf])) return { encoding: 'utf-8', bomBytes: 3, declared: null };
  if (startsWith(head, [0xff, 0xfe])) return { encoding: 'utf-16le', bomBytes: 2, declared: null };
  if (startsWith(head, [0xfe, 0xff])) return { encoding: 'utf-16be', bomBytes: 2, declared: null };
  if (startsWith(head, [0x3c, 0, 0x3f, 0]) || startsWith(head, [0x3c, 0, 0x69, 0])) return { encoding: 'utf-16le', bomBytes: 0, declared: null };
  if (startsWith(head, [0, 0x3c, 0, 0x3f]) || startsWith(head, [0, 0x3c, 0, 0x69])) return { encoding: 'utf-16be', bomBytes: 0, declared: null };
  const declared = /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z0-9._:-]+)["']/.exec(head.toString('latin1', 0, 1024))?.[1]?.toLowerCase() ?? null;
  // Declared as UTF-16 but read as single bytes up to here: it is not UTF-16.
  if (declared === null || declared.startsWith('utf-16') || !known(declared)) return { encoding: 'utf-8', bomBytes: 0, declared };
  return { encoding: declared, bomBytes: 0, declared };
}

const decoder = (encoding: string) => new TextDecoder(encoding, { ignoreBOM: true });

function known(label: string): boolean {
  try {
    return decoder(label).encoding !== 'replacement';
  } catch {
    return false;
  }
}

/** Local name of the root element: what stands after declaration, comments, instructions and document type. */
function rootOf(text: string): string | null {
  const name = /^<(?:[^\s/>:]+:)?([^\s/>:]+)/.exec(text.slice(readProlog(text).end))?.[1] ?? null;
  return name === null || name.startsWith('!') || name.startsWith('?') ? null : name;
}
