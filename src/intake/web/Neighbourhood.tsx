import { useText } from '../../shell/text.tsx';

/**
 * The value among its surroundings, as it looks in the file: the element it stands in, and what encloses that.
 * `/iati-activities/iati-activity[3]/transaction[2]/value/@currency` with `EURO` becomes
 * `transaction[2] › <value currency="EURO">`.
 */
export function Neighbourhood({ xpath, value }: { xpath: string | null; value: string | null }) {
  const text = useText();
  if (xpath === null) return value === null ? null : <code className="hood" data-content="">{value}</code>;
  const steps = xpath.split('/').filter(Boolean);
  const last = steps.at(-1) ?? '';
  const attribute = last.startsWith('@') ? last.slice(1) : null;
  const element = (attribute === null ? last : (steps.at(-2) ?? '')).replace(/\[\d+\]$/, '');
  const around = steps.slice(1, attribute === null ? -1 : -2);
  return (
    <code className="hood" data-identifier="" title={xpath}>
      {around.map((s) => (
        <span key={s} className="hood__around">
          {s} ›{' '}
        </span>
      ))}
      <span>
        {'<'}
        {element}
        {attribute !== null && (
          <>
            {' '}
            {attribute}="<mark data-content="">{value ?? ''}</mark>"
          </>
        )}
        {'>'}
        {attribute === null && value !== null && <mark data-content="">{value}</mark>}
      </span>
      {value === null && attribute === null && <span className="hood__nothing"> {text('places.nothing')}</span>}
    </code>
  );
}
