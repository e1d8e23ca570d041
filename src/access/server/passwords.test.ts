import { parseOptions } from '@node-rs/argon2';
import { expect, test } from 'vitest';
import { ARGON2, DECOY, hashPassword, passwordFits } from './passwords.ts';

test('a password fits its own hash and no other', async () => {
  const hash = await hashPassword('correct horse battery staple');
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect([await passwordFits(hash, 'correct horse battery staple'), await passwordFits(hash, 'Correct horse battery staple')]).toEqual([true, false]);
});

test('the same letters fit however a keyboard composes them', async () => {
  expect(await passwordFits(await hashPassword('pássword größer'.normalize('NFD')), 'pássword größer'.normalize('NFC'))).toBe(true);
});

test('nothing fits where there is no password, and the wait is that of a real one', async () => {
  expect([await passwordFits(null, 'anything'), await passwordFits(undefined, '')]).toEqual([false, false]);
  const { memoryCost, timeCost, parallelism } = parseOptions(DECOY);
  expect({ memoryCost, timeCost, parallelism }).toEqual({ memoryCost: ARGON2.memoryCost, timeCost: ARGON2.timeCost, parallelism: ARGON2.parallelism });
});
