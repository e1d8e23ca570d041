import { seeded, daysAfter, type Chance } from './seeded.ts';

/**
 * Made-up activities in chains of ten: two of a donor, three of agencies, five of organisations that spend. Each chain
 * stands alone, so its true totals are known; dirt is planted at a given rate and counted by kind.
 */
export type Planted = { dirt: Record<string, number>; naiveCents: bigint; entryCents: bigint; endCents: bigint };

const countries = ['AL', 'BA', 'ME', 'MK', 'RS', 'TR', 'TN', 'MA', 'NE', 'LB', 'JO', 'ET'];
const sectors = ['15190', '72010', '93010', '13010', '11330', '15160', '15180', '12220', '11220', '16010', '31120', '15150'];
const themes = ['reception of people in transit', 'access to school', 'legal counselling', 'local jobs', 'health posts', 'return and reintegration', 'municipal services', 'protection of children', 'support by diaspora'];
const steps = ['Assessment with the municipalities', 'Training of staff', 'Small grants to associations', 'Equipment of one-stop offices', 'Follow-up after six months'];

/** What can be wrong; every kind leaves the money of the chain as it was. */
const dirt: Record<string, (xml: string, chance: Chance) => string> = {
  'no-title': (xml) => xml.replace(/<title>[\s\S]*?<\/title>/, '<title></title>'),
  'shares-not-100': (xml) => xml.replace('percentage="60"', 'percentage="45"'),
  'region-as-country': (xml) => xml.replace(/<recipient-country code="\w+"/, '<recipient-country code="998"'),
  'impossible-date': (xml) => xml.replace(/<activity-date type="1" iso-date="[^"]+"/, '<activity-date type="1" iso-date="2021-02-31"'),
  'identifier-with-blanks': (xml) => xml.replace(/<iati-identifier>([^<]+)</, '<iati-identifier>\n      $1\n    <'),
  'unknown-sector': (xml) => xml.replace(/<sector vocabulary="1" code="\d+"/, '<sector vocabulary="1" code="99999"'),
  'escaped-twice': (xml) => xml.replace('of the region', 'of the region &amp;amp; beyond'),
  'value-in-words': (xml, c) => xml.replace('</iati-activity>', transaction('12', '2022-03-01', 'not yet known', `W${c.int(1, 999)}`, null, null) + '</iati-activity>'),
  'empty-value': (xml, c) => xml.replace('</iati-activity>', transaction('12', '2022-03-01', '', `N${c.int(1, 999)}`, null, null) + '</iati-activity>'),
  'element-out-of-order': (xml) => xml.replace(/(<activity-status code="\d"\/>)\s*/, '').replace('</iati-activity>', '  <activity-status code="2"/>\n</iati-activity>'),
};

const cents = (value: bigint) => `${value / 100n}.${String(value % 100n).padStart(2, '0')}`;
const named = (name: string) => `<narrative>${name}</narrative>`;

type End = { ref: string; name: string; type: string; activity: string | null };
const side = (which: 'provider' | 'receiver', e: End | null) =>
  e === null ? '' : `\n    <${which}-org ref="${e.ref}" type="${e.type}"${e.activity ? ` ${which}-activity-id="${e.activity}"` : ''}>${named(e.name)}</${which}-org>`;

function transaction(type: string, on: string, value: string, ref: string, provider: End | null, receiver: End | null): string {
  return `  <transaction ref="${ref}">
    <transaction-type code="${type}"/>
    <transaction-date iso-date="${on}"/>
    <value currency="EUR" value-date="${on}">${value}</value>
    <description>${named(`Payment ${ref} under the agreement of the same number`)}</description>${side('provider', provider)}${side('receiver', receiver)}
  </transaction>
`;
}

type Draft = { id: string; by: End; hierarchy: number; rows: string[]; theme: string };

export function generatedActivities({ seed, dirt: rate }: { seed: number; dirt: number }): { planted: Planted; nextChain(): string[] } {
  const chance = seeded(seed);
  const planted: Planted = { dirt: {}, naiveCents: 0n, entryCents: 0n, endCents: 0n };
  let chain = 0;
  return {
    planted,
    nextChain() {
      chain++;
      const drafts = chainOf(chain, chance, planted);
      return drafts.map((d) => {
        let xml = activityXml(d, chance);
        if (chance.happens(rate)) {
          const kind = chance.pick(Object.keys(dirt));
          xml = dirt[kind]!(xml, chance);
          planted.dirt[kind] = (planted.dirt[kind] ?? 0) + 1;
        }
        return xml;
      });
    },
  };
}

