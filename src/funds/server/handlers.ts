import { handle, type Handler } from '../../platform/http/handle.ts';
import { breakdown, budgets, byCurrency, chain, exportMoney, flows, listRates, overview, setRates } from '../domain/contract.ts';
import { breakdownOf, byCurrencyOf } from './breakdown.ts';
import { budgetsOf } from './budgets.ts';
import { chainOf } from './chain.ts';
import { moneyAsCsv } from './export.ts';
import { overviewOf } from './overview.ts';
import { bringRates, ratesOf } from './rates.ts';
import { flowsOf } from './rows.ts';
import { seenIn } from './scope.ts';

const today = (ctx: { now(): string }): string => ctx.now().slice(0, 10);

export const fundsHandlers: readonly Handler[] = [
  handle(overview, async ({ input, ctx }) => overviewOf(ctx.tx, await seenIn(ctx), input, today(ctx))),
  handle(breakdown, async ({ input, ctx }) => breakdownOf(ctx.tx, await seenIn(ctx), input, today(ctx))),
  handle(byCurrency, async ({ input, ctx }) => byCurrencyOf(ctx.tx, await seenIn(ctx), input, today(ctx))),
  handle(flows, async ({ input, ctx }) => flowsOf(ctx.tx, await seenIn(ctx), input, today(ctx))),
  handle(chain, async ({ input, ctx }) => chainOf(ctx.tx, await seenIn(ctx), input, today(ctx))),
  handle(exportMoney, async ({ input, ctx }) => ({ body: moneyAsCsv(ctx.tx, await seenIn(ctx), input, today(ctx)), fileName: `money-${today(ctx)}.csv` })),
  handle(setRates, async ({ input, ctx }) => bringRates(ctx, input)),
  handle(listRates, async ({ input, ctx }) => ratesOf(ctx.tx, input)),
  handle(budgets, async ({ input, ctx }) => budgetsOf(ctx.tx, await seenIn(ctx), input, today(ctx))),
];
