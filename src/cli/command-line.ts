import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import path from 'node:path';
import { exportActivities } from '../activities/domain/contract.ts';
import { Counting, exportMoney, setRates } from '../funds/domain/contract.ts';
import { parseConfig, type Config } from '../platform/config.ts';
import { addUser } from './accounts.ts';
import { audienceOf, bringFiles, rehearseFiles, tellBatches, undoBatch } from './bring.ts';
import { untilCounted } from './counting.ts';
import { exitCodes, tell, type ExitCode } from './failure.ts';
import { existing, uploads, type Named } from './file-input.ts';
import { inspectFiles } from './inspect.ts';
import { dimensionsOf, filtersOf, showOverview, type OverviewOptions } from './overview.ts';
import { Voice } from './voice.ts';
import type { Runner, World } from './world.ts';

const whole = (text: string): number => {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('It has to be a whole number.');
  return Number(text);
};

type Shared = { data?: string; json?: boolean };
type Work = { voice: Voice; config: () => Config; runner: () => Promise<Runner> };

/** Runs one command line and answers its exit code. Nothing is thrown: failures are told on the error stream. */
export async function runCommandLine(argv: readonly string[], world: World): Promise<ExitCode> {
  let ended: ExitCode = exitCodes.fine;
  const program = commands(world, (code) => { ended = code; });
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return ended;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.fine : exitCodes.wrongUsage;
    const { code, what, problem } = tell(error);
    world.err(argv.includes('--json') ? `${JSON.stringify({ kind: 'failure', problem, what })}\n` : `${what}\n`);
    return code;
  }
}

/** Every command with its arguments, what it is for, and what it runs. */
export function commands(world: World, end: (code: ExitCode) => void): Command {
  const program = new Command('tessera');
  const output = { writeOut: (text: string) => world.out(text), writeErr: (text: string) => world.err(text) };
  program.description('One shared picture from everybody’s own files, every figure with its source.').configureOutput(output).exitOverride().showHelpAfterError('Help: tessera --help');
  const shared = (c: Command) => c
    .option('--data <folder>', 'the data directory (default: TESSERA_DATA, else .tessera); several can live side by side')
    .option('--json', 'one JSON object a line instead of tables');
  shared(program);
  const command = (usage: string, description: string, under: Command = program) => shared(under.command(usage)).description(description).configureOutput(output).exitOverride();

  /** Gives the work its voice, configuration and runner, and closes the runner however it ends. */
  const work = async (c: Command, fn: (w: Work) => Promise<ExitCode | void>) => {
    const options = c.optsWithGlobals<Shared>();
    const config = () => parseConfig({ ...world.environment, ...(options.data !== undefined && { TESSERA_DATA: options.data }) }, world.directory);
    let runner: Promise<Runner> | undefined;
    try {
      end((await fn({ voice: new Voice(world, options.json ?? false), config, runner: () => (runner ??= world.openRunner(config())) })) ?? exitCodes.fine);
    } finally {
      await (await runner?.catch(() => undefined))?.close();
    }
  };

  command('serve', 'Serve the product until stopped; prints its address')
    .option('--empty', 'begin without the demonstration data')
    .action((o: { empty?: boolean }, c: Command) => work(c, async ({ config }) => world.serve(config(), { empty: o.empty ?? false })));

  command('import <files...>', 'Bring IATI files (.xml, .gz, .zip) as one batch')
    .option('--dry-run', 'read and judge the files, store nothing')
    .option('--audience <who>', 'who will see it: public, network, owner or circle:NUMBER', 'public')
    .action((files: string[], o: { dryRun?: boolean; audience: string }, c: Command) => work(c, async ({ voice, runner }) => {
      const audience = audienceOf(o.audience);
      const found = await existing(files, world.directory);
      return o.dryRun ? rehearseFiles(voice, world, found) : bringFiles(await runner(), voice, world, found, audience);
    }));

  command('inspect <files...>', 'What files say: counts and exact sums, as published; touches no database')
    .action((files: string[], _o: object, c: Command) => work(c, async ({ voice }) => inspectFiles(voice, world, await existing(files, world.directory))));

  const selection = (c: Command) => c
    .option('--place <code>', 'country or region')
    .option('--sector <code>', 'DAC code, or vocabulary:code')
    .option('--organisation <key>', 'identifier, or name:… of an organisation')
    .option('--year <year>', 'calendar year', whole);

  selection(command('overview', 'One total that is not counted twice, and how it was counted'))
    .option('--by <dimensions>', 'split by place, sector, year, organisation, receiver, reporter; or by currency, transaction-type in original currencies')
    .addOption(new Option('--counting <way>', 'which total').choices(Counting.options))
    .option('--within <keys>', 'the boundary: organisations, separated by commas')
    .action((o: OverviewOptions, c: Command) => work(c, async ({ voice, runner }) => {
      if (o.by !== undefined) dimensionsOf(o.by);   // before anything is opened or counted
      const opened = await runner();
      await untilCounted(opened, voice, world);
      await showOverview(opened, voice, o);
    }));

  selection(command('export', 'The rows of a view as a table'))
    .argument('<format>', 'csv')
    .option('--of <what>', 'money or activities', 'money')
    .option('--within <keys>', 'the boundary, for money')
    .option('--out <file>', 'write to a file instead of standard output')
    .action((format: string, o: OverviewOptions & { of: string; out?: string }, c: Command) => work(c, async ({ voice, runner }) => {
      if (format !== 'csv') c.error(`error: tessera exports csv, not “${format}”`);
      if (o.of !== 'money' && o.of !== 'activities') c.error(`error: --of takes money or activities, not “${o.of}”`);
      const opened = await runner();
      await untilCounted(opened, voice, world);
      await exportRows(opened, voice, world, o);
    }));

  command('undo <batch>', 'Undo a batch exactly: what it added goes, what it replaced comes back')
    .action((batch: string, _o: object, c: Command) => work(c, async ({ voice, runner }) => undoBatch(await runner(), voice, world, batchNumber(batch, c))));

  command('batches', 'What was brought, newest first')
    .option('--limit <n>', 'how many', whole, 20)
    .action((o: { limit: number }, c: Command) => work(c, async ({ voice, runner }) => tellBatches(await runner(), voice, o.limit)));

  const user = program.command('user').description('People').configureOutput(output).exitOverride();
  command('add <email>', 'Invite a person to an organisation with a role', user)
    .requiredOption('--organisation <name>', 'number, identifier or name')
    .requiredOption('--role <role>', 'reader, reporter, editor or administrator')
    .option('--new-organisation', 'make the organisation when it is not there')
    .action((email: string, o: { organisation: string; role: string; newOrganisation?: boolean }, c: Command) => work(c, async ({ voice, runner }) => addUser(await runner(), voice, email, o)));

  const rates = program.command('rates').description('Exchange rates').configureOutput(output).exitOverride();
  command('import <file>', 'Bring rates of your own (CSV): they win over the built-in ones', rates)
    .option('--source <text>', 'where they come from; shown on every figure that uses them')
    .addOption(new Option('--audience <who>', 'whose totals use them: owner (this organisation) or public (everybody)').choices(['owner', 'public']).default('owner'))
    .action((file: string, o: RatesOptions, c: Command) => work(c, async ({ voice, runner }) => importRates(await runner(), voice, world, await existing([file], world.directory), o)));
  return program;
}

