import path from 'node:path';
import { z } from 'zod';

const number = (fallback: number, min: number, max: number) =>
  z.preprocess((v) => (v === '' || v === undefined ? fallback : Number(v)), z.number().int().min(min).max(max));
const text = (fallback: string) => z.preprocess((v) => (v === '' || v === undefined ? fallback : v), z.string());
const url = (protocols: RegExp, mend: string) =>
  z.preprocess((v) => (v === '' ? undefined : v), z.url({ protocol: protocols, error: mend }).optional());

/** Every environment variable that Tessera reads, with its default and how to mend a wrong value. */
const variables = {
  TESSERA_DATA: text('.tessera').describe('folder for the database, kept files and secrets'),
  DATABASE_URL: url(/^postgres(ql)?$/, 'write it as postgres://role:password@host:5432/database, or leave it empty for the embedded server'),
  PORT: number(4321, 0, 65535).describe('a free port number'),
  HOST: text('127.0.0.1').describe('the address to listen on; 0.0.0.0 for all'),
  PUBLIC_URL: url(/^https?$/, 'write the address that people type, such as https://tessera.example.org'),
  SMTP_URL: url(/^smtps?$/, 'write it as smtp://user:password@host:587, or leave it empty: links are then shown to the administrator'),
  MAIL_FROM: text('tessera@localhost').describe('the sender of invitations'),
  LOG_LEVEL: z.preprocess((v) => (v === '' || v === undefined ? 'info' : v), z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])),
  RETENTION_DAYS: number(730, 1, 36500).describe('after how many days contact persons of published files are erased'),
  DATABASE_CONNECTIONS: number(12, 2, 200).describe('the most connections that one process opens'),
  UPLOAD_LIMIT_MB: number(2048, 1, 1_000_000).describe('the most megabytes that may be brought at once'),
  REQUEST_TIMEOUT_SECONDS: number(30, 1, 3600).describe('after how long a request to the database is given up'),
} as const;

const Variables = z.object(variables);

export type Config = {
  /** Absolute path of the data directory. */
  dataDirectory: string;
  /** Undefined: the embedded server. */
  databaseUrl: string | undefined;
  databaseConnections: number;
  requestTimeoutMs: number;
  port: number;
  host: string;
  publicUrl: string | undefined;
  smtpUrl: string | undefined;
  mailFrom: string;
  logLevel: z.output<typeof variables.LOG_LEVEL>;
  retentionDays: number;
  uploadLimitBytes: number;
};

/** A wrong setting: the message names the variable and says how to mend it. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

/** Parses the environment once; `workingDirectory` is what relative paths are relative to. */
export function parseConfig(environment: Record<string, string | undefined>, workingDirectory: string): Config {
  const parsed = Variables.safeParse(environment);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => {
      const name = String(issue.path[0]) as keyof typeof variables;
      const hint = variables[name].description;
      return `${name}: ${issue.message}${hint ? ` (${hint})` : ''}`;
    });
    throw new ConfigError(`Mend these settings and start again:\n  ${lines.join('\n  ')}`);
  }
  const v = parsed.data;
  return {
    dataDirectory: path.resolve(workingDirectory, v.TESSERA_DATA),
    databaseUrl: v.DATABASE_URL,
    databaseConnections: v.DATABASE_CONNECTIONS,
    requestTimeoutMs: v.REQUEST_TIMEOUT_SECONDS * 1000,
    port: v.PORT,
    host: v.HOST,
    publicUrl: v.PUBLIC_URL?.replace(/\/+$/, ''),
    smtpUrl: v.SMTP_URL,
    mailFrom: v.MAIL_FROM,
    logLevel: v.LOG_LEVEL,
    retentionDays: v.RETENTION_DAYS,
    uploadLimitBytes: v.UPLOAD_LIMIT_MB * 1_000_000,
  };
}

/** The names of all variables, for the documentation's test. */
export const variableNames = Object.keys(variables);
