import { lazy, Suspense } from 'react';
import type { DialogProps } from './DialogShow.tsx';

const DialogShow = lazy(() => import('./DialogShow.tsx').then((m) => ({ default: m.DialogShow })));

/** A question over the page; its machinery is loaded when the first one is asked. */
export function Dialog(props: DialogProps) {
  return (
    <Suspense fallback={null}>
      <DialogShow {...props} />
    </Suspense>
  );
}
