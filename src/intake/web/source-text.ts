/**
 * The surroundings of one place in a kept file, read in the browser from the original as it came: unpacked where it is
 * packed, decoded by its own word, and no more of it held than is shown.
 */
export type SourceLine = { no: number; text: string };
export type Surroundings = {
  lines: SourceLine[];
  /** The line that was asked for; null: the file ends before it. */
  at: number | null;
  /** The line is longer than people read: it is shown in pieces, broken at its tags. */
  pieces: { before: string; at: string; after: string } | null;
};

/** Where in a very long line to look: an element by its path, or words that follow the record's identifier. */
export type Clue = { path?: string | undefined; record?: string | undefined; value?: string | undefined };

const AROUND = 14;
const LONG = 4000;
const EXCERPT = 1400;
/** Files of a single line are held whole while the place is looked for; beyond this only their beginning is. */
const MOST = 80_000_000;

export async function surroundings(bytes: ReadableStream<Uint8Array>, line: number, clue: Clue): Promise<Surroundings> {
  const reader = (await decoded(bytes)).getReader();
  const lines: SourceLine[] = [];
  let no = 1;
  let rest = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      // What lies before the window is let go as soon as its end is seen.
      const parts = (rest + (value ?? '')).split(/\r\n|\n|\r(?!$)/);
      rest = done ? '' : (parts.pop() ?? '');
      if (rest.length > MOST) rest = rest.slice(0, MOST);
      for (const text of parts) {
        if (no >= line - AROUND && no <= line + AROUND) lines.push({ no, text });
        no += 1;
      }
      if (done || no > line + AROUND) break;
    }
  } finally {
    void reader.cancel().catch(() => undefined);
  }
  const wanted = lines.find((l) => l.no === line);
  if (wanted === undefined) return { lines, at: null, pieces: null };
  if (wanted.text.length <= LONG) return { lines: lines.map((l) => (l.text.length <= LONG ? l : { ...l, text: `${l.text.slice(0, LONG)} …` })), at: line, pieces: null };
  return { lines: [], at: line, pieces: excerpt(wanted.text, clue) };
}

/** As text: unpacked where it is gzip, by the encoding that its beginning names, else UTF-8. */
async function decoded(bytes: ReadableStream<Uint8Array>): Promise<ReadableStream<string>> {
  const [beginning, whole] = await peeked(bytes);
  const packed = beginning[0] === 0x1f && beginning[1] === 0x8b;
  const [start, plain] = packed ? await peeked(whole.pipeThrough(new DecompressionStream('gzip') as unknown as ReadableWritablePair<Uint8Array, Uint8Array>)) : [beginning, whole];
  const named = start[0] === 0xff && start[1] === 0xfe ? 'utf-16le' : start[0] === 0xfe && start[1] === 0xff ? 'utf-16be' : /^[^>]*?encoding=["']([\w-]+)["']/.exec(new TextDecoder('latin1').decode(start.slice(0, 200)))?.[1];
  return plain.pipeThrough(new TextDecoderStream(known(named)) as unknown as ReadableWritablePair<string, Uint8Array>);
}

function known(encoding: string | undefined): string {
  try {
    return new TextDecoder(encoding).encoding;
  } catch {
    return 'utf-8';
  }
}

/** The first piece, and the whole with that piece still in it. */
async function peeked(bytes: ReadableStream<Uint8Array>): Promise<[Uint8Array, ReadableStream<Uint8Array>]> {
  const reader = bytes.getReader();
  const { value: first = new Uint8Array() } = await reader.read();
  const whole = new ReadableStream<Uint8Array>({
    start: (into) => into.enqueue(first),
    pull: async (into) => {
      const { done, value } = await reader.read();
      if (done) into.close();
      else into.enqueue(value);
    },
    cancel: (why) => reader.cancel(why),
  });
  return [first, whole];
}

/** The place in a very long line with what stands around it. */
function excerpt(line: string, clue: Clue): { before: string; at: string; after: string } {
  const [from, to] = (clue.path === undefined ? null : elementAt(line, clue.path)) ?? valueAfterRecord(line, clue) ?? [0, 0];
  const end = Math.min(to, from + EXCERPT);
  return { before: broken(line.slice(Math.max(0, from - EXCERPT), from)), at: broken(line.slice(from, end)), after: broken(line.slice(end, end + EXCERPT)) };
}

const broken = (xml: string) => xml.replace(/>\s*<(?!\/)/g, '>\n<');

function valueAfterRecord(line: string, { record, value }: Clue): [number, number] | null {
  const at = record === undefined ? -1 : line.indexOf(`>${record}<`);
  if (at === -1) return null;
  const found = value === undefined ? -1 : line.indexOf(`>${value}<`, at);
  return found === -1 ? [at + 1, at + 1 + (record ?? '').length] : [found + 1, found + 1 + (value ?? '').length];
}

/** Where the element of a path such as `/iati-activities/iati-activity[3]/value/@currency` stands; of an attribute, the start tag of its element. */
export function elementAt(xml: string, path: string): [number, number] | null {
  const steps = path.split('/').filter((s) => s !== '' && !s.startsWith('@') && s !== 'text()').map((s) => ({ name: s.replace(/\[\d+\]$/, ''), no: Number(/\[(\d+)\]$/.exec(s)?.[1] ?? 1) }));
  const wantsTag = path.includes('/@');
  let matched = 0;   // steps of the path that the open elements follow
  let depth = 0;
  let seen = 0;
  let start = -1;
  for (const tag of xml.matchAll(/<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<!\w[^>]*>|<(\/?)([\w:.-]+)(?:[^>"']|"[^"]*"|'[^']*')*?(\/?)>/g)) {
    const [whole, closing, name, empty] = tag;
    if (name === undefined) continue;
    if (closing === '/') {
      depth -= 1;
      if (start !== -1 && depth === steps.length - 1) return [start, tag.index + whole.length];
      if (depth < matched) return null;   // what would hold the element has ended
      continue;
    }
    const step = steps[matched];
    if (start === -1 && depth === matched && step !== undefined && name === step.name) {
      seen += 1;
      if (seen === step.no) {
        if (matched === steps.length - 1) {
          if (wantsTag || empty === '/') return [tag.index, tag.index + whole.length];
          start = tag.index;
        } else if (empty !== '/') matched += 1;
        seen = 0;
      }
    }
    if (empty !== '/') depth += 1;
  }
  return null;
}
