/**
 * A strict reader of DER (X.690), just large enough for certificates. Strictness is the point here: point 8 of the grant rules wants one
 * certificate with nothing after it, and libraries that accept BER would let padded or indefinite lengths through.
 */
export interface Der {
  readonly tag: number;
  readonly content: Buffer;
  /** The element with its tag and length, as it stood. */
  readonly raw: Buffer;
}

/** Tags used in certificates. */
export const Tag = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  oid: 0x06,
  utcTime: 0x17,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
} as const;

/** Context-specific constructed tag `[n]`. */
export const context = (number: number): number => 0xa0 + number;

/** Reads bytes that are exactly one element; null when they are not. */
export function readDer(bytes: Buffer): Der | null {
  const element = readFirst(bytes);
  return element && element.raw.length === bytes.length ? element : null;
}

/** The elements inside a constructed one; empty when the content is not well formed (every caller then misses what it looks for). */
export function children(parent: Der | undefined | null): Der[] {
  const found: Der[] = [];
  let rest = parent?.content ?? Buffer.alloc(0);
  while (rest.length > 0) {
    const element = readFirst(rest);
    if (!element) return [];
    found.push(element);
    rest = rest.subarray(element.raw.length);
  }
  return found;
}

/** An object identifier as dotted text; empty when the element is not one. */
export function oidText(element: Der | undefined): string {
  if (element?.tag !== Tag.oid) return '';
  const arcs: bigint[] = [];
  let value = 0n;
  for (const byte of element.content) {
    value = (value << 7n) | BigInt(byte & 0x7f);
    if (byte < 0x80) {
      arcs.push(value);
      value = 0n;
    }
  }
  const first = arcs[0] ?? 0n;
  const root = first < 80n ? first / 40n : 2n;
  return [root, first - root * 40n, ...arcs.slice(1)].join('.');
}

/** UTCTime or GeneralizedTime in Zulu time, as milliseconds; NaN when it is neither. */
export function timeOf(element: Der | undefined): number {
  const digits = /^(\d{12}|\d{14})Z$/.exec(element?.content.toString('latin1') ?? '')?.[1] ?? '';
  const isUtcTime = element?.tag === Tag.utcTime && digits.length === 12;
  const isGeneralizedTime = element?.tag === Tag.generalizedTime && digits.length === 14;
  if (!isUtcTime && !isGeneralizedTime) return Number.NaN;
  const full = isGeneralizedTime ? digits : `${Number(digits.slice(0, 2)) < 50 ? '20' : '19'}${digits}`;
  return Date.parse(full.replace(/^(....)(..)(..)(..)(..)(..)$/, '$1-$2-$3T$4:$5:$6Z'));
}

function readFirst(bytes: Buffer): Der | null {
  const tag = bytes[0];
  const short = bytes[1];
  if (tag === undefined || short === undefined || (tag & 0x1f) === 0x1f) return null;
  const lengthBytes = short < 0x80 ? 0 : short & 0x7f;
  if (short === 0x80 || lengthBytes > 4 || bytes.length < 2 + lengthBytes) return null;
  const length = lengthBytes === 0 ? short : bytes.readUIntBE(2, lengthBytes);
  const isMinimal = lengthBytes === 0 || (length >= 0x80 && bytes[2] !== 0);
  const start = 2 + lengthBytes;
  if (!isMinimal || bytes.length < start + length) return null;
  return { tag, content: bytes.subarray(start, start + length), raw: bytes.subarray(0, start + length) };
}
