import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../shared/settings.ts';
import { stillValid, tokenClient } from './client.ts';
import { certificateIdentity, keyIdentity } from './testIdentity.ts';

const DAY = 86_400_000;
const maskinporten = { issuer: 'https://test.maskinporten.no/', tokenEndpoint: 'https://test.maskinporten.no/token' };
const settings = { ...defaultSettings, orgNumber: '310442100', clientId: 'c-1' };

describe('tokenClient', () => {
  it('puts settings, addresses and identity together', () => {
    const identity = keyIdentity();
    expect(tokenClient('test', settings, maskinporten, identity)).toEqual({
      ok: true,
      value: { environment: 'test', clientId: 'c-1', ...maskinporten, identity },
    });
  });

  it.each([{ orgNumber: '' }, { clientId: '' }])('is not configured with %o', (missing) => {
    const result = tokenClient('test', { ...settings, ...missing }, maskinporten, keyIdentity());
    expect(result).toEqual({ ok: false, error: { code: 'not-configured' } });
  });

  it('refuses another organisation’s certificate', () => {
    const other = { ...keyIdentity(), orgNumber: '213554719' };
    expect(tokenClient('test', settings, maskinporten, other)).toMatchObject({
      ok: false,
      error: { code: 'mp-organisation-mismatch' },
    });
    expect(tokenClient('test', settings, maskinporten, { ...other, orgNumber: '310442100' }).ok).toBe(true);
  });
});

describe('stillValid', () => {
  const validTo = new Date(Math.floor(Date.now() / 1000) * 1000 + DAY);

  it('lets a certificate live to its last second and not longer', async () => {
    const identity = await certificateIdentity(validTo);
    expect(stillValid(identity, validTo.getTime())).toEqual({ ok: true, value: identity });
    expect(stillValid(identity, validTo.getTime() + 1)).toEqual({
      ok: false,
      error: { code: 'certificate-expired', detail: { date: validTo.toISOString().slice(0, 10) } },
    });
  });

  it('has nothing to say about a key of our own', () => {
    expect(stillValid(keyIdentity(), Date.now() + 1000 * DAY).ok).toBe(true);
  });
});
