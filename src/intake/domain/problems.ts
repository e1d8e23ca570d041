import type { Severity } from '../../kernel/problem.ts';

/** What is wrong with a file as such, and how to mend it, in plain English; the message catalogue translates by code. */
export type IntakeProblemText = { severity: Severity; what: string; mend: string };

export const intakeProblems = {
  'intake.not-recognised': {
    severity: 'critical',
    what: 'This is no file that can be read here; it looks like: {looksLike}.',
    mend: 'Bring IATI activity files (.xml), alone or packed as .gz or .zip.',
  },
  'intake.archive-empty': {
    severity: 'critical',
    what: 'The archive holds no file.',
    mend: 'Pack the files again and bring the new archive.',
  },
  'intake.archive-cut-off': {
    severity: 'critical',
    what: 'The packed file ends in the middle: it was probably cut off while it was sent. Records before the end were read.',
    mend: 'Fetch the whole file again and bring it; what is the same is not taken in twice.',
  },
  'intake.archive-damaged': {
    severity: 'critical',
    what: 'The packed file is damaged and cannot be opened, or only in part.',
    mend: 'Pack or fetch the file again.',
  },
  'intake.archive-locked': {
    severity: 'critical',
    what: 'This file is locked with a password inside its archive.',
    mend: 'Unpack it with its password and bring the file itself.',
  },
  'intake.archive-method': {
    severity: 'critical',
    what: 'The archive packs this file in a way that cannot be read here.',
    mend: 'Pack it as an ordinary .zip (method “deflate”) or as .gz.',
  },
  'intake.archive-in-archive': {
    severity: 'critical',
    what: 'This is an archive inside an archive; it was not opened.',
    mend: 'Bring the inner archive by itself.',
  },
  'intake.archive-too-many': {
    severity: 'critical',
    what: 'The archive holds {entries} files; at most {most} are opened.',
    mend: 'Divide it into several archives.',
  },
  'intake.archive-too-large': {
    severity: 'critical',
    what: 'Unpacked, the archive is larger than {most} bytes. Reading stopped; what was read before stays.',
    mend: 'Divide it into several archives.',
  },
  'intake.archive-suspicious': {
    severity: 'critical',
    what: 'The file unpacks to more than {ratio} times its size, as files do that are made to fill a disk. Reading stopped.',
    mend: 'If it is genuine, bring it unpacked.',
  },
  'intake.identifier-too-long': {
    severity: 'critical',
    what: 'The identifier has {length} characters; more than {most} cannot be kept.',
    mend: 'Look at iati-identifier: probably a text stands where the identifier should.',
  },
  'intake.identifier-repeated': {
    severity: 'error',
    what: 'Another file of this batch with the same name has the same identifier with other content. Both are kept as versions; one is counted.',
    mend: 'Keep the record in one file only, or give each of the two activities an identifier of its own.',
  },
  'intake.record-twice': {
    severity: 'warning',
    what: 'The same record stands here again, word for word; it was taken in once.',
    mend: 'Remove the repetition from the file.',
  },
} as const satisfies Record<string, IntakeProblemText>;

/** A catalogue's sentence with the problem's own values put in; unknown braces stay as they are. */
export function sentence(text: string, values: Readonly<Record<string, unknown>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => (values[name] === undefined || values[name] === null ? whole : String(values[name])));
}
