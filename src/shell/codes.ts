import { useQuery } from '@tanstack/react-query';
import { categoryOf } from '../activities/domain/sector-keys.ts';
import { placeName } from '../places/domain/place.ts';
import { useText } from './text.tsx';

/** A code list as the composition provides it: the standard's own short names, loaded when first needed. */
export type CodeNames = ReadonlyMap<string, { en: string; fr: string | null }>;
type Loader = () => Promise<CodeNames>;

const loaders = new Map<string, Loader>();

/** Says where the names of code lists come from; called once by src/pages.tsx, the only one who knows the standards. */
export function provideCodes(lists: Record<string, Loader>): void {
  for (const [name, load] of Object.entries(lists)) loaders.set(name, load);
}

/** The name of a code in the reader's language; null while the list loads and for codes that are not on it. */
export function useCodes(list: string): (code: string | null | undefined) => string | null {
  const { locale } = useText();
  const { data } = useQuery({ queryKey: ['codes', list], queryFn: () => loaders.get(list)?.() ?? Promise.resolve(new Map() as CodeNames), staleTime: Infinity, gcTime: Infinity });
  return (code) => {
    const item = code === null || code === undefined ? undefined : data?.get(code);
    if (item === undefined) return null;
    return (locale.tag === 'fr' ? item.fr : null) ?? item.en;
  };
}

/** A sector as keys of the picture write it: `vocabulary:code`, or a bare DAC code. */
export function sectorParts(key: string): { vocabulary: string; code: string } {
  const parts = /^([^:]+):(.+)$/.exec(key);
  return parts === null ? { vocabulary: key.length === 3 ? '2' : '1', code: key } : { vocabulary: parts[1] ?? '1', code: parts[2] ?? key };
}

/** Names of sectors by their key; `given` is what the publisher called it, for vocabularies of its own. */
export function useSectorName(): (key: string, given?: string | null) => string | null {
  const dac5 = useCodes('Sector');
  const dac3 = useCodes('SectorCategory');
  return (key, given) => {
    const { vocabulary, code } = sectorParts(key);
    return (vocabulary === '1' ? (dac5(code) ?? dac3(categoryOf(code))) : vocabulary === '2' ? dac3(code) : null) ?? given ?? null;
  };
}

/** Names of countries and regions in the reader's language; `given` is what the data calls a code that nobody else knows. */
export function usePlaceName(): (code: string, given?: string | null) => string | null {
  const { locale } = useText();
  return (code, given) => {
    const name = placeName(code, locale.formats);
    if (name === code) return given ?? null;
    // Its footnote stands under every map (map.kosovo).
    return code === 'XK' ? `${name}*` : name;
  };
}

/** The name of a language, as `French`; null where the tag is not one. */
export function languageName(tag: string, inLocale: string): string | null {
  try {
    return new Intl.DisplayNames([inLocale], { type: 'language', fallback: 'none' }).of(tag) ?? null;
  } catch {
    return null;
  }
}

/** ISO 3166-1 alpha-2, and XK, the code that is used for Kosovo. */
export const countryCodes =
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW'.split(' ');
