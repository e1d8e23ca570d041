import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type IatiProblem, iatiProblems } from '../../src/standards/iati/problems.ts';
import { root } from './tree.ts';

const sections: readonly [heading: string, belongs: (code: string) => boolean][] = [
  ['The file as XML', (code) => code.startsWith('xml.')],
  ['Activities, elements, codes and amounts', (code) => code.startsWith('iati.') && !code.startsWith('iati.rule.')],
  ['The standard ruleset', (code) => code.startsWith('iati.rule.')],
];

/** Text as it stands, not as markup. */
const plain = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('|', '\\|');

/** docs/problems-iati.md: written from the catalogue, so that it cannot say anything else. */
export function iatiProblemsPage(): string {
  const codes = Object.keys(iatiProblems) as IatiProblem[];
  const lines = [
    '# Problems of IATI files',
    '',
    'Written by `npx tsx test/rules/iati-problems-page.ts` from `src/standards/iati/problems*.ts` and `rules/`; a test fails when it differs. Codes are stable. Every problem names its file, line and xpath. How bad it is:',
    '',
    '- **critical** keeps the activity out (or ends the reading of the file; what was complete before it is taken in);',
    '- **error** is wrong by the standard, **warning** probably not meant, **advice** right but better done otherwise: the activity is taken in.',
    '',
    'A ✕ marks what an XML schema of the standard refuses a document for. In braces stand values of the single case: `{value}` as it stands in the file, `{suggestion}` as it was read instead. How files are read and judged: [methods/iati.md](methods/iati.md). Problems of the API: [problems.md](problems.md).',
  ];
  for (const [heading, belongs] of sections) {
    lines.push('', `## ${heading}`, '', '| code | how bad | schema | what is wrong | how to mend it |', '|---|---|:-:|---|---|');
    for (const code of codes.filter(belongs)) {
      const { severity, schema, what, mend } = iatiProblems[code];
      lines.push(`| \`${code}\` | ${severity} | ${schema ? '✕' : ''} | ${plain(what)} | ${plain(mend)} |`);
    }
  }
  return `${lines.join('\n')}\n`;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) writeFileSync(join(root, 'docs/problems-iati.md'), iatiProblemsPage());
