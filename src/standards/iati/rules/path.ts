import { attributeOf, type XmlElement } from '../xml-element.ts';

/**
 * Where a rule looks, from the element it is about: `activity-date[type=1|2]/@iso-date`, `transaction/value/@value-date`,
 * `@ref`, `narrative/text()`. `[vocabulary=1]` also takes those that name no vocabulary, as the standard does.
 */
export type Path = { steps: readonly Step[]; attribute: string | null; text: boolean };
type Step = { name: string; attribute: string | null; values: ReadonlySet<string> };

const compiled = new Map<string, Path>();

export function pathFrom(text: string): Path {
  let path = compiled.get(text);
  if (path === undefined) {
    const words = text.split('/');
    const last = words.at(-1)!;
    const attribute = last.startsWith('@') ? last.slice(1) : null;
    const isText = last === 'text()';
    if (attribute !== null || isText) words.pop();
    path = { steps: words.map(stepFrom), attribute, text: isText };
    compiled.set(text, path);
  }
  return path;
}

function stepFrom(word: string): Step {
  const match = /^([a-z-]+)(?:\[([a-z-]+)=([^\]]+)\])?$/.exec(word);
  if (match === null) throw new Error(`a rule cannot look at ${word}`);
  const values = new Set((match[3] ?? '').split('|'));
  if (match[2] === 'vocabulary' && values.has('1')) values.add('');
  return { name: match[1]!, attribute: match[2] ?? null, values };
}

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
}

const none: readonly XmlElement[] = [];

/** The elements a path leads to (those that carry the attribute or text are left to `valueAt`). */
export function elementsAt(from: XmlElement, path: Path, groups: Groups): readonly XmlElement[] {
  if (path.steps.length === 0) return [from];
  let found: readonly XmlElement[] = [from];
  for (const step of path.steps) {
    let next: readonly XmlElement[];
    if (found.length === 1) next = groups.childrenOf(found[0]!, step.name);
    else next = found.flatMap((element) => groups.childrenOf(element, step.name));
    if (step.attribute !== null && next.length > 0) next = next.filter((element) => step.values.has(attributeOf(element, step.attribute!) ?? ''));
    if (next.length === 0) return none;
    found = next;
  }
  return found;
}

/** Value of the attribute or text the path ends in, `''` where it ends in an element; null = not there. */
export function valueAt(element: XmlElement, path: Path): string | null {
  if (path.attribute !== null) return attributeOf(element, path.attribute);
  if (path.text) return element.text === '' ? null : element.text;
  return '';
}

/** All values a path leads to, with their elements. */
export function valuesAt(from: XmlElement, path: Path, groups: Groups): { element: XmlElement; value: string }[] {
  const values: { element: XmlElement; value: string }[] = [];
  for (const element of elementsAt(from, path, groups)) {
    const value = valueAt(element, path);
    if (value !== null) values.push({ element, value });
  }
  return values;
}

/** Where a problem with such a value points. */
export const placeOf = (path: Path): string | null => (path.attribute !== null ? `@${path.attribute}` : path.text ? 'text()' : null);
