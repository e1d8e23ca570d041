/**
 * Answers with the longest values that real files hold: amounts of twelve digits in currencies without a sign, names of
 * authorities in full, file names without a blank. Keys and identifiers stay, so that every address still leads somewhere.
 */
const NAME = ' – Überregionale Koordinierungsstelle für Aufnahme, Integration und freiwillige Rückkehr in kommunaler Trägerschaft';
const FILE = 'aid-activities_exported-from-the-ministry-of-labour-and-social-affairs_2025-12-31-final(2)_';

export function longest(answer: unknown, under = ''): unknown {
  if (Array.isArray(answer)) return answer.map((a) => longest(a, under));
  if (typeof answer === 'string') return text(under, answer);
  if (typeof answer !== 'object' || answer === null) return answer;
  const isFigure = 'unit' in answer && 'passport' in answer;
  return Object.fromEntries(
    Object.entries(answer).map(([key, value]) => {
      if (isFigure && ['value', 'low', 'high'].includes(key) && typeof value === 'string') return [key, (answer.unit as { kind: string }).kind === 'money' ? long(value) : /^\d+$/.test(value) ? `${Number(value) + 1_234_000}` : value];
      if (key === 'amount' && typeof value === 'string') return [key, `-${long(value.replace('-', ''))}`];
      if (key === 'currency' && 'amount' in answer) return [key, 'BDT'];
      return [key, longest(value, key)];
    }),
  );
}

const long = (value: string): string => (/^-?\d/.test(value) ? value.replace(/\d+/, (whole) => `98765432100${whole}`.slice(-Math.max(12, whole.length))) : value);

function text(key: string, value: string): string {
  if (value === '' || /@\d+$/.test(value)) return value;   // nothing, and the names of methods
  if (key === 'name' || key === 'title' || key === 'owner' || key === 'createdBy') return /\.(xml|zip|gz)(\/|$)/.test(value) ? FILE + value : value + NAME;
  return key === 'file' ? FILE + value : value;
}
