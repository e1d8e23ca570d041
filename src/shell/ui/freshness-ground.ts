import { createContext } from 'react';
import type { Freshness } from '../../kernel/passport.ts';

/**
 * How fresh the figures around are as a whole, where that is said once (by a total, or by the line of sources): figures
 * that are no different do not repeat the word, so that the one that is different is seen.
 */
export const FreshnessGround = createContext<Freshness | null>(null);
