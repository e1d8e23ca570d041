import { createTransport } from 'nodemailer';
import type { Log } from './log.ts';

export type Letter = { to: string; subject: string; text: string };

/** Sends letters; `send` answers whether the mail server took it. */
export type Mailer = { readonly configured: boolean; send(letter: Letter): Promise<boolean> };

/** No mail server: links are shown to the administrator instead. */
export const NO_MAIL: Mailer = { configured: false, send: async () => false };

/**
 * Letters through the server that SMTP_URL names. A server that is down or refuses is no error of the person who
 * invites: the answer then carries the link itself, and the log says that mail fails (never to whom).
 */
export function makeMailer({ smtpUrl, from, log }: { smtpUrl: string | undefined; from: string; log: Log }): Mailer {
  if (smtpUrl === undefined) return NO_MAIL;
  const transport = createTransport({ url: smtpUrl, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 15_000 });
  return {
    configured: true,
    async send({ to, subject, text }) {
      try {
        const { rejected } = await transport.sendMail({ from, to, subject, text, disableFileAccess: true, disableUrlAccess: true });
        return rejected.length === 0;
      } catch (error) {
        log.warn({ code: (error as { code?: string }).code ?? 'unknown', responseCode: (error as { responseCode?: number }).responseCode }, 'the mail server did not take a letter');
        return false;
      }
    },
  };
}
