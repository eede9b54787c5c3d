import type { Endpoints } from '../../shared/endpoints.ts';

/** What the simulator tells whoever started it: everything a client needs to be pointed at it. Printed as JSON or posted to the parent. */
export interface SimulatorDescription {
  readonly issuer: string;
  readonly tokenEndpoint: string;
  readonly jwksUri: string;
  readonly metadataUri: string;
  readonly endpoints: Endpoints;
  /** `endpoints` as a file, for SAKSBORD_ENDPOINTS. */
  readonly endpointsFile: string;
  /** Send the secret in the header. */
  readonly control: { readonly url: string; readonly header: string; readonly secret: string };
  readonly clients: readonly DescribedClient[];
  /** PKCS#12 files with their passwords. */
  readonly certificates: readonly {
    readonly name: string;
    readonly path: string;
    readonly password: string;
    readonly organisationNumber: string;
    readonly shows: string;
  }[];
}

/** A Maskinporten client that exists here. */
export interface DescribedClient {
  readonly clientId: string;
  readonly organisationNumber: string;
  readonly organisationName: string;
  readonly authentication: 'certificate' | 'key';
  readonly scopes: readonly string[];
  readonly shows: string;
  /** Key mode: the key that is registered from the start (PKCS#8 in PEM). */
  readonly key?: { readonly kid: string; readonly privateKeyPath: string };
}
