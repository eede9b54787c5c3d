import { randomUUID } from 'node:crypto';
import { addDays, addMonths, type IsoDate, monthOf } from '../../../shared/dates.ts';
import { FJELLVIK } from '../organisations.ts';
import { BAKERI } from '../payers.ts';

/** What an overview answers that a registration refers to. */
export interface Looked {
  readonly oppslagId: string;
  readonly oppslagstidspunkt: string;
}

/** For tests: a registration that breaks no rule on a day, of a reference that nobody has used. */
export function registrationMessage(
  personidentifikator: string,
  { oppslagId, oppslagstidspunkt }: Looked,
  today: IsoDate,
): Record<string, unknown> {
  const innsendersReferanse = randomUUID();
  const month = addMonths(monthOf(today), 1);
  const amount = { beloep: 8420.5, valuta: 'NOK' };
  return {
    innsendersReferanse,
    skyldner: { personidentifikator },
    saksoeker: { organisasjonsnummer: FJELLVIK.number, navn: FJELLVIK.name },
    namsmyndighet: { organisasjonsnummer: FJELLVIK.number, namsmyndighetstype: 'kommunalSaernamsmyndighet' },
    beslutningsdato: today,
    varseldato: addDays(today, -30),
    trekkpliktig: { organisasjonsnummer: BAKERI.number, ytelsestype: 'loenn' },
    trekkstoerrelseForPeriode: [
      {
        startdato: `${month}-01`,
        sluttdato: addDays(`${addMonths(month, 12)}-01` as IsoDate, -1),
        trekkbeloep: { trekkbeloep: 1800 },
      },
    ],
    krav: [
      {
        innsendersKravreferanse: `${innsendersReferanse}-1`,
        kravtype: 'eiendomsskatt',
        kravdetaljer: 'Hovedkrav',
        kravforfall: { forfallsdato: addDays(today, -90) },
        opprinneligBeloep: amount,
        gjenstaaendeBeloep: amount,
        prioritetDekningsloven: 'd',
      },
    ],
    betalingsinformasjon: { betalingsmottaker: FJELLVIK.number, kontonummer: '12345678903', kidnummer: '1002003000' },
    samordning: { oppslagId, oppslagstidspunkt, regelverk: 'gammelt', konklusjon: 'ingenLoependeTrekk' },
    underretningTilSkyldner: { sendtDato: today, kanal: 'brev' },
  };
}
