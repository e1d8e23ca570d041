/**
 * Prints how the passports of figures are distributed over the real IATI files, as the tables of
 * docs/methods/passport.md; `--write` puts them into that page. Reads the files through the readers of the import and
 * touches no database: each file is taken as if it were all there is.
 *
 *   npx tsx scripts/passport-distribution.ts [--write]
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { passportsOfFile, type FilePassports } from '../test/passports-of-file.ts';
import { realFiles, textOf } from '../test/generators/iati-corpus.ts';

/** A day on which these files are old. */
const LATER = '2026-11-22';
const root = fileURLToPath(new URL('..', import.meta.url));
const page = join(root, 'docs/methods/passport.md');
const [begin, end] = ['<!-- distribution: written by scripts/passport-distribution.ts -->', '<!-- end of distribution -->'];

const files = realFiles(root);
if (files.length === 0) {
  process.stderr.write('The real files are not beside this checkout: nothing to count.\n');
  process.exit(1);
}
const read = files.map((f) => ({ name: basename(f).replace(/\.xml(\.gz)?$/, ''), ...passportsOfFile(textOf(f)) }));

/** `A 3, C 97`: how often each value stands. */
function times(values: readonly (string | number)[]): string {
  const counts = new Map<string | number, number>();
  for (const v of values) counts.set(v, (counts.get(v) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)).map(([v, n]) => `${v} ${n}`).join(', ');
}
const row = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
const share = (part: number, whole: number) => (whole === 0 ? '–' : `${Math.round((part / whole) * 100)} %`);

function table(all: readonly ({ name: string } & FilePassports)[]): string {
  return [
    row(['file', 'activities', 'grade', 'reliability', 'credibility', 'fresh on the file’s own day', 'elements given', 'reporters', 'grade of the whole']),
    row(['---', '---:', '---', '---', '---', '---', '---:', '---:', '---:']),
    ...all.map((f) => row([
      f.name, f.passports.length, times(f.passports.map((p) => p.grade)), times(f.passports.map((p) => p.reliability)), times(f.passports.map((p) => p.credibility)),
      times(f.passports.map((p) => p.freshness)), share(f.given, f.expected), `${f.whole.completeness!.reported} of ${f.whole.completeness!.expected}`, f.whole.grade,
    ])),
  ].join('\n');
}

const everything = read.flatMap((f) => f.passports);
const text = [
  begin, '',
  `${read.length} files, ${everything.length} activities; each file taken as if it were all there is, on the day of its latest activity.`, '',
  table(read), '',
  `Over all of them: grade ${times(everything.map((p) => p.grade))}; reliability ${times(everything.map((p) => p.reliability))}; credibility ${times(everything.map((p) => p.credibility))}; freshness ${times(everything.map((p) => p.freshness))}.`, '',
  `The same on ${LATER}, years after most of these files were made: freshness ${times(files.flatMap((f) => passportsOfFile(textOf(f), LATER).passports.map((p) => p.freshness)))}.`, '',
  end,
].join('\n');

if (process.argv.includes('--write')) {
  const before = readFileSync(page, 'utf8');
  writeFileSync(page, before.slice(0, before.indexOf(begin)) + text + before.slice(before.indexOf(end) + end.length));
} else process.stdout.write(`${text}\n`);
