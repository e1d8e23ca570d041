import type { Severity } from '../../kernel/problem.ts';
import { dirtProblems } from './problems-dirt.ts';
import { rulesetProblems } from './rules/problems.ts';

/**
 * One thing that can be wrong in a file: how bad it is, whether an XML schema would refuse the document for it, what is
 * wrong and how to mend it in plain English (the message catalogue translates by code). In braces stand params of the
 * problem, `{value}` what stands in the file, `{suggestion}` what we read instead.
 */
export type ProblemText = { severity: Severity; schema: boolean; what: string; mend: string };

/** Broken as XML: reading stops there, what was complete before it is taken in. */
const xmlProblems = {
  'xml.broken': {
    severity: 'critical', schema: true,
    what: 'The file is not well-formed XML here, so nothing after this place can be read: {reason}',
    mend: 'Export the file again, or mend this place: every opened element must be closed, and < and & must be written as &lt; and &amp;. Records before this place were read.',
  },
  'xml.cut-off': {
    severity: 'critical', schema: true,
    what: 'The file ends in the middle: it was probably cut off while it was made or sent.',
    mend: 'Fetch or export the whole file again. Records that were complete were read.',
  },
  'xml.doctype': {
    severity: 'critical', schema: true,
    what: 'The file defines entities of its own (a document type declaration), which can be misused to exhaust a computer. It was not read.',
    mend: 'Remove the <!DOCTYPE …> declaration and write the text out instead of its entities.',
  },
  'xml.encoding': {
    severity: 'critical', schema: true,
    what: 'From here on the bytes are not text in the encoding the file announces: {reason}',
    mend: 'Save the file as UTF-8, or announce its true encoding in the first line. Records before this place were read.',
  },
  'xml.too-deep': {
    severity: 'critical', schema: true,
    what: 'Elements stand inside one another more than {reason} deep; this is no IATI file. Reading stopped.',
    mend: 'Look at this place: probably elements are opened and never closed.',
  },
  'xml.too-long': {
    severity: 'critical', schema: true,
    what: 'One text or tag is longer than {reason} characters. Reading stopped.',
    mend: 'Look at this place: probably a quotation mark or a < is missing, or a document was pasted into the file.',
  },
} as const satisfies Record<string, ProblemText>;

/** The file as a whole, and records that cannot be used. */
const fileProblems = {
  'iati.not-iati': {
    severity: 'critical', schema: true,
    what: 'No IATI activity was found in this file; its outermost element is {root}.',
    mend: 'Bring an IATI activity file (its outermost element is iati-activities).',
  },
  'iati.root-unexpected': {
    severity: 'warning', schema: true,
    what: 'The outermost element is {root} and not iati-activities; the activities inside were read all the same.',
    mend: 'Nothing to do if this is an export of a data portal; a publisher’s file must begin with iati-activities.',
  },
  'iati.namespace': {
    severity: 'error', schema: true,
    what: 'The element {element} declares a default namespace ({value}); IATI elements stand in none.',
    mend: 'Remove the attribute xmlns="…" from this element.',
  },
  'iati.version-missing': {
    severity: 'error', schema: true,
    what: 'The file does not say by which version of the standard it was written; each activity was read by the version its form betrays.',
    mend: 'Add the attribute version (such as version="2.03") to the element iati-activities.',
  },
  'iati.version-unknown': {
    severity: 'error', schema: false,
    what: 'There is no version “{value}” of the standard; it was read as {read}.',
    mend: 'Write one of 1.01 to 1.05, 2.01, 2.02 or 2.03.',
  },
  'iati.organisation-file': {
    severity: 'advice', schema: false,
    what: 'This is an IATI organisation file. It was judged, but organisation files are not taken in yet.',
    mend: 'Nothing to do; bring the activity file of this publisher as well.',
  },
  'iati.identifier-missing': {
    severity: 'critical', schema: false,
    what: 'This activity has no identifier, so it cannot be told from others or updated. It was left out.',
    mend: 'Give it an iati-identifier: the organisation’s identifier, a hyphen, and its own number.',
  },
  'iati.identifier-repeated': {
    severity: 'error', schema: false,
    what: 'The identifier {value} already stood at line {firstLine} of this file.',
    mend: 'Give each activity its own identifier, or merge the two.',
  },
  'iati.record-too-large': {
    severity: 'critical', schema: false,
    what: 'This activity is larger than {limit} characters or has more than {elements} elements. It was left out.',
    mend: 'Split it into several activities, for example one for each year of transactions.',
  },
} as const satisfies Record<string, ProblemText>;

