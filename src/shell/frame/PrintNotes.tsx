import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Figure } from '../../kernel/figure.ts';
import { useText, type Text } from '../text.tsx';
import { numberNotes, type PrintNote } from '../ui/print-notes.ts';

/** Paper has no hover: when the page is printed, every figure gets a footnote with what its passport says. */
export function PrintNotes() {
  const text = useText();
  const [notes, setNotes] = useState<PrintNote[]>([]);
  useEffect(() => {
    const paper = matchMedia('print');
    const number = () => paper.matches && flushSync(() => setNotes(numberNotes(document)));
    const before = () => flushSync(() => setNotes(numberNotes(document)));
    paper.addEventListener('change', number);
    addEventListener('beforeprint', before);
    return () => {
      paper.removeEventListener('change', number);
      removeEventListener('beforeprint', before);
    };
  }, []);
  if (notes.length === 0) return null;
  return (
    <footer className="print-notes">
      <h2>{text('print.notes')}</h2>
      <ol>
        {notes.map((n) => (
          <li key={n.no} value={n.no}>
            {noteWords(n.figure, text)}
          </li>
        ))}
      </ol>
      <p data-identifier="">{location.href}</p>
    </footer>
  );
}

function noteWords({ passport: p }: Figure, text: Text): string {
  const method = p.method.name === undefined ? null : text.maybe(`method.${p.method.name.split('@')[0]}`);
  const day = (on: string) => text.intl.formatDate(`${on}T00:00:00Z`, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
  return [
    text('figure.grade', { grade: p.grade }),
    method ?? text(`method-kind.${p.method.kind}` as 'method-kind.counted'),
    p.asOfLatest === null ? null : text('print.as-of', { on: day(p.asOf ?? p.asOfLatest) }),
    p.completeness === null ? null : text('passport.reported', { reported: p.completeness.reported, expected: p.completeness.expected }),
    p.conflicts > 0 ? text('figure.conflicts', { n: p.conflicts }) : null,
    p.sources.length === 0 ? null : text('print.sources', { names: p.sources.slice(0, 4).map((s) => s.name).join('; '), n: Math.max(0, p.sourceCount - 4) }),
  ]
    .filter((w) => w !== null)
    .join(' · ');
}
