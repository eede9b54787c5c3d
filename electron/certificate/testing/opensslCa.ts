import { execFileSync } from 'node:child_process';
import { createHmac, randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OctetString } from 'asn1js';
import forge from 'node-forge';
import { AlgorithmIdentifier, AuthenticatedSafe, ContentInfo, DigestInfo, MacData, PFX } from 'pkijs';

/** A practice CA made with openssl, so that nothing of what is tested has also made the test. Certificates follow maskinporten.md 9.1–9.2. */
export interface CertificateRequest {
  /** File of the private key (PEM). */
  readonly key: string;
  /** OpenSSL subject; default: the municipality below, as Buypass writes it. */
  readonly subject?: string;
  readonly keyUsage?: string | null;
  readonly basicConstraints?: string;
  readonly policies?: string;
  readonly extendedKeyUsage?: string;
  /** Further lines of an OpenSSL extension section. */
  readonly more?: string;
  /** `YYYYMMDDHHMMSSZ`. */
  readonly from?: string;
  readonly to?: string;
  /** Signed by this instead of the issuing CA. */
  readonly signedBy?: { readonly certificate: string; readonly key: string };
}

/** A synthetic organisation (numbers that begin with 2 or 3 are given to no one, Tenor's range). */
export const municipality = { orgNumber: '313377318', name: 'FIKTIV FJORD KOMMUNE' };
export const now = new Date('2026-11-22T09:00:00Z');

const buypassSubject = `/C=NO/organizationIdentifier=NTRNO-${municipality.orgNumber}/O=${municipality.name}/CN=${municipality.name}`;
const commfidesSubject = `/C=NO/serialNumber=${municipality.orgNumber}/organizationIdentifier=NTRNO-${municipality.orgNumber}/O=${municipality.name}/CN=${municipality.name}`;

const buypass = { policies: '2.16.578.1.26.1.3.2,0.4.0.2042.1.1' };
const commfidesUse = { extendedKeyUsage: 'clientAuth,emailProtection,serverAuth', subject: commfidesSubject };

/** The profiles that the two CAs deliver. */
export const profiles = {
  buypassAuthentication: { ...buypass, keyUsage: 'critical,digitalSignature,keyEncipherment' },
  buypassSigning: { ...buypass, keyUsage: 'critical,nonRepudiation' },
  commfidesAuthentication: {
    ...commfidesUse,
    keyUsage: 'critical,digitalSignature',
    policies: '2.16.578.1.29.913.210.1.0,0.4.0.194112.1.1',
  },
  commfidesSigning: {
    ...commfidesUse,
    keyUsage: 'critical,nonRepudiation',
    policies: '2.16.578.1.29.913.200.1.0,0.4.0.194112.1.1',
  },
  commfidesEncryption: {
    ...commfidesUse,
    keyUsage: 'critical,keyEncipherment,dataEncipherment,keyAgreement',
    policies: '2.16.578.1.29.913.220.1.0,0.4.0.2042.1.1',
  },
} as const;

const openssl = (...args: string[]): Buffer => execFileSync('openssl', args, { stdio: ['ignore', 'pipe', 'pipe'] });

/** A folder that is gone when the tests are. */
export class Workshop {
  readonly folder = mkdtempSync(join(tmpdir(), 'saksbord-ca-'));
  #count = 0;

  path(name: string): string {
    this.#count += 1;
    return join(this.folder, `${this.#count}-${name}`);
  }

  /** More than two primes are found much sooner; only for keys that are to be refused. */
  rsaKey(bits: number, primes = 2): string {
    const file = this.path(`rsa${bits}.pem`);
    openssl('genrsa', '-primes', String(primes), '-out', file, String(bits));
    return file;
  }

  ecKey(): string {
    const file = this.path('ec.pem');
    openssl('ecparam', '-genkey', '-name', 'prime256v1', '-noout', '-out', file);
    return file;
  }

  close(): void {
    rmSync(this.folder, { recursive: true });
  }
}

/** A root and an issuing CA below it. */
export class OpensslCa {
  readonly #workshop: Workshop;
  readonly #key: string;
  readonly root: string;
  readonly issuing: string;