/** Donor → agencies → organisations that spend; every flow is told by its provider, most also by its receiver. */
function chainOf(chain: number, chance: Chance, planted: Planted): Draft[] {
  const org = (tier: 'D' | 'A' | 'N', n: number): End => {
    const number = tier === 'D' ? (chain % 12) + 1 : tier === 'A' ? ((chain * 3 + n) % 40) + 1 : ((chain * 5 + n) % 300) + 1;
    const words = { D: 'Donor', A: 'Agency', N: 'Association' };
    return { ref: `XX-GEN-${tier}${number}`, name: `${words[tier]} ${number}`, type: { D: '10', A: '40', N: '21' }[tier], activity: null };
  };
  const draft = (tier: 'D' | 'A' | 'N', n: number): Draft => {
    const by = org(tier, n);
    const id = `${by.ref}-${String(chain).padStart(6, '0')}-${n}`;
    return { id, by: { ...by, activity: id }, hierarchy: tier === 'D' ? 1 : 2, rows: [], theme: chance.pick(themes) };
  };
  const donors = [draft('D', 0), draft('D', 1)];
  const agencies = [draft('A', 2), draft('A', 3), draft('A', 4)];
  const spenders = [draft('N', 5), draft('N', 6), draft('N', 7), draft('N', 8), draft('N', 9)];
  let no = 0;
  const pay = (from: Draft, to: Draft, amount: bigint, on: string) => {
    const ref = `${chain}-${++no}`;
    from.rows.push(transaction('3', on, cents(amount), ref, from.by, to.by));
    if (chance.happens(0.7)) to.rows.push(transaction('1', daysAfter(on, chance.int(0, 12)), cents(amount), ref, from.by, to.by));
    planted.naiveCents += amount;
  };
  const first = chance.day(2018, 2022);
  for (const [i, agency] of agencies.entries()) {
    const donor = donors[i === 0 ? 0 : 1]!;
    const parts = chance.int(2, 5);
    const amount = BigInt(chance.int(40_000, 900_000)) * 100n;
    donor.rows.push(transaction('2', first, cents(amount * BigInt(parts)), `${chain}-C${i}`, donor.by, agency.by));
    for (let p = 0; p < parts; p++) pay(donor, agency, amount + BigInt(p * 1000), daysAfter(first, p * 90));
    planted.entryCents += amount * BigInt(parts) + BigInt(((parts * (parts - 1)) / 2) * 1000);
    const mine = i === 2 ? spenders.slice(4) : spenders.slice(i * 2, i * 2 + 2);
    for (const spender of mine) {
      const share = (amount * BigInt(parts)) / 3n;
      for (let p = 0; p < 3; p++) pay(agency, spender, share / 3n - BigInt(p), daysAfter(first, 30 + p * 100));
      const spent = (share * 9n) / 10n;
      for (let p = 0; p < 6; p++) {
        const part = p === 5 ? spent - (spent / 6n) * 5n : spent / 6n;
        spender.rows.push(transaction('4', daysAfter(first, 60 + p * 45), cents(part), `${chain}-E${++no}`, spender.by, null));
        planted.naiveCents += part;
        planted.endCents += part;
      }
    }
  }
  return [...donors, ...agencies, ...spenders];
}

function activityXml(d: Draft, chance: Chance): string {
  const country = chance.pick(countries);
  const other = chance.pick(countries.filter((c) => c !== country));
  const starts = chance.day(2017, 2020);
  const text = `Together with municipalities and associations of the region this activity works on ${d.theme}. ${chance.shuffled(steps).join('. ')}. `;
  const budgets = Array.from({ length: chance.int(1, 4) }, (_, i) => {
    const from = daysAfter(starts, i * 365);
    return `  <budget type="1" status="2"><period-start iso-date="${from}"/><period-end iso-date="${daysAfter(from, 364)}"/><value currency="EUR" value-date="${starts}">${chance.int(10_000, 900_000)}</value></budget>\n`;
  });
  const locations = Array.from({ length: chance.int(0, 3) }, (_, i) => `  <location ref="L${i}"><location-reach code="1"/><name>${named(`Place ${chance.int(1, 400)}`)}</name><point srsName="http://www.opengis.net/def/crs/EPSG/0/4326"><pos>4${chance.int(0, 3)}.${chance.int(1000, 9999)} 2${chance.int(0, 2)}.${chance.int(1000, 9999)}</pos></point><exactness code="2"/></location>\n`);
  const results = Array.from({ length: chance.int(0, 2) }, (_, i) => `  <result type="1"><title>${named(`Result ${i + 1}`)}</title><indicator measure="1"><title>${named('People advised')}</title>${Array.from({ length: chance.int(1, 4) }, (__, p) => `<period><period-start iso-date="${2018 + p}-01-01"/><period-end iso-date="${2018 + p}-12-31"/><target value="${chance.int(50, 900)}"/><actual value="${chance.int(10, 900)}"/></period>`).join('')}</indicator></result>\n`);
  return `<iati-activity default-currency="EUR" xml:lang="en" hierarchy="${d.hierarchy}" last-updated-datetime="2023-12-31T00:00:00Z">
  <iati-identifier>${d.id}</iati-identifier>
  <reporting-org ref="${d.by.ref}" type="${d.by.type}">${named(d.by.name)}</reporting-org>
  <title>${named(`${d.theme[0]!.toUpperCase()}${d.theme.slice(1)}, phase ${chance.int(1, 4)}`)}<narrative xml:lang="fr">Appui aux communes, phase ${chance.int(1, 4)}</narrative></title>
  <description type="1">${named(text.repeat(chance.int(1, 4)))}</description>
  <participating-org ref="${d.by.ref}" role="4" type="${d.by.type}">${named(d.by.name)}</participating-org>
  <activity-status code="2"/>
  <activity-date type="1" iso-date="${starts}"/>
  <activity-date type="3" iso-date="${daysAfter(starts, 1460)}"/>
  <recipient-country code="${country}" percentage="60"/>
  <recipient-country code="${other}" percentage="40"/>
${locations.join('')}  <sector vocabulary="1" code="${chance.pick(sectors)}" percentage="100"/>
  <policy-marker vocabulary="1" code="1" significance="${chance.int(0, 2)}"/>
${budgets.join('')}${d.rows.join('')}${results.join('')}</iati-activity>
`;
}
