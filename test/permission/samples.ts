import { demonstration } from '../../src/first-start.ts';
import { STRANGER } from '../../src/kernel/audience.ts';
import { activities, activity, contact, transaction } from '../activity-files.ts';
import { castNames, PASSWORD, type CastName } from '../cast.ts';
import type { World } from '../world.ts';

export type Sample = {
  input: Record<string, unknown>;
  /** Whom the database lets do it; with the API's check away, everybody else must get nothing and change nothing. */
  may: readonly CastName[];
  /** Stands in the answer for those who may see it, and in nobody else's. */
  secret?: { text: string; sees: readonly CastName[] };
  /** By whom it is done in the end, to show that the input is good and that it does something. */
  by: CastName;
};

const alpha: CastName[] = ['reader', 'reporter', 'editor', 'administrator'];
const alphaWrites: CastName[] = ['reporter', 'editor', 'administrator'];
const writers: CastName[] = [...alphaWrites, 'neighbour', 'member'];
const editors: CastName[] = ['editor', 'administrator', 'neighbour', 'member'];
const signedIn = castNames.filter((n) => n !== 'stranger');

/** Data of Alpha's that others must not learn of, and a demonstration; answers the batches. */
export async function prepare(w: World) {
  const org = `<participating-org role="4" ref="XX-HIDDEN-PARTNER" type="22"><narrative>Hidden Partner</narrative></participating-org>`;
  const bring = async (name: string, content: string, fields: Record<string, string>, read = true) => {
    const { body } = await w.as('reporter').upload('/intake/batches', { fields, files: [{ name, content }] });
    if (read) await w.wait(body.id);
    return body as { id: number };
  };
  const hidden = await bring('hidden-file.xml', activities(activity('AL-HIDDEN', { title: 'Hidden bridge', more: `${org}${contact('Hanna Hidden', 'hanna@alpha.example')}${transaction('3', '77123.45', '<receiver-org ref="XX-HIDDEN-PARTNER"><narrative>Hidden Partner</narrative></receiver-org>')}` })), { audience: 'owner' });
  // What everybody reads, from a file whose flaws are its owner's business.
  const open = await bring('open-file.xml', activities(activity('AL-OPEN', { title: 'Open road', more: '<activity-scope code="HiddenFlaw"/>' })), { audience: 'public' });
  await w.db.app.transaction(STRANGER, demonstration.run, { timeoutMs: 0 });
  for (let i = 0; i < 3; i++) {   // the batch, then what follows from it; what is counted for an organisation is counted when it asks
    await w.as('reader').get('/funds/overview');
    await w.runJobs();
  }
  const waiting = await bring('waiting.xml', activities(activity('AL-WAIT')), { audience: 'owner' }, false);
  const { rows: [file] } = await w.db.superuser.query('select id from intake_files where batch_id = $1', [open.id]);
  const { rows: [problem] } = await w.db.superuser.query(`select code from intake_problems where batch_id = $1 and value = 'HiddenFlaw'`, [open.id]);
  return { hidden: hidden.id, open: open.id, waiting: waiting.id, file: file.id as number, problem: problem.code as string };
}

