import { iatiOrganisationIdentifier, organisationIdentifier } from './codelists/agencies.ts';
import type { Header, ReaderSink, Summary } from './events.ts';
import { judgeAttributes } from './judge.ts';
import type { ProblemAt } from '../../kernel/problem-at.ts';
import { type IatiProblem, iatiProblems } from './problems.ts';
import { judgeOrganisation, READER, readActivity } from './record.ts';
import { isVersion, knownNames, LATEST, schemaOf, type Standard, type Version } from './schema/versions.ts';
import { versionOf } from './version.ts';
import { attributeOf, ownCopy, type XmlElement } from './xml-element.ts';
import { createStream, type StreamLimits, streamLimits } from './xml-stream.ts';

export type ReaderOptions = {
  /** Today (`2026-11-22`): what "in the future" is measured by. */
  today: string;
  /** Judge everything as if it were of this version, whatever it claims (for verdicts on whole documents). */
  judgeAs?: Version;
  /** Identifiers registered with IATI as they stand; default: those the standard lists itself. */
  isKnownOrganisation?: (ref: string) => boolean;
  limits?: StreamLimits;
};

const RECORDS: ReadonlySet<string> = new Set(['iati-activity', 'iati-organisation']);
const LISTS: ReadonlyMap<string, Standard> = new Map([['iati-activities', 'activities'], ['iati-organisations', 'organisations']]);

const listed = (ref: string): boolean => organisationIdentifier.items.has(ref) || iatiOrganisationIdentifier.items.has(ref);

/**
 * Reads and judges an IATI file in one pass. `write` takes text in chunks of any size, `end` says that it is over; what
 * was found goes to the sink, one activity at a time, in the order of the file. Never throws for what stands in the
 * file: whatever is wrong with it is a problem. Memory holds one activity and the identifiers met so far.
 */
