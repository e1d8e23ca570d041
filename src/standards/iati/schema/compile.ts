import type { Codelist } from '../codelists/codelist.ts';
import { type DataType, dataTypes } from '../data-types.ts';
import { codesByPath, type CodesOf } from './codes.ts';
import { intern, type XmlElement } from '../xml-element.ts';
import type { ElementFacts, SchemaFacts } from './notation.ts';

export type AttributeState = {
  name: string;
  type: DataType;
  required: boolean;
  codes: Codelist | null;
  /** Codes by the value of the attribute `vocabulary`. */
  codesByVocabulary: ReadonlyMap<string, Codelist> | null;
  codesTogether: CodesOf | null;
};

/** One element at one place of one version: what judging it needs, looked up once. */
export type ElementState = {
  name: string;
  /** From the root, `iati-activities/iati-activity/title`. */
  path: string;
  children: ReadonlyMap<string, ElementState>;
  /** Children by their place in the order. */
  sequence: readonly ElementState[];
  requiredChildren: number;
  /** Place among the children of the parent, how often it must and may stand there (max 0 = any number). */
  index: number;
  min: 0 | 1;
  max: 0 | 1;
  anyOrder: boolean;
  /** Place of elements of other namespaces; −1 = none may stand here. */
  foreignIndex: number;
  attributes: ReadonlyMap<string, AttributeState>;
  requiredAttributes: number;
  foreignAttributes: boolean;
  /** Type of the text; null = only elements stand here. */
  text: DataType | null;
  textCodes: Codelist | null;
  mixed: boolean;
  /** The same place in 2.03, to tell "not yet in this version" from "never heard of". */
  latest: ElementState | null;
  inContact: boolean;
  /** Scratch of the judge: the element in which this one was met last. */
  seenIn: XmlElement | null;
};

/** Compiles the facts into one state for each place an element can stand at. Throws where a line is missing. */
export function compileSchema(facts: SchemaFacts, latest: ElementState | null = null): ElementState {
  return stateOf(facts, facts.root, { name: facts.root, min: 1, max: 1 }, 0, latest);
}

function stateOf(facts: SchemaFacts, path: string, particle: { name: string; min: 0 | 1; max: 1 | null }, index: number, latest: ElementState | null): ElementState {
  const line = byEnding(path, (ending) => facts.lines.get(ending));
  if (line === undefined) throw new Error(`the schema says nothing of ${path}`);
  const children = new Map<string, ElementState>();
  const sequence: ElementState[] = [];
  let foreignIndex = -1;
  line.content.forEach((part, place) => {
    if (part.name === '*') foreignIndex = place;
    else {
      const child = stateOf(facts, `${path}/${part.name}`, part, place, latest?.children.get(part.name) ?? null);
      children.set(child.name, child);
      sequence[place] = child;
    }
  });
  const attributes = attributesOf(line, path);
  return {
    name: intern(particle.name),
    path,
    children,
    sequence: sequence.filter(Boolean),
    requiredChildren: line.content.filter((part) => part.min === 1).length,
    index,
    min: particle.min,
    max: particle.max ?? 0,
    anyOrder: line.anyOrder,
    foreignIndex,
    attributes,
    requiredAttributes: [...attributes.values()].filter((a) => a.required).length,
    foreignAttributes: line.foreignAttributes,
    text: line.text === null ? null : typeOf(line.text),
    textCodes: listOf(`${path}/text()`) as Codelist | null,
    mixed: line.mixed,
    latest,
    inContact: path.includes('/contact-info'),
    seenIn: null,
  };
}

function attributesOf(line: ElementFacts, path: string): Map<string, AttributeState> {
  return new Map(
    line.attributes.map(({ name, type, required }) => {
      const codes = listOf(`${path}/@${name}`);
      const single = codes !== null && 'items' in codes;
      const interned = intern(name);
      return [
        interned,
        {
          name: interned,
          type: typeOf(type),
          required,
          codes: single ? codes : null,
          codesByVocabulary: codes === null || single ? null : new Map(Object.entries(codes.lists)),
          codesTogether: codes,
        },
      ];
    }),
  );
}

function typeOf(name: string): DataType {
  const type = dataTypes[name as keyof typeof dataTypes];
  if (type === undefined) throw new Error(`unknown type ${name}`);
  return type;
}

const listOf = (path: string): CodesOf | null => byEnding(path, (ending) => codesByPath[ending]) ?? null;

/** The longest ending of a path for which something is known. */
function byEnding<T>(path: string, known: (ending: string) => T | undefined): T | undefined {
  for (let rest = path; ; rest = rest.slice(rest.indexOf('/') + 1)) {
    const found = known(rest);
    if (found !== undefined || !rest.includes('/')) return found;
  }
}
