import type { Figure } from '../../kernel/figure.ts';
import { linkOfRows } from '../rows-link.ts';
import { useText } from '../text.tsx';
import { Day } from '../ui/content.tsx';
import { PageLink } from '../ui/PageLink.tsx';

/** What the number of activities that end soon says, by the very day up to which the server counted; opens its rows. */
export function EndingSoon({ figure }: { figure: Figure }) {
  const text = useText();
  const link = linkOfRows(figure.passport.rows);
  const before = link?.search['endingBefore'];
  const words = typeof before === 'string' ? text.rich('counts.ending-before', { on: <Day on={before} /> }) : text('counts.ending');
  return link === null ? words : <PageLink to={link.to} search={link.search}>{words}</PageLink>;
}
