import type { Figure } from '../../kernel/figure.ts';
import type { Grade, Passport, RateUsed, Source } from '../../kernel/passport.ts';
import { tlp } from '../../kernel/audience.ts';
import { reasonKey } from '../../kernel/reason.ts';
import { linkOfRows } from '../rows-link.ts';
import { T, useText } from '../text.tsx';
import { Content, Day, Identifier } from './content.tsx';
import { figureWords, unitSentence } from './figure-words.ts';
import { GradeMark } from './GradeMark.tsx';
import { Tlp } from './Tlp.tsx';
import { PageLink } from './PageLink.tsx';

const grades = [5, 4, 3, 2, 1] as const satisfies readonly Grade[];
const SHOWN = 5;

/** Everything that stands behind a figure, in words: where from, as of when, how it was made, how far it can be relied on. */
export function PassportShow({ figure, onLeave }: { figure: Figure; onLeave: () => void }) {
  const text = useText();
  const words = figureWords(figure, text);
  const p = figure.passport;
  const exact = figure.value === null ? words.exact : (unitSentence(figure.unit, figure.value, text, words.exact) ?? words.exact);
  const rows = p.rows === null ? null : linkOfRows(p.rows);
  return (
    <div className="passport" data-passport="">
      <p className="passport__value">{exact}</p>
      {words.exactRange !== null && <p className="passport__range">{text('figure.between', { range: words.exactRange })}</p>}
      <p className="passport__grade">
        <GradeMark grade={p.grade} />
        <strong>{text(`grade.${p.grade}` as 'grade.5')}</strong>
        <span className="quiet">{text('passport.grade-of-five', { grade: p.grade })}</span>
      </p>
      {p.because.length > 0 && (
        <ul className="passport__because">
          {p.because.slice(0, 4).map((r) => (
            <li key={reasonKey(r)}>{text.maybe(`reason.${r.code}`, r.params) ?? <T id="reason.other" values={{ code: <Identifier>{r.code}</Identifier> }} />}</li>
          ))}
        </ul>
      )}
      <GradeShares shares={p.gradeShares} />
      <dl className="passport__facts">
        <Fact term={text('passport.method')}>{methodWords(p, text)}</Fact>
        <Fact term={text('passport.as-of')}>
          {p.asOf === null && p.asOfLatest === null ? text('passport.as-of-unknown') : <AsOf passport={p} />}
          {p.freshness !== 'unknown' && p.freshness !== 'fresh' && <span className="passport__late">{text(`freshness.${p.freshness}` as 'freshness.due')}</span>}
        </Fact>
        {p.period !== null && (
          <Fact term={text('passport.period')}>
            <Day on={p.period.from} /> – <Day on={p.period.to} />
          </Fact>
        )}
        <Fact term={text('passport.complete')}>
          {p.completeness === null ? text('passport.complete-unknown') : text('passport.reported', { reported: p.completeness.reported, expected: p.completeness.expected })}
          {p.missingReporters > 0 && <span className="quiet"> {text('passport.missing', { n: p.missingReporters })}</span>}
        </Fact>
        {p.estimatedShare > 0 && <Fact term={text('passport.estimated')}>{text.intl.formatNumber(p.estimatedShare, { style: 'percent', maximumFractionDigits: 1 })}</Fact>}
        {p.conflicts > 0 && <Fact term={text('passport.conflicts')}>{text('passport.conflicts-n', { n: p.conflicts })}</Fact>}
        {p.protection !== 'none' && <Fact term={text('passport.protection')}>{text(`protection.${p.protection}` as 'protection.rounded')}</Fact>}
        <Fact term={text('passport.sources', { n: p.sourceCount })}>
          <Sources sources={p.sources} count={p.sourceCount} />
        </Fact>
        {p.rateCount > 0 && (
          <Fact term={text('passport.rates')}>
            <Rates rates={p.rates} count={p.rateCount} />
          </Fact>
        )}
        <Fact term={text('passport.readers')}>
          <Tlp label={tlp[p.audience.audience]} /> {text(`audience.${p.audience.audience}` as 'audience.public')}
        </Fact>
      </dl>
      {(rows !== null || p.method.name?.startsWith('ledger@') === true) && (
        <p className="passport__links">
          {p.method.name?.startsWith('ledger@') === true && (
            <PageLink to="/money" search={moneySearch(p)} onClick={onLeave}>
              {text('passport.how-counted')}
            </PageLink>
          )}
          {rows !== null && (
            <PageLink to={rows.to} search={rows.search} onClick={onLeave}>
              {text('passport.open-rows')}
            </PageLink>
          )}
        </p>
      )}
    </div>
  );
}

