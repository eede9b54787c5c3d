import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Endpoints } from '../../shared/endpoints.ts';
import { addressList, chooseAddresses, readEndpointsFile } from './endpoints.ts';

const simulator: Endpoints = {
  maskinporten: { issuer: 'http://127.0.0.1:4000/', tokenEndpoint: 'http://127.0.0.1:4000/token' },
  inntekt: 'http://127.0.0.1:4000/inntekt/v1',
  summertSkattegrunnlag: 'http://127.0.0.1:4000/summert/v2',
  spesifisertSkattegrunnlag: null,
  sisteTilgjengeligeSkatteoppgjoer: 'http://127.0.0.1:4000/siste/v1',
  trustAnchors: ['MIIB'],
};

function fileWith(text: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'endpoints-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = path.join(folder, 'endpoints.json');
  writeFileSync(file, text);
  return file;
}

describe('readEndpointsFile', () => {
  it.each(['dev', 'test'] as const)('reads the file in a %s build', (flavour) => {
    expect(readEndpointsFile(fileWith(JSON.stringify(simulator)), flavour)).toEqual({ ok: true, value: simulator });
  });

  it('is ignored by a release build, whatever is in it', () => {
    expect(readEndpointsFile(fileWith(JSON.stringify(simulator)), 'release')).toEqual({ ok: true, value: null });
    expect(readEndpointsFile('/no/such/file', 'release')).toEqual({ ok: true, value: null });
  });

  it('is optional', () => {
    expect(readEndpointsFile(undefined, 'dev')).toEqual({ ok: true, value: null });
  });

  it.each([
    ['broken', '{'],
    ['no endpoints', '{}'],
    ['http off this machine', JSON.stringify({ ...simulator, inntekt: 'http://inntekt.example.no/v1' })],
  ])('stops a development build when it holds %s', (_, text) => {
    expect(readEndpointsFile(fileWith(text), 'dev')).toEqual({ ok: false, error: { code: 'not-configured' } });
  });

  it('stops a development build when it is named but missing', () => {
    expect(readEndpointsFile('/no/such/file', 'dev')).toMatchObject({ ok: false });
  });
});

describe('chooseAddresses', () => {
  it.each([
    ['production', /^https:\/\/([a-z]+\.)?(api\.skatteetaten\.no|maskinporten\.no)\//],
    ['test', /^https:\/\/([a-z]+\.)?(api\.skatteetaten-test\.no|test\.maskinporten\.no|api-test\.sits\.no)\//],
  ] as const)(
    'in %s takes the addresses that are compiled in, and they are that environment’s',
    (environment, ours) => {
      const chosen = chooseAddresses(environment, 'release', null);
      const addresses = chosen.ok ? addressList(chosen.value) : [];
      expect(addresses).toHaveLength(6);
      for (const address of addresses) expect(address).toMatch(ours);
    },
  );

  it('names the issuer with its slash, the audience of every grant', () => {
    const chosen = chooseAddresses('production', 'release', null);
    expect(chosen.ok && chosen.value.maskinporten.issuer).toBe('https://maskinporten.no/');
  });

  it('lets a development build use what the file says', () => {
    expect(chooseAddresses('test', 'dev', simulator)).toEqual({ ok: true, value: simulator });
  });

  it.each(['production', 'test'] as const)('refuses an issuer on this machine in a release, in %s', (environment) => {
    expect(chooseAddresses(environment, 'release', simulator)).toEqual({
      ok: false,
      error: { code: 'not-configured' },
    });
  });

  it('in training takes the simulator’s, in a release too, and nothing that lies elsewhere', () => {
    expect(chooseAddresses('training', 'release', simulator)).toEqual({ ok: true, value: simulator });
    const elsewhere = { ...simulator, inntekt: 'https://inntekt.api.skatteetaten.no/v1' };
    expect(chooseAddresses('training', 'dev', elsewhere)).toMatchObject({ ok: false });
    expect(chooseAddresses('training', 'dev', null)).toMatchObject({ ok: false });
  });
});
