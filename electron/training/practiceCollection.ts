import type { Instant, IsoDate } from '../../shared/dates.ts';
import { osloDate } from '../../shared/dates.ts';
import { trondheimGuide } from '../../shared/garnishment/boutgifter.ts';
import { type CollectionSettings, defaultCollectionSettings } from '../../shared/garnishment/collectionSettings.ts';
import {
  type LivsoppholdTable,
  livsoppholdTables,
  type SignedLivsopphold,
} from '../../shared/garnishment/livsopphold.ts';
import { mayDecide } from '../../shared/rules/rates.ts';

type Rates = NonNullable<LivsoppholdTable['rates']>;

/** A usual rise from one 1 July to the next. */
const RISE = 1.03;

/**
 * What the collection desk practises with: letters for some claim types (parking and besøksbidrag are left for the practising fagansvarlig), a
 * guide to housing costs, and invented livsoppholdssatser up to the next 1 July, marked as such: real ones are missing after 2024.
 */
export function practiceCollectionSettings(now: Instant): CollectionSettings {
  const today = osloDate(now);
  const thisTable = Number(today.slice(0, 4)) - (today.slice(5) < '07-01' ? 1 : 0);
  return {
    ...defaultCollectionSettings,
    priority: {
      letters: {
        ...defaultCollectionSettings.priority.letters,
        eiendomsskatt: 'd',
        vannOgAvloep: 'e',
        avfall: 'e',
        feiingOgTilsyn: 'e',
      },
      decidedBy: 'Opplæring',
      decidedOn: today,
    },
    boutgiftGuide: trondheimGuide,
    correspondence: {
      phone: '00 00 00 00',
      email: 'innkreving@opplaering.example',
      postalAddress: 'Opplæringsveien 1, 0000 Øvelse',
      court: '',
      account: '15037354837',
      channel: 'brev',
    },
    livsopphold: [thisTable - 1, thisTable].flatMap((year) => inventedTable(year, now) ?? []),
  };
}

/** The newest real table raised by 3 % a year; null for a year that has a real one. */
function inventedTable(year: number, now: Instant): SignedLivsopphold | null {
  const real = livsoppholdTables.findLast(
    ({ rates, confidence }) => rates !== null && mayDecide(confidence, 'production'),
  );
  const realYear = Number(real?.validFrom.slice(0, 4));
  if (!real?.rates || year <= realYear) return null;
  const raise = (amount: number) => Math.round(amount * RISE ** (year - realYear));
  const raiseAll = (byAge: Readonly<Record<string, number>>) =>
    Object.fromEntries(Object.entries(byAge).map(([age, amount]) => [age, raise(amount)]));
  const { enslig, giftEllerSamboende, barn, samvaer = {} }: Rates = real.rates;
  return {
    validFrom: `${year}-07-01` as IsoDate,
    validTo: `${year + 1}-06-30` as IsoDate,
    rates: {
      enslig: raise(enslig),
      giftEllerSamboende: raise(giftEllerSamboende),
      forsoergerEktefelleSamboer: 2 * raise(giftEllerSamboende),
      barn: raiseAll(barn),
      samvaer: Object.fromEntries(Object.entries(samvaer).map(([klasse, byAge]) => [klasse, raiseAll(byAge)])),
    },
    source: 'Oppdiktet for opplæring',
    confidence: 'fictional',
    signedBy: 'Opplæring',
    signedAt: now,
  };
}
