import { expect, test } from 'vitest';
import type { CertificateFacts } from '../../shared/certificate/facts.ts';
import type { Instant, IsoDate } from '../../shared/dates.ts';
import type { ConnectionTest, SetupStatus } from '../../shared/ipc/setupCalls.ts';
import { defaultSettings } from '../../shared/settings.ts';
import { setupState } from './setupState.ts';

const today = '2026-11-21' as IsoDate;
const settings = { ...defaultSettings, municipality: 'Fjellvik', orgNumber: '310442100', clientId: 'abc' };

const certificate = (facts: Partial<CertificateFacts> = {}): SetupStatus['identity'] => ({
  mode: 'certificate',
  keptAt: '2026-01-01T10:00:00.000Z' as Instant,
  facts: {
    commonName: 'Fjellvik kommune',
    organisation: 'Fjellvik kommune',
    orgNumber: '310442100',
    issuer: 'CA',
    serialNumber: '1',
    validFrom: '2025-01-01' as IsoDate,
    validTo: '2028-01-01' as IsoDate,
    use: 'authentication',
    keyBits: 3072,
    fingerprint: 'ab',
    issuedFor: 'production',
    ...facts,
  },
});
const ownKey = (registerAgainBefore: string): SetupStatus['identity'] => ({
  mode: 'ownKey',
  kid: 'k',
  createdOn: '2025-12-01' as IsoDate,
  registerAgainBefore: registerAgainBefore as IsoDate,
  publicJwk: '{}',
});
const status = (identity: SetupStatus['identity'], changed: Partial<typeof settings> = {}): SetupStatus => ({
  identity,
  settings: { ...settings, ...changed },
  practice: null,
});
const tested = (...states: ('ok' | 'failed' | 'skipped')[]): ConnectionTest => ({
  at: '2026-11-21T10:00:00.000Z' as Instant,
  steps: states.map((state) => ({ name: 'clock', state, milliseconds: null, error: null })),
});

test('a fresh installation lacks everything, and the parts are named in the order they are put in', () => {
  expect(setupState({ identity: { mode: 'none' }, settings: defaultSettings, practice: null }, today, null)).toEqual({
    verdict: 'missing',
    parts: ['municipality', 'orgNumber', 'clientId', 'identity'],
  });
});

test('a name of spaces is no name', () => {
  expect(setupState(status(certificate(), { municipality: '  ' }), today, null)).toEqual({
    verdict: 'missing',
    parts: ['municipality'],
  });
});

test('a complete set-up is ready before it has been tested, but not after a test that failed', () => {
  expect(setupState(status(certificate()), today, null).verdict).toBe('ready');
  expect(setupState(status(certificate()), today, tested('ok', 'skipped')).verdict).toBe('ready');
  expect(setupState(status(certificate()), today, tested('ok', 'failed', 'failed'))).toEqual({
    verdict: 'connectionFails',
    failed: 2,
  });
});

test('a certificate for another organisation is told before anything about its dates', () => {
  const other = certificate({ orgNumber: '987654325', validTo: '2026-01-01' as IsoDate });
  expect(setupState(status(other), today, null)).toEqual({ verdict: 'otherOrganisation', certificate: '987654325' });
});

test.each([
  ['2026-11-20', 'expired'],
  ['2026-11-21', 'expiresSoon'],
  ['2027-01-20', 'expiresSoon'],
  ['2027-01-21', 'ready'],
])('a certificate that can be used until %s is %s on 21.11.2026', (validTo, verdict) => {
  expect(setupState(status(certificate({ validTo: validTo as IsoDate })), today, null).verdict).toBe(verdict);
});

test('the days that are left are counted to the last day of use', () => {
  const state = setupState(status(certificate({ validTo: '2026-12-01' as IsoDate })), today, null);
  expect(state).toMatchObject({ verdict: 'expiresSoon', days: 10 });
});

test('an own key counts as expired on the day before which it had to be registered again', () => {
  expect(setupState(status(ownKey('2026-11-22')), today, null)).toMatchObject({ verdict: 'expiresSoon', days: 0 });
  expect(setupState(status(ownKey('2026-11-21')), today, null).verdict).toBe('expired');
});

test('a key that can not be read comes before what is missing', () => {
  const unusable: SetupStatus['identity'] = {
    mode: 'unusable',
    error: { code: 'keychain-refused', retryable: true, reference: 'A1B2' },
  };
  expect(setupState(status(unusable, { orgNumber: '' }), today, null)).toEqual({ verdict: 'unusable' });
});