  constructor(workshop: Workshop, name: string) {
    this.#workshop = workshop;
    this.#key = workshop.ecKey(); // made in no time; the certificates below it have RSA keys
    const ca = { key: this.#key, basicConstraints: 'critical,CA:TRUE', keyUsage: 'critical,keyCertSign,cRLSign' };
    const validity = { from: '20200101000000Z', to: '20400101000000Z' };
    this.root = this.#sign({ ...ca, ...validity, subject: `/C=NO/O=Practice/CN=${name} Root` }, null);
    this.issuing = this.#sign({ ...ca, ...validity, subject: `/C=NO/O=Practice/CN=${name} Business` }, this.root);
  }

  /** A certificate from the issuing CA; returns its file (PEM). */
  issue(request: CertificateRequest): string {
    return this.#sign(request, request.signedBy?.certificate ?? this.issuing);
  }

  /** A certificate that vouches for itself. */
  selfSigned(request: CertificateRequest): string {
    return this.#sign({ ...request, signedBy: { certificate: '', key: request.key } }, null);
  }

  #sign(request: CertificateRequest, issuer: string | null): string {
    const area = this.#workshop.path('ca');
    mkdirSync(area);
    const extensions = [
      `basicConstraints=${request.basicConstraints ?? 'CA:FALSE'}`,
      request.keyUsage === null ? '' : `keyUsage=${request.keyUsage ?? profiles.buypassAuthentication.keyUsage}`,
      request.policies ? `certificatePolicies=${request.policies}` : '',
      request.extendedKeyUsage ? `extendedKeyUsage=${request.extendedKeyUsage}` : '',
      request.more ?? '',
    ];
    writeFileSync(join(area, 'index.txt'), '');
    writeFileSync(join(area, 'serial'), randomBytes(10).toString('hex').replace(/^./, '1'));
    writeFileSync(
      join(area, 'ca.cnf'),
      `[ca]\ndefault_ca=me\n[me]\ndatabase=${area}/index.txt\nserial=${area}/serial\nnew_certs_dir=${area}\ndefault_md=sha256\npolicy=any\n[any]\n[req]\ndistinguished_name=dn\n[dn]\n[ext]\n${extensions.join('\n')}\n`,
    );
    const config = join(area, 'ca.cnf');
    const csr = join(area, 'csr.pem');
    const file = this.#workshop.path('certificate.pem');
    const subject = request.subject ?? buypassSubject;
    openssl('req', '-new', '-utf8', '-key', request.key, '-subj', subject, '-config', config, '-out', csr);
    const signer = issuer === null ? ['-selfsign'] : ['-cert', issuer];
    openssl(
      'ca',
      '-batch',
      '-notext',
      '-preserveDN',
      '-config',
      config,
      '-extensions',
      'ext',
      '-keyfile',
      request.signedBy?.key ?? this.#key,
      ...signer,
      '-startdate',
      request.from ?? '20250101000000Z',
      '-enddate',
      request.to ?? '20280101215900Z',
      '-in',
      csr,
      '-out',
      file,
    );
    return file;
  }
}

/** The DER of a PEM certificate, made by openssl. */
export const derOf = (certificate: string): Buffer => openssl('x509', '-in', certificate, '-outform', 'der');

/** How OpenSSL 3 writes a PKCS#12 by default, the two older ways, and one that Saksbord cannot open. */
export const encryptions = {
  aes: [],
  tripleDes: ['-legacy', '-descert'],
  rc2: ['-legacy'],
  rc4: ['-legacy', '-keypbe', 'PBE-SHA1-RC4-128', '-certpbe', 'PBE-SHA1-RC4-128'],
} as const;

interface Pkcs12Request {
  readonly key: string;
  readonly certificate: string;
  readonly others?: readonly string[];
  readonly password: string;
  readonly options?: readonly string[];
}

/** A PKCS#12 file made by openssl, with one key. */
export function pkcs12(
  workshop: Workshop,
  { key, certificate, others = [], password, options = [] }: Pkcs12Request,
): Buffer {
  const file = workshop.path('file.p12');
  const chain = workshop.path('chain.pem');
  writeFileSync(chain, others.map((other) => readFileSync(other, 'utf8')).join(''));
  const withChain = others.length > 0 ? ['-certfile', chain] : [];
  openssl(
    'pkcs12',
    '-export',
    '-inkey',
    key,
    '-in',
    certificate,
    ...withChain,
    '-passout',
    `pass:${password}`,
    ...options,
    '-out',
    file,
  );
  return readFileSync(file);
}

/** One file with the contents of several, as the CAs deliver; openssl can read such a file, but not make one. */
export function merged(files: readonly Buffer[], password: string): Buffer {
  const contents = files.flatMap(
    (file) => AuthenticatedSafe.fromBER(PFX.fromBER(file).authSafe.content.getValue()).safeContents,
  );
  const safe = Buffer.from(new AuthenticatedSafe({ safeContents: contents }).toSchema().toBER());
  const salt = randomBytes(8);
  const key = forge.pkcs12.generateKey(
    password,
    forge.util.createBuffer(salt.toString('binary')),
    3,
    2048,
    20,
    forge.md.sha1.create(),
  );
  const digest = createHmac('sha1', Buffer.from(key.getBytes(), 'binary')).update(safe).digest();
  const pfx = new PFX({
    authSafe: new ContentInfo({ contentType: ContentInfo.DATA, content: new OctetString({ valueHex: safe }) }),
    macData: new MacData({
      mac: new DigestInfo({
        digestAlgorithm: new AlgorithmIdentifier({ algorithmId: '1.3.14.3.2.26' }),
        digest: new OctetString({ valueHex: digest }),
      }),
      macSalt: new OctetString({ valueHex: salt }),
      iterations: 2048,
    }),
  });
  return Buffer.from(pfx.toSchema().toBER());
}
