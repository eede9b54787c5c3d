import { failure } from '../../shared/ipc/errors.ts';
import type { OutgoingMessage } from '../outbox/OutboxPorts.ts';
import type { Skatteetaten } from '../skatteetaten/ask.ts';
import { type Following, type Told, tell } from '../skatteetaten/tell.ts';

/** Sends a message to the register it is for, by the address and the scope of now. `not-sent` with `api-not-public` while we have no address. */
export async function tellRegister(
  skatteetaten: Skatteetaten,
  message: OutgoingMessage,
  following: Following,
): Promise<Told> {
  const { addresses, settings } = skatteetaten;
  const { base, scope } =
    message.register === 'utlegg'
      ? { base: addresses.utleggsdatabasen, scope: settings.scopes.utleggSkriv }
      : { base: addresses.samordnetTrekk, scope: settings.scopes.samordnetTrekk };
  if (!base) return { state: 'not-sent', failure: failure('api-not-public') };
  return tell(skatteetaten, { ...message, base, scope }, following);
}
