/**
 * Runs `close` once when the process is asked to end (Ctrl-C, `kill`, a closed terminal) and then ends it. A second
 * signal, or a `close` that takes longer than `patienceMs`, ends it at once.
 */
export function stopOnSignals(close: () => Promise<void>, patienceMs = 75_000): void {
  let stopping = false;
  const stop = (signal: NodeJS.Signals) => {
    const code = signal === 'SIGINT' ? 130 : signal === 'SIGHUP' ? 129 : 0;
    if (stopping) process.exit(code || 143);
    stopping = true;
    setTimeout(() => process.exit(1), patienceMs).unref();
    close().then(() => process.exit(code), () => process.exit(1));
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
}