/** The selection that the figure stands for, as the money page understands it. */
function moneySearch(p: Passport): Record<string, unknown> {
  const { place, sector, organisation, year, within } = p.rows?.input ?? {};
  return { place, sector, organisation, year, within };
}

function Fact({ term, children }: { term: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function AsOf({ passport: p }: { passport: Passport }) {
  const text = useText();
  if (p.asOf === null) return <T id="passport.as-of-part" values={{ latest: <Day on={p.asOfLatest ?? ''} /> }} />;
  if (p.asOfLatest === null || p.asOf === p.asOfLatest) return <Day on={p.asOf} />;
  return <>{text.rich('passport.as-of-span', { oldest: <Day on={p.asOf} />, latest: <Day on={p.asOfLatest} /> })}</>;
}

function methodWords(p: Passport, text: ReturnType<typeof useText>): React.ReactNode {
  const kind = text(`method-kind.${p.method.kind}` as 'method-kind.counted');
  if (p.method.name === undefined) return kind;
  const said = text.maybe(`method.${p.method.name.split('@')[0]}`);
  return (
    <>
      {said ?? kind} <Identifier>{p.method.name}</Identifier>
    </>
  );
}

function Sources({ sources, count }: { sources: Source[]; count: number }) {
  const text = useText();
  const more = Math.max(count, sources.length) - Math.min(SHOWN, sources.length);
  return (
    <ul className="passport__list">
      {sources.slice(0, SHOWN).map((s) => (
        <li key={`${s.key ?? ''}${s.name}${s.batchId ?? ''}`}>
          <SourceName source={s} />
          {s.publishedOn !== undefined && (
            <span className="quiet">
              {' '}
              <Day on={s.publishedOn} />
            </span>
          )}
        </li>
      ))}
      {more > 0 && <li className="quiet">{text('passport.more', { n: more })}</li>}
    </ul>
  );
}

function SourceName({ source }: { source: Source }) {
  if (source.url !== undefined && /^https?:/.test(source.url)) {
    return (
      <a href={source.url} rel="noreferrer noopener" target="_blank">
        <Content>{source.name}</Content>
      </a>
    );
  }
  if (source.batchId !== undefined) {
    return (
      <PageLink to="/bring/$batch" params={{ batch: String(source.batchId) }}>
        <Content>{source.name}</Content>
      </PageLink>
    );
  }
  return <Content>{source.name}</Content>;
}

function Rates({ rates, count }: { rates: RateUsed[]; count: number }) {
  const text = useText();
  const more = Math.max(count, rates.length) - Math.min(SHOWN, rates.length);
  return (
    <ul className="passport__list">
      {rates.slice(0, SHOWN).map((r) => (
        <li key={`${r.from}${r.to}${r.on}${r.rate}`}>
          <T
            id="passport.rate"
            values={{ from: <Identifier>{r.from}</Identifier>, to: <Identifier>{r.to}</Identifier>, rate: text.intl.formatNumber(Number(r.rate), { maximumSignificantDigits: 6 }), on: <Day on={r.on} />, source: <Content>{r.source}</Content> }}
          />
        </li>
      ))}
      {more > 0 && <li className="quiet">{text('passport.more', { n: more })}</li>}
    </ul>
  );
}

function GradeShares({ shares }: { shares: Passport['gradeShares'] }) {
  const text = useText();
  const present = grades.filter((g) => shares[g] > 0.0005);
  if (present.length < 2) return null;
  return (
    <div className="passport__shares">
      <div className="passport__shares-bar" aria-hidden="true">
        {present.map((g) => (
          <span key={g} data-grade={g} style={{ flexGrow: shares[g] }} />
        ))}
      </div>
      <ul>
        {present.map((g) => (
          <li key={g}>
            <GradeMark grade={g} /> {text('passport.share-at', { share: text.intl.formatNumber(shares[g], { style: 'percent', maximumFractionDigits: shares[g] < 0.01 ? 1 : 0 }), grade: text(`grade.${g}` as 'grade.5') })}
          </li>
        ))}
      </ul>
    </div>
  );
}
