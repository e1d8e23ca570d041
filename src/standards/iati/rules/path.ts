import { attributeOf, intern, type XmlElement } from '../xml-element.ts';

/**
 * Where a rule looks, from the element it is about: `activity-date[type=1|2]/@iso-date`, `transaction/value/@value-date`,
 * `@ref`, `narrative/text()`. `[vocabulary=1]` also takes those that name no vocabulary, as the standard does.
 */
export type Path = { steps: readonly Step[]; attribute: string | null; text: boolean; place: string | null };
type Step = { name: string; attribute: string | null; values: ReadonlySet<string> };

/** Called with each element a path leads to and the value there (`''` where the path ends in an element). */
export type Visit<Context> = (found: XmlElement, value: string, context: Context, from: XmlElement) => void;

const compiled = new Map<string, Path>();

export function pathFrom(text: string): Path {
  let path = compiled.get(text);
  if (path === undefined) {
    const words = text.split('/');
    const last = words.at(-1)!;
    const attribute = last.startsWith('@') ? intern(last.slice(1)) : null;
    const isText = last === 'text()';
    if (attribute !== null || isText) words.pop();
    path = { steps: words.map(stepFrom), attribute, text: isText, place: attribute !== null || isText ? last : null };
    compiled.set(text, path);
  }
  return path;
}

function stepFrom(word: string): Step {
  const match = /^([a-z-]+)(?:\[([a-z-]+)=([^\]]+)\])?$/.exec(word);
  if (match === null) throw new Error(`a rule cannot look at ${word}`);
  const values = new Set((match[3] ?? '').split('|'));
  if (match[2] === 'vocabulary' && values.has('1')) values.add('');
  return { name: intern(match[1]!), attribute: match[2] === undefined ? null : intern(match[2]), values };
}

const none: readonly XmlElement[] = [];

/** Children of the record by name: looked up by some fifty rules, sorted out once. */
export class Groups {
  private readonly byName = new Map<string, XmlElement[]>();

  constructor(readonly record: XmlElement) {
    for (const child of record.children) {
      const group = this.byName.get(child.name);
      if (group === undefined) this.byName.set(child.name, [child]);
      else group.push(child);
    }
  }

  childrenOf(element: XmlElement, name: string): readonly XmlElement[] {
    if (element === this.record) return this.byName.get(name) ?? none;
    return element.children.length === 0 ? none : element.children.filter((child) => child.name === name);
  }

  /** Children among which those of the name are; for the record only those. */
  around(element: XmlElement, name: string): readonly XmlElement[] {
    return element === this.record ? (this.byName.get(name) ?? none) : element.children;
  }
}

/** Value of the attribute or text the path ends in, `''` where it ends in an element; null = not there. */
export function valueAt(element: XmlElement, path: Path): string | null {
  if (path.attribute !== null) return attributeOf(element, path.attribute);
  if (path.text) return element.text === '' ? null : element.text;
  return '';
}

/** Visits everything a path leads to; allocates nothing, for it runs some hundred times an activity. */
export function eachAt<Context>(from: XmlElement, path: Path, groups: Groups, visit: Visit<Context>, context: Context): void {
  if (path.steps.length > 0) {
    walk(from, 0, path, groups, visit, context, from);
    return;
  }
  const value = valueAt(from, path);
  if (value !== null) visit(from, value, context, from);
}

function walk<Context>(at: XmlElement, depth: number, path: Path, groups: Groups, visit: Visit<Context>, context: Context, from: XmlElement): void {
  const step = path.steps[depth]!;
  const children = groups.around(at, step.name);
  const isLast = depth + 1 === path.steps.length;
  for (let i = 0; i < children.length; i++) {
    const child = children[i]!;
    if (child.name !== step.name || (step.attribute !== null && !step.values.has(attributeOf(child, step.attribute) ?? ''))) continue;
    if (!isLast) walk(child, depth + 1, path, groups, visit, context, from);
    else {
      const value = valueAt(child, path);
      if (value !== null) visit(child, value, context, from);
    }
  }
}

/** The first element a path leads to, with a value where the path asks for one; null = it leads nowhere. */
export function firstAt(from: XmlElement, path: Path, groups: Groups, depth = 0): XmlElement | null {
  if (depth === path.steps.length) return valueAt(from, path) === null ? null : from;
  const step = path.steps[depth]!;
  const children = groups.around(from, step.name);
  for (let i = 0; i < children.length; i++) {
    const child = children[i]!;
    if (child.name !== step.name || (step.attribute !== null && !step.values.has(attributeOf(child, step.attribute) ?? ''))) continue;
    const found = firstAt(child, path, groups, depth + 1);
    if (found !== null) return found;
  }
  return null;
}

/** All values a path leads to, with their elements: for rules that compare them. */
export function valuesAt(from: XmlElement, path: Path, groups: Groups): { element: XmlElement; value: string }[] {
  const values: { element: XmlElement; value: string }[] = [];
  eachAt(from, path, groups, (element, value, list) => void list.push({ element, value }), values);
  return values;
}
