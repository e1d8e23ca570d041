import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as access from '../../src/access/domain/contract.ts';
import * as activities from '../../src/activities/domain/contract.ts';
import * as funds from '../../src/funds/domain/contract.ts';
import * as intake from '../../src/intake/domain/contract.ts';
import type { Operation } from '../../src/kernel/operation.ts';
import { Problem } from '../../src/kernel/problem.ts';
import * as organisations from '../../src/organisations/domain/contract.ts';
import { accounts, audit, circles, institutions, sessionOf } from './fake/access.ts';
import { fakeList, fakeOrganisation, fakeOrganisations, fakeShow, fakeSummary } from './fake/activities.ts';
import { FakeIntake, fakeOriginal, groups } from './fake/intake.ts';
import { longest } from './fake/long.ts';
import { fakeBreakdown, fakeBudgets, fakeByCurrency, fakeChain, fakeFlows, fakeOverview, fakeRates } from './fake/money.ts';

/**
 * A server that answers as the contracts say, from the demonstration's tables: journeys of the screens run without a
 * database. Every answer is parsed by its operation's output, so that it cannot drift from the contract.
 */
/** `long`: every answer with the longest values that real files hold. */
export type FakeOptions = { signedIn?: boolean; empty?: boolean; long?: boolean; delayMs?: number };
export type FakeServer = { url: string; close: () => Promise<void>; state: { signedIn: boolean; account: number } };

/** The built pages; another folder can be named, so that a build at hand can be looked at while tests use the other. */
export const web = process.env['TESSERA_TEST_WEB'] ?? fileURLToPath(new URL('../../dist/web', import.meta.url));
const media: Record<string, string> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.json': 'application/json', '.woff2': 'font/woff2' };
const LINK = { invitation: 'i'.repeat(43), first: 'f'.repeat(43) };

type Answer = (input: never, raw: Request) => unknown;
type Request = { files: string[] };
const found = <T>(value: T | null | undefined): T => {
  if (value === null || value === undefined) throw new Problem('request.not-found', 'There is nothing at this address.');
  return value;
};

function answers(state: { signedIn: boolean; account: number; illustrative: boolean; empty: boolean }): Map<Operation, Answer> {
  const store = new FakeIntake();
  const me = () => (state.signedIn ? accounts[state.account]! : null);
  const map = new Map<Operation, Answer>();
  const on = <T extends Operation>(op: T, answer: (input: import('zod').z.output<T['input']>, raw: Request) => import('zod').z.input<T['output']>) => map.set(op, answer as Answer);
  const session = () => sessionOf(me(), state.illustrative);
  on(access.session, session);
  on(access.signIn, ({ password }) => {
    if (password !== 'correct horse battery') throw new Problem('access.wrong-credentials', 'wrong');
    state.signedIn = true;
    return session();
  });
  on(access.signOut, () => {
    state.signedIn = false;
    return { done: true as const };
  });
  on(access.readLink, ({ token }) => {
    if (token === LINK.invitation) return { kind: 'invitation' as const, email: 'delta@example.org', organisation: institutions[1]!.name, role: 'reporter' as const };
    if (token === LINK.first) return { kind: 'first-administrator' as const, email: null, organisation: null, role: 'administrator' as const };
    throw new Problem('access.link-used', 'used');
  });
  on(access.answerLink, () => {
    state.signedIn = true;
    return session();
  });
  on(access.changePassword, () => ({ done: true as const }));
  on(access.listAccounts, () => accounts);
  on(access.invite, () => ({ link: 'https://tessera.example.org/link#Zm9yLXRoZS1zY3JlZW5zLW9ubHktbm90LWEtc2VjcmV0LQ', mailed: false, expiresAt: '2026-11-29T09:00:00.000Z' }));
  on(access.renewPassword, () => ({ link: null, mailed: true, expiresAt: '2026-11-24T09:00:00.000Z' }));
  on(access.changeAccount, ({ id }) => found(accounts.find((a) => a.id === id)));
  on(access.makeCircle, ({ name }) => ({ ...circles[0]!, id: 2, name }));
  on(access.changeCircle, () => circles[0]!);
  on(access.whoSees, ({ audience }) => ({ everybody: audience === 'public', organisations: audience === 'owner' ? institutions.slice(0, 1).map((i) => ({ organisationId: i.id, name: i.name })) : institutions.map((i) => ({ organisationId: i.id, name: i.name })), people: audience === 'owner' ? 2 : 14, tlp: 'TLP:GREEN' }));
  on(access.listAudit, () => ({ entries: audit, chainHolds: true }));
  on(organisations.listInstitutions, () => institutions);
  on(organisations.addInstitution, (given) => ({ ...given, id: 9, illustrative: false }));
  on(organisations.changeInstitution, (given) => ({ ...given, illustrative: false }));
  on(organisations.searchMentioned, (input) => fakeOrganisations(input));
  on(organisations.showMentioned, ({ key }) => found(fakeOrganisation(key)));
  on(activities.listActivities, (input) => fakeList(state.empty ? { ...input, text: 'nothing at all' } : input));
  const erased = new Set<string>();
  on(activities.showActivity, (input) => {
    const shown = found(fakeShow(input, state.signedIn));
    return { ...shown, contacts: shown.contacts?.map((c) => (erased.has(input.identifier) ? { erasedAt: '2026-11-22T09:00:00.000Z' } : c)) ?? null };
  });
  on(activities.eraseContacts, ({ identifier, name, email }) => {
    if (name !== 'Programme office' || email !== undefined) return { erased: 0 };
    erased.add(identifier);
    return { erased: 4 };
  });
  on(activities.summary, (input) => fakeSummary(state.empty ? { ...input, place: '-' } : input));
  on(funds.overview, (input) => (state.empty ? { ...fakeOverview({ ...input, place: '-' }), unconverted: [] } : fakeOverview(input)));
  on(funds.breakdown, (input) => fakeBreakdown(state.empty ? { ...input, place: '-' } : input));
  on(funds.byCurrency, (input) => fakeByCurrency(input));
  on(funds.flows, (input) => fakeFlows(input));
  on(funds.chain, (input) => fakeChain(input));
  on(funds.listRates, fakeRates);
  on(funds.budgets, fakeBudgets);
  on(funds.setRates, () => ({ rates: 12, problems: [{ line: 4, what: 'no rate' }] }));
  on(intake.listBatches, () => (state.empty ? [] : store.batches));
  on(intake.showBatch, ({ id }) => found(store.show(id)));
  on(intake.listProblems, () => groups);
  on(intake.listPlaces, ({ code }) => ({ total: 37, places: groups.filter((g) => g.code === code).flatMap((g) => [0, 1, 2].map((no) => ({ ...g.sample[0]!, no, line: (g.sample[0]!.line ?? 1) + no * 30 }))) }));
  on(intake.takeIn, ({ audience }, { files }) => store.takeIn(files, audience));
  on(intake.original, () => fakeOriginal);
  on(intake.cancel, ({ id }) => Object.assign(found(store.show(id)), { status: 'cancelled' }));
  on(intake.undo, ({ id }) => Object.assign(found(store.show(id)), { status: 'undone', mayUndo: false }));
  on(intake.removeDemonstration, () => {
    state.illustrative = false;
    return { removed: 59 };
  });
  return map;
}

