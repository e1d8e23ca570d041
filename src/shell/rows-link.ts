import type { Rows } from '../kernel/passport.ts';

/** Which page shows the rows that an operation gives. Its search parameters are the operation's input. */
const pages: Record<string, string> = {
  'funds.flows': '/money/rows',
  'funds.overview': '/money',
  'funds.breakdown': '/money',
  'funds.by-currency': '/money',
  'activities.list': '/activities',
  'activities.summary': '/activities',
  'organisations.search': '/organisations',
  'access.accounts': '/people',
};

export type RowsLink = { to: string; params?: Record<string, string>; search: Record<string, unknown> };

/** Where the rows behind a figure are opened; null where no page shows them. */
export function linkOfRows(rows: Rows | null): RowsLink | null {
  if (rows === null) return null;
  const { operation, input } = rows;
  if (operation === 'activities.show') return { to: '/activities/$identifier', params: { identifier: String(input['identifier']) }, search: {} };
  if (operation === 'organisations.show') return { to: '/organisations/$key', params: { key: String(input['key']) }, search: {} };
  if (operation.startsWith('intake.')) return input['id'] === undefined ? { to: '/bring', search: {} } : { to: '/bring/$batch', params: { batch: String(input['id']) }, search: {} };
  const to = pages[operation];
  return to === undefined ? null : { to, search: input };
}
