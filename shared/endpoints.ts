import { z } from 'zod';

const PATH = '(/[A-Za-z0-9._~-]+)*';
const HTTPS = new RegExp(String.raw`^https://[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d{1,5})?${PATH}$`);
const LOOPBACK = new RegExp(String.raw`^http://(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?${PATH}$`);

const isAddress = (text: string): boolean => HTTPS.test(text) || LOOPBACK.test(text);

/** `https://host/path`, or `http` on this machine only; no query, no trailing slash. */
const Address = z.string().refine(isAddress, 'https, or http on loopback; no trailing slash');

/** Not public yet: absent or null until Skatteetaten has given it out. */
const UnpublishedAddress = Address.nullish();

/** An issuer identifier: an address that ends in a slash, as Maskinporten's does (reference/maskinporten.md 2). */
const Issuer = z
  .string()
  .refine((text) => text.endsWith('/') && isAddress(text.slice(0, -1)), 'an address with a trailing slash');

/**
 * The endpoints file that `SAKSBORD_ENDPOINTS` names in development and test builds, and that the simulator writes.
 * `inntekt` and the other bases are what stands before the first path parameter (production: `https://inntekt.api.skatteetaten.no/v1`).
 * `spesifisertSkattegrunnlag` is null while the retired API is off (reference/skatteetaten-apis.md 6).
 * `samordnetTrekk` is what stands before `/oppslag-samordnet-trekk` (ELAN for municipalities), `utleggsdatabasen` what stands before
 * `/{rettighetspakke}/personer/{personidentifikator}/utlegg` (electron/utleggsdatabasen/openapi.json, a contract of our own making).
 * `trustAnchors` are the CA certificates, roots and issuing, that enterprise certificates of this environment chain to: base64 of DER.
 */
export const Endpoints = z.object({
  maskinporten: z.object({ issuer: Issuer, tokenEndpoint: Address }),
  inntekt: Address,
  summertSkattegrunnlag: Address,
  spesifisertSkattegrunnlag: Address.nullable(),
  sisteTilgjengeligeSkatteoppgjoer: Address,
  samordnetTrekk: UnpublishedAddress,
  utleggsdatabasen: UnpublishedAddress,
  trustAnchors: z.array(z.base64().min(1)).min(1),
});

/** Where the authorities are, and which CAs are trusted for enterprise certificates. */
export type Endpoints = z.infer<typeof Endpoints>;
