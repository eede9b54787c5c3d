import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { importPKCS8, SignJWT } from 'jose';
import { debtor } from '../debtors.ts';
import type { Simulator } from '../simulator.ts';
import { ASKED_ABOUT } from './saksbord.ts';

/** The same question as `askOneByOne`, by nothing but a token and fetch; milliseconds of each. */
export async function plainLookups({ description }: Simulator, times: number): Promise<number[]> {
  const client = description.clients.find(({ key }) => key);
  if (!client?.key) throw new Error('the simulator has no key-mode client');
  const scope = 'utleggsdatabasen:les';
  const assertion = await new SignJWT({ scope })
    .setProtectedHeader({ alg: 'RS256', kid: client.key.kid })
    .setAudience(description.issuer)
    .setIssuer(client.clientId)
    .setIssuedAt()
    .setExpirationTime('2m')
    .setJti(randomUUID())
    .sign(await importPKCS8(readFileSync(client.key.privateKeyPath, 'utf8'), 'RS256'));
  const body = new URLSearchParams({ grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion });
  const granted = (await (await fetch(description.tokenEndpoint, { method: 'POST', body })).json()) as {
    access_token: string;
  };
  const url = `${description.endpoints.utleggsdatabasen}/saernamsmann/personer/${debtor(ASKED_ABOUT).nationalId}/utlegg?inkluderAvsluttede=true`;
  const taken: number[] = [];
  for (let time = 0; time <= times; time += 1) {
    const started = performance.now();
    const headers = { authorization: `Bearer ${granted.access_token}`, korrelasjonsid: randomUUID() };
    const answer = await fetch(url, { headers });
    if (!answer.ok) throw new Error(`the plain lookup was answered ${answer.status}`);
    await answer.json();
    taken.push(performance.now() - started);
  }
  return taken.slice(1);
}
