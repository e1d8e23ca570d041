import { Link, type LinkComponentProps } from '@tanstack/react-router';

/**
 * A link to a page whose address is known only when the data is there (rows behind a figure, a file's batch).
 * Links whose page is known when we write them use the router's own `Link`, which checks them.
 */
export function PageLink(props: { to: string; params?: Record<string, string>; search?: Record<string, unknown>; onClick?: () => void; className?: string; title?: string; children: React.ReactNode }) {
  return <Link {...(props as LinkComponentProps)} />;
}
