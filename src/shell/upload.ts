import type { Operation } from '../kernel/operation.ts';
import { addressOf, problemFrom, type Given, type Got } from './api.ts';

/** How far the sending of files has come, in bytes. */
export type Sent = { sent: number; total: number };

/**
 * Sends files with an operation whose body is an upload. `fetch` cannot tell how far it has come, so this is XMLHttpRequest.
 * The fields stand before the files: the server knows the audience when the first byte of a file arrives.
 */
export function upload<T extends Operation>(op: T, input: Given<T>, files: readonly File[], onSent: (sent: Sent) => void, signal: AbortSignal): Promise<Got<T>> {
  const { url, rest } = addressOf(op, input as Record<string, unknown>);
  const form = new FormData();
  for (const [name, value] of Object.entries(rest)) if (value !== undefined && value !== null) form.append(name, String(value));
  for (const file of files) form.append('files', file, file.name);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(op.method, url);
    request.upload.addEventListener('progress', (e) => onSent({ sent: e.loaded, total: e.total }));
    request.addEventListener('load', () => {
      const body = parsed(request.responseText);
      if (request.status < 200 || request.status > 299) reject(problemFrom(request.status, body));
      else resolve(op.output.parse(body) as Got<T>);
    });
    request.addEventListener('error', () => reject(problemFrom(0, null)));
    request.addEventListener('abort', () => reject(new DOMException('cancelled', 'AbortError')));
    signal.addEventListener('abort', () => request.abort());
    request.send(form);
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
