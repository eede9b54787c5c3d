import { createPublicKey, verify, X509Certificate } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { buildAssertion } from './assertion.ts';
import { certificateIdentity, keyIdentity } from './testIdentity.ts';

const content = {
  clientId: '5f1b2c3d-client',
  issuer: 'https://test.maskinporten.no/',
  scope: 'skatteetaten:inntekt',
  now: Date.UTC(2026, 10, 21, 8, 0, 0),
};
const IN_A_YEAR = new Date(Date.now() + 365 * 86_400_000);

function open(assertion: string) {
  const [header = '', payload = '', signature = ''] = assertion.split('.');
  const read = (part: string): Record<string, unknown> => JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
  return {
    header: read(header),
    claims: read(payload),
    signed: Buffer.from(`${header}.${payload}`),
    signature: Buffer.from(signature, 'base64url'),
  };
}

describe('buildAssertion', () => {
  it('in certificate mode sends the certificate byte for byte, and nothing else beside the algorithm', async () => {
    const identity = await certificateIdentity(IN_A_YEAR);
    const { header, signed, signature } = open(await buildAssertion({ ...content, identity }));
    expect(Object.keys(header).sort()).toEqual(['alg', 'x5c']);
    expect(header.alg).toBe('RS256');
    expect((header.x5c as string[]).map((one) => Buffer.from(one, 'base64'))).toEqual([identity.der]);
    expect(verify('sha256', signed, new X509Certificate(identity.der).publicKey, signature)).toBe(true);
  });

  it('in key mode sends the key’s name instead', async () => {
    const identity = keyIdentity();
    const { header, signed, signature } = open(await buildAssertion({ ...content, identity }));
    expect(header).toEqual({ alg: 'RS256', kid: 'practice-key' });
    expect(
      verify('sha256', signed, createPublicKey(identity.publicKey.export({ type: 'pkcs1', format: 'pem' })), signature),
    ).toBe(true);
  });

  it('claims what is documented and no more', async () => {
    const { claims } = open(await buildAssertion({ ...content, identity: keyIdentity() }));
    expect(Object.keys(claims).sort()).toEqual(['aud', 'exp', 'iat', 'iss', 'jti', 'scope']);
    expect(claims).toMatchObject({
      aud: 'https://test.maskinporten.no/',
      iss: '5f1b2c3d-client',
      scope: 'skatteetaten:inntekt',
    });
    expect(claims.jti).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it.each([0, 1, 500, 999, 1000])('lives 120 whole seconds when made %i ms into a second', async (ms) => {
    const { claims } = open(await buildAssertion({ ...content, identity: keyIdentity(), now: content.now + ms }));
    expect(claims.iat).toBe(Math.floor((content.now + ms) / 1000));
    expect(Number(claims.exp) - Number(claims.iat)).toBe(120);
  });

  it('never uses a jti twice in 10 000 builds', async () => {
    const identity = keyIdentity();
    const build = async () => open(await buildAssertion({ ...content, identity })).claims.jti;
    const seen = new Set(await Promise.all(Array.from({ length: 10_000 }, build)));
    expect(seen.size).toBe(10_000);
  }, 60_000);
});
