/** A column of a printed table; numbers stand to the right. */
export type Column<R> = { title: string; of: (row: R) => string | number | null | undefined; right?: boolean };

/** Characters of a text as a terminal counts them, near enough: marks that combine take no place, wide ones two. */
function width(text: string): number {
  let n = 0;
  for (const c of text) n += /\p{Mark}/u.test(c) ? 0 : /[\u1100-\u115f\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(c) ? 2 : 1;
  return n;
}

const padded = (text: string, to: number, right: boolean) => (right ? ' '.repeat(Math.max(0, to - width(text))) + text : text + ' '.repeat(Math.max(0, to - width(text))));

/** Text from files must not steer the terminal: control characters are shown, not sent. */
export const printable = (text: string) => text.replace(/\p{Cc}/gu, (c) => (c === '\n' || c === '\t' ? ' ' : '�'));

/** Rows as aligned text with a head; long cells are cut so that a line stays readable. */
export function table<R>(rows: readonly R[], columns: readonly Column<R>[], longest = 60): string {
  const cell = (c: Column<R>, row: R) => {
    const text = printable(String(c.of(row) ?? '–'));
    const letters = Array.from(text);
    return letters.length > longest ? `${letters.slice(0, longest - 1).join('')}…` : text;
  };
  const cells = [columns.map((c) => c.title), ...rows.map((row) => columns.map((c) => cell(c, row)))];
  const widths = columns.map((_, i) => Math.max(...cells.map((line) => width(line[i]!))));
  return cells.map((line) => line.map((text, i) => padded(text, widths[i]!, columns[i]!.right ?? false)).join('  ').trimEnd()).join('\n');
}

/** An exact decimal with thousands in groups: `1234567.50` → `1,234,567.50`. Nothing is rounded. */
export function grouped(decimal: string | null | undefined): string {
  if (decimal === null || decimal === undefined) return '–';
  const [whole = '', rest] = decimal.split('.');
  return whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',') + (rest === undefined ? '' : `.${rest}`);
}
