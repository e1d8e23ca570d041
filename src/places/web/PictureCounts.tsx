import type { z } from 'zod';
import type { summary } from '../../activities/domain/contract.ts';
import { EndingSoon } from '../../shell/picture/EndingSoon.tsx';
import type { PictureSearch } from '../../shell/search.ts';
import { useText } from '../../shell/text.tsx';
import { Figure } from '../../shell/ui/Figure.tsx';
import { PageLink } from '../../shell/ui/PageLink.tsx';

type Counts = z.output<(typeof summary)['output']>;

/** How many activities, organisations and countries; what ends soon; what several publishers reported. */
export function PictureCounts({ counts, search }: { counts: Counts; search: PictureSearch }) {
  const text = useText();
  const rows = [
    { key: 'activities', figure: counts.activities, what: <PageLink to="/activities" search={search}>{text('counts.activities')}</PageLink> },
    { key: 'organisations', figure: counts.organisations, what: <PageLink to="/organisations">{text('counts.organisations')}</PageLink> },
    { key: 'places', figure: counts.places, what: text('counts.places') },
    { key: 'ending', figure: counts.endingSoon, what: <EndingSoon figure={counts.endingSoon} /> },
    { key: 'versions', figure: counts.severalVersions, what: text('counts.versions') },
  ];
  return (
    <ul className="counts">
      {rows.map((r) => (
        <li key={r.key}>
          <Figure figure={r.figure} size="medium" />
          <span className="counts__what">{r.what}</span>
        </li>
      ))}
    </ul>
  );
}
