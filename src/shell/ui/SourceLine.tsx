import type { Passport } from '../../kernel/passport.ts';
import { useText } from '../text.tsx';
import { Content, Day } from './content.tsx';

const NAMED = 2;

/** Under every chart: from whom, as of when. */
export function SourceLine({ passport: p }: { passport: Passport }) {
  const text = useText();
  if (p.sources.length === 0) return null;
  const more = Math.max(p.sourceCount, p.sources.length) - Math.min(NAMED, p.sources.length);
  return (
    <span data-passport="">
      {text('source-line.sources')}{' '}
      {p.sources.slice(0, NAMED).map((s, i) => (
        <span key={`${s.key ?? ''}${s.name}`}>
          {i > 0 && ', '}
          <Content>{s.name}</Content>
        </span>
      ))}
      {more > 0 && ` ${text('source-line.more', { n: more })}`}
      {p.asOfLatest !== null && (
        <>
          {' · '}
          {text.rich('source-line.as-of', { on: <Day on={p.asOf ?? p.asOfLatest} /> })}
        </>
      )}
      {(p.freshness === 'due' || p.freshness === 'overdue' || p.freshness === 'delinquent') && (
        <>
          {' · '}
          <span className="late-word">{text(`freshness.${p.freshness}`)}</span>
        </>
      )}
    </span>
  );
}
