import type { Repair, Unmodelled } from '../../activities/domain/model.ts';
import { activityFrom } from './build/activity.ts';
import { type Building, currencyFrom, languageOf, textOf } from './build/values.ts';
import { trimmed } from './data-types.ts';
import type { ReadActivity } from './events.ts';
import { judge, type Judging, type Report } from './judge.ts';
import { remarkOnMoney } from './money-remarks.ts';
import type { ProblemAt } from '../../kernel/problem-at.ts';
import { iatiProblems } from './problems.ts';
import { runRules } from './rules/run.ts';
import { Groups } from './rules/path.ts';
import { LATEST, schemaOf, type Version } from './schema/versions.ts';
import { upgradeFromVersion1 } from './upgrade.ts';
import { childOf, pathOf, rawOf, type XmlElement } from './xml-element.ts';

/** Name of the reader: part of the content that is hashed, so that what a better reader reads differently is taken in again. */
export const READER = 'iati@1';

const MOST_OF_A_VALUE = 200;

/** Problems after which nothing was taken from the place. */
const emptied = new Set(['iati.not-a-number', 'iati.not-an-integer', 'iati.not-a-date', 'iati.amount-in-date', 'iati.not-a-datetime', 'iati.not-a-boolean']);

export type RecordContext = {
  today: string;
  isKnownOrganisation: (ref: string) => boolean;
  /** Path of the record: `/iati-activities/iati-activity[3]`. */
  path: string;
};

/** Collects the problems of one record; places are worked out only when there is something to say. */
function collect(record: XmlElement, path: string, identifier: string | null) {
  const problems: ProblemAt[] = [];
  const repairs: Repair[] = [];
  const report: Report = (code, element, at, value, params = {}, suggestion = null) => {
    const { severity, schema } = iatiProblems[code];
    const xpath = pathOf(element, record, path) + (at === null ? '' : `/${at}`);
    const isPrivate = isInContact(element);
    problems.push({
      severity,
      schema,
      code,
      line: element.line,
      xpath,
      record: identifier,
      value: isPrivate || value === null ? null : value.slice(0, MOST_OF_A_VALUE),
      suggestion: isPrivate || suggestion === null ? null : suggestion.slice(0, MOST_OF_A_VALUE),
      params,
    });
    if (value !== null && !isPrivate && (suggestion !== null || emptied.has(code))) {
      repairs.push({ xpath: xpath.slice(path.length + 1), published: value, taken: suggestion });
    }
  };
  return { problems, repairs, report };
}

function isInContact(element: XmlElement): boolean {
  for (let e: XmlElement | null = element; e !== null; e = e.parent) if (e.name === 'contact-info') return true;
  return false;
}

function judgingWith(report: Report, schema: boolean, codes: boolean): Judging {
  return { report, schema, codes, unmodelled: [], unmodelledAttributes: [] };
}

/** Reads one activity: judged by its version, upgraded to 2.03, checked by the ruleset, turned into our model. */
export function readActivity(element: XmlElement, version: Version, raw: string, start: number, context: RecordContext): Omit<ReadActivity, 'line' | 'endLine' | 'content'> {
  const identifier = trimmed(childOf(element, 'iati-identifier')?.text ?? '') || null;
  const { problems, repairs, report } = collect(element, context.path, identifier);
  const isVersion1 = version.startsWith('1');
  const judging = judgingWith(report, true, !isVersion1);
  judge(element, activityState(version), judging);
  const unmodelled = unmodelledIn(judging, element, raw, start);
  if (isVersion1) {
    upgradeFromVersion1(element);
    judge(element, activityState(LATEST), judgingWith(report, false, true));
  }
  runRules(element, { groups: new Groups(element), report, today: context.today, isKnownOrganisation: context.isKnownOrganisation });
  const building: Building = { report, lang: languageOf(element) ?? '', currency: currencyFrom(textOf(element, 'default-currency')), isVersion1 };
  const built = activityFrom(element, version, building);
  remarkOnMoney(element, built, report);
  if (built.activity.identifier === '') report('iati.identifier-missing', element, null, null);
  built.activity.repairs = repairs;
  built.activity.unmodelled = unmodelled;
  return { ...built, problems, fit: !problems.some((problem) => problem.severity === 'critical'), version };
}

const activityState = (version: Version) => schemaOf('activities', version).children.get('iati-activity')!;

/** Judges one organisation; nothing is taken from it. */
export function judgeOrganisation(element: XmlElement, context: RecordContext): ProblemAt[] {
  const identifier = trimmed(childOf(element, 'organisation-identifier')?.text ?? '') || null;
  const { problems, report } = collect(element, context.path, identifier);
  judge(element, schemaOf('organisations', LATEST).children.get('iati-organisation')!, judgingWith(report, true, true));
  runRules(element, { groups: new Groups(element), report, today: context.today, isKnownOrganisation: context.isKnownOrganisation });
  return problems;
}

/** Elements and attributes we have no field for, as they stand; those of contacts stay with the original file. */
function unmodelledIn(judging: Judging, record: XmlElement, raw: string, start: number): Unmodelled[] {
  const found: Unmodelled[] = [];
  const relative = (element: XmlElement) => pathOf(element, record, '').slice(1);
  for (const [element, name] of judging.unmodelledAttributes) {
    if (isInContact(element)) continue;
    const value = element.attributes[element.attributes.indexOf(name) + 1]!;
    found.push({ xpath: element === record ? `@${name}` : `${relative(element)}/@${name}`, xml: value });
  }
  for (const element of judging.unmodelled) if (!isInContact(element)) found.push({ xpath: relative(element), xml: rawOf(element, raw, start) });
  return found;
}
