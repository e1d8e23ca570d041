import { useEffect, useRef } from 'react';
import { useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { overview, type MoneyOverview } from '../../funds/domain/contract.ts';
import { isZero } from '../../kernel/decimal.ts';
import { useOperation, type Given } from '../api.ts';

const AGAIN_MS = 1500;

/** The one total of a selection. While new data is being counted it is asked for again, and with it everything that hangs on it. */
export function useMoneyTotal(search: Given<typeof overview>): UseQueryResult<MoneyOverview, Error> {
  const cache = useQueryClient();
  const asked = useOperation(overview, search, { live: (m) => (m?.recounting === true ? AGAIN_MS : false) });
  const recounting = asked.data?.recounting === true;
  const before = useRef(false);
  useEffect(() => {
    if (before.current && !recounting) void cache.invalidateQueries({ predicate: (q) => /^(funds|activities|organisations|access\.session$)/.test(String(q.queryKey[0])) });
    before.current = recounting;
  }, [recounting, cache]);
  return asked;
}

/** No payment stands in this selection. */
export const hasNoPayment = (m: MoneyOverview): boolean => m.unconverted.length === 0 && [m.naive, m.receiverOnly].every((f) => f.value === null || isZero(f.value));

/** Nothing has been counted yet: a zero would be taken for an amount. */
export const isUncounted = (m: MoneyOverview): boolean => m.recounting && hasNoPayment(m);
