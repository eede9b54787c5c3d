import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { type Instant, osloDate } from '../../../shared/dates.ts';
import { firstOf, lastOf, monthsAgo, NAMSMANN } from '../utleggLanguage.ts';
import type { World } from '../world.ts';

/** Whom the namsmann shall register a trekk on, and how much a month. */
export const OthersTrekk = z.strictObject({
  nationalId: z.string(),
  kroner: z.number().int().positive(),
  letter: z.enum(['a', 'b', 'c', 'd', 'e']),
});

/** The namsmann registers a trekk now, so that a lookup made before no longer holds (ULD-022) and the next one shows why. */
export function registerForAnother(
  { registrations, calendar }: World,
  { nationalId, kroner, letter }: z.output<typeof OthersTrekk>,
): void {
  const today = osloDate(new Date(calendar()).toISOString() as Instant);
  const party = { organisasjonsnummer: NAMSMANN.number, navn: NAMSMANN.name };
  const amount = { beloep: kroner * 12, valuta: 'NOK' } as const;
  registrations.add({
    kind: 'trekk',
    at: new Date().toISOString(),
    utleggstrekkId: randomUUID(),
    versjon: 1,
    by: NAMSMANN.number,
    cause: 'others',
    write: null,
    hold: null,
    content: {
      innsendersReferanse: 'NM-1',
      skyldner: { personidentifikator: nationalId },
      saksoeker: party,
      namsmyndighet: { ...party, namsmyndighetstype: NAMSMANN.type },
      beslutningsdato: today,
      varseldato: monthsAgo(1)(today),
      innfoertILoesoereregisteret: today,
      trekkpliktig: party,
      trekkstoerrelseForPeriode: [
        { startdato: firstOf(1)(today), sluttdato: lastOf(24)(today), trekkbeloep: { trekkbeloep: kroner } },
      ],
      krav: [
        {
          innsendersKravreferanse: 'NM-1',
          kravtype: 'annet',
          kravdetaljer: 'Hovedkrav',
          kravforfall: { forfallsdato: monthsAgo(2)(today) },
          opprinneligBeloep: amount,
          gjenstaaendeBeloep: amount,
          prioritetDekningsloven: letter,
        },
      ],
      betalingsinformasjon: { betalingsmottaker: NAMSMANN.number, kontonummer: '99990512341', kidnummer: '1002003000' },
    },
  });
}
