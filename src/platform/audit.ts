import type { Tx } from './db/pool.ts';

export type AuditRow = {
  /** The operation's id, or the task's name. */
  operation: string;
  /** Which records, by key, and what was chosen. Never a name or a mail address: this row can't be erased. */
  about: Record<string, unknown>;
  requestId: string | null;
};

/**
 * Writes down, in the write's own transaction, that it happened. The database adds who and when from the claims and links
 * the row to the one before it. Call it last: it makes other writers wait until this transaction ends.
 */
export async function writeAudit(tx: Tx, { operation, about, requestId }: AuditRow): Promise<void> {
  await tx.query('insert into access_audit (operation, about, request_id) values ($1, $2, $3)', [operation, JSON.stringify(about), requestId]);
}
