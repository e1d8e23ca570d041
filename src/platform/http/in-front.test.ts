import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emailOf, PASSWORD } from '../../../test/cast.ts';
import { noLimits, world, type World } from '../../../test/world.ts';
import { RateLimit } from './limits.ts';

describe('behind a proxy with TLS', () => {
  let w: World;
  beforeAll(async () => { w = await world({ settings: { address: 'https://tessera.example' } }); });
  afterAll(() => w.close());
  const signIn = (headers: Record<string, string>) => w.app.inject({ method: 'POST', url: '/api/access/sign-in', payload: { email: emailOf('reader'), password: PASSWORD }, headers: { host: 'inside:4321', ...headers } });

  test('the cookie is bound to this host and to https, and works', async () => {
    const answer = await signIn({ origin: 'https://tessera.example', 'sec-fetch-site': 'same-origin' });
    const cookie = String(answer.headers['set-cookie']);
    expect(cookie).toMatch(/^__Host-tessera=[\w-]{43}; Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Strict$/);
    const me = await w.app.inject({ url: '/api/access/session', headers: { cookie: cookie.split(';')[0]! } });
    expect(me.json().account.email).toBe(emailOf('reader'));
  });

  test('a cookie that another host of the domain could have set is not looked at', async () => {
    const me = await w.app.inject({ url: '/api/access/session', headers: { cookie: `tessera=${w.secrets.reader}` } });
    expect(me.json().account).toBeNull();
  });

  test('the public address counts as this site although the proxy asks for another host; no other address does', async () => {
    expect((await signIn({ origin: 'https://tessera.example' })).statusCode).toBe(200);
    expect((await signIn({ origin: 'https://evil.example' })).json().code).toBe('access.cross-site');
  });

  test('browsers are told to come back by https only', async () => {
    const { headers } = await w.app.inject({ url: '/api/access/session' });
    expect(headers['strict-transport-security']).toBe('max-age=31536000');
    expect(headers['content-security-policy']).toContain('upgrade-insecure-requests');
  });
});

describe('who calls', () => {
  let w: World;
  beforeAll(async () => { w = await world({ settings: { limits: { ...noLimits(), general: new RateLimit(3, 60_000) } } }); });
  afterAll(() => w.close());
  const call = (remoteAddress: string, forwarded?: string) => w.app.inject({ url: '/api/access/session', remoteAddress, headers: forwarded ? { 'x-forwarded-for': forwarded } : {} }).then((a) => a.statusCode);

  test('is counted by address: who calls too often waits, and nobody else does', async () => {
    expect([await call('192.0.2.1'), await call('192.0.2.1'), await call('192.0.2.1'), await call('192.0.2.1'), await call('192.0.2.2')]).toEqual([200, 200, 200, 429, 200]);
    w.clock.advance(20_001);
    expect([await call('192.0.2.1'), await call('192.0.2.1')]).toEqual([200, 429]);
  });

  test('is believed of a proxy on this machine, and of nobody else', async () => {
    for (let i = 0; i < 3; i++) await call('127.0.0.1', '198.51.100.7');
    expect([await call('127.0.0.1', '198.51.100.7'), await call('127.0.0.1', '198.51.100.8')]).toEqual([429, 200]);
    for (let i = 0; i < 3; i++) await call('203.0.113.5', `198.51.100.${20 + i}`);
    expect(await call('203.0.113.5', '198.51.100.30')).toBe(429);   // whatever it pretends
  });

  test('has a whole network of its own in IPv6', async () => {
    for (let i = 0; i < 3; i++) await call(`2001:db8:1:2::${i + 1}`);
    expect([await call('2001:db8:1:2:ffff::9'), await call('2001:db8:1:3::1')]).toEqual([429, 200]);
  });
});
