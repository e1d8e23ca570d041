import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { Icon, type IconName } from './Icon.tsx';
import './button.css';

type Props = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className'> & {
  kind?: 'main' | 'plain' | 'quiet' | 'danger';
  icon?: IconName;
  small?: boolean;
  children?: ReactNode;
};

/** A button says what it does; a busy one keeps its place and its focus. */
export function Button({ kind = 'plain', icon, small = false, children, type = 'button', ...rest }: Props) {
  return (
    <button type={type} className={`button button--${kind}${small ? ' button--small' : ''}${children === undefined ? ' button--icon' : ''}`} {...rest}>
      {icon !== undefined && <Icon name={icon} size={small ? 16 : 18} />}
      {children}
    </button>
  );
}
