import { createHash, createPublicKey } from 'node:crypto';
import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { checkSeal } from '../../electron/integrity/seal.ts';
import { type Archive, npmPackagesIn, readArchive } from './archive.ts';
import { readFuses } from './fuses.ts';
import type { Flavour } from './order.ts';
import { unpack } from './unpack.ts';
import type { Check } from './verifyArtifact.ts';
import { besideChecks } from './verifyBeside.ts';
import { notInLock } from './writeSbom.ts';

/** What build.json says; the seal vouches for it. */
interface BuildFacts {
  readonly version: string;
  readonly flavour: Flavour;
  readonly rehearsal: boolean;
  readonly electron: string;
  readonly officialElectron: boolean;
  readonly commit: string;
}

/** The checks of what is inside a package for Linux. `sealKey`: PEM file of the key its seal must be made with. */
export async function contentChecks(file: string, sealKey: string, scratch: string): Promise<Check[]> {
  const root = path.join(scratch, 'root');
  const program = unpack(file, root);
  const at = (...names: string[]): string => path.join(program, ...names);
  const facts: BuildFacts = JSON.parse(readFileSync(at('resources/build.json'), 'utf8'));
  const command = facts.flavour === 'release' ? 'saksbord' : `saksbord-${facts.flavour}`;
  const archive = readArchive(at('resources/app.asar'));
  const fuses = await readFuses(at(`${command}-bin`), facts.flavour);
  const system = (...names: string[]): string => path.join(root, 'usr/share', ...names);

  return [
    ...besideChecks(file, at('resources/app.asar'), sealKey),
    [
      'seal',
      () => {
        const key = createPublicKey(readFileSync(sealKey)).export({ type: 'spki', format: 'der' });
        const sealed = checkSeal(at('resources'), key.toString('base64'), readFileSync);
        if (!sealed.ok) throw new Error(sealed.error);
        return `key ${createHash('sha256').update(key).digest('hex').slice(0, 16)}`;
      },
    ],
    [
      'what it says it is',
      () => {
        const { version, flavour, rehearsal, commit } = facts;
        if (archive.version !== version || !path.basename(file).includes(`-${version}-`))
          throw new Error('versions differ');
        return `${flavour}${rehearsal ? ' (REHEARSAL)' : ''} ${version} of ${commit.slice(0, 12)}`;
      },
    ],
    [
      'Electron',
      () => {
        const { electron, officialElectron, flavour, rehearsal } = facts;
        if (!officialElectron && flavour === 'release' && !rehearsal)
          throw new Error(`${electron}, not from the official zip`);
        return `${electron}${officialElectron ? ', official' : ', the test runtime: not for shipping'}`;
      },
    ],
    ...fuses.map(
      ({ name, on, right }): Check => [
        `fuse ${name}`,
        () => {
          if (!right) throw new Error(on ? 'on' : 'off');
          return on ? 'on' : 'off';
        },
      ],
    ),
    ['archive holds the program alone', () => onlyTheProgram(archive)],
    [
      'packages are the lock file’s',
      () => {
        const strangers = notInLock(archive);
        if (strangers.length > 0) throw new Error(strangers.join(', '));
        return `${npmPackagesIn(archive).length} packages`;
      },
    ],
    [
      'licences are listed',
      () => {
        const unnamed = npmPackagesIn(archive).filter(
          ({ folder }) => !archive.licences.some((one) => one.folder === folder),
        );
        if (unnamed.length > 0) throw new Error(unnamed.map(({ name }) => name).join(', '));
        if (!existsSync(at('LICENSES.chromium.html'))) throw new Error('LICENSES.chromium.html is missing');
        return `${archive.licences.length} and Chromium’s`;
      },
    ],
    ['no file that others may write, none with root’s rights', () => modesAreSafe(root)],
    [
      'nothing of Electron’s own program',
      () => {
        const extra = readdirSync(at('resources')).filter((name) =>
          ['app', 'default_app.asar', 'electron.asar'].includes(name),
        );
        if (extra.length > 0) throw new Error(extra.join(', '));
        return 'no default_app.asar, no app folder';
      },
    ],
    ...(/\.(deb|rpm)$/.test(file)
      ? [
          [
            'desktop entry without switches',
            () => {
              const entry = readFileSync(system('applications', `${command}.desktop`), 'utf8');
              const line = /^Exec=(.*)$/m.exec(entry)?.[1] ?? '';
              if (!line.endsWith(`/${command} %U`)) throw new Error(line);
              return line;
            },
          ] satisfies Check,
          [
            'manual, example of a policy, AppArmor profile, icons',
            () => {
              const wanted = [
                system('man/man1', `${command}.1.gz`),
                system('doc', command, 'policy.example.json'),
                system('icons/hicolor/256x256/apps', `${command}.png`),
                at('resources/apparmor-profile'),
              ];
              const missing = wanted.filter((name) => !existsSync(name));
              if (missing.length > 0) throw new Error(missing.join(', '));
              return 'all there';
            },
          ] satisfies Check,
        ]
      : []),
  ];
}

function onlyTheProgram({ entries, main }: Archive): string {
  if (main !== 'out/app/main/boot.js') throw new Error(`starts with ${main}`);
  const strange = entries.filter(
    (entry) => !/^(package\.json|out(\/app(\/.*)?)?|node_modules(\/.*)?)$/.test(entry) || entry.endsWith('.map'),
  );
  if (strange.length > 0) throw new Error(strange.slice(0, 3).join(', '));
  return `${entries.length} files and folders`;
}

/** Set-user-id or set-group-id, or writable by group or others. */
const UNSAFE = 0o6022;

function modesAreSafe(folder: string): string {
  const entries = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const unsafe = entries.filter((entry) => (lstatSync(path.join(folder, entry)).mode & UNSAFE) !== 0);
  if (unsafe.length > 0) throw new Error(unsafe.slice(0, 3).join(', '));
  return `${entries.length} looked at`;
}
