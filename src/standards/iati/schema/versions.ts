import { activities102, activities103, activities105 } from './activities-1.ts';
import { activities203 } from './activities-203.ts';
import { activities201, activities202 } from './activities-earlier-2.ts';
import { compileSchema, type ElementState } from './compile.ts';
import { readFacts } from './notation.ts';
import { organisations203 } from './organisations-203.ts';

export const versions = ['1.01', '1.02', '1.03', '1.04', '1.05', '2.01', '2.02', '2.03'] as const;
export type Version = (typeof versions)[number];
/** The version whose words the whole product speaks; everything older is upgraded to it. */
export const LATEST: Version = '2.03';

const texts: Record<Version, readonly string[]> = {
  '1.01': [activities105, activities103, activities102],
  '1.02': [activities105, activities103, activities102],
  '1.03': [activities105, activities103],
  '1.04': [activities105],
  '1.05': [activities105],
  '2.01': [activities203, activities202, activities201],
  '2.02': [activities203, activities202],
  '2.03': [activities203],
};

export type Standard = 'activities' | 'organisations';

const compiled = new Map<string, ElementState>();

/**
 * The root of a standard in one version, compiled at first use. Of the organisation standard we describe 2.03 alone:
 * organisation files are recognised and judged, not taken in.
 */
export function schemaOf(standard: Standard, version: Version): ElementState {
  const key = standard === 'organisations' ? standard : version;
  let schema = compiled.get(key);
  if (schema === undefined) {
    const latest = standard === 'organisations' || version === LATEST ? null : schemaOf('activities', LATEST);
    const facts = standard === 'organisations' ? readFacts('iati-organisations', organisations203) : readFacts('iati-activities', ...texts[version]);
    schema = compileSchema(facts, latest);
    compiled.set(key, schema);
  }
  return schema;
}

export const isVersion = (text: string): text is Version => (versions as readonly string[]).includes(text);

const names = new Set<string>();

/** Every name of an element or attribute that any version knows: the reader interns them. */
export function knownNames(): ReadonlySet<string> {
  if (names.size > 0) return names;
  for (const name of ['iati-activities:version', 'dstore:dataset', 'dstore:index', 'xmlns']) names.add(name);
  const walk = (state: ElementState): void => {
    names.add(state.name);
    for (const name of state.attributes.keys()) names.add(name);
    for (const child of state.sequence) walk(child);
  };
  for (const version of versions) walk(schemaOf('activities', version));
  walk(schemaOf('organisations', LATEST));
  return names;
}
