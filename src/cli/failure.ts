import { Problem } from '../kernel/problem.ts';
import { ConfigError } from '../platform/config.ts';
import { asProblem } from '../platform/http/problems.ts';

/** How a command ended, for scripts: documented in docs/cli.md. */
export const exitCodes = { fine: 0, failed: 1, wrongUsage: 2, someKeptOut: 3 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** The command was given something it can't work with; the message says how to mend it. */
export class WrongUsage extends Error {
  override name = 'WrongUsage';
}

/** A command that ended, with words that need no more explanation. */
export class Failed extends Error {
  override name = 'Failed';
}

type Told = { code: ExitCode; what: string; problem: string };

/** What to do about it, where the problem's own words do not say so. */
const mends: Partial<Record<Problem['code'], string>> = {
  'access.denied': 'Commands act as the administrator of the data directory’s own organisation; what another organisation owns it changes itself.',
  'access.account-exists': 'See who has access on the page “People”, or choose another mail address.',
  'intake.not-recognised': 'Bring IATI activity files (.xml), alone or packed as .gz or .zip.',
  'intake.in-progress': 'Wait until it is finished: tessera batches',
  'intake.later-batch-stands-on-it': 'Undo the later batch first; tessera batches lists them.',
  'intake.already-undone': 'Nothing is left to do.',
  'request.not-found': 'Look up the right number with: tessera batches',
  'funds.organisation-unknown': 'Keys are identifiers such as XM-DAC-41122, or name:… in small letters; see: tessera overview --by organisation',
  'platform.busy': 'Try again in a moment.',
};

/** Problems of what was typed, not of what is there. */
const wrong: ReadonlySet<Problem['code']> = new Set(['input.invalid', 'funds.organisation-unknown']);

/** Any failure in words for the person in front of the terminal. What nobody foresaw keeps its own message. */
export function tell(error: unknown): Told {
  if (error instanceof WrongUsage) return { code: exitCodes.wrongUsage, what: error.message, problem: 'usage' };
  if (error instanceof ConfigError) return { code: exitCodes.wrongUsage, what: error.message, problem: 'configuration' };
  if (error instanceof Problem) {
    const fields = (error.details as { fields?: { field: string; message: string }[] } | undefined)?.fields?.map((f) => `  ${f.field}: ${f.message}`) ?? [];
    const what = [error.message, ...fields, mends[error.code]].filter(Boolean).join('\n');
    return { code: wrong.has(error.code) ? exitCodes.wrongUsage : exitCodes.failed, what, problem: error.code };
  }
  const code = (error as { code?: unknown } | null)?.code;
  const path = (error as { path?: unknown } | null)?.path;
  if (code === 'ENOENT' && typeof path === 'string') return { code: exitCodes.wrongUsage, what: `There is no file ${path}. Check the name and the folder.`, problem: 'no-file' };
  if (code === 'EACCES' && typeof path === 'string') return { code: exitCodes.failed, what: `${path} may not be read. Change its permissions, or run the command as the one who may.`, problem: 'no-access' };
  if (code === 'EISDIR') return { code: exitCodes.wrongUsage, what: 'A folder was given where a file is needed. Name the files in it: folder/*.xml', problem: 'folder' };
  if (typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code)) return tellDatabase(error as Error);
  return { code: exitCodes.failed, what: error instanceof Error ? error.message : String(error), problem: 'failed' };
}

/** The database refused: in words where they exist, else as what it is, a defect of ours. */
function tellDatabase(error: Error): Told {
  const { problem, unexpected } = asProblem(error);
  if (!unexpected) return tell(problem);
  return { code: exitCodes.failed, what: `This is a defect of Tessera, not of what you did; please report it. The database said: ${error.message}`, problem: 'platform.failed' };
}
