import { createPrivateKey, randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Endpoints } from '../../shared/endpoints.ts';
import { elanKommune } from './apis/elanKommune.ts';
import { inntekt } from './apis/inntekt.ts';
import { sisteTilgjengeligeSkatteoppgjoer } from './apis/sisteTilgjengeligeSkatteoppgjoer.ts';
import { spesifisertSkattegrunnlag } from './apis/spesifisertSkattegrunnlag.ts';
import { summertSkattegrunnlag } from './apis/summertSkattegrunnlag.ts';
import { utleggsdatabasen } from './apis/utleggsdatabasen.ts';
import type { CertificateState } from './certificates/state.ts';
import { CONTROL, CONTROL_HEADER } from './control.ts';
import type { DescribedClient, SimulatorDescription } from './description.ts';
import { CLIENTS, ORGANISATIONS } from './organisations.ts';
import { CLIENT_KEY_ID, type World } from './world.ts';

/** Gathers what a client needs, and writes the endpoints file and the registered key into the folder. Takes where the simulator listens. */
export async function describeSimulator(world: World, origin: string, folder: string): Promise<SimulatorDescription> {
  const endpoints: Endpoints = {
    maskinporten: { issuer: world.issuer, tokenEndpoint: `${world.issuer}token` },
    inntekt: `${origin}${inntekt.base}`,
    summertSkattegrunnlag: `${origin}${summertSkattegrunnlag.base}`,
    spesifisertSkattegrunnlag: world.settings.spesifisertIsOn ? `${origin}${spesifisertSkattegrunnlag.base}` : null,
    sisteTilgjengeligeSkatteoppgjoer: `${origin}${sisteTilgjengeligeSkatteoppgjoer.base}`,
    samordnetTrekk: `${origin}${elanKommune.base}`,
    utleggsdatabasen: `${origin}${utleggsdatabasen.base}`,
    trustAnchors: world.certificates.trustAnchors.map((der) => der.toString('base64')),
  };
  const endpointsFile = join(folder, `endpoints-${new URL(origin).port}.json`);
  await writeFile(endpointsFile, JSON.stringify(endpoints, null, 2));
  const privateKeyPath = join(folder, 'klientnoekkel.pem');
  await writeFile(privateKeyPath, toPem(world.certificates.clientKey.privateKey), { mode: 0o600 });
  return {
    issuer: world.issuer,
    tokenEndpoint: `${world.issuer}token`,
    jwksUri: `${world.issuer}jwk`,
    metadataUri: `${world.issuer}.well-known/oauth-authorization-server`,
    endpoints,
    endpointsFile,
    control: { url: `${origin}${CONTROL}`, header: CONTROL_HEADER, secret: randomBytes(24).toString('hex') },
    clients: describeClients(privateKeyPath),
    certificates: describeCertificates(world.certificates),
  };
}

const describeClients = (privateKeyPath: string): DescribedClient[] =>
  CLIENTS.map(({ clientId, organisationNumber, authentication, scopes, shows }) => ({
    clientId,
    organisationNumber,
    organisationName: ORGANISATIONS.find(({ number }) => number === organisationNumber)?.name ?? '',
    authentication,
    scopes,
    shows,
    ...(authentication === 'key' ? { key: { kid: CLIENT_KEY_ID, privateKeyPath } } : {}),
  }));

const describeCertificates = ({ files }: CertificateState): SimulatorDescription['certificates'] =>
  files.map(({ file: { name, password, organisation, shows }, path }) => ({
    name,
    path,
    password,
    organisationNumber: organisation.number,
    shows,
  }));

const toPem = (pkcs8: Buffer): string =>
  createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' }).export({ format: 'pem', type: 'pkcs8' }).toString();
