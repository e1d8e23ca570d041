import type { ReportedActivity } from '../../activities/domain/reported.ts';
import type { Applier, Staging } from '../../intake/domain/applier.ts';
import { key, text } from '../../intake/domain/copy-text.ts';
import { foldName, organisationKey } from '../domain/fold.ts';

type Mention = { ref: string | null; type: string | null; names: readonly { lang: string; text: string }[] };

/** Folding is the dear part, and a file says the same names over and over. Cleared when full: memory must not grow. */
const folded = new Map<string, string>();
function fold(name: string): string {
  let f = folded.get(name);
  if (f === undefined) {
    if (folded.size > 5000) folded.clear();
    folded.set(name, (f = foldName(name)));
  }
  return f;
}

/** Every way in which one activity names an institution, each once. */
function rows(r: ReportedActivity, no: number, into: Staging): void {
  const seen = new Set<string>();
  const say = (m: Mention | null): void => {
    if (m === null) return;
    const organisation = organisationKey({ ref: m.ref, name: m.names[0]?.text });
    if (organisation === null) return;
    for (const n of m.names.length > 0 ? m.names : [null]) {
      const once = `${organisation}\0${n?.text ?? ''}\0${n?.lang ?? ''}\0${m.type ?? ''}`;
      if (seen.has(once)) continue;
      seen.add(once);
      const name = n === null || n.text === '' ? null : n.text.slice(0, 500);
      into.add('staged_mentions', `${no}\t${key(organisation)}\t${text(name)}\t${key(name === null ? null : fold(name))}\t${key(n?.lang || null, 20)}\t${key(m.type, 20)}`);
    }
  };
  say(r.activity.reportingOrganisation);
  r.activity.participatingOrganisations.forEach(say);
  for (const t of r.transactions) {
    say(t.provider);
    say(t.receiver);
  }
}

/** What an import writes of organisations: under which keys and names its activities speak of them. */
export const organisationsApplier: Applier<ReportedActivity> = {
  staging: [{ name: 'staged_mentions', columns: 'no integer, organisation_key text, name text, name_key text, language text, kind text' }],
  rows,
  apply: [
    `insert into organisations_sightings (owner_id, audience, circle_id, batch_id, organisation_key, name, name_key, language, kind, times)
     select b.owner_id, b.audience, b.circle_id, b.batch_id, s.organisation_key, s.name, s.name_key, s.language, s.kind, count(*)
     from staged_mentions s join staged_verdicts v on v.no = s.no and v.new_id is not null cross join staged_batch b
     group by b.owner_id, b.audience, b.circle_id, b.batch_id, s.organisation_key, s.name, s.name_key, s.language, s.kind`,
  ],
  tables: [{ name: 'organisations_sightings', column: null }],
  demonstrationRemoved: ['delete from organisations_organisations where illustrative'],
};
