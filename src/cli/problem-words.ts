import { intakeProblems, sentence } from '../intake/domain/problems.ts';
import { iatiProblems } from '../standards/iati/problems.ts';
import { printable } from './table.ts';

type Text = { what: string; mend: string };
const texts: Readonly<Record<string, Text | undefined>> = { ...iatiProblems, ...intakeProblems };

/** A problem in words: what is wrong, with what stood there, and how to mend it. A code without words says itself. */
export function wordsOf(code: string, values: Readonly<Record<string, unknown>>): Text {
  const text = texts[code];
  if (!text) return { what: code, mend: '' };
  const short = Object.fromEntries(Object.entries(values).map(([k, v]) => [k, typeof v === 'string' && v.length > 80 ? `${v.slice(0, 80)}…` : v]));
  return { what: printable(sentence(text.what, short)), mend: printable(sentence(text.mend, short)) };
}
