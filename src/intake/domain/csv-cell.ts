/**
 * A cell of a table that other programs will open. A spreadsheet takes a text that begins with = + - @ (or a tab or
 * return before them) for a formula, and what a publisher wrote must not run on a reader's machine: such a text gets an
 * apostrophe, which spreadsheets do not show. Numbers stay numbers.
 */
export function harmless(cell: string): string {
  return /^[=+\-@\t\r]/.test(cell) && !/^[+-]?\d+(\.\d+)?$/.test(cell) ? `'${cell}` : cell;
}
