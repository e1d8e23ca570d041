import { activities, activity } from './activity-files.ts';

/** One transaction, as short as a test can say it. Ends: `ref` or `ref@activity`. */
export type Paid = { type: string; amount: number | string; on?: string; currency?: string; from?: string; to?: string; more?: string };
export type Book = Record<string, { by: string; paid: Paid[]; updated?: string; country?: string; sector?: string; more?: string }>;

const end = (side: 'provider' | 'receiver', text: string | undefined) => {
  if (text === undefined) return '';
  const [ref, id] = text.split('@');
  return `<${side}-org ref="${ref}"${id ? ` ${side}-activity-id="${id}"` : ''}><narrative>${ref}</narrative></${side}-org>`;
};

const paid = ({ type, amount, on = '2023-06-30', currency = 'EUR', from, to, more = '' }: Paid) =>
  `<transaction><transaction-type code="${type}"/><transaction-date iso-date="${on}"/><value currency="${currency}" value-date="${on}">${amount}</value>${end('provider', from)}${end('receiver', to)}${more}</transaction>`;

/** An IATI file with these activities and their money. */
export function moneyFile(book: Book): string {
  return activities(...Object.entries(book).map(([id, a]) => activity(id, { reporter: a.by, updated: a.updated ?? '2024-05-01', country: a.country ?? 'BD', sector: a.sector ?? '15190', more: (a.more ?? '') + a.paid.map(paid).join('\n') })));
}

/** The worked example of docs/methods/money.md: 335 published, 140 in, 130 at the end, 10 kept. */
export const chain: Book = {
  A: { by: 'XX-DONOR-1', paid: [{ type: '3', amount: 100, to: 'XX-AGENCY@B' }] },
  B: {
    by: 'XX-AGENCY', paid: [
      { type: '1', amount: 100, from: 'XX-DONOR-1@A' }, { type: '1', amount: 40, from: 'XX-DONOR-2@X' },
      { type: '3', amount: 60, to: 'XX-NGO-1@C' }, { type: '3', amount: 45, to: 'XX-NGO-2@D' }, { type: '4', amount: 30 },
    ],
  },
  C: { by: 'XX-NGO-1', paid: [{ type: '1', amount: 60, from: 'XX-AGENCY@B' }, { type: '4', amount: 55 }] },
  D: { by: 'XX-NGO-2', paid: [{ type: '4', amount: 45 }] },
  X: { by: 'XX-DONOR-2', paid: [{ type: '2', amount: 40, to: 'XX-AGENCY@B' }] },
};
