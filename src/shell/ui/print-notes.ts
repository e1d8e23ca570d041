import type { Figure } from '../../kernel/figure.ts';

/** Which element shows which figure: asked when the page is printed and when a piece of it is copied. */
const shown = new WeakMap<Element, Figure>();

export function noteFigure(element: Element, figure: Figure): void {
  shown.set(element, figure);
}

export type PrintNote = { no: number; figure: Figure; times: number };

/**
 * Numbers the figures of the page as footnotes, equal passports once, in reading order; the number is written to
 * `data-note`, where the print stylesheet shows it.
 */
export function numberNotes(page: ParentNode): PrintNote[] {
  const notes = new Map<string, PrintNote>();
  for (const element of page.querySelectorAll('[data-figure]')) {
    const figure = shown.get(element);
    if (figure === undefined) continue;
    const key = noteKey(figure);
    const note = notes.get(key) ?? { no: notes.size + 1, figure, times: 0 };
    note.times += 1;
    notes.set(key, note);
    element.setAttribute('data-note', String(note.no));
  }
  return [...notes.values()];
}

function noteKey({ passport: p }: Figure): string {
  return JSON.stringify([p.grade, p.method, p.asOf, p.asOfLatest, p.freshness, p.completeness, p.conflicts, p.sourceCount, p.sources.map((s) => s.name)]);
}
