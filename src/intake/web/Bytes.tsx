import { useText } from '../../shell/text.tsx';

const steps = [
  { from: 1e9, unit: 'gigabyte' },
  { from: 1e6, unit: 'megabyte' },
  { from: 1e3, unit: 'kilobyte' },
] as const;

/** Size of a file as people say it; `of`: how much of it has come. */
export function Bytes({ bytes, of }: { bytes: number; of?: number }) {
  const { intl } = useText();
  const step = steps.find((s) => (of ?? bytes) >= s.from);
  const say = (n: number) => (step === undefined ? intl.formatNumber(n, { style: 'unit', unit: 'byte' }) : intl.formatNumber(n / step.from, { style: 'unit', unit: step.unit, maximumFractionDigits: 1 }));
  return <span data-page="">{of === undefined ? say(bytes) : `${say(bytes)} / ${say(of)}`}</span>;
}
