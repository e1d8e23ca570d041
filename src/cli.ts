import { runCommandLine } from './cli/command-line.ts';
import { machine } from './cli/machine.ts';

// A reader that left (`tessera batches | head`) is no failure of the command.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
process.exitCode = await runCommandLine(process.argv.slice(2), machine());
