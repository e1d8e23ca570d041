import type { z } from 'zod';
import type { Operation } from '../kernel/operation.ts';
import type { Config } from '../platform/config.ts';
import type { Upload } from '../platform/http/handle.ts';
import type { Named } from './file-input.ts';

/** Runs operations in the name of the data directory's administrator: the same handlers as behind the server's routes. */
export type Runner = {
  run<I extends z.ZodType, O extends z.ZodType>(operation: Operation<I, O>, input: z.input<I>, files?: AsyncIterable<Upload>): Promise<z.output<O>>;
  /** An operation that produces a file: its pieces as they are made. Answers the file's name. */
  produce(operation: Operation, input: Record<string, unknown>, write: (piece: string | Uint8Array) => Promise<void>): Promise<string>;
  /** From here on until `close` this process works on the queue of jobs, beside a server that does so or instead of it. */
  workOnJobs(): Promise<void>;
  close(): Promise<void>;
};

/** What one file (or one part of an archive) says, in the words of the inspector. */
export type Inspected = { file: string; fields: Record<string, unknown> };

/** What a reading without storing found: for `import --dry-run`. */
export type Rehearsed = {
  file: string;
  standard: string | null;
  records: number;
  keptOut: number;
  problems: { code: string; severity: string; times: number; line: number | null; record: string | null; values: Record<string, unknown> }[];
};

/** Everything a command touches outside of itself, so that tests can give it something else. */
export type World = {
  out(text: string): void;
  /** A piece of a file on its way to standard output; waits while the reader is slow. */
  outPiece(piece: string | Uint8Array): Promise<void>;
  err(text: string): void;
  /** Somebody watches the error stream: progress bars make sense. */
  watched: boolean;
  environment: Record<string, string | undefined>;
  directory: string;
  openRunner(config: Config): Promise<Runner>;
  inspect(file: Named): AsyncIterable<Inspected>;
  rehearse(file: Named, progress: (bytes: number) => void): AsyncIterable<Rehearsed>;
  /** Serves until it is told to stop. */
  serve(config: Config, options: { empty: boolean }): Promise<void>;
  pause(milliseconds: number): Promise<void>;
};
