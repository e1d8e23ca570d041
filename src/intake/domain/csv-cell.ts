/**
 * A cell of a table that other programs will open. A spreadsheet takes a text that begins with = + - @ (also their full
 * widths, or a tab or new line before them) for a formula, and what a publisher wrote must not run on a reader's machine: such a text gets an
 * apostrophe, which spreadsheets do not show. Numbers stay numbers.
 */
export function harmless(cell: string): string {
  return /^[=+\-@\t\r\n＝＋－＠]/.test(cell) && !/^[+-]?\d+(\.\d+)?$/.test(cell) ? `'${cell}` : cell;
}
