import { useText } from '../text.tsx';
import { Button } from '../ui/Button.tsx';
import { PageHead } from '../ui/PageHead.tsx';

/** A defect of ours (or a version that is gone): said plainly, with the way on. */
export function CrashShow({ error }: { error: unknown }) {
  const text = useText();
  return (
    <>
      <PageHead title={text('crash.title')} documentTitle={text('crash.title')} />
      <div className="stack narrow">
        <p>{text('crash.more')}</p>
        <p className="row">
          <Button kind="main" onClick={() => location.reload()}>
            {text('crash.reload')}
          </Button>
        </p>
        <details>
          <summary>{text('crash.details')}</summary>
          <pre data-content="">{error instanceof Error ? error.message : String(error)}</pre>
        </details>
      </div>
    </>
  );
}
