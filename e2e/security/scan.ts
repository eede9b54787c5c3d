import { readdirSync, readFileSync } from 'node:fs';
import { filesUnder } from '../profile.ts';

/** Something that must not lie anywhere in the clear, in every form it could lie in. */
export interface Secret {
  readonly name: string;
  readonly forms: readonly Buffer[];
}

/** A text: as one-byte text, and as the two-byte text that Chromium's own files use. */
export const secretText = (name: string, ...texts: readonly string[]): Secret => ({
  name,
  forms: texts.flatMap((text) => [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')]),
});

/** A personal number, together and in two parts. */
export const personalNumber = (name: string, digits: string): Secret =>
  secretText(name, digits, `${digits.slice(0, 6)} ${digits.slice(6)}`);

const WINDOW = 18;

/**
 * A key, by short pieces from its end: in PKCS#8 the private numbers stand there (what stands before is in the certificate too), and a piece of 18
 * bytes is found also where base64 is broken into lines of 64, as at least one of two that lie 24 bytes apart is whole.
 */
export function secretKey(name: string, key: Uint8Array): Secret {
  const pieces = [key.length - WINDOW, key.length - WINDOW - 24]
    .filter((start) => start >= 0)
    .map((start) => Buffer.from(key.subarray(start, start + WINDOW)));
  const asText = pieces.flatMap((piece) => {
    const hex = piece.toString('hex');
    // Where the piece begins decides which of three ways it is written.
    const base64 = [0, 1, 2].flatMap((skipped) =>
      (['base64', 'base64url'] as const).map((how) => piece.subarray(skipped, skipped + 15).toString(how)),
    );
    return [hex, hex.toUpperCase(), ...base64];
  });
  return { name, forms: [...pieces, ...secretText('', ...asText).forms] };
}

/** Tokens and grants: two parts of a signed JWT, whoever's it is. */
const JWT = /eyJ[\w-]{10,}\.eyJ[\w-]{10,}/;

const holds = (bytes: Buffer, secrets: readonly Secret[]): string[] => [
  ...secrets.filter(({ forms }) => forms.some((form) => bytes.includes(form))).map(({ name }) => name),
  ...(JWT.test(bytes.toString('latin1')) ? ['a token'] : []),
];

/** Where to look: folders with all that is in them, what was printed, and the processes that come from this one. */
export interface Places {
  readonly folders: readonly string[];
  readonly printed: string;
  /** Null when the program has ended. */
  readonly mainProcess: number | null;
}

/** Every secret that lies in one of the places, as «name in place»; empty is what one wants. */
export function findSecrets({ folders, printed, mainProcess }: Places, secrets: readonly Secret[]): string[] {
  const inPlace = (place: string, bytes: Buffer): string[] =>
    holds(bytes, secrets).map((name) => `${name} in ${place}`);
  return [
    ...folders.flatMap(filesUnder).flatMap((file) => inPlace(file, readFileSync(file))),
    ...inPlace('what was printed', Buffer.from(printed)),
    ...(mainProcess === null ? [] : familyOf(mainProcess)).flatMap((pid) =>
      ['cmdline', 'environ'].flatMap((part) => inPlace(`the ${part} of a process`, readProcess(pid, part))),
    ),
  ];
}

/** A process and all that come from it. */
function familyOf(pid: number): number[] {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    // The name, in brackets, may hold spaces.
    .map((name) => [
      Number(name),
      Number(readProcess(Number(name), 'stat').toString().split(') ').at(-1)?.split(' ')[1]),
    ]);
  const family = [pid];
  for (const member of family) {
    family.push(...parents.flatMap(([child, parent]) => (parent === member && child !== undefined ? [child] : [])));
  }
  return family;
}

/** What the kernel says of a process; empty when it has ended meanwhile. */
function readProcess(pid: number, part: string): Buffer {
  try {
    return readFileSync(`/proc/${pid}/${part}`);
  } catch {
    return Buffer.alloc(0);
  }
}