function batchNumber(text: string, c: Command): number {
  if (/^\d+$/.test(text)) return Number(text);
  return c.error(`error: a batch has a number, not “${text}”; tessera batches lists them`);
}

async function exportRows(runner: Runner, voice: Voice, world: World, o: OverviewOptions & { of: string; out?: string }): Promise<void> {
  const { within, ...picture } = filtersOf(o);
  const [operation, input] = o.of === 'money' ? [exportMoney, { ...picture, ...(within && { within }) }] as const : [exportActivities, picture] as const;
  if (o.out === undefined) {
    await runner.produce(operation, input, (piece) => world.outPiece(piece));
    return;
  }
  const target = path.resolve(world.directory, o.out);
  const { writePieces } = await import('./file-output.ts');
  const bytes = await writePieces(target, (write) => runner.produce(operation, input, write));
  voice.object({ kind: 'written', file: o.out, bytes });
  voice.say(`${o.out}: ${bytes} bytes`);
}

type RatesOptions = { source?: string; audience: 'owner' | 'public' };

async function importRates(runner: Runner, voice: Voice, world: World, files: readonly Named[], options: RatesOptions): Promise<ExitCode> {
  const { rates, problems } = await runner.run(setRates, options, uploads(files.map((f) => f.path)));
  await untilCounted(runner, voice, world);
  voice.object({ kind: 'rates', rates, problems: problems.length });
  for (const p of problems) voice.object({ kind: 'problem', ...p });
  voice.say(`${rates} rate(s) taken in; ${problems.length} line(s) left out.`);
  for (const p of problems) voice.say(`  line ${p.line}: ${p.what}`);
  return problems.length > 0 ? exitCodes.someKeptOut : exitCodes.fine;
}
