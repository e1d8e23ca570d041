/** A terminal's Ctrl-C comes twice to a process that npm started: from the terminal, and passed on by npm. */
const ONE_PRESS_MS = 1000;
const PARENT_LOOK_MS = 500;

/**
 * Runs `close` once when the process is asked to end (Ctrl-C, `kill`, a closed terminal) and then ends it. A second
 * signal, or a `close` that takes longer than `patienceMs`, ends it at once. Under npm the end of the parent asks too:
 * npm and the shell between do not always pass a signal on, and a server that nobody can find must not stay behind.
 */
export function stopOnSignals(close: () => Promise<void>, patienceMs = 75_000): void {
  let askedAt: number | undefined;
  const stop = (signal: NodeJS.Signals) => {
    const code = signal === 'SIGINT' ? 130 : signal === 'SIGHUP' ? 129 : 0;
    if (askedAt !== undefined) {
      if (performance.now() - askedAt > ONE_PRESS_MS) process.exit(code || 143);
      return;
    }
    askedAt = performance.now();
    setTimeout(() => process.exit(1), patienceMs).unref();
    close().then(() => process.exit(code), () => process.exit(1));
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  if (process.env.npm_lifecycle_event !== undefined) whenParentEnds(() => stop('SIGTERM'));
}

function whenParentEnds(tell: () => void): void {
  const parent = process.ppid;
  const looking = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(looking);
    tell();
  }, PARENT_LOOK_MS).unref();
}
