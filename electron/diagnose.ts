import { release } from 'node:os';
import { type App, session } from 'electron';
import { readOsUser } from './policy/osUser.ts';
import { rolesOf } from './policy/policy.ts';
import { policyPath, readPolicy } from './policy/readPolicy.ts';
import { openKeychain } from './secrets/keychain.ts';
import { compiledIn } from './skatteetaten/endpoints.ts';

/** How far a server is from this PC: an HTTP status means that it answered; otherwise Chromium's name for what stopped us. */
interface Reach {
  readonly address: string;
  readonly proxy: string;
  readonly answer: string;
}

/** What IT needs to know about this installation. `ready`: the program can start here. No personal data: the user's roles, not their name. */
export interface Diagnosis {
  readonly ready: boolean;
  readonly version: string;
  readonly flavour: string;
  readonly runtime: { readonly electron: string; readonly chromium: string; readonly node: string };
  readonly system: string;
  readonly profile: string;
  readonly sealed: boolean;
  readonly keychain: string;
  readonly policy: { readonly file: string; readonly state: string; readonly roles: readonly string[] };
  readonly network: readonly Reach[];
}

/** Looks at everything the program leans on, and opens neither a window nor anything that is stored. `sealed`: the seal was checked and found in order. */
export async function diagnose(app: App, flavour: string, sealed: boolean): Promise<Diagnosis> {
  const { platform, versions } = process;
  const keychain = await openKeychain('diagnose');
  const policy = readPolicy(policyPath(platform), platform);
  const roles = policy.state === 'read' ? rolesOf(policy.policy, await readOsUser(platform)) : [];
  const environment = policy.state === 'read' ? policy.policy.environment : 'production';
  const { maskinporten, inntekt, summertSkattegrunnlag } = compiledIn[environment];
  const hosts = new Set([maskinporten.tokenEndpoint, inntekt, summertSkattegrunnlag].map((at) => new URL(at).origin));
  return {
    ready: keychain.ok && policy.state !== 'refused',
    version: app.getVersion(),
    flavour,
    runtime: { electron: versions.electron, chromium: versions.chrome, node: versions.node },
    system: `${platform} ${release()} ${process.arch}`,
    profile: app.getPath('userData'),
    sealed,
    keychain: keychain.ok ? 'ok' : keychain.error,
    policy: {
      file: policyPath(platform),
      state: policy.state === 'refused' ? `refused: ${policy.why}` : policy.state,
      roles,
    },
    network: await Promise.all([...hosts].map(reach)),
  };
}

const NETWORK_MS = 10_000;

/** Asks for a server's first page, which tells neither who we are nor about whom. */
async function reach(address: string): Promise<Reach> {
  const network = session.fromPartition('saksbord-diagnose', { cache: false });
  const proxy = await network.resolveProxy(address);
  const answer = await network
    .fetch(address, { method: 'HEAD', credentials: 'omit', signal: AbortSignal.timeout(NETWORK_MS) })
    .then((response) => `HTTP ${response.status}`)
    .catch((thrown: unknown) => /ERR_[A-Z_]+/.exec(String(thrown))?.[0] ?? 'no answer');
  return { address, proxy, answer };
}
