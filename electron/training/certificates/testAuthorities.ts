import type { CertificateContent, SubjectName } from './issueCertificate.ts';

/**
 * The CAs of the training environment, with the profiles of Buypass' and Commfides' test CAs (maskinporten.md 9.1–9.3). Their names say that
 * they are for training, so that nobody mistakes such a certificate for one of the CAs' own.
 */
export const AUTHORITIES = {
  buypassRoot: {
    subject: {
      '2.5.4.6': 'NO',
      '2.5.4.10': 'Buypass AS (opplæring)',
      '2.5.4.97': 'NTRNO-983163327',
      '2.5.4.3': 'Opplæring Buypass Class 3 Test4 Root CA G2 ST',
    },
    issuer: 'buypassRoot',
    pathLength: 1,
  },
  buypassIssuing: {
    subject: {
      '2.5.4.6': 'NO',
      '2.5.4.10': 'Buypass AS (opplæring)',
      '2.5.4.97': 'NTRNO-983163327',
      '2.5.4.3': 'Opplæring Buypass Class 3 Test4 CA G2 ST Business',
    },
    issuer: 'buypassRoot',
    pathLength: 0,
  },
  commfidesRoot: {
    subject: {
      '2.5.4.6': 'NO',
      '2.5.4.10': 'Commfides Norge AS (opplæring)',
      '2.5.4.97': 'NTRNO-988312495',
      '2.5.4.3': 'Opplæring Commfides Root CA - G3 - TEST',
    },
    issuer: 'commfidesRoot',
    pathLength: 1,
  },
  commfidesIssuing: {
    subject: {
      '2.5.4.6': 'NO',
      '2.5.4.10': 'Commfides Norge AS (opplæring)',
      '2.5.4.97': 'NTRNO-988312495',
      '2.5.4.3': 'Opplæring Commfides Legal Person - G3 - TEST',
    },
    issuer: 'commfidesRoot',
    pathLength: 0,
  },
  /** A CA that nobody trusts. */
  unknown: { subject: { '2.5.4.6': 'NO', '2.5.4.3': 'Ukjent utsteder' }, issuer: 'unknown', pathLength: 0 },
} as const satisfies Record<string, { subject: SubjectName; issuer: string; pathLength: number }>;

/** A CA of the training environment. */
export type AuthorityName = keyof typeof AUTHORITIES;

/** The CAs that Maskinporten, and so the app, trusts in this environment. */
export const TRUSTED: readonly AuthorityName[] = ['buypassRoot', 'buypassIssuing', 'commfidesRoot', 'commfidesIssuing'];

type LeafProfile = Pick<CertificateContent, 'keyUsage' | 'policies' | 'extendedKeyUsage'> & {
  readonly issuer: AuthorityName;
};

const CLIENT_AUTH = '1.3.6.1.5.5.7.3.2';
const SERVER_AUTH = '1.3.6.1.5.5.7.3.1';
const EMAIL_PROTECTION = '1.3.6.1.5.5.7.3.4';
const SMARTCARD_LOGON = '1.3.6.1.4.1.311.20.2.2';
const QCP_L = '0.4.0.194112.1.1';
const NCP = '0.4.0.2042.1.1';

/** What each kind of end certificate says (maskinporten.md 9.2). */
export const LEAF_PROFILES = {
  buypassAuthentication: {
    issuer: 'buypassIssuing',
    keyUsage: ['digitalSignature', 'keyEncipherment'],
    policies: ['2.16.578.1.26.1.3.2', NCP],
    extendedKeyUsage: [],
  },
  buypassSigning: {
    issuer: 'buypassIssuing',
    keyUsage: ['nonRepudiation'],
    policies: ['2.16.578.1.26.1.3.2', NCP],
    extendedKeyUsage: [],
  },
  commfidesAuthentication: {
    issuer: 'commfidesIssuing',
    keyUsage: ['digitalSignature'],
    policies: ['2.16.578.1.29.913.210.1.0', QCP_L],
    extendedKeyUsage: [CLIENT_AUTH, EMAIL_PROTECTION, SMARTCARD_LOGON, SERVER_AUTH],
  },
  commfidesSigning: {
    issuer: 'commfidesIssuing',
    keyUsage: ['nonRepudiation'],
    policies: ['2.16.578.1.29.913.200.1.0', QCP_L],
    extendedKeyUsage: [CLIENT_AUTH, EMAIL_PROTECTION, SERVER_AUTH],
  },
  commfidesEncryption: {
    issuer: 'commfidesIssuing',
    keyUsage: ['keyEncipherment', 'dataEncipherment', 'keyAgreement'],
    policies: ['2.16.578.1.29.913.220.1.0', NCP],
    extendedKeyUsage: [CLIENT_AUTH, EMAIL_PROTECTION, SERVER_AUTH],
  },
} as const satisfies Record<string, LeafProfile>;

/** A kind of end certificate. */
export type LeafProfileName = keyof typeof LEAF_PROFILES;
