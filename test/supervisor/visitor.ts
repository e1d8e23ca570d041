/** A process of its own that visits a data directory's server, says how, and stays until it is asked to end. */
import { readSecrets } from '../../src/platform/db/secrets.ts';
import { AlreadyServed, openServer } from '../../src/platform/db/supervisor.ts';
import { stopOnSignals } from '../../src/platform/signals.ts';
import { testBinaries } from '../server.ts';

const [dataDirectory, as, patienceMs] = process.argv.slice(2) as [string, 'serve' | 'guest', string | undefined];
const say = (fact: object) => process.stdout.write(`${JSON.stringify(fact)}\n`);

try {
  const server = await openServer({
    dataDirectory, as, secrets: await readSecrets(dataDirectory), binaries: await testBinaries(), durable: false,
    patienceMs: patienceMs ? Number(patienceMs) : undefined,
  });
  stopOnSignals(() => server.close());
  say({ how: server.how, server: server.pid });
  setInterval(() => {}, 1000);   // stays
} catch (error) {
  say({ refused: error instanceof AlreadyServed ? 'already-served' : 'failed', message: (error as Error).message });
}