export function createReader(options: ReaderOptions, sink: ReaderSink) {
  const { today, judgeAs, isKnownOrganisation = listed, limits = streamLimits } = options;
  const summary: Summary = { records: 0, fit: 0, wellFormed: true, schemaValid: true, problems: { critical: 0, error: 0, warning: 0, advice: 0 } };
  /** Line of the first activity of each identifier. */
  const identifiers = new Map<string, number>();
  let header: Header | null = null;
  let rootVersion: string | null = null;
  let isOver = false;
  /** Children of the list the records stand in: how many of each name, whether one of another namespace was met. */
  let places = new Map<string, number>();
  let sawForeign = false;
  let judgedOrder = false;

  const count = (problem: ProblemAt): void => {
    summary.problems[problem.severity]++;
    if (problem.schema) summary.schemaValid = false;
  };
  const say = (code: IatiProblem, line: number, xpath: string, params: ProblemAt['params'] = {}, value: string | null = null, record: string | null = null): void => {
    const { severity, schema } = iatiProblems[code];
    const problem: ProblemAt = { severity, schema, code, line, xpath, record, value, suggestion: null, params };
    count(problem);
    sink.problem?.(problem);
  };
  const read = (version: string | null): Version => judgeAs ?? (version !== null && isVersion(version) ? version : LATEST);

  const stream = createStream(RECORDS, knownNames(), {
    outside(element) {
      if (header === null) beginFile(element);
      sink.outside?.(element);
      const standard = LISTS.get(element.name);
      if (standard !== undefined) beginList(element, standard);
      else if (element.parent !== null && LISTS.has(element.parent.name)) strangerInList(element);
    },
    textOutside(inside, line) {
      if (LISTS.has(inside.name)) say('iati.text-not-allowed', line, `${outerPath(inside)}/text()`, { element: inside.name });
    },
    begins(element) {
      if (header === null) beginFile(element);
      places.set(element.name, (places.get(element.name) ?? 0) + 1);
      if (sawForeign && !judgedOrder && !schemaOf('activities', read(rootVersion)).anyOrder) {
        judgedOrder = true;
        say('iati.element-out-of-order', element.line, recordPath(element), { element: element.name, before: '*' });
      }
    },
    record(element, raw, start, endLine) {
      summary.records++;
      const path = recordPath(element);
      judgeNamespace(element, path);
      if (element.parent !== null && LISTS.has(element.parent.name) && element.name !== memberOf(element.parent)) {
        say('iati.element-unknown', element.line, path, { element: element.name, parent: element.parent.name });
      }
      if (element.name === 'iati-organisation') {
        for (const problem of judgeOrganisation(element, { today, isKnownOrganisation, path })) {
          count(problem);
          sink.problem?.(problem);
        }
        return;
      }
      sink.raw?.({ element, line: element.line, rootVersion });
      const chosen = versionOf(element, rootVersion);
      const version = judgeAs ?? chosen.version;
      if (chosen.unknown !== null && chosen.unknown !== rootVersion) say('iati.version-unknown', element.line, path, { read: version }, chosen.unknown);
      const activity = readActivity(element, version, raw, start, { today, isKnownOrganisation, path });
      noteRepetition(activity, element.line, path);
      for (const problem of activity.problems) count(problem);
      if (activity.fit) summary.fit++;
      sink.activity?.({ ...activity, line: element.line, endLine, content: `${READER} ${version}\n${raw}` });
    },
    tooLarge(element) {
      summary.records++;
      say('iati.record-too-large', element.line, recordPath(element), { limit: limits.recordCharacters, elements: limits.recordElements });
    },
    broken({ code, line, column, reason }) {
      summary.wellFormed = false;
      say(code, line, header === null ? '/' : `/${header.root}`, { reason, column });
    },
  }, limits);

  function beginFile(root: XmlElement): void {
    header = {
      root: root.name,
      standard: LISTS.get(root.name) ?? null,
      version: attributeOf(root, 'version'),
      generatedAt: attributeOf(root, 'generated-datetime'),
      linkedDataDefault: attributeOf(root, 'linked-data-default'),
    };
    sink.header?.(header);
    if (header.standard === 'organisations') say('iati.organisation-file', root.line, `/${root.name}`);
  }

  /** The list of records: the root, or further in where a portal has wrapped it. */
  function beginList(element: XmlElement, standard: Standard): void {
    places = new Map();
    sawForeign = judgedOrder = false;
    rootVersion = attributeOf(element, 'version')?.trim() ?? null;
    const path = outerPath(element);
    const version = read(rootVersion);
    judgeNamespace(element, path);
    if (rootVersion !== null && !isVersion(rootVersion)) say('iati.version-unknown', element.line, `${path}/@version`, { read: version }, rootVersion);
    const report = (code: IatiProblem, _: XmlElement, at: string | null, value: string | null, params: ProblemAt['params'] = {}): void => {
      const isVersionMissing = code === 'iati.attribute-missing' && params['attribute'] === 'version';
      say(isVersionMissing ? 'iati.version-missing' : code, element.line, at === null ? path : `${path}/${at}`, { ...params, read: version }, value);
    };
    judgeAttributes(element, schemaOf(standard, version), { report, schema: true, codes: true, unmodelled: [], unmodelledAttributes: [] });
  }

  function strangerInList(element: XmlElement): void {
    if (element.isForeign) sawForeign = true;
    else say('iati.element-unknown', element.line, outerPath(element), { element: element.name, parent: element.parent!.name });
  }

  function judgeNamespace(element: XmlElement, path: string): void {
    const namespace = attributeOf(element, 'xmlns');
    if (namespace) say('iati.namespace', element.line, `${path}/@xmlns`, { element: element.name }, namespace);
  }

  function noteRepetition(activity: ReturnType<typeof readActivity>, line: number, path: string): void {
    const { identifier } = activity.activity;
    if (identifier === '') return;
    const firstLine = identifiers.get(identifier);
    if (firstLine === undefined) identifiers.set(ownCopy(identifier), line);
    else {
      const { severity, schema } = iatiProblems['iati.identifier-repeated'];
      const xpath = `${path}/iati-identifier`;
      activity.problems.push({ severity, schema, code: 'iati.identifier-repeated', line, xpath, record: identifier, value: identifier, suggestion: null, params: { firstLine } });
    }
  }

  const recordPath = (element: XmlElement): string => `${element.parent === null ? '' : outerPath(element.parent)}/${element.name}[${places.get(element.name) ?? 1}]`;

  return {
    /** Takes the next piece of text. */
    write(chunk: string): void {
      if (!isOver) stream.write(chunk);
    },
    /** Says that no more text comes, and why if it should have. */
    end(failure?: { code: 'xml.encoding' | 'xml.broken' | 'xml.cut-off'; reason: string }): Summary {
      if (isOver) return summary;
      isOver = true;
      if (failure !== undefined) stream.fail(failure.code, failure.reason);
      stream.end();
      if (header !== null) {
        const { root, standard } = header;
        if (standard === null && summary.records > 0) say('iati.root-unexpected', 1, `/${root}`, { root });
        else if (standard === null && summary.wellFormed) say('iati.not-iati', 1, `/${root}`, { root });
        else if (standard !== null && summary.records === 0 && summary.wellFormed) {
          say('iati.element-missing', 1, `/${root}`, { element: memberOf({ name: root })! });
        }
      }
      sink.end?.(summary);
      return summary;
    },
  };
}

const memberOf = (list: { name: string }): string => (list.name === 'iati-activities' ? 'iati-activity' : 'iati-organisation');

function outerPath(element: XmlElement): string {
  return `${element.parent === null ? '' : outerPath(element.parent)}/${element.name}`;
}
