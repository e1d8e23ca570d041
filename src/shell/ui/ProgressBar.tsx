import './progress.css';

/** How far something has come; without a total it only says that it moves. */
export function ProgressBar({ label, value, total }: { label: string; value: number; total: number }) {
  const share = total > 0 ? Math.min(1, value / total) : 0;
  return (
    <div className="progress" role="progressbar" aria-label={label} aria-valuemin={0} aria-valuemax={100} aria-valuenow={Math.round(share * 100)}>
      <span className="progress__done" style={{ inlineSize: `${share * 100}%` }} />
    </div>
  );
}
