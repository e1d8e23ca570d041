/**
 * An IATI file of any size, in constant memory: cloned from the real files where they are at hand, else made up
 * (iati-activity.ts). Clones say what their originals say under new identifiers, relations and flows shifted alike, so
 * that every clone of the whole set is a network of its own.
 */
import { closeSync, existsSync, openSync, readFileSync, readdirSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { generatedActivities, type Planted } from './iati-activity.ts';

export type Corpus = { path: string; bytes: number; activities: number; transactions: number; rounds: number; planted: Planted | null };

/** Real files beside the checkout (folder `shared`); empty where they are not. */
export function realFiles(root: string): string[] {
  const shared = join(root, '../shared/data/activities');
  const folder = join(shared, 'iati');
  if (!existsSync(folder)) return [];
  const published = readdirSync(folder).sort().flatMap((part) => readdirSync(join(folder, part)).sort().map((name) => join(folder, part, name)));
  return [...published, join(shared, 'iati-standard/example-activity-2.03-annotated.xml')];
}

export function textOf(file: string): string {
  const bytes = readFileSync(file);
  return (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString('utf8');
}

/** The activities of a file as they stand, each with the prefixes of its surroundings given elsewhere. */
export function* activitiesOf(text: string): Generator<string> {
  for (let at = text.indexOf('<iati-activity '); at >= 0; ) {
    const end = text.indexOf('</iati-activity>', at);
    if (end < 0) return;
    const next = end + '</iati-activity>'.length;
    yield text.slice(at, next);
    at = text.indexOf('<iati-activity ', next);
  }
}

const namesAnActivity = [
  /(<iati-identifier\b[^>]*>\s*)([^<]*?)(\s*<\/iati-identifier>)/g,
  /(\b(?:provider-activity-id|receiver-activity-id|activity-id)\s*=\s*["'])([^"']*?)(["'])/g,
  /(<related-activity\b[^>]*?\bref\s*=\s*["'])([^"']*?)(["'])/g,
];

/** The same activity under new identifiers: everything that names an activity gets the same ending. */
export function shifted(activity: string, ending: string): string {
  let text = activity;
  for (const pattern of namesAnActivity) text = text.replace(pattern, (_, before: string, id: string, after: string) => before + (id === '' ? '' : id + ending) + after);
  return text;
}

/** A file that opens an XML document, takes pieces, and closes it; writes a megabyte at a time. */
class Writer {
  bytes = 0;
  private fd: number;
  private pending: string[] = [];
  private waiting = 0;

  constructor(path: string) {
    this.fd = openSync(path, 'w');
  }

  add(text: string): void {
    this.pending.push(text);
    this.waiting += text.length;
    if (this.waiting > 1 << 20) this.flush();
  }

  private flush(): void {
    const chunk = Buffer.from(this.pending.join(''));
    for (let at = 0; at < chunk.length; ) at += writeSync(this.fd, chunk, at);
    this.bytes += chunk.length;
    this.pending = [];
    this.waiting = 0;
  }

  get size(): number {
    return this.bytes + this.waiting;
  }

  close(): number {
    this.flush();
    closeSync(this.fd);
    return this.bytes;
  }
}

const times = (text: string, what: string) => text.split(what).length - 1;

/** Prefixes that an activity may use without declaring them: those declared anywhere around it in its file. */
function prefixesIn(text: string, into: Map<string, string>): void {
  for (const m of text.matchAll(/\bxmlns:([\w.-]+)\s*=\s*["']([^"']*)["']/g)) if (!into.has(m[1]!)) into.set(m[1]!, m[2]!);
}

/** Writes clones of the files until the size is reached; the last activity is whole. */
export function writeClones(path: string, bytes: number, files: readonly string[]): Corpus {
  const prefixes = new Map<string, string>();
  for (const file of files) prefixesIn(textOf(file), prefixes);
  const out = new Writer(path);
  const declared = [...prefixes].map(([p, uri]) => ` xmlns:${p}="${uri}"`).join('');
  out.add(`<?xml version="1.0" encoding="UTF-8"?>\n<iati-activities version="2.03"${declared}>\n`);
  const corpus: Corpus = { path, bytes: 0, activities: 0, transactions: 0, rounds: 0, planted: null };
  while (out.size < bytes) {
    const ending = `-R${String(++corpus.rounds).padStart(3, '0')}`;
    for (const file of files) {
      const text = textOf(file);
      // A version that only the root (or a foreign attribute) tells must travel with each activity.
      const rootVersion = /<iati-activities\b[^>]*?\bversion\s*=\s*["']([\d.]+)["']/.exec(text)?.[1];
      for (const activity of activitiesOf(text)) {
        if (out.size >= bytes) break;
        const opening = /^<iati-activity\b[^>]*>/.exec(activity)![0];
        const foreign = /\biati-extra:version\s*=\s*["']([\d.]+)["']/.exec(opening)?.[1];
        const version = foreign ?? (/\bversion\s*=/.test(opening) ? undefined : rootVersion);
        const own = version === undefined || version.startsWith('2') ? activity : activity.replace('<iati-activity ', `<iati-activity version="${version}" `);
        out.add(`${shifted(own, ending)}\n`);
        corpus.activities++;
        corpus.transactions += times(activity, '<transaction>') + times(activity, '<transaction ');
      }
    }
  }
  out.add('</iati-activities>\n');
  corpus.bytes = out.close();
  return corpus;
}

/** Writes made-up activities until the size is reached (whole chains of ten). */
export function writeGenerated(path: string, bytes: number, options: { seed: number; dirt: number }): Corpus {
  const out = new Writer(path);
  out.add('<?xml version="1.0" encoding="UTF-8"?>\n<iati-activities version="2.03" generated-datetime="2024-01-31T00:00:00Z">\n');
  const made = generatedActivities(options);
  const corpus: Corpus = { path, bytes: 0, activities: 0, transactions: 0, rounds: 1, planted: made.planted };
  while (out.size < bytes) {
    for (const activity of made.nextChain()) {
      out.add(activity);
      corpus.activities++;
      corpus.transactions += times(activity, '<transaction ');
    }
  }
  out.add('</iati-activities>\n');
  corpus.bytes = out.close();
  return corpus;
}

/** A corpus of this size, made once and kept: from the real files where they are, else made up. */
export function corpusOf(root: string, folder: string, megabytes: number): Corpus {
  const files = realFiles(root);
  const path = join(folder, `${files.length > 0 ? 'clones' : 'generated'}-${megabytes}mb.xml`);
  const record = `${path}.json`;
  if (existsSync(record) && existsSync(path)) {
    const kept = JSON.parse(readFileSync(record, 'utf8')) as Corpus;
    if (kept.bytes === statSync(path).size) return { ...kept, path };
  }
  const bytes = megabytes * 1_000_000;
  const corpus = files.length > 0 ? writeClones(path, bytes, files) : writeGenerated(path, bytes, { seed: 20_240_131, dirt: 0.05 });
  const fd = openSync(record, 'w');
  writeSync(fd, JSON.stringify({ ...corpus, path: null }));
  closeSync(fd);
  return corpus;
}
