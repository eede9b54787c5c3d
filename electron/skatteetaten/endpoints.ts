import { readFileSync } from 'node:fs';
import { Endpoints } from '../../shared/endpoints.ts';
import { type Failure, failure } from '../../shared/ipc/errors.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { Environment, Session } from '../../shared/session.ts';

/** Where the authorities are. Trust anchors for enterprise certificates are the certificate part's matter. */
export type Addresses = Omit<Endpoints, 'trustAnchors'>;

type Flavour = Session['flavour'];

/** Compiled in, so that no administrator types an address (maskinporten.md 2, skatteetaten-apis.md 1, 6 and 7.1). */
export const compiledIn = {
  production: {
    maskinporten: { issuer: 'https://maskinporten.no/', tokenEndpoint: 'https://maskinporten.no/token' },
    inntekt: 'https://inntekt.api.skatteetaten.no/v1',
    summertSkattegrunnlag: 'https://summertskattegrunnlag.api.skatteetaten.no/v2',
    // Retired in writing on 17 October 2024, never confirmed: asked only when IT has switched the path on.
    spesifisertSkattegrunnlag: 'https://api.skatteetaten.no/api/formueinntekt/spesifisertsummertskattegrunnlag',
    sisteTilgjengeligeSkatteoppgjoer: 'https://sistetilgjengeligeskatteoppgjoer.api.skatteetaten.no/v1',
    // The addresses of these two are not public (utleggsdatabasen.md 4.1).
    samordnetTrekk: null,
    utleggsdatabasen: null,
  },
  test: {
    maskinporten: { issuer: 'https://test.maskinporten.no/', tokenEndpoint: 'https://test.maskinporten.no/token' },
    inntekt: 'https://inntekt.api.skatteetaten-test.no/v1',
    summertSkattegrunnlag: 'https://summertskattegrunnlag.api.skatteetaten-test.no/v2',
    spesifisertSkattegrunnlag: 'https://api-test.sits.no/api/formueinntekt/spesifisertsummertskattegrunnlag',
    sisteTilgjengeligeSkatteoppgjoer: 'https://sistetilgjengeligeskatteoppgjoer.api.skatteetaten-test.no/v1',
    samordnetTrekk: null,
    utleggsdatabasen: null,
  },
} as const satisfies Record<Exclude<Environment, 'training'>, Addresses>;

/**
 * Reads the file that `SAKSBORD_ENDPOINTS` names. Null when there is none, and always null in a release build, which does not even open it.
 * Fails with `not-configured` when the file can't be read or holds something else: a development build must not fall back to the real authorities.
 */
export function readEndpointsFile(path: string | undefined, flavour: Flavour): Result<Endpoints | null, Failure> {
  if (flavour === 'release' || path === undefined) return ok(null);
  try {
    return ok(Endpoints.parse(JSON.parse(readFileSync(path, 'utf8'))));
  } catch {
    return fail(failure('not-configured'));
  }
}

/**
 * The addresses to use. `replacement`: the endpoints file's, or in training the simulator's own; null = none. Fails with `not-configured` when a
 * release would ask a test server on this machine for real people's data, or training would ask anyone but this machine.
 */
export function chooseAddresses(
  environment: Environment,
  flavour: Flavour,
  replacement: Addresses | null,
): Result<Addresses, Failure> {
  if (environment === 'training') {
    return replacement !== null && addressList(replacement).every(isLoopback)
      ? ok(replacement)
      : fail(failure('not-configured'));
  }
  const addresses = replacement ?? compiledIn[environment];
  return flavour === 'release' && addressList(addresses).some(isLoopback)
    ? fail(failure('not-configured'))
    : ok(addresses);
}

/** Every address that may be asked; the HTTP client refuses all others. */
export const addressList = (addresses: Addresses): string[] =>
  [
    addresses.maskinporten.issuer,
    addresses.maskinporten.tokenEndpoint,
    addresses.inntekt,
    addresses.summertSkattegrunnlag,
    addresses.spesifisertSkattegrunnlag,
    addresses.sisteTilgjengeligeSkatteoppgjoer,
    addresses.samordnetTrekk ?? null,
    addresses.utleggsdatabasen ?? null,
  ].filter((address) => address !== null);

const isLoopback = (address: string): boolean =>
  ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(address).hostname);
