import type { Letter } from '../../platform/mail.ts';

type About = { to: string; link: string; expiresAt: string; by: string };

const until = (expiresAt: string) => `${new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' }).format(new Date(expiresAt))} UTC`;

/** Plain text: nothing to load, nothing that tells whether it was read. */
export const invitationLetter = ({ to, link, expiresAt, by, organisation }: About & { organisation: string }): Letter => ({
  to,
  subject: `Tessera: invitation for ${organisation}`,
  text: `${by} invites you to work with Tessera for ${organisation}.\n\nSet your password here:\n${link}\n\nThe link can be used once, until ${until(expiresAt)}. If you did not expect it, do nothing.\n`,
});

export const newPasswordLetter = ({ to, link, expiresAt, by }: About): Letter => ({
  to,
  subject: 'Tessera: a new password',
  text: `${by} made a link with which you set a new password:\n${link}\n\nThe link can be used once, until ${until(expiresAt)}. Until then your old password stays as it is.\n`,
});
