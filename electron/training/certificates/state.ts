import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { ENTERPRISE_CERTIFICATE_FILES, type EnterpriseCertificateFile, LEAF_KEYS } from './enterpriseCertificates.ts';
import { type CertificateContent, issueCertificate } from './issueCertificate.ts';
import { makePkcs12 } from './pkcs12.ts';
import { makeRsaKey, type RsaKey } from './rsaKeys.ts';
import { AUTHORITIES, type AuthorityName, LEAF_PROFILES, TRUSTED } from './testAuthorities.ts';

/** Keys, CAs and PKCS#12 files of the training environment. */
export interface CertificateState {
  /** DER of the trusted CAs: roots and issuing. */
  readonly trustAnchors: readonly Buffer[];
  /** DER of the certificates that their CA has revoked. */
  readonly revoked: readonly Buffer[];
  readonly files: readonly { readonly file: EnterpriseCertificateFile; readonly path: string }[];
  /** Signs access tokens: the first is in use, the second is what a rotation takes next. */
  readonly tokenKeys: readonly [RsaKey, RsaKey];
  /** The key pair that the simulator registers on the key-mode client. */
  readonly clientKey: RsaKey;
}

const KEY_BITS = {
  ...LEAF_KEYS,
  buypassRoot: 2048,
  buypassIssuing: 2048,
  commfidesRoot: 2048,
  commfidesIssuing: 2048,
  unknown: 2048,
  token: 2048,
  nextToken: 2048,
  client: 2048,
} as const;
type KeyName = keyof typeof KEY_BITS;

const bytes = z.base64().transform((text): Buffer => Buffer.from(text, 'base64'));
/** Raised when the certificates below change, so that folders made by an older version are made again. */
const VERSION = 1;
const Saved = z.object({
  version: z.literal(VERSION),
  madeAt: z.iso.datetime(),
  keys: z.record(z.string(), z.object({ privateKey: bytes, publicKey: bytes })),
  authorities: z.record(z.string(), bytes),
  revoked: z.array(bytes),
});
type Saved = z.output<typeof Saved>;

const DAY_MS = 86_400_000;
/** Later than this the file that is «not valid yet» would have become valid. */
const LIFE_DAYS = 500;

/**
 * Opens the state folder, or makes what is missing: keys and certificates survive a restart, so that a certificate that was imported into
 * the app yesterday still works today. Takes the simulator's time. Several simulators may open the same folder at once.
 */
export async function openCertificateState(folder: string, now: Date): Promise<CertificateState> {
  const place = join(folder, 'certificates');
  const saved = (await readSaved(place, now)) ?? (await makeSaved(folder, place, now));
  for (const file of ENTERPRISE_CERTIFICATE_FILES.filter(({ fresh }) => fresh))
    await writeFileOf(file, place, saved, now);
  return {
    trustAnchors: TRUSTED.map((name) => authority(saved, name)),
    revoked: saved.revoked,
    files: ENTERPRISE_CERTIFICATE_FILES.map((file) => ({ file, path: pathOf(file, place) })),
    tokenKeys: [key(saved, 'token'), key(saved, 'nextToken')],
    clientKey: key(saved, 'client'),
  };
}

async function readSaved(place: string, now: Date): Promise<Saved | null> {
  // not there yet, or not readable: made (again)
  const content: unknown = await readFile(join(place, 'state.json'), 'utf8')
    .then(JSON.parse)
    .catch(() => null);
  const parsed = Saved.safeParse(content);
  if (!parsed.success) return null;
  const age = (now.getTime() - Date.parse(parsed.data.madeAt)) / DAY_MS;
  return age > -1 && age < LIFE_DAYS ? parsed.data : null;
}

