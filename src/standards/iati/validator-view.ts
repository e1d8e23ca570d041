import { dataTypes, isOfType, trimmed } from './data-types.ts';
import type { ElementState } from './schema/compile.ts';
import { attributeOf, type XmlElement } from './xml-element.ts';

/**
 * What a validating parser (libxml2) counts, which is less than what is wrong: after the first child of an element that
 * it did not expect it says nothing more of that element. For comparing our verdicts with others' figures only; people
 * get the problems of `judge.ts`. Kinds are named as libxml2 names them, with `…` for what differs from case to case.
 */
export type ValidatorCount = { errors: number; kinds: Record<string, number> };

const NOT_ALLOWED = "Element '…', attribute '…': The attribute '…' is not allowed.";
const ATTRIBUTE_MISSING = "Element '…': The attribute '…' is required but missing.";
const WRONG_ATTRIBUTE = "Element '…', attribute '…': '…' is not a valid value of the atomic type '…'.";
const WRONG_TEXT = "Element '…': '…' is not a valid value of the atomic type '…'.";
const TEXT = "Element '…': Character content other than whitespace is not allowed because the content type is 'element-only'.";

export function countOne(count: ValidatorCount, kind: string): void {
  count.errors++;
  count.kinds[kind] = (count.kinds[kind] ?? 0) + 1;
}

/** Counts what is wrong with an element and everything in it, as it stands in the file. */
export function countErrors(element: XmlElement, state: ElementState, count: ValidatorCount): void {
  countAttributes(element, state, count);
  if (state.text !== null) {
    const text = state.text === dataTypes.string ? element.text : trimmed(element.text);
    if (!isOfType(text, state.text)) countOne(count, WRONG_TEXT);
    return;
  }
  if (element.text !== '' && !state.mixed) countOne(count, TEXT);
  const order = new Order(state);
  for (const child of element.children) {
    const expected = order.expected();
    if (!order.take(child)) {
      countOne(count, notExpected(expected));
      return;
    }
    const known = child.isForeign ? undefined : state.children.get(child.name);
    if (known !== undefined) countErrors(child, known, count);
  }
  const missing = order.missing();
  if (missing !== null) countOne(count, `Element '…': Missing child element(s). Expected is ${inWords(missing)}.`);
}

export function countAttributes(element: XmlElement, state: ElementState, count: ValidatorCount): void {
  for (const attribute of state.attributes.values()) {
    if (attribute.required && attributeOf(element, attribute.name) === null) countOne(count, ATTRIBUTE_MISSING);
  }
  for (let i = 0; i < element.attributes.length; i += 2) {
    const name = element.attributes[i]!;
    const known = state.attributes.get(name);
    if (known !== undefined) {
      if (!isOfType(trimmed(element.attributes[i + 1]!), known.type)) countOne(count, WRONG_ATTRIBUTE);
    } else if (!(name === 'xmlns' || /^(xmlns|xsi):/.test(name)) && !(name.includes(':') && state.foreignAttributes)) countOne(count, NOT_ALLOWED);
  }
}

export const notExpected = (expected: readonly string[]): string => `Element '…': This element is not expected. Expected is ${inWords(expected)}.`;

const inWords = (names: readonly string[]): string => (names.length === 1 ? `( ${names[0]} )` : `one of ( ${names.join(', ')} )`);

/** Goes through the children of one element in their order. */
class Order {
  private place = -1;
  private times = 0;

  constructor(private readonly state: ElementState) {}

  /** May this child stand here? */
  take(child: XmlElement): boolean {
    const { state } = this;
    if (child.isForeign) {
      if (state.foreignIndex < this.place || state.foreignIndex < 0 || this.requiredBefore(state.foreignIndex)) return false;
      this.place = state.foreignIndex;
      this.times = 0;
      return true;
    }
    const known = state.children.get(child.name);
    if (known === undefined || known.index < this.place || this.requiredBefore(known.index)) return false;
    if (known.index === this.place && known.max === 1 && this.times > 0) return false;
    this.times = known.index === this.place ? this.times + 1 : 1;
    this.place = known.index;
    return true;
  }

  private requiredBefore(index: number): boolean {
    return this.state.sequence.some((s) => s.min === 1 && s.index < index && (s.index > this.place || (s.index === this.place && this.times === 0)));
  }

  /** What may come next, up to and with the first that must. */
  expected(): string[] {
    const names: string[] = [];
    for (const s of this.state.sequence) {
      if (s.index < this.place || (s.index === this.place && s.max === 1)) continue;
      names.push(s.name);
      if (s.min === 1 && s.index > this.place) return names;
    }
    if (this.state.foreignIndex >= 0) names.push('##other{*}*');
    return names;
  }

  missing(): string[] | null {
    return this.requiredBefore(Number.MAX_SAFE_INTEGER) ? this.expected() : null;
  }
}
