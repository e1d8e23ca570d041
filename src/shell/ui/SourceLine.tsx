import type { Passport } from '../../kernel/passport.ts';
import { useText } from '../text.tsx';
import { Content, Day } from './content.tsx';

const NAMED = 2;

/** Under every chart: from whom, of which days. */
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
          <Age passport={p} />
        </>
      )}
    </span>
  );
}

/** Of which days the data is: one day, or the oldest and the newest of them. */
export function Age({ passport: p }: { passport: Passport }) {
  const text = useText();
  if (p.asOfLatest === null) return null;
  if (p.asOf === null) return <>{text.rich('age.newest', { latest: <Day on={p.asOfLatest} /> })}</>;
  if (p.asOf === p.asOfLatest) return <>{text.rich('age.one-day', { on: <Day on={p.asOf} /> })}</>;
  return <>{text.rich('age.span', { oldest: <Day on={p.asOf} />, latest: <Day on={p.asOfLatest} /> })}</>;
}
