import { hash, verify, type Options } from '@node-rs/argon2';

/**
 * OWASP's first choice for argon2id: 19 MiB, two passes, one lane. (Algorithm 2 is argon2id: the package's enum is a
 * type without a value at run time.)
 */
export const ARGON2: Options = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Hash of a password that nobody knows, made with the parameters above: who has no account waits as long as who has. */
export const DECOY = '$argon2id$v=19$m=19456,t=2,p=1$ZTudi5lf1lZ1Wym+xXZp1A$CHo0f04VCgpe7h9xSqjnhwAFMivpVq5bW9WBnUuYouU';

export const hashPassword = (password: string) => hash(password.normalize('NFC'), ARGON2);

/** Whether the password fits. It takes the same time where there is no password to fit. */
export async function passwordFits(passwordHash: string | null | undefined, password: string): Promise<boolean> {
  const fits = await verify(passwordHash ?? DECOY, password.normalize('NFC'));
  return fits && typeof passwordHash === 'string';
}
