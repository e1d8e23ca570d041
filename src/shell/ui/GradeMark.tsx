import type { Grade } from '../../kernel/passport.ts';
import './figure.css';

/** A small tile, filled as far as the figure can be relied on: full is grade 5, an outline is grade 1. */
export function GradeMark({ grade, label }: { grade: Grade; label?: string }) {
  const height = ((grade - 1) / 4) * 8;
  return (
    <svg className="grade-mark" viewBox="0 0 10 10" data-grade={grade} {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}>
      <rect x="0.75" y="0.75" width="8.5" height="8.5" rx="1.4" className="grade-mark__frame" />
      {grade > 1 && <rect x="1" y={9 - height} width="8" height={height} rx={grade === 5 ? 1.2 : 0.6} className="grade-mark__fill" />}
    </svg>
  );
}
