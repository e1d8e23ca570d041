import type { Figure, Unit } from '../../kernel/figure.ts';
import type { MessageId, Text } from '../text.tsx';

/** A figure in words: short for the eye, exact for hover, copies and screen readers. */
export type FigureWords = { short: string; exact: string; range: string | null; exactRange: string | null };

const NONE = '–';
/** ISO 4217: no currency was named. */
const NO_CURRENCY = 'XXX';

/** Steps at which money is shortened: 9,480 stays, 48,213,402.17 becomes 48.2 m. */
const steps: { from: number; by: number; id: MessageId }[] = [
  { from: 1e9, by: 1e9, id: 'figure.billion' },
  { from: 1e6, by: 1e6, id: 'figure.million' },
  { from: 1e4, by: 1e3, id: 'figure.thousand' },
];

export function figureWords(figure: Figure, text: Text): FigureWords {
  const { value, low, high, unit } = figure;
  const ranged = low !== undefined && high !== undefined && low !== high;
  const range = ranged ? shortRange(low, high, unit, text) : null;
  const exactRange = ranged ? `${exactValue(low, unit, text)}–${exactValue(high, unit, text)}` : null;
  if (figure.passport.protection === 'suppressed') return { short: text('figure.suppressed.short'), exact: text('figure.suppressed'), range, exactRange };
  if (value === null) {
    const only = low !== undefined && high !== undefined ? (shortRange(low, high, unit, text) ?? shortValue(high, unit, text)) : NONE;
    return { short: only, exact: exactRange ?? text('figure.unknown'), range: null, exactRange: null };
  }
  return { short: shortValue(value, unit, text), exact: exactValue(value, unit, text), range, exactRange };
}

/** The value as people say it in a sentence or a table: `€48.2 m`, `214`, `37 %`. */
export function shortValue(value: string, unit: Unit, text: Text): string {
  const n = Number(value);
  const size = Math.abs(n);
  if (unit.kind === 'money') {
    const step = stepOf(size);
    if (step === undefined) return currency(n, unit.currency, text, size !== 0 && size < 100 ? 2 : 0);
    return withStep(step, currency(n / step.by, unit.currency, text, digitsOf(n / step.by)), text);
  }
  if (unit.kind === 'share') return text.intl.formatNumber(n, { style: 'percent', maximumFractionDigits: size < 0.1 && size > 0 ? 1 : 0 });
  return exactValue(value, unit, text);
}

/** Both ends in one, at one step and with equal digits: `€10.4–€11.2 m`. Null where they look alike: then it says nothing, and the passport has it exactly. */
function shortRange(low: string, high: string, unit: Unit, text: Text): string | null {
  const [from, to] = [shortValue(low, unit, text), shortValue(high, unit, text)];
  if (from === to) return null;
  const step = stepOf(Math.abs(Number(high)));
  if (unit.kind !== 'money' || step === undefined || step !== stepOf(Math.abs(Number(low)))) return `${from}–${to}`;
  const digits = digitsOf(Number(low) / step.by);
  return withStep(step, `${currency(Number(low) / step.by, unit.currency, text, digits)}–${currency(Number(high) / step.by, unit.currency, text, digits)}`, text);
}

/** A round number on a scale: `€20 k`, without the digits that nobody needs there. */
export function scaleValue(value: number, unit: Unit, text: Text): string {
  const step = stepOf(Math.abs(value));
  if (unit.kind !== 'money' || step === undefined) return shortValue(String(value), unit, text);
  const scaled = value / step.by;
  const digits = [0, 1, 2].find((d) => Math.abs(scaled - Number(scaled.toFixed(d))) < Math.abs(scaled) * 0.005) ?? 2;
  return withStep(step, currency(scaled, unit.currency, text, digits), text);
}

type Step = (typeof steps)[number];
const stepOf = (size: number): Step | undefined => steps.find((s) => size >= s.from * 0.9995);
/** Three digits that count: 3.44 bn, 48.2 m, 312 k. Sums of such amounts can be followed by eye. */
const digitsOf = (scaled: number): number => (Math.abs(scaled) >= 99.95 ? 0 : Math.abs(scaled) >= 9.995 ? 1 : 2);
const withStep = (step: Step, amount: string, text: Text): string => text(step.id, { amount }).replace(/[\u2068\u2069]/g, '');

/** To the cent, for columns that add up before the reader's eyes; the passport has every digit. */
export function centsValue(value: string, unit: Unit, text: Text): string {
  if (unit.kind !== 'money' || unit.currency === NO_CURRENCY) return exactValue(value, unit, text);
  return text.intl.formatNumber(value as unknown as number, { style: 'currency', currency: unit.currency, minimumFractionDigits: 2, maximumFractionDigits: 2 });
}

/** Every digit that is known, with the sign of the currency; decimals are never turned into floats on the way. */
export function exactValue(value: string, unit: Unit, text: Text): string {
  const exact = value as unknown as number;
  const fraction = Math.min(value.split('.')[1]?.length ?? 0, 20);
  if (unit.kind === 'money') {
    const digits = Math.max(2, fraction);
    if (unit.currency === NO_CURRENCY) return text.intl.formatNumber(exact, { minimumFractionDigits: 2, maximumFractionDigits: digits });
    return text.intl.formatNumber(exact, { style: 'currency', currency: unit.currency, minimumFractionDigits: 2, maximumFractionDigits: digits });
  }
  if (unit.kind === 'share') return text.intl.formatNumber(exact, { style: 'percent', maximumFractionDigits: 2 });
  return text.intl.formatNumber(exact, { maximumFractionDigits: fraction });
}

/** What a figure counts, with its value put in: `214 activities`. Null where the number stands alone. */
export function unitSentence(unit: Unit, value: string, text: Text, shown: string): string | null {
  if (unit.kind === 'count') return text.maybe(`unit.${unit.of}`, { n: Number(value), value: shown });
  if (unit.kind === 'people') return text('unit.people', { n: Number(value), value: shown });
  if (unit.kind === 'days') return text('unit.days', { n: Number(value), value: shown });
  return null;
}

function currency(n: number, code: string, text: Text, digits: number): string {
  if (code === NO_CURRENCY) return text.intl.formatNumber(n, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return text.intl.formatNumber(n, { style: 'currency', currency: code, minimumFractionDigits: digits, maximumFractionDigits: digits });
}
