import { type Certificate, readCertificate } from './certificate.ts';
import { type JsonObject, readStrictObject } from './strictJson.ts';

/** A token request as it came over the wire. */
export interface TokenRequest {
  readonly method: string;
  readonly contentType: string;
  readonly hasAuthorization: boolean;
  readonly body: Buffer;
}

/**
 * Everything the rules look at, read once and without judging. What cannot be read is empty; the rule that owns it then refuses, and rules
 * are in an order where it comes before the ones that build on it.
 */
export interface Grant {
  readonly request: TokenRequest;
  readonly parameters: readonly (readonly [string, string])[];
  readonly assertion: string;
  /** Header, payload and signature were base64url of JSON, JSON and bytes. */
  readonly header: JsonObject | null;
  readonly claims: JsonObject | null;
  readonly signingInput: Buffer;
  readonly signature: Buffer;
  /** Null: an element of x5c is not one certificate. Empty: no x5c. */
  readonly certificates: readonly Certificate[] | null;
}

/** Reads a token request. */
export function readGrant(request: TokenRequest): Grant {
  const parameters = [...new URLSearchParams(request.body.toString('utf8'))];
  const assertion = parameters.find(([name]) => name === 'assertion')?.[1] ?? '';
  const [headerPart = '', payloadPart = '', signaturePart = ''] = assertion.split('.');
  const header = readStrictObject(fromBase64Url(headerPart));
  return {
    request,
    parameters,
    assertion,
    header,
    claims: readStrictObject(fromBase64Url(payloadPart)),
    signingInput: Buffer.from(`${headerPart}.${payloadPart}`, 'ascii'),
    signature: fromBase64Url(signaturePart),
    certificates: readChain(header?.x5c),
  };
}

/** Strict base64url without padding (RFC 7515 2): only the text that its bytes encode to. */
export function isBase64Url(text: string): boolean {
  return text !== '' && Buffer.from(text, 'base64url').toString('base64url') === text;
}

const fromBase64Url = (text: string): Buffer => (isBase64Url(text) ? Buffer.from(text, 'base64url') : Buffer.alloc(0));

function readChain(x5c: unknown): Certificate[] | null {
  if (x5c === undefined) return [];
  if (!Array.isArray(x5c) || x5c.length === 0) return null;
  const chain = x5c.map((item: unknown) => (typeof item === 'string' ? readStandardBase64(item) : null));
  return chain.every((certificate) => certificate !== null) ? chain : null;
}

/** Standard base64 with padding and without line breaks (RFC 7515 4.1.6). */
function readStandardBase64(text: string): Certificate | null {
  const der = Buffer.from(text, 'base64');
  return der.toString('base64') === text ? readCertificate(der) : null;
}
