import { describe, expect, it } from 'vitest';
import { Endpoints } from './endpoints.ts';

const training = {
  maskinporten: {
    issuer: 'http://127.0.0.1:4000/maskinporten/',
    tokenEndpoint: 'http://127.0.0.1:4000/maskinporten/token',
  },
  inntekt: 'http://127.0.0.1:4000/inntekt/v1',
  summertSkattegrunnlag: 'https://summertskattegrunnlag.api.skatteetaten-test.no/v2',
  spesifisertSkattegrunnlag: null,
  sisteTilgjengeligeSkatteoppgjoer: 'http://localhost:4000/siste/v1',
  trustAnchors: ['MIIB'],
};

describe('Endpoints', () => {
  it('accepts https anywhere and http on this machine', () => {
    expect(Endpoints.parse(training)).toEqual(training);
  });

  it.each([
    ['http off the machine', { inntekt: 'http://inntekt.example.no/v1' }],
    ['a host that only begins like loopback', { inntekt: 'http://127.0.0.1.example.no/v1' }],
    ['a user part before the host', { inntekt: 'http://127.0.0.1:80@example.no/v1' }],
    ['a trailing slash', { inntekt: 'https://inntekt.example.no/v1/' }],
    ['a query', { inntekt: 'https://inntekt.example.no/v1?x=1' }],
    [
      'an issuer without its slash',
      { maskinporten: { ...training.maskinporten, issuer: 'https://test.maskinporten.no' } },
    ],
    ['no trust anchor', { trustAnchors: [] }],
    ['PEM instead of DER', { trustAnchors: ['-----BEGIN CERTIFICATE-----'] }],
  ])('refuses %s', (_, change) => {
    expect(Endpoints.safeParse({ ...training, ...change }).success).toBe(false);
  });
});
