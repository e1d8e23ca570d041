import type { IatiProblem } from '../problems.ts';
import { dirtTriggers } from './dirt.ts';
import type { Trigger } from './documents.ts';
import { identifierTriggers } from './rules-on-identifiers.ts';
import { moneyAndTimeTriggers } from './rules-on-money-and-time.ts';
import { shareTriggers } from './rules-on-shares.ts';
import { textAndResultTriggers } from './rules-on-texts-and-results.ts';
import { schemaAndTypeTriggers } from './schema-and-types.ts';
import { xmlAndFileTriggers } from './xml-and-file.ts';

/** A trigger for every problem: the compiler and a test see to it that none is without one. */
export const triggers: Readonly<Record<IatiProblem, Trigger>> = {
  ...xmlAndFileTriggers,
  ...schemaAndTypeTriggers,
  ...dirtTriggers,
  ...identifierTriggers,
  ...shareTriggers,
  ...moneyAndTimeTriggers,
  ...textAndResultTriggers,
};
