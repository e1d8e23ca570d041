import { handle, type Handler } from '../../platform/http/handle.ts';
import * as contract from '../domain/contract.ts';
import { eraseContactsOf, type Originals } from './erase.ts';
import { activitiesAsCsv } from './export-csv.ts';
import { count, passportOfView, spentFigures } from './figures.ts';
import { shownActivity } from './show.ts';
import { breadthOf } from './summary-store.ts';
import { listPage } from './view-store.ts';

/** How soon an end is soon. */
const SOON_DAYS = 90;
const plusDays = (day: string, days: number) => new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** The operations of activities; the composition says who rewrites kept originals. */
export const activitiesHandlers = (originals: Originals): readonly Handler[] => [
  handle(contract.listActivities, async ({ input, ctx }) => {
    const { order, after, limit, ...filter } = input;
    const today = ctx.now().slice(0, 10);
    const total = await passportOfView(ctx.tx, filter, today, { operation: 'activities.list', input: filter });
    const page = await listPage(ctx.tx, filter, order, after, limit);
    const spent = await spentFigures(ctx.tx, page, today);
    return {
      total: count(total.count, 'activities', total.passport),
      activities: page.map((r) => ({
        identifier: r.identifier, title: r.title, titleLanguage: r.titleLanguage, reporter: { key: r.reportingKey, name: r.reportingName }, status: r.status, startsOn: r.startsOn, endsOn: r.endsOn,
        endsForSure: r.endsForSure, places: r.places, sectors: r.sectors, versions: r.versions, hierarchy: r.hierarchy, illustrative: r.illustrative, spent: spent.get(r.id)!,
      })),
    };
  }),

  handle(contract.showActivity, ({ input, ctx }) => shownActivity(ctx.tx, input.identifier, input.versionId, ctx.actor.accountId !== null, ctx.now().slice(0, 10))),

  handle(contract.summary, async ({ input, ctx }) => {
    const today = ctx.now().slice(0, 10);
    const rows = { operation: 'activities.list', input };
    const all = await passportOfView(ctx.tx, input, today, rows);
    const soon = { ...input, endingFrom: today, endingBefore: plusDays(today, SOON_DAYS) };
    const ending = await passportOfView(ctx.tx, soon, today, { operation: 'activities.list', input: soon });
    const several = await passportOfView(ctx.tx, input, today, rows, 'v.identifier in (select identifier from several)');
    const breadth = await breadthOf(ctx.tx, input);
    return {
      activities: count(all.count, 'activities', all.passport), organisations: count(breadth.organisations, 'organisations', all.passport), places: count(breadth.places, 'places', all.passport),
      endingSoon: count(ending.count, 'activities', ending.passport), severalVersions: count(several.count, 'activities', several.passport),
    };
  }),

  handle(contract.exportActivities, ({ input, ctx }) => ({ body: activitiesAsCsv(ctx.tx, input, ctx.now().slice(0, 10)), fileName: `activities-${ctx.now().slice(0, 10)}.csv` })),

  handle(contract.eraseContacts, async ({ input, ctx }) => {
    const erased = await eraseContactsOf(ctx.tx, input, originals, ctx.now().slice(0, 10));
    ctx.audit({ erased });   // never whom: this row stays
    return { erased };
  }),
];
