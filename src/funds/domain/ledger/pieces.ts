import type { Piece } from './boundary.ts';
import { KIND, type Book } from './book.ts';

/** The counted rows of a book as pieces of money; rows without a rate are left out (they stand beside every total). */
export function* piecesOf(book: Book): Generator<Piece> {
  const { columns: c } = book;
  for (let i = 0; i < book.rows; i++) {
    const cents = c.cents[i]!;
    if (Number.isNaN(cents)) continue;
    const aside = c.aside[i]!;
    if (aside !== 0) yield { type: c.type[i]!, kind: KIND['other-level'], provider: c.provider[i]!, receiver: c.receiver[i]!, cents: aside, own: 0, less: 0, more: Math.max(0, aside) };
    yield { type: c.type[i]!, kind: c.kind[i]!, provider: c.provider[i]!, receiver: c.receiver[i]!, cents, own: c.own[i]!, less: c.less[i]!, more: c.more[i]! };
  }
}
