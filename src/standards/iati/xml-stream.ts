import { SaxesParser } from 'saxes';
import { readProlog } from './prolog.ts';
import { intern, noAttributes, XmlElement } from './xml-element.ts';

/** Why reading had to stop: a code of the catalogue, where, and what the parser said. */
export type Broken = { code: 'xml.broken' | 'xml.cut-off' | 'xml.doctype' | 'xml.encoding' | 'xml.too-deep' | 'xml.too-long'; line: number; column: number; reason: string };

export type StreamLimits = {
  /** Characters of one record; a longer one is skipped and named. */
  recordCharacters: number;
  /** Elements of one record. */
  recordElements: number;
  /** Characters of one tag, text or comment; a longer one ends the reading. */
  tokenCharacters: number;
  depth: number;
};

export const streamLimits: StreamLimits = { recordCharacters: 32 * 2 ** 20, recordElements: 500_000, tokenCharacters: 16 * 2 ** 20, depth: 200 };

export type StreamSink = {
  /** An element outside every record has begun (the root first); it has attributes and parent, never children. */
  outside(element: XmlElement): void;
  /** Text outside every record that is more than blanks. */
  textOutside(inside: XmlElement, line: number): void;
  /** A record has begun; it may still turn out to be too large. */
  begins(element: XmlElement): void;
  /** A complete record; `raw` is its text, beginning at `start` of the whole. The tree is valid during the call only. */
  record(element: XmlElement, raw: string, start: number, endLine: number): void;
  /** A record that exceeds the limits has ended. */
  tooLarge(element: XmlElement, endLine: number): void;
  broken(broken: Broken): void;
};

/** Characters of a skipped record that are kept. */
const TAIL = 4096;

/** Thrown through the parser to leave it: it would go on after an error, and call what follows by wrong names. */
const LEAVE = new Error('the file is broken; reading has stopped');

/**
 * Cuts a stream of XML text into records (elements named in `records`, at any depth) and hands over the tree of each,
 * one at a time; nothing else is kept. Any split of the text into chunks gives the same calls. Never throws for what
 * stands in the text: a broken document ends with one `broken` call, after all records that were complete before it.
 */
