import { useText } from '../text.tsx';
import { Button } from './Button.tsx';

/** Paper: the same page, with a footnote for every figure. */
export function PrintButton() {
  const text = useText();
  return (
    <span className="print-button">
      <Button kind="plain" icon="print" aria-label={text('print.do')} title={text('print.do')} onClick={() => print()} />
    </span>
  );
}