export async function fakeServer(options: FakeOptions = {}): Promise<FakeServer> {
  const state = { signedIn: options.signedIn ?? true, account: 0, illustrative: options.empty !== true, empty: options.empty ?? false };
  const map = answers(state);
  const routes = [...map].map(([op, answer]) => ({ op, answer, pattern: new RegExp(`^/api${op.path.replace(/[.]/g, '\\.').replace(/:(\w+)/g, '(?<$1>[^/]+)')}$`) }));
  const server = createServer((request, response) => {
    void serve(request, response).catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
  });

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://fake');
    if (!url.pathname.startsWith('/api/')) return file(url.pathname, response);
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString('latin1');
    if (options.delayMs !== undefined) await new Promise((r) => setTimeout(r, options.delayMs));
    const route = routes.find((r) => r.op.method === request.method && r.pattern.test(url.pathname));
    try {
      if (route === undefined) throw new Problem('request.not-found', url.pathname);
      const named = Object.fromEntries(Object.entries(route.pattern.exec(url.pathname)?.groups ?? {}).map(([k, v]) => [k, decodeURIComponent(v)]));
      const query: Record<string, unknown> = {};
      for (const key of url.searchParams.keys()) query[key] = url.searchParams.getAll(key).length > 1 ? url.searchParams.getAll(key) : url.searchParams.get(key);
      const upload = route.op.body === 'upload';
      const json = upload ? Object.fromEntries([...body.matchAll(/name="(\w+)"\r\n\r\n([^\r]*)/g)].map((m) => [m[1]!, m[2]!])) : body === '' ? {} : (JSON.parse(Buffer.from(body, 'latin1').toString('utf8')) as object);
      const input = route.op.input.parse({ ...query, ...json, ...named }) as never;
      const files = [...body.matchAll(/filename="([^"]+)"/g)].map((m) => m[1]!);
      const answered = route.answer(input, { files });
      const output = route.op.output.parse(options.long === true ? longest(answered) : answered);
      if (route.op.produces === 'application/octet-stream') return void response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(output as string);
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(output));
    } catch (error) {
      const problem = error instanceof Problem ? error : new Problem('platform.failed', String(error));
      if (!(error instanceof Problem)) console.error(url.pathname, error);
      response.writeHead(problem.status, { 'content-type': 'application/problem+json' }).end(JSON.stringify({ code: problem.code, detail: problem.message, status: problem.status }));
    }
  }

  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as { port: number };
  return { url: `http://127.0.0.1:${port}`, state, close: () => new Promise((done) => server.close(() => done())) };
}

function file(path: string, response: ServerResponse): void {
  const wanted = join(web, path);
  const at = wanted.startsWith(web) && existsSync(wanted) && statSync(wanted).isFile() ? wanted : join(web, 'index.html');
  // The policy of the real server, so that what it would refuse is refused here too.
  const policy = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self' blob:; manifest-src 'self'; base-uri 'none'; form-action 'self'";
  response.writeHead(200, { 'content-type': media[extname(at)] ?? 'application/octet-stream', 'content-security-policy': policy });
  createReadStream(at).pipe(response);
}