export function createStream(records: ReadonlySet<string>, known: Iterable<string>, sink: StreamSink, limits: StreamLimits = streamLimits) {
  const interned = new Map<string, string>();
  for (const name of known) interned.set(intern(name), intern(name));
  const parser = new SaxesParser({ position: false });

  /** Innermost open element; the chain of parents is the stack. */
  let current: XmlElement | null = null;
  let record: XmlElement | null = null;
  let depth = 0;
  let elements = 0;
  let skipping = false;
  let stopped = false;
  /** The tag being read is of another namespace: by a prefix, or by a default namespace that it declares. */
  let isForeign = false;
  /** Attributes of the tag being read. */
  const buffer: string[] = [];
  let buffered = 0;
  /** Text since `windowStart`, at least from the begin of the record or of the token being read. */
  let window = '';
  let windowStart = 0;
  let received = 0;
  let recordStart = 0;
  let lastEvent = 0;
  /** Line on which the token being read begins. */
  let line = 1;

  const stop = (code: Broken['code'], reason: string): void => {
    stopped = true;
    current = record = null;
    window = '';
    sink.broken({ code, line: parser.line, column: parser.column, reason });
  };
  const leave = (code: Broken['code'], reason: string): never => {
    stop(code, reason);
    throw LEAVE;
  };
  // Few handlers: with the seventh V8 turns the parser into a dictionary, and parsing takes five times as long.
  parser.on('error', (error) => leave(received < 0 ? 'xml.cut-off' : 'xml.broken', error.message));

  // The parser would make an object for each attribute, a list of them and a dictionary of that; we want names and
  // values in a row. What it does with them is replaced, a tenth of the parsing time is saved (saxes is pinned to 6.0.0,
  // and a test fails if it stops asking these two).
  const inner = parser as unknown as { pushAttrib: (name: string, value: string) => void; processAttribs: () => void };
  inner.pushAttrib = (raw, value) => {
    const name = interned.get(raw) ?? raw;
    buffer[buffered] = name;
    buffer[buffered + 1] = value;
    buffered += 2;
    if (name === 'xmlns') isForeign = value !== '';
  };
  inner.processAttribs = () => {
    for (let i = 2; i < buffered; i += 2) {
      for (let j = 0; j < i; j += 2) if (buffer[i] === buffer[j]) parser.fail(`duplicate attribute: ${buffer[i]}.`);
    }
  };

  parser.on('opentag', (tag) => {
    let name = interned.get(tag.name);
    if (name === undefined) {
      ({ name } = tag);
      if (name.includes(':')) isForeign = true;
    } else if (isForeign && record !== null) name = `*:${name}`;
    const position = parser.position;
    let attributes = noAttributes;
    if (buffered > 0) {
      // Two and four are most of them, and a literal is the cheapest array.
      if (buffered === 2) attributes = [buffer[0]!, buffer[1]!];
      else if (buffered === 4) attributes = [buffer[0]!, buffer[1]!, buffer[2]!, buffer[3]!];
      else attributes = buffer.slice(0, buffered);
      buffered = 0;
    }
    if (current === null && readProlog(window.slice(0, position - windowStart)).hasSubset) leave('xml.doctype', '');
    if (++depth > limits.depth) leave('xml.too-deep', String(limits.depth));
    const element = new XmlElement(name, attributes, current, line, position);
    if (isForeign) {
      element.isForeign = true;
      isForeign = false;
    }
    if (record !== null) {
      if (!skipping) {
        current!.append(element);
        if (++elements > limits.recordElements) skip();
      }
    } else if (records.has(name)) {
      record = element;
      elements = 1;
      skipping = false;
      recordStart = windowStart + window.lastIndexOf('<', position - windowStart - 2);
      sink.begins(element);
    } else {
      sink.outside(element);
      lastEvent = position;
    }
    current = element;
    line = parser.line;
  });

  const onText = (text: string): void => {
    line = parser.line;
    if (record === null) {
      // What stands before the root is kept until it has been looked through.
      if (current === null) return;
      // The parser has read the < that ended the text.
      lastEvent = parser.position - 1;
      if (!isBlank(text)) sink.textOutside(current, line);
    } else if (!skipping && !isBlank(text)) {
      const element = current!;
      element.text = element.text === '' ? text : element.text + text;
    }
  };
  parser.on('text', onText);
  parser.on('cdata', onText);

  parser.on('closetag', () => {
    const element = current!;
    const position = parser.position;
    element.closed = position;
    current = element.parent;
    depth--;
    if (record === null) lastEvent = position;
    else if (element === record) {
      const lastTag = window.lastIndexOf('<', position - windowStart - 1);
      // The parser closes what is open before it complains that the names differ.
      const closing = window.slice(lastTag + 2, position - windowStart - 1).trimEnd();
      if (closing !== element.name && lastTag + windowStart !== recordStart) leave('xml.broken', 'unexpected close tag.');
      record = null;
      if (skipping) sink.tooLarge(element, parser.line);
      else sink.record(element, window.slice(recordStart - windowStart, position - windowStart), recordStart, parser.line);
      lastEvent = position;
    }
  });

  /** Lets go of the tree of a record that is too large; its end is still waited for. */
  function skip(): void {
    skipping = true;
    record!.children = [];
    record!.text = '';
  }

  function write(chunk: string): void {
    if (stopped || chunk === '') return;
    // Of a record that is skipped only so much is kept that its end tag is seen whole.
    const keepFrom = record === null ? lastEvent : skipping ? Math.max(recordStart, received - TAIL) : recordStart;
    if (keepFrom > windowStart) {
      window = window.slice(keepFrom - windowStart);
      windowStart = keepFrom;
    }
    window = window === '' ? chunk : window + chunk;
    received += chunk.length;
    try {
      parser.write(chunk);
      // Inside a record the whole of it is measured: what it holds need not be.
      if (received - lastEvent > (record === null ? limits.tokenCharacters : limits.recordCharacters + limits.tokenCharacters)) leave('xml.too-long', String(limits.tokenCharacters));
      if (record !== null && !skipping && received - recordStart > limits.recordCharacters) skip();
    } catch (error) {
      if (error !== LEAVE) throw error;
    }
  }

  return {
    write,
    /** The text is over; a document that is not complete is reported as cut off. */
    end(): void {
      if (stopped) return;
      received = -1;
      try {
        parser.close();
      } catch (error) {
        if (error !== LEAVE) throw error;
      }
      stopped = true;
    },
    /** The caller cannot read on (bytes that are no text, a damaged archive): what was complete stays. */
    fail(code: Broken['code'], reason: string): void {
      if (!stopped) stop(code, reason);
    },
    get stopped(): boolean {
      return stopped;
    },
  };
}

/** Only blanks of XML: space, tab, new line, carriage return. */
export function isBlank(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c > 32 || (c !== 32 && c !== 10 && c !== 9 && c !== 13)) return false;
  }
  return true;
}