/** Good input for every operation, in an order in which each still finds what it needs. */
export function samples(w: World, made: Awaited<ReturnType<typeof prepare>>): Record<string, Sample> {
  const bridge = { text: 'Hidden bridge', sees: alpha };
  const partner = { text: 'Hidden Partner', sees: alpha }   // the name: a refusal repeats the key it was asked for;
  const amount = { text: '77123.45', sees: alpha };
  const flaw = { text: 'HiddenFlaw', sees: alpha };
  const read = (input: Record<string, unknown>, secret?: Sample['secret'], may: readonly CastName[] = castNames): Sample => ({ input, may, by: 'administrator', ...(secret && { secret }) });
  const institution = { name: 'Epsilon', identifier: null, kind: null, level: null };
  return {
    'access.session': { input: {}, may: castNames, by: 'reader', secret: { text: 'Valley', sees: [...alpha, 'member'] } },
    'access.who-sees': read({ audience: 'circle', circleId: w.circles.valley }, { text: 'TLP:AMBER', sees: [...alpha, 'member'] }, [...alpha, 'member']),
    'access.audit': read({}, { text: `"batchId":${made.hidden}`, sees: ['editor', 'administrator'] }),
    'access.accounts': read({}, { text: 'neighbour@beta.example', sees: ['administrator', 'neighbour'] }),
    'activities.list': read({ limit: 500 }, bridge),
    'activities.show': read({ identifier: 'AL-HIDDEN' }, bridge, alpha),
    'activities.summary': read({}),
    'activities.export': read({}, bridge),
    'organisations.list': read({}),
    'organisations.search': read({ text: 'hidden' }, partner),
    'organisations.show': read({ key: 'XX-HIDDEN-PARTNER' }, { text: 'Hidden Partner', sees: alpha }, alpha),
    'funds.overview': read({ organisation: 'XX-HIDDEN-PARTNER' }, amount),
    'funds.breakdown': read({ by: 'receiver', limit: 5000 }, partner),
    'funds.by-currency': read({ by: 'currency', organisation: 'XX-HIDDEN-PARTNER' }, amount),
    'funds.flows': read({ limit: 1000 }, amount),
    'funds.chain': read({ organisation: 'XX-HIDDEN-PARTNER' }, partner),
    'funds.export': read({}, amount),
    'funds.rates': read({}),
    'funds.budgets': read({}),
    'intake.batches': read({ limit: 100 }, { text: 'hidden-file.xml', sees: alpha }),
    'intake.batch': read({ id: made.hidden }, { text: 'hidden-file.xml', sees: alpha }, alpha),
    'intake.problems': read({ id: made.open }, flaw),
    'intake.problem-places': read({ id: made.open, code: made.problem }, flaw),
    'intake.problems-csv': read({ id: made.open }, flaw),
    'intake.original': read({ id: made.file }, { text: 'HiddenFlaw', sees: alpha }, alpha),

    'organisations.add': { input: institution, may: ['administrator'], by: 'administrator' },
    'organisations.change': { input: { ...institution, id: w.organisations.Delta, name: 'Delta Town' }, may: ['administrator'], by: 'administrator' },
    'access.make-circle': { input: { name: 'Made', organisationIds: [] }, may: editors, by: 'member' },
    'access.change-circle': { input: { id: w.circles.valley, name: 'Changed', organisationIds: [w.organisations.Gamma] }, may: ['editor', 'administrator'], by: 'editor' },
    'access.invite': { input: { email: 'new@beta.example', organisationId: w.organisations.Beta, role: 'editor' }, may: ['administrator'], by: 'administrator' },
    'access.renew-password': { input: { id: w.accounts.outsider }, may: ['administrator'], by: 'administrator' },
    'access.change-account': { input: { id: w.accounts.outsider, role: 'reporter' }, may: ['administrator'], by: 'administrator' },
    'funds.set-rates': { input: { source: 'Mine', files: [{ name: 'rates.csv', content: 'year,currency,units_per_usd\n2023,EUR,0.9\n' }] }, may: editors, by: 'editor' },
    'intake.take-in': { input: { files: [{ name: 'more.xml', content: activities(activity('AL-MORE')) }] }, may: writers, by: 'reporter' },
    'intake.cancel': { input: { id: made.waiting }, may: alphaWrites, by: 'reporter' },
    'activities.erase-contacts': { input: { identifier: 'AL-HIDDEN', email: 'hanna@alpha.example' }, may: ['editor', 'administrator'], by: 'editor' },
    'intake.undo': { input: { id: made.hidden }, may: alphaWrites, by: 'reporter' },
    'intake.remove-demonstration': { input: {}, may: ['administrator'], by: 'administrator' },
    'access.read-link': { input: { token: 'x'.repeat(43) }, may: castNames, by: 'stranger' },
    'access.answer-link': { input: { token: 'x'.repeat(43), password: 'a password of my own' }, may: castNames, by: 'stranger' },
    'access.change-password': { input: { current: PASSWORD, next: 'another long password' }, may: signedIn, by: 'member' },
    'access.sign-in': { input: { email: 'member@gamma.example', password: 'another long password' }, may: castNames, by: 'stranger' },
    'access.sign-out': { input: {}, may: signedIn, by: 'neighbour' },
  };
}

/** Where the database is wider than the API, on purpose, and why. */
export const wider: Record<string, { to: readonly CastName[]; because: string }> = {
  'activities.erase-contacts': { to: ['reporter'], because: 'a reporter may replace what their own organisation reported, by an import: rows can not tell why they are written' },
  'funds.set-rates': { to: ['reporter'], because: 'ditto: rates are records of the own organisation' },
  'intake.remove-demonstration': { to: ['reporter', 'editor', 'neighbour', 'member'], because: 'the handler acts for the owner of the demonstration, who is nobody' },
};
