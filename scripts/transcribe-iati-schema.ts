/**
 * Prints the facts of an IATI XML schema in our own notation (src/standards/iati/schema/notation.ts), one element a line.
 * Facts only: names, order, number, types; no description is read. Run by hand when a new version of the standard appears:
 *
 *   npx tsx scripts/transcribe-iati-schema.ts SCHEMA.xsd COMMON.xsd > lines.txt
 */
import { readFileSync } from 'node:fs';
import { SaxesParser } from 'saxes';

type Tag = { name: string; at: Record<string, string>; kids: Tag[] };

function tree(path: string): Tag {
  const top: Tag = { name: '#', at: {}, kids: [] };
  const open = [top];
  const parser = new SaxesParser();
  parser.on('opentag', (t) => {
    const tag = { name: t.name.replace('xsd:', ''), at: { ...t.attributes } as Record<string, string>, kids: [] };
    open.at(-1)!.kids.push(tag);
    open.push(tag);
  });
  parser.on('closetag', () => void open.pop());
  parser.write(readFileSync(path, 'utf8')).close();
  return top.kids[0]!;
}

const files = process.argv.slice(2).map(tree);
const globals = (kind: string) => new Map(files.flatMap((f) => f.kids.filter((k) => k.name === kind).map((k) => [k.at['name']!, k] as const)));
const elements = globals('element');
const types = globals('complexType');
const attributes = globals('attribute');
const short = (type: string | undefined) => (type ?? 'xsd:string').replace('xsd:', '');

type Shape = { attributes: string[]; children: [string, Tag][]; line: string };

function shapeOf(element: Tag): Shape {
  const out = { attributes: [] as string[], children: [] as [string, Tag][], parts: [] as string[], text: '' };
  const take = (t: Tag): void => {
    for (const k of t.kids) {
      if (k.name === 'attribute') {
        const ref = k.at['ref'];
        const type = short(ref ? (attributes.get(ref)?.at['type'] ?? 'xsd:string') : k.at['type']);
        out.attributes.push(`${ref ?? k.at['name']}${type === 'string' ? '' : `:${type}`}${k.at['use'] === 'required' ? '!' : ''}`);
      } else if (k.name === 'anyAttribute') out.attributes.push('@*');
      else if (k.name === 'any') out.parts.push('*');
      else if (k.name === 'element') {
        const name = k.at['ref'] ?? k.at['name']!;
        const many = `${k.at['minOccurs'] ?? '1'}${k.at['maxOccurs'] === 'unbounded' ? 'n' : (k.at['maxOccurs'] ?? '1')}`;
        out.parts.push(name + ({ '11': '', '01': '?', '0n': '*', '1n': '+' } as Record<string, string>)[many]!);
        out.children.push([name, k.at['ref'] ? elements.get(name)! : k]);
      } else if (k.name === 'extension') {
        const base = k.at['base']!;
        if (base.startsWith('xsd:')) out.text = short(base);
        else take(types.get(base)!);
        take(k);
      } else take(k);
    }
  };
  const type = element.at['type'];
  if (type === undefined) take(element);
  else if (type.startsWith('xsd:')) out.text = short(type);
  else take(types.get(type)!);
  const children = out.text === '' ? out.parts.join(' ') : `=${out.text}`;
  return { attributes: out.attributes, children: out.children, line: `${out.attributes.join(' ')} | ${children}` };
}

/** Every place of the tree with its shape; then the shortest path ending that tells the shapes apart. */
const places = new Map<string, string>();
(function walk(path: string, element: Tag): void {
  const shape = shapeOf(element);
  places.set(path, shape.line);
  for (const [name, child] of shape.children) walk(`${path}/${name}`, child);
})(process.argv[2]!.includes('organisation') ? 'iati-organisations' : 'iati-activities', elements.get(process.argv[2]!.includes('organisation') ? 'iati-organisations' : 'iati-activities')!);

const chosen = new Map<string, string>();
const lookUp = (path: string): string | undefined => {
  const steps = path.split('/');
  for (let i = 0; i < steps.length; i++) {
    const line = chosen.get(steps.slice(i).join('/'));
    if (line !== undefined) return line;
  }
  return undefined;
};
for (const [path, line] of places) {
  const steps = path.split('/');
  for (let n = 1; lookUp(path) !== line; n++) {
    const key = steps.slice(-n).join('/');
    if (!chosen.has(key)) chosen.set(key, line);
    if (n > steps.length) throw new Error(`no ending tells ${path} apart`);
  }
}
for (const [path, line] of places) if (lookUp(path) !== line) throw new Error(`${path} reads ${lookUp(path)} instead of ${line}`);
for (const [key, line] of chosen) console.log(`${key} | ${line}`);
