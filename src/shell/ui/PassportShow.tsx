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
import { Age } from './SourceLine.tsx';

const grades = [5, 4, 3, 2, 1] as const satisfies readonly Grade[];
const SHOWN = 5;
const REASONS = 8;
/** A part of a total below this is not worth a word. */
const MENTIONED = 0.0005;

/** Everything that stands behind a figure, in words: how far it can be relied on, how it was made, how new it is, who reported, where from. */
export function PassportShow({ figure, onLeave }: { figure: Figure; onLeave: () => void }) {
  const text = useText();
  const words = figureWords(figure, text);
  const p = figure.passport;
  const exact = figure.value === null ? words.exact : (unitSentence(figure.unit, figure.value, text, words.exact) ?? words.exact);
  const rows = linkOfRows(p.rows);
  const percent = (share: number) => text.intl.formatNumber(share, { style: 'percent', maximumFractionDigits: share < 0.1 ? 1 : 0 });
  return (
    <div className="passport" data-passport="">
      <p className="passport__value">{exact}</p>
      {words.exactRange !== null && <p className="passport__range">{text('figure.between', { range: words.exactRange })}</p>}
      <Reliance passport={p} />
      <dl className="passport__facts">
        <Fact term={text('passport.method')}>{methodWords(p, text)}</Fact>
        <Fact term={text('passport.age')}>
          {p.asOf === null && p.asOfLatest === null ? text('passport.age-unknown') : <span className="passport__age"><Age passport={p} /></span>}
          {(p.freshness === 'due' || p.freshness === 'overdue' || p.freshness === 'delinquent') && <span className="passport__more">{text(`passport.${p.freshness}`)}</span>}
        </Fact>
        {p.period !== null && (
          <Fact term={text('passport.period')}>
            <Day on={p.period.from} /> – <Day on={p.period.to} />
          </Fact>
        )}
        <Fact term={text('passport.complete')}>
          {p.completeness === null ? text('passport.complete-unknown') : text('passport.reported', { reported: p.completeness.reported, expected: p.completeness.expected })}
          {p.missingReporters > 0 && <span className="passport__more">{text('passport.missing', { n: p.missingReporters })}</span>}
        </Fact>
        {p.estimatedShare > 0 && <Fact term={text('passport.estimated')}>{text(p.rateCount > 0 ? 'passport.estimated-rates' : 'passport.estimated-share', { share: percent(p.estimatedShare) })}</Fact>}
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
            <PageLink to={rows.to} params={rows.params} search={rows.search} onClick={onLeave}>
              {text('passport.open-rows')}
            </PageLink>
          )}
        </p>
      )}
    </div>
  );
}

/** How far it can be relied on and what to do about it; a total made of better and worse parts says how much is which. */
function Reliance({ passport: p }: { passport: Passport }) {
  const text = useText();
  const mixed = grades.filter((g) => p.gradeShares[g] > MENTIONED).length > 1;
  return (
    <section className="passport__reliance">
      <h3>{text('passport.reliance')}</h3>
      <p className="passport__grade">
        <GradeMark grade={p.grade} />
        <span>
          <strong>{text(mixed ? `grade-weakest.${p.grade}` : `grade.${p.grade}`)}</strong> <span className="quiet">{text('passport.grade-of-five', { grade: p.grade })}</span>
        </span>
      </p>
      {mixed ? <GradeShares shares={p.gradeShares} /> : <p>{text(`grade-advice.${p.grade}`)}</p>}
      {p.because.length > 0 && (
        <details className="passport__because">
          <summary>{text('passport.why')}</summary>
          <ul>
            {p.because.slice(0, REASONS).map((r) => (
              <li key={reasonKey(r)}>{text.maybe(`reason.${r.code}`, r.params) ?? <T id="reason.other" values={{ code: <Identifier>{r.code}</Identifier> }} />}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
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
  const present = grades.filter((g) => shares[g] > MENTIONED);
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
            <GradeMark grade={g} /> {text('passport.share-at', { share: text.intl.formatNumber(shares[g], { style: 'percent', maximumFractionDigits: shares[g] < 0.01 ? 1 : 0 }), grade: g })}
          </li>
        ))}
      </ul>
    </div>
  );
}
