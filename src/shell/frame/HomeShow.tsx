import { Navigate } from '@tanstack/react-router';
import { useSession } from '../session.ts';
import { Skeleton } from '../ui/Pending.tsx';

/** Members land on what needs them today, strangers on the picture. */
export function HomeShow() {
  const who = useSession();
  if (who === undefined) return <Skeleton />;
  return <Navigate to={who.account === null ? '/overview' : '/today'} replace />;
}
