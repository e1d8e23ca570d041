import { useText } from '../../shell/text.tsx';

/** Status of an activity in words; a code that nobody knows is shown as it is. */
export function StatusTag({ status }: { status: string | null }) {
  const text = useText();
  if (status === null) return null;
  return <span className={status === '2' ? 'tag tag--good' : 'tag'}>{text.maybe(`status.${status}`) ?? <bdi data-identifier="">{status}</bdi>}</span>;
}
