import { useContext, useRef, type KeyboardEvent } from 'react';
import type { Figure as FigureValue } from '../../kernel/figure.ts';
import { useText } from '../text.tsx';
import { centsValue, figureWords, unitSentence } from './figure-words.ts';
import { GradeMark } from './GradeMark.tsx';
import { PassportContext } from './passport-host.ts';
import { noteFigure } from './print-notes.ts';
import './figure.css';

type Props = {
  figure: FigureValue;
  /** Say what is counted: `214 activities` instead of `214`. */
  unit?: boolean;
  /** Show the range beside the value; else it stands in the passport only. */
  range?: boolean;
  /** Large for the one number of a page. */
  size?: 'normal' | 'large' | 'medium';
  /** To the cent instead of the short form: bucket tables add up before the reader's eyes. */
  exact?: boolean;
};

/**
 * The only way a number of the data is shown (test/journeys/figures.test.ts): value or range, unit, and a mark that
 * tells how far it can be relied on. Hover, focus with Enter, or tap opens its passport.
 */
export function Figure({ figure, unit = false, range = false, size = 'normal', exact = false }: Props) {
  const text = useText();
  const host = useContext(PassportContext);
  const ref = useRef<HTMLSpanElement>(null);
  const words = figureWords(figure, text);
  const { passport } = figure;
  const estimated = passport.method.kind === 'estimated' || passport.method.kind === 'modelled' || passport.estimatedShare >= 0.5;
  const suppressed = passport.protection === 'suppressed';
  const number = exact && figure.value !== null && !suppressed ? centsValue(figure.value, figure.unit, text) : words.short;
  const shown = unit && figure.value !== null && !suppressed ? (unitSentence(figure.unit, figure.value, text, number) ?? number) : number;
  // A conflict is marked where it moves what is read here; that a large total holds one somewhere, its passport says.
  const marked = passport.conflicts > 0 && (words.range !== null || (exact && words.exactRange !== null));
  const label = [
    unit && figure.value !== null ? (unitSentence(figure.unit, figure.value, text, words.exact) ?? words.exact) : words.exact,
    words.exactRange === null ? null : text('figure.between', { range: words.exactRange }),
    estimated ? text('figure.estimated') : null,
    text('figure.grade', { grade: passport.grade }),
    passport.conflicts > 0 ? text('figure.conflicts', { n: passport.conflicts }) : null,
  ].filter((w) => w !== null);

  const open = () => ref.current && host.open(figure, ref.current);
  const onKeyDown = (e: KeyboardEvent) => {
    if (e.key !== 'Enter' && e.key !== ' ') return;
    e.preventDefault();
    e.stopPropagation();
    open();
  };
  const classes = ['figure', `figure--${size}`, estimated && 'figure--estimated', suppressed && 'figure--suppressed', figure.value === null && 'figure--unknown'].filter(Boolean).join(' ');
  return (
    <span
      ref={(element) => {
        ref.current = element;
        if (element !== null) noteFigure(element, figure);
      }}
      className={classes}
      data-figure=""
      data-exact={words.exactRange === null ? words.exact : `${words.exact} (${words.exactRange})`}
      role="button"
      tabIndex={0}
      aria-haspopup="dialog"
      aria-label={label.join(', ')}
      onClick={(e) => {
        e.stopPropagation();
        open();
      }}
      onKeyDown={onKeyDown}
      // Movement, not entering: a page that changes under a resting pointer opens nothing.
      onPointerMove={(e) => e.pointerType === 'mouse' && ref.current && host.hover(figure, ref.current, e)}
      onPointerLeave={() => host.leave()}
    >
      <span className="figure__value">{shown}</span>
      {range && words.range !== null && <span className="figure__range">{words.range}</span>}
      <GradeMark grade={passport.grade} />
      {marked && <span className="figure__conflict" aria-hidden="true">≠</span>}
    </span>
  );
}
