import forge from 'node-forge';

/** One certificate and its key, as a CA delivers them. */
export interface KeyAndCertificate {
  readonly certificate: Buffer;
  readonly privateKey: Buffer;
  readonly name: string;
}

/** How a file is encrypted: `legacy` is PBE-SHA1-3DES with a SHA-1 MAC, `modern` PBES2/AES-256 with a SHA-256 MAC. */
export type Pkcs12Scheme = 'legacy' | 'modern';

const ITERATIONS = 2048;
const { asn1, oids } = { asn1: forge.asn1, oids: forge.pki.oids };

/**
 * A PKCS#12 file (RFC 7292) with several keys, which forge's own writer cannot make: CAs deliver authentication, signing and encryption
 * together. Takes DER certificates, PKCS#8 keys and extra CA certificates; returns the file.
 */
export function makePkcs12(
  entries: readonly KeyAndCertificate[],
  authorities: readonly Buffer[],
  password: string,
  scheme: Pkcs12Scheme,
): Buffer {
  const keyBags = entries.map(({ privateKey, name }, index) =>
    bag(oid('pkcs8ShroudedKeyBag'), encrypt(fromDer(privateKey), password, scheme), attributes(name, index)),
  );
  const certificateBags = [
    ...entries.map(({ certificate, name }, index) => certificateBag(certificate, attributes(name, index))),
    ...authorities.map((certificate) => certificateBag(certificate, [])),
  ];
  const authenticatedSafe = toDer(
    sequence(encryptedData(sequence(...certificateBags), password, scheme), data(sequence(...keyBags))),
  );
  const pfx = sequence(
    integer(3),
    sequence(oidNode(oid('data')), explicit(0, octets(authenticatedSafe))),
    mac(authenticatedSafe, password, scheme),
  );
  return Buffer.from(toDer(pfx), 'binary');
}

type Node = forge.asn1.Asn1;

const sequence = (...items: Node[]): Node => asn1.create(asn1.Class.UNIVERSAL, asn1.Type.SEQUENCE, true, items);
const set = (...items: Node[]): Node => asn1.create(asn1.Class.UNIVERSAL, asn1.Type.SET, true, items);
const octets = (bytes: string): Node => asn1.create(asn1.Class.UNIVERSAL, asn1.Type.OCTETSTRING, false, bytes);
const explicit = (tag: number, item: Node): Node =>
  asn1.create(asn1.Class.CONTEXT_SPECIFIC, tag as forge.asn1.Type, true, [item]);
const oidNode = (dotted: string): Node =>
  asn1.create(asn1.Class.UNIVERSAL, asn1.Type.OID, false, asn1.oidToDer(dotted).getBytes());
const integer = (value: number): Node =>
  asn1.create(asn1.Class.UNIVERSAL, asn1.Type.INTEGER, false, asn1.integerToDer(value).getBytes());
const toDer = (node: Node): string => asn1.toDer(node).getBytes();
const fromDer = (der: Buffer): Node => asn1.fromDer(der.toString('binary'));

function oid(name: string): string {
  const dotted = oids[name];
  if (!dotted) throw new Error(`forge does not know the object identifier ${name}`);
  return dotted;
}

function attributes(name: string, index: number): Node[] {
  const friendlyName = asn1.create(asn1.Class.UNIVERSAL, asn1.Type.BMPSTRING, false, name);
  return [
    sequence(oidNode(oid('localKeyId')), set(octets(String.fromCharCode(index + 1)))),
    sequence(oidNode(oid('friendlyName')), set(friendlyName)),
  ];
}

const bag = (type: string, value: Node, bagAttributes: Node[]): Node =>
  sequence(oidNode(type), explicit(0, value), ...(bagAttributes.length > 0 ? [set(...bagAttributes)] : []));

const certificateBag = (der: Buffer, bagAttributes: Node[]): Node =>
  bag(
    oid('certBag'),
    sequence(oidNode(oid('x509Certificate')), explicit(0, octets(der.toString('binary')))),
    bagAttributes,
  );

const data = (content: Node): Node => sequence(oidNode(oid('data')), explicit(0, octets(toDer(content))));

/** Encrypts any structure; returns [algorithm, octets] as EncryptedPrivateKeyInfo does. */
function encrypt(content: Node, password: string, scheme: Pkcs12Scheme): Node {
  const algorithm = scheme === 'legacy' ? '3des' : 'aes256';
  const prfAlgorithm = scheme === 'legacy' ? 'sha1' : 'sha256';
  const secret = scheme === 'legacy' ? password : forge.util.encodeUtf8(password);
  return forge.pki.encryptPrivateKeyInfo(content, secret, {
    algorithm,
    count: ITERATIONS,
    saltSize: 8,
    prfAlgorithm,
  });
}

function encryptedData(content: Node, password: string, scheme: Pkcs12Scheme): Node {
  const [algorithm, ciphertext] = encrypt(content, password, scheme).value as [Node, Node];
  const implicitOctets = asn1.create(asn1.Class.CONTEXT_SPECIFIC, 0 as forge.asn1.Type, false, ciphertext.value);
  const contentInfo = sequence(oidNode(oid('data')), algorithm, implicitOctets);
  return sequence(oidNode(oid('encryptedData')), explicit(0, sequence(integer(0), contentInfo)));
}

function mac(content: string, password: string, scheme: Pkcs12Scheme): Node {
  const digest = scheme === 'legacy' ? forge.md.sha1.create() : forge.md.sha256.create();
  const algorithm = oid(scheme === 'legacy' ? 'sha1' : 'sha256');
  const salt = forge.random.getBytesSync(8);
  const macKeyPurpose = 3; // RFC 7292 B.3
  const key = forge.pkcs12.generateKey(
    password,
    forge.util.createBuffer(salt),
    macKeyPurpose,
    ITERATIONS,
    digest.digestLength,
    digest,
  );
  const hmac = forge.hmac.create();
  hmac.start(digest, key);
  hmac.update(content);
  const nothing = asn1.create(asn1.Class.UNIVERSAL, asn1.Type.NULL, false, '');
  const digestInfo = sequence(sequence(oidNode(algorithm), nothing), octets(hmac.digest().getBytes()));
  return sequence(digestInfo, octets(salt), integer(ITERATIONS));
}