/** Makes everything in a folder of its own and moves it into place, so that nobody ever sees half of it. */
async function makeSaved(folder: string, place: string, now: Date): Promise<Saved> {
  const making = join(folder, `making-${process.pid}-${Date.now()}`);
  await mkdir(making, { recursive: true });
  const saved: Saved = {
    version: VERSION,
    madeAt: now.toISOString(),
    keys: await makeKeys(),
    authorities: {},
    revoked: [],
  };
  for (const name of Object.keys(AUTHORITIES) as AuthorityName[])
    saved.authorities[name] = issueAuthority(name, saved, now);
  for (const file of ENTERPRISE_CERTIFICATE_FILES) {
    const certificates = await writeFileOf(file, making, saved, now);
    if (file.revoked) saved.revoked.push(...certificates);
  }
  await writeFile(join(making, 'state.json'), JSON.stringify(saved, encodeBuffers), { mode: 0o600 });
  const other = await readSaved(place, now);
  if (other) {
    await rm(making, { recursive: true });
    return other;
  }
  await rm(place, { recursive: true, force: true });
  await rename(making, place);
  return saved;
}

async function makeKeys(): Promise<Saved['keys']> {
  const made = Object.entries(KEY_BITS).map(async ([name, bits]) => [name, await makeRsaKey(bits)] as const);
  return Object.fromEntries(await Promise.all(made));
}

function issueAuthority(name: AuthorityName, saved: Saved, now: Date): Buffer {
  const { subject, issuer, pathLength } = AUTHORITIES[name];
  const content: CertificateContent = {
    subject,
    keyUsage: ['keyCertSign', 'cRLSign'],
    policies: [],
    extendedKeyUsage: [],
    authority: { pathLength },
    ...validity(now, -5 * 365, 10 * 365),
  };
  return issueCertificate(content, key(saved, name), { subject: AUTHORITIES[issuer].subject, key: key(saved, issuer) });
}

/** Issues the certificates of a file and writes it; returns the certificates. */
async function writeFileOf(
  file: EnterpriseCertificateFile,
  folder: string,
  saved: Saved,
  now: Date,
): Promise<Buffer[]> {
  const entries = file.certificates.map(({ profile, key: keyName, issuer = LEAF_PROFILES[profile].issuer }) => {
    const subject = {
      '2.5.4.6': 'NO',
      '2.5.4.97': `NTRNO-${file.organisation.number}`,
      '2.5.4.10': file.organisation.name,
      '2.5.4.3': file.organisation.name,
      // Commfides writes the number in both attributes, Buypass in one (maskinporten.md 9.1)
      ...(profile.startsWith('commfides') ? { '2.5.4.5': file.organisation.number } : {}),
    };
    const content = {
      ...LEAF_PROFILES[profile],
      subject,
      authority: null,
      ...validity(now, file.validity.fromDay, file.validity.toDay),
    };
    const leafKey = key(saved, keyName);
    const signer =
      issuer === 'self' ? { subject, key: leafKey } : { subject: AUTHORITIES[issuer].subject, key: key(saved, issuer) };
    return {
      certificate: issueCertificate(content, leafKey, signer),
      privateKey: leafKey.privateKey,
      name: profile,
      issuer,
    };
  });
  const issuers = [...new Set(entries.map(({ issuer }) => issuer))].filter((issuer) => issuer !== 'self');
  const authorities = file.withAuthority ? issuers.map((issuer) => authority(saved, issuer)) : [];
  await writeFile(pathOf(file, folder), makePkcs12(entries, authorities, file.password, file.scheme), { mode: 0o600 });
  return entries.map(({ certificate }) => certificate);
}

const pathOf = (file: EnterpriseCertificateFile, folder: string): string => join(folder, `${file.name}.p12`);

const validity = (now: Date, fromDay: number, toDay: number): { notBefore: Date; notAfter: Date } => ({
  notBefore: new Date(now.getTime() + fromDay * DAY_MS),
  notAfter: new Date(now.getTime() + toDay * DAY_MS),
});

function key(saved: Saved, name: KeyName): RsaKey {
  const found = saved.keys[name];
  if (!found) throw new Error(`the state file lacks the key ${name}`);
  return found;
}

function authority(saved: Saved, name: AuthorityName): Buffer {
  const found = saved.authorities[name];
  if (!found) throw new Error(`the state file lacks the CA ${name}`);
  return found;
}

/** JSON.stringify hands buffers over already taken apart. */
const encodeBuffers = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'type' in value && value.type === 'Buffer' && 'data' in value
    ? Buffer.from(value.data as number[]).toString('base64')
    : value;
