import { type DataType, dataTypes, isCanonical, isDay, isOfType, looksLikeAmount, readDay, readDecimal, trimmed } from './data-types.ts';
import type { Report } from './judge.ts';
import type { IatiProblem } from './problems.ts';
import { repair, type XmlElement } from './xml-element.ts';

const refused: Partial<Record<DataType, IatiProblem>> = {
  [dataTypes.dateTime]: 'iati.not-a-datetime',
  [dataTypes.boolean]: 'iati.not-a-boolean',
  [dataTypes.anyURI]: 'iati.not-a-uri',
  [dataTypes.int]: 'iati.not-an-integer',
  [dataTypes.positiveInteger]: 'iati.not-an-integer',
  [dataTypes.nonNegativeInteger]: 'iati.not-an-integer',
  [dataTypes.NMTOKEN]: 'iati.not-a-token',
  [dataTypes.language]: 'iati.not-a-language',
};

const words: Record<string, string> = { yes: 'true', true: 'true', y: 'true', no: 'false', false: 'false', n: 'false' };

/**
 * Checks the form of an attribute (or of the text, `name` `''`) and writes what was read in its place: numbers and days
 * in one form, `''` where nothing can be read. Whatever XML Schema would not take is reported.
 */
export function checkType(element: XmlElement, name: string, value: string, type: DataType, report: Report): void {
  if (type === dataTypes.decimal) checkDecimal(element, name, value, report);
  else if (type === dataTypes.date) checkDay(element, name, value, report);
  else checkOther(element, name, value, type, report);
}

const place = (name: string): string => (name === '' ? 'text()' : `@${name}`);

function checkDecimal(element: XmlElement, name: string, value: string, report: Report): void {
  if (isCanonical(value)) return;
  const read = readDecimal(value);
  if (read === null) {
    report(trimmed(value) === '' ? 'iati.number-empty' : 'iati.not-a-number', element, place(name), value);
    repair(element, name, '');
    return;
  }
  if (read.why === 'separators') report('iati.number-with-separators', element, place(name), value, undefined, read.value);
  else if (read.why === 'exponent') report('iati.number-with-exponent', element, place(name), value, undefined, read.value);
  if (read.value !== value) repair(element, name, read.value);
}

function checkDay(element: XmlElement, name: string, value: string, report: Report): void {
  if (isDay(value)) return;
  const read = readDay(value);
  if (read === null) {
    const code = trimmed(value) === '' ? 'iati.date-empty' : looksLikeAmount(value) ? 'iati.amount-in-date' : 'iati.not-a-date';
    report(code, element, place(name), value);
    repair(element, name, '');
    return;
  }
  if (read.why === 'time') report('iati.date-with-time', element, place(name), value, undefined, read.day);
  else if (read.why === 'written') report('iati.date-written-differently', element, place(name), value, undefined, read.day);
  repair(element, name, read.day);
}

function checkOther(element: XmlElement, name: string, value: string, type: DataType, report: Report): void {
  const text = trimmed(value);
  if (isOfType(text, type)) {
    if (text !== value) repair(element, name, text);
    return;
  }
  const suggestion = type === dataTypes.boolean ? (words[text.toLowerCase()] ?? null) : type === dataTypes.dateTime ? (readDay(text)?.day ?? null) : null;
  report(refused[type]!, element, place(name), value, undefined, suggestion);
  // An address we would not call one is kept: somebody may know what it means.
  if (type !== dataTypes.anyURI && type !== dataTypes.NMTOKEN && type !== dataTypes.language) repair(element, name, suggestion ?? '');
}