/** What the XML schema of the version refuses. */
const schemaProblems = {
  'iati.element-unknown': {
    severity: 'error', schema: true,
    what: 'The element {element} may not stand in {parent}; no version of the standard knows it there. It was kept as it stands.',
    mend: 'Correct its name or its place, or give it a namespace of your own.',
  },
  'iati.element-from-later-version': {
    severity: 'error', schema: true,
    what: 'The element {element} in {parent} came into the standard after the version this activity claims. It was read.',
    mend: 'Raise the version of the file, or leave the element out.',
  },
  'iati.element-out-of-order': {
    severity: 'error', schema: true,
    what: 'The element {element} stands too late: it belongs before {before}.',
    mend: 'Bring the elements into the order of the standard.',
  },
  'iati.element-missing': {
    severity: 'error', schema: true,
    what: 'The element {element} is missing here.',
    mend: 'Add {element}; the standard requires it.',
  },
  'iati.element-repeated': {
    severity: 'error', schema: true,
    what: 'The element {element} stands here more than once; the first one was read.',
    mend: 'Keep one, or put translations into narrative elements inside it.',
  },
  'iati.attribute-unknown': {
    severity: 'error', schema: true,
    what: 'The attribute {attribute} may not stand here.',
    mend: 'Correct its name, leave it out, or give it a namespace of your own.',
  },
  'iati.attribute-from-later-version': {
    severity: 'error', schema: true,
    what: 'The attribute {attribute} came into the standard after the version this activity claims. It was read.',
    mend: 'Raise the version of the file, or leave the attribute out.',
  },
  'iati.attribute-missing': {
    severity: 'error', schema: true,
    what: 'The attribute {attribute} is missing.',
    mend: 'Add {attribute}; the standard requires it.',
  },
  'iati.text-not-allowed': {
    severity: 'error', schema: true,
    what: 'Text stands directly in {element}: “{value}”.',
    mend: 'Put the text into a narrative element, or take it out.',
  },
  'iati.not-a-number': {
    severity: 'error', schema: true,
    what: '“{value}” is not a number; the value was left empty.',
    mend: 'Write digits and at most one point: 1234.50, without currency signs or words.',
  },
  'iati.number-empty': {
    severity: 'error', schema: true,
    what: 'A number is missing here.',
    mend: 'Write the number, or leave the whole element out.',
  },
  'iati.number-with-separators': {
    severity: 'error', schema: true,
    what: '“{value}” has marks between the thousands; it was read as {suggestion}.',
    mend: 'Write {suggestion}.',
  },
  'iati.number-with-exponent': {
    severity: 'error', schema: true,
    what: '“{value}” is written with a power of ten; it was read as {suggestion}.',
    mend: 'Write {suggestion}.',
  },
  'iati.not-an-integer': {
    severity: 'error', schema: true,
    what: '“{value}” is not a whole number as is required here.',
    mend: 'Write a whole number without decimals.',
  },
  'iati.not-a-date': {
    severity: 'error', schema: true,
    what: '“{value}” is not a date that can be read without guessing; it was left empty.',
    mend: 'Write year-month-day: 2026-11-21.',
  },
  'iati.date-empty': {
    severity: 'error', schema: true,
    what: 'A date is missing here.',
    mend: 'Write it as year-month-day: 2026-11-21.',
  },
  'iati.amount-in-date': {
    severity: 'error', schema: true,
    what: '“{value}” looks like an amount of money in the place of a date; the date was left empty.',
    mend: 'Columns were probably swapped while the file was made: put the date here and the amount into value.',
  },
  'iati.date-with-time': {
    severity: 'error', schema: true,
    what: '“{value}” is a date with a time of day; it was read as {suggestion}.',
    mend: 'Write {suggestion}.',
  },
  'iati.date-written-differently': {
    severity: 'error', schema: true,
    what: '“{value}” is not written as the standard asks; it was read as {suggestion}.',
    mend: 'Write {suggestion}.',
  },
  'iati.not-a-datetime': {
    severity: 'error', schema: true,
    what: '“{value}” is not a date with a time.',
    mend: 'Write it as 2026-11-21T14:30:00Z.',
  },
  'iati.not-a-boolean': {
    severity: 'error', schema: true,
    what: '“{value}” is neither yes nor no.',
    mend: 'Write 1 or true for yes, 0 or false for no.',
  },
  'iati.not-a-uri': {
    severity: 'error', schema: true,
    what: '“{value}” is not a web address; it was kept as it stands.',
    mend: 'Write the whole address, beginning with https://, with spaces written as %20.',
  },
  'iati.not-a-token': {
    severity: 'error', schema: true,
    what: '“{value}” has characters that may not stand here.',
    mend: 'Use letters, digits, points, hyphens and underscores only.',
  },
  'iati.not-a-language': {
    severity: 'error', schema: true,
    what: '“{value}” is not a language code.',
    mend: 'Write a code of ISO 639-1 such as en, fr or ar.',
  },
} as const satisfies Record<string, ProblemText>;

/** Every problem of an IATI file. Codes are stable; docs/problems-iati.md lists them. */
export const iatiProblems = { ...xmlProblems, ...fileProblems, ...schemaProblems, ...dirtProblems, ...rulesetProblems };
export type IatiProblem = keyof typeof iatiProblems;
