import { checkCode } from './judge-code.ts';
import { checkType } from './judge-type.ts';
import { dataTypes, isOfType, trimmed } from './data-types.ts';
import type { IatiProblem } from './problems.ts';
import type { AttributeState, ElementState } from './schema/compile.ts';
import { attributeOf, type XmlElement } from './xml-element.ts';

/**
 * Says that something is wrong: `at` is the attribute (`@code`), the text (`text()`) or null for the element itself;
 * `suggestion` is what we read instead.
 */
export type Report = (
  code: IatiProblem,
  element: XmlElement,
  at: string | null,
  value: string | null,
  params?: Record<string, string | number>,
  suggestion?: string | null,
) => void;

export type Judging = {
  report: Report;
  /** Judge structure and types. */
  schema: boolean;
  /** Judge codes (1.0x: only after the upgrade, when they are in the words of 2.03). */
  codes: boolean;
  /** Elements for which we have no field: other namespaces, names no version knows. */
  unmodelled: XmlElement[];
  /** Attributes of other namespaces: element, name. */
  unmodelledAttributes: [XmlElement, string][];
};

/**
 * Judges an element and everything in it against one version's facts, in one walk. What can be read in spite of its
 * form is repaired in place (the published form stays with the element), what cannot be read becomes empty.
 */
export function judge(element: XmlElement, state: ElementState, judging: Judging): void {
  judgeAttributes(element, state, judging);
  if (element.children.length > 0) judgeChildren(element, state, judging);
  else if (state.requiredChildren > 0 && judging.schema) reportMissing(element, state, judging.report);
  if (element.text !== '' || state.text !== null) judgeText(element, state, judging);
}

/** The attributes alone: of the root, whose children come one by one. */
export function judgeAttributes(element: XmlElement, state: ElementState, judging: Judging): void {
  const list = element.attributes;
  let required = 0;
  for (let i = 0; i < list.length; i += 2) {
    const name = list[i]!;
    let attribute = state.attributes.get(name);
    if (attribute === undefined) {
      attribute = judgeUndeclared(element, state, name, list[i + 1]!, judging);
      if (attribute === undefined) continue;
    } else if (attribute.required) required++;
    // A code that needs no further look is of the right type, too.
    if (judging.codes && attribute.codes !== null && attribute.codes.usual.has(list[i + 1]!)) continue;
    if (judging.schema && attribute.type !== dataTypes.string) checkType(element, name, list[i + 1]!, attribute.type, judging.report);
    if (judging.codes && attribute.codesTogether !== null) judgeCode(element, attribute, list[i + 1]!, judging.report);
  }
  if (required < state.requiredAttributes && judging.schema) {
    for (const attribute of state.attributes.values()) {
      if (attribute.required && attributeOf(element, attribute.name) === null) {
        judging.report('iati.attribute-missing', element, `@${attribute.name}`, null, { attribute: attribute.name });
      }
    }
  }
}

function judgeCode(element: XmlElement, attribute: AttributeState, value: string, report: Report): void {
  let list = attribute.codes;
  if (list === null) list = attribute.codesByVocabulary!.get(attributeOf(element, 'vocabulary') ?? '') ?? null;
  if (list !== null && !list.usual.has(value)) checkCode(element, attribute.name, value, list, attribute, report);
}

/** An attribute the version does not declare; returns how to judge it where a later version does. */
function judgeUndeclared(element: XmlElement, state: ElementState, name: string, value: string, judging: Judging): AttributeState | undefined {
  const colon = name.indexOf(':');
  if (colon > 0 || name === 'xmlns') {
    const prefix = colon > 0 ? name.slice(0, colon) : name;
    if (prefix === 'xmlns' || prefix === 'xsi' || !judging.schema) return undefined;
    if (prefix !== 'xml') judging.unmodelledAttributes.push([element, name]);
    if (!state.foreignAttributes) judging.report('iati.attribute-unknown', element, `@${name}`, value, { attribute: name });
    else if (name === 'xml:lang' && !isOfType(trimmed(value), dataTypes.language)) judging.report('iati.not-a-language', element, '@xml:lang', value);
    return undefined;
  }
  const later = state.latest?.attributes.get(name);
  if (judging.schema) {
    judging.report(later ? 'iati.attribute-from-later-version' : 'iati.attribute-unknown', element, `@${name}`, value, { attribute: name });
  }
  return later;
}

function judgeChildren(element: XmlElement, state: ElementState, judging: Judging): void {
  const { children } = element;
  const { schema } = judging;
  let place = 0;
  for (let i = 0; i < children.length; i++) {
    const child = children[i]!;
    let known = state.children.get(child.name);
    if (known === undefined) {
      known = judgeStranger(element, child, state, judging);
      if (known === undefined && state.foreignIndex > place) place = state.foreignIndex;
    } else if (schema) {
      if (known.seenIn !== element) known.seenIn = element;
      else if (known.max === 1) judging.report('iati.element-repeated', child, null, null, { element: child.name });
      if (known.index >= place || state.anyOrder) place = known.index;
      else if (i === 0 || children[i - 1]!.name !== child.name) {
        judging.report('iati.element-out-of-order', child, null, null, { element: child.name, before: expectedBefore(children, i, state, known.index) });
      }
    }
    if (known !== undefined) judge(child, known, judging);
  }
  if (schema && state.requiredChildren > 0) reportMissing(element, state, judging.report);
}

function reportMissing(element: XmlElement, state: ElementState, report: Report): void {
  for (const expected of state.sequence) {
    if (expected.min === 1 && expected.seenIn !== element) report('iati.element-missing', element, null, null, { element: expected.name });
  }
}

/** Name of the first element met so far that should have come later. */
function expectedBefore(children: readonly XmlElement[], until: number, state: ElementState, index: number): string {
  for (let i = 0; i < until; i++) {
    const met = state.children.get(children[i]!.name);
    if (met === undefined ? children[i]!.isForeign : met.index > index) return children[i]!.name;
  }
  return '';
}

/** A child that the version does not know at this place; returns how to judge it where a later version does. */
function judgeStranger(parent: XmlElement, child: XmlElement, state: ElementState, judging: Judging): ElementState | undefined {
  if (child.isForeign) {
    judging.unmodelled.push(child);
    if (state.foreignIndex < 0 && judging.schema) judging.report('iati.element-unknown', child, null, null, { element: child.name, parent: parent.name });
    return undefined;
  }
  const later = state.latest?.children.get(child.name);
  if (later === undefined) judging.unmodelled.push(child);
  if (judging.schema) {
    const code = later ? 'iati.element-from-later-version' : 'iati.element-unknown';
    judging.report(code, child, null, null, { element: child.name, parent: parent.name });
  }
  return later;
}

function judgeText(element: XmlElement, state: ElementState, judging: Judging): void {
  if (state.text === null) {
    if (!state.mixed && judging.schema && element.text !== '') {
      judging.report('iati.text-not-allowed', element, 'text()', trimmed(element.text), { element: element.name });
    }
    return;
  }
  if (judging.schema && state.text !== dataTypes.string) checkType(element, '', element.text, state.text, judging.report);
  if (judging.codes && state.textCodes !== null && !state.textCodes.usual.has(element.text)) {
    checkCode(element, '', element.text, state.textCodes, null, judging.report);
  }
}
