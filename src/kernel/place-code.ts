import { z } from 'zod';

/**
 * ISO 3166-1: alpha-2 and alpha-3 of each country, and the user-assigned XK (Kosovo*), as of 2026.
 * Source: ISO online browsing platform, by way of the package i18n-iso-countries.
 */
const countries = `
ADAND AEARE AFAFG AGATG AIAIA ALALB AMARM AOAGO AQATA ARARG ASASM ATAUT AUAUS AWABW AXALA AZAZE BABIH BBBRB BDBGD BEBEL BFBFA BGBGR BHBHR BIBDI BJBEN
BLBLM BMBMU BNBRN BOBOL BQBES BRBRA BSBHS BTBTN BVBVT BWBWA BYBLR BZBLZ CACAN CCCCK CDCOD CFCAF CGCOG CHCHE CICIV CKCOK CLCHL CMCMR CNCHN COCOL CRCRI
CUCUB CVCPV CWCUW CXCXR CYCYP CZCZE DEDEU DJDJI DKDNK DMDMA DODOM DZDZA ECECU EEEST EGEGY EHESH ERERI ESESP ETETH FIFIN FJFJI FKFLK FMFSM FOFRO FRFRA
GAGAB GBGBR GDGRD GEGEO GFGUF GGGGY GHGHA GIGIB GLGRL GMGMB GNGIN GPGLP GQGNQ GRGRC GSSGS GTGTM GUGUM GWGNB GYGUY HKHKG HMHMD HNHND HRHRV HTHTI HUHUN
IDIDN IEIRL ILISR IMIMN ININD IOIOT IQIRQ IRIRN ISISL ITITA JEJEY JMJAM JOJOR JPJPN KEKEN KGKGZ KHKHM KIKIR KMCOM KNKNA KPPRK KRKOR KWKWT KYCYM KZKAZ
LALAO LBLBN LCLCA LILIE LKLKA LRLBR LSLSO LTLTU LULUX LVLVA LYLBY MAMAR MCMCO MDMDA MEMNE MFMAF MGMDG MHMHL MKMKD MLMLI MMMMR MNMNG MOMAC MPMNP MQMTQ
MRMRT MSMSR MTMLT MUMUS MVMDV MWMWI MXMEX MYMYS MZMOZ NANAM NCNCL NENER NFNFK NGNGA NINIC NLNLD NONOR NPNPL NRNRU NUNIU NZNZL OMOMN PAPAN PEPER PFPYF
PGPNG PHPHL PKPAK PLPOL PMSPM PNPCN PRPRI PSPSE PTPRT PWPLW PYPRY QAQAT REREU ROROU RSSRB RURUS RWRWA SASAU SBSLB SCSYC SDSDN SESWE SGSGP SHSHN SISVN
SJSJM SKSVK SLSLE SMSMR SNSEN SOSOM SRSUR SSSSD STSTP SVSLV SXSXM SYSYR SZSWZ TCTCA TDTCD TFATF TGTGO THTHA TJTJK TKTKL TLTLS TMTKM TNTUN TOTON TRTUR
TTTTO TVTUV TWTWN TZTZA UAUKR UGUGA UMUMI USUSA UYURY UZUZB VAVAT VCVCT VEVEN VGVGB VIVIR VNVNM VUVUT WFWLF WSWSM XKXKX YEYEM YTMYT ZAZAF ZMZMB ZWZWE
`;

/** ISO 3166-3: alpha-2 codes that were withdrawn and that old files still use. */
const withdrawn = 'AN BU CS DD FX NT SU TP YU ZR';

/** Regions and "regional" recipients of the Development Assistance Committee (OECD), as IATI's list Region has them. */
const dacRegionCodes = '88 89 189 289 298 380 389 489 498 589 619 679 689 789 798 889 998 1027 1028 1029 1030 1031 1032 1033 1034 1035';

const pairs = countries.trim().split(/\s+/);
const alpha2: ReadonlySet<string> = new Set(pairs.map((p) => p.slice(0, 2)));
const byAlpha3: ReadonlyMap<string, string> = new Map(pairs.map((p) => [p.slice(2), p.slice(0, 2)]));
const former: ReadonlySet<string> = new Set(withdrawn.split(' '));
const dacRegions: ReadonlySet<string> = new Set(dacRegionCodes.split(' '));

/** A code of a place as what it is, so that a region in the field for countries is seen to be one. */
export const PlaceCode = z.discriminatedUnion('kind', [
  /** ISO 3166-1 alpha-2; `withdrawn`: a code of ISO 3166-3 that no country has today. */
  z.object({ kind: z.literal('country'), code: z.string().length(2), withdrawn: z.boolean() }),
  /** ISO 3166-2: `MK-101`. */
  z.object({ kind: z.literal('subdivision'), code: z.string(), country: z.string().length(2) }),
  /** Code of a humanitarian common operational dataset: country, then digits by level: `MK0104`, `SLE01`. */
  z.object({ kind: z.literal('p-code'), code: z.string(), country: z.string().length(2) }),
  /** Region of the Development Assistance Committee: `298` is Africa, regional. */
  z.object({ kind: z.literal('dac-region'), code: z.string() }),
]);
export type PlaceCode = z.infer<typeof PlaceCode>;

/**
 * What a code says that it is, by its form and the lists above; null where it is none of these. Case and outer blanks
 * are forgiven, nothing else. A subdivision or P-code is recognised by its form and its country, not looked up: whether
 * it exists is for the places register to say.
 */
export function placeCode(text: string): PlaceCode | null {
  const code = text.trim().toUpperCase();
  if (/^\d+$/.test(code)) return dacRegions.has(code) ? { kind: 'dac-region', code } : null;
  if (alpha2.has(code)) return { kind: 'country', code, withdrawn: false };
  if (former.has(code)) return { kind: 'country', code, withdrawn: true };
  const ofAlpha3 = byAlpha3.get(code);
  if (ofAlpha3 !== undefined) return { kind: 'country', code: ofAlpha3, withdrawn: false };
  const [, country, rest] = /^([A-Z]{2})(-[A-Z0-9]{1,3}|[A-Z]?\d[A-Z0-9]{1,12})$/.exec(code) ?? [];
  if (country !== undefined && alpha2.has(country)) {
    return rest!.startsWith('-') ? { kind: 'subdivision', code, country } : { kind: 'p-code', code, country };
  }
  const long = byAlpha3.get(code.slice(0, 3));
  if (long !== undefined && /^\d{2,12}$/.test(code.slice(3))) return { kind: 'p-code', code, country: long };
  return null;
}

/** Is this an alpha-2 code that a country has today? */
export function isCountry(code: string): boolean {
  return alpha2.has(code);
}
