import type { Account } from '../../access/domain/model.ts';

/** Two letters that stand for a person. */
export function AccountFace({ account }: { account: Account }) {
  return (
    <span className="account-button__letters" aria-hidden="true" data-content="">
      {initials(account.name ?? account.email)}
    </span>
  );
}

function initials(name: string): string {
  const words = name.split(/[\s@.]+/u).filter(Boolean);
  return `${words[0]?.[0] ?? ''}${words[1]?.[0] ?? ''}`.toLocaleUpperCase();
}
