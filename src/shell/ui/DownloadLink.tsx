import { Icon } from './Icon.tsx';
import './button.css';

/** A file made from what the page shows; numbers in it equal the screen. */
export function DownloadLink({ href, children, small = false }: { href: string; children: React.ReactNode; small?: boolean }) {
  return (
    <a className={small ? 'button button--plain button--small' : 'button button--plain'} href={href} download="">
      <Icon name="download" size={small ? 16 : 18} />
      <span className="button__words">{children}</span>
    </a>
  );
}
