import { FJELLVIK, HAVDAL, LEVERANDOER, type Organisation } from '../organisations.ts';
import type { Pkcs12Scheme } from './pkcs12.ts';
import type { AuthorityName, LeafProfileName } from './testAuthorities.ts';

/** Days from the day the certificates are made. */
interface Validity {
  readonly fromDay: number;
  readonly toDay: number;
}

/** One key with its certificate inside a file. */
interface EnterpriseCertificate {
  readonly profile: LeafProfileName;
  readonly key: LeafKeyName;
  /** Default: the profile's own CA. `self` is self-signed. */
  readonly issuer?: AuthorityName | 'self';
}

/** A PKCS#12 file that the simulator makes, with what it shows. */
export interface EnterpriseCertificateFile {
  readonly name: string;
  readonly shows: string;
  readonly organisation: Organisation;
  readonly certificates: readonly EnterpriseCertificate[];
  readonly validity: Validity;
  readonly scheme: Pkcs12Scheme;
  readonly password: string;
  /** Is the issuing CA in the file too? */
  readonly withAuthority: boolean;
  readonly revoked: boolean;
  /** Made anew at every start, because its story depends on today. */
  readonly fresh: boolean;
}

/** Private keys of end certificates: two of the size that CAs issue now, the rest small to keep the first start short. */
export const LEAF_KEYS = { buypass: 3072, commfides: 3072, second: 2048, third: 2048 } as const;

type LeafKeyName = keyof typeof LEAF_KEYS;

const THREE_YEARS: Validity = { fromDay: -365, toDay: 730 };

const file = (
  name: string,
  shows: string,
  rest: Partial<EnterpriseCertificateFile> = {},
): EnterpriseCertificateFile => ({
  name,
  shows,
  organisation: FJELLVIK,
  certificates: [{ profile: 'buypassAuthentication', key: 'second' }],
  validity: THREE_YEARS,
  scheme: 'modern',
  password: `opplaering-${name}`,
  withAuthority: true,
  revoked: false,
  fresh: false,
  ...rest,
});

/** Every file; the order is the one they are listed in. */
export const ENTERPRISE_CERTIFICATE_FILES: readonly EnterpriseCertificateFile[] = [
  file(
    'buypass',
    'valid, two certificates as Buypass delivers: authentication and signing; 3DES as older tools write it',
    {
      certificates: [
        { profile: 'buypassSigning', key: 'second' },
        { profile: 'buypassAuthentication', key: 'buypass' },
      ],
      scheme: 'legacy',
    },
  ),
  file('commfides', 'valid, three certificates as Commfides delivers: encryption, signing, authentication', {
    certificates: [
      { profile: 'commfidesEncryption', key: 'third' },
      { profile: 'commfidesSigning', key: 'second' },
      { profile: 'commfidesAuthentication', key: 'commfides' },
    ],
  }),
  file('enkelt', 'valid, one certificate and no CA certificate', { withAuthority: false }),
  file('utloept', 'expired', { validity: { fromDay: -1100, toDay: -5 } }),
  file('utloeper-snart', 'valid, expires in 20 days', { validity: { fromDay: -1075, toDay: 20 }, fresh: true }),
  file('ikke-gyldig-ennaa', 'not valid yet', { validity: { fromDay: 600, toDay: 1700 } }),
  file('annen-organisasjon', 'valid, but for another municipality', { organisation: HAVDAL }),
  file('leverandoer', 'valid, for the supplier', { organisation: LEVERANDOER }),
  file('tilbakekalt', 'revoked: nothing in the file says so, Maskinporten does', { revoked: true }),
  file('bare-kryptering', 'encryption only', { certificates: [{ profile: 'commfidesEncryption', key: 'third' }] }),
  file('bare-signering', 'nonRepudiation only: usable after a warning', {
    certificates: [{ profile: 'commfidesSigning', key: 'third' }],
  }),
  file('selvsignert', 'self-signed', {
    certificates: [{ profile: 'buypassAuthentication', key: 'third', issuer: 'self' }],
    withAuthority: false,
  }),
  file('ukjent-utsteder', 'from a CA that is not trusted', {
    certificates: [{ profile: 'buypassAuthentication', key: 'third', issuer: 'unknown' }],
  }),
];
