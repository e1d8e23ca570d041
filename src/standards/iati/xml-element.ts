/** Shared by all elements that have none: never pushed to. */
const NO_ATTRIBUTES: string[] = [];
const NO_CHILDREN: XmlElement[] = [];

/**
 * The one copy of a string that the engine keeps for names of properties: two such strings are equal only if they are the
 * same pointer, so that comparing names costs nothing. Slices of a text are not such strings.
 */
export const intern = (name: string): string => Object.keys({ [name]: true })[0]!;

/**
 * The same text as a string of its own. What the parser gives are windows into the piece of file they stand in: whoever
 * keeps one such string keeps the whole piece in memory, and whoever keeps one from each piece keeps the file.
 */
export const ownCopy = (text: string): string => (text.length < 13 ? text : ` ${text}`.slice(1));

/** One element of a record, as plain as speed allows: the tree of one activity lives only until the activity is judged. */
export class XmlElement {
  /** Interned where we know the name, so that comparing names compares pointers. */
  name: string;
  /** Name, value, name, value …; read with `attributeOf`. */
  attributes: string[];
  /** All character data directly inside, in order, entities resolved; blanks between elements are dropped. */
  text = '';
  children: XmlElement[] = NO_CHILDREN;
  parent: XmlElement | null;
  /** Line of the start tag, from 1. */
  line: number;
  /** Offset just behind the start tag in the whole text, from 0. */
  opened: number;
  /** Offset just behind the end tag. */
  closed = 0;
  /** It is of another namespace (a default namespace of its own shows as `*:name`). */
  isForeign = false;
  /** How it stood before it was repaired or upgraded: attribute name (`''` = the text), value, …; null = untouched. */
  published: string[] | null = null;

  constructor(name: string, attributes: string[], parent: XmlElement | null, line: number, opened: number) {
    this.name = name;
    this.attributes = attributes;
    this.parent = parent;
    this.line = line;
    this.opened = opened;
  }

  append(child: XmlElement): void {
    if (this.children === NO_CHILDREN) this.children = [child];
    else this.children.push(child);
  }
}

export const noAttributes = NO_ATTRIBUTES;

/** An element that stands in no file, made while upgrading; it points at the place of `from`. */
export function madeOf(from: XmlElement, name: string, attributes: string[], text = ''): XmlElement {
  const made = new XmlElement(name, attributes, from, from.line, from.opened);
  made.closed = from.closed;
  made.text = text;
  return made;
}

/** Value of an attribute as it stands now (repaired), null = there is none. */
export function attributeOf(element: XmlElement, name: string): string | null {
  const a = element.attributes;
  for (let i = 0; i < a.length; i += 2) if (a[i] === name) return a[i + 1]!;
  return null;
}

/** The first child of that name. */
export function childOf(element: XmlElement, name: string): XmlElement | null {
  for (const child of element.children) if (child.name === name) return child;
  return null;
}

export function childrenOf(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

/** Value of an attribute, or of the text where `name` is `''`, as it stands in the file. */
export function publishedOf(element: XmlElement, name: string): string | null {
  const p = element.published;
  if (p !== null) for (let i = 0; i < p.length; i += 2) if (p[i] === name) return p[i + 1]!;
  return name === '' ? element.text : attributeOf(element, name);
}

/** Changes an attribute (or the text, name `''`) and remembers how it stood in the file; null takes it away. */
export function repair(element: XmlElement, name: string, value: string | null): void {
  const p = (element.published ??= []);
  const before = name === '' ? element.text : attributeOf(element, name);
  let known = before === null;
  for (let i = 0; i < p.length; i += 2) if (p[i] === name) known = true;
  if (!known) p.push(name, before!);
  if (name === '') element.text = value ?? '';
  else setAttribute(element, name, value);
}

/** Changes an attribute without remembering; null takes it away. */
export function setAttribute(element: XmlElement, name: string, value: string | null): void {
  const a = element.attributes;
  for (let i = 0; i < a.length; i += 2) {
    if (a[i] !== name) continue;
    if (value === null) element.attributes = [...a.slice(0, i), ...a.slice(i + 2)];
    else a[i + 1] = value;
    return;
  }
  if (value !== null) element.attributes = [...a, name, value];
}

/** Where an element stands: `/iati-activities/iati-activity[3]/transaction[2]`; `root` is the path of the record. */
export function pathOf(element: XmlElement, record: XmlElement, root: string): string {
  let path = '';
  for (let e: XmlElement | null = element; e !== null && e !== record; e = e.parent) {
    let place = 0;
    let same = 0;
    for (const sibling of e.parent?.children ?? NO_CHILDREN) {
      if (sibling.name !== e.name) continue;
      same++;
      if (sibling === e) place = same;
    }
    // What an upgrade made stands in no file: the problem is that of the element it was made of.
    if (place > 0 && e.opened !== e.parent!.opened) path = same > 1 ? `/${e.name}[${place}]${path}` : `/${e.name}${path}`;
  }
  return root + path;
}

/** The piece of text an element was read from; `raw` is the text of its record, `start` the offset of that text. */
export function rawOf(element: XmlElement, raw: string, start: number): string {
  const from = raw.lastIndexOf('<', element.opened - start - 2);
  return raw.slice(Math.max(0, from), element.closed - start);
}
