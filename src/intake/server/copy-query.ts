import type { Writable } from 'node:stream';
import pg from 'pg';

type Callback = (error: Error | null, results: pg.QueryResult | pg.QueryResult[]) => void;

/** What pg's connection and its class Query have at run time and their types leave out. */
type Wire = { stream: Writable; endCopyFrom(): void };
declare class PlainQuery {
  constructor(config: { text: string; callback: Callback });
  submit(connection: Wire): Error | null | undefined;
}

/**
 * Several statements, `copy … from stdin` among them, sent with all their data in one go: one answer to wait for instead
 * of two for each table. The server reads data in the order of the statements, and skips what is left after an error
 * (PostgreSQL protocol, "COPY Operations").
 */
class CopyQuery extends (pg.Query as unknown as typeof PlainQuery) {
  constructor(text: string, private readonly copies: readonly Buffer[], callback: Callback) {
    super({ text, callback });
  }
  override submit(connection: Wire): Error | null | undefined {
    const error = super.submit(connection);
    if (error) return error;
    for (const data of this.copies) {
      // Message `CopyData`: its letter, its length with the length itself, the data. pg would copy the data first.
      const head = Buffer.allocUnsafe(5);
      head.write('d', 0, 'latin1');
      head.writeInt32BE(data.length + 4, 1);
      connection.stream.write(head);
      connection.stream.write(data);
      connection.endCopyFrom();
    }
    return null;
  }
  /** The data is on its way already. */
  handleCopyInResponse(): void {}
}

/**
 * @param copies data of the `copy … from stdin` statements in `sql`, in their order; not to be touched until the answer
 * @returns a result for each statement
 */
export function queryWithCopies(client: pg.ClientBase, sql: string, copies: readonly Buffer[]): Promise<pg.QueryResult[]> {
  return new Promise((resolve, reject) => {
    const query = new CopyQuery(sql, copies, (error, results) => (error ? reject(error) : resolve(Array.isArray(results) ? results : [results])));
    client.query(query as unknown as pg.Submittable);
  });
}
