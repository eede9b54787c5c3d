import type { Finding } from '../../income/findings.ts';
import type { FindingFigures } from '../findingSentence.ts';

type Sentence = (figures: FindingFigures) => string;
const kroner = (amount: string) => (amount ? `${amount} kr` : 'beløp ikke oppgitt');

/** What a reader must know about one member's figures. The member's name stands in front. */
export const findings = {
  notFetched: (f) => `${f.what} er ikke hentet.`,
  partlyShielded: (f) => `${f.what}: deler er skjermet og holdt tilbake. Tallene er ikke fullstendige.`,
  shielded: (f) => `${f.what}: skjermet. Ingen tall utleveres; det betyr ikke at inntekten er null.`,
  nothing: (f) => `${f.what}: Skatteetaten har ingen tall. Det betyr ikke at inntekten er null.`,
  unknownPerson: (f) => `${f.what}: Skatteetaten kjenner ikke nummeret. Kontroller det i husstanden.`,
  withdrawn: (f) => `${f.what}: opplysningene er trukket tilbake.`,
  failed: (f) => `${f.what}: oppslaget mislyktes.`,
  cancelled: (f) => `${f.what}: oppslaget ble avbrutt.`,
  noReports: (f) => `${f.what}: ingenting er innrapportert. Det betyr ikke at inntekten er null.`,
  notComplete: (f) => `${f.what}: hentet før måneden var hel. Hent på nytt etter den 10. i neste måned.`,
  negative: (f) => `${f.what}: korreksjon eller trekk i lønn på ${kroner(f.amount)} (${f.code}).`,
  backPay: (f) => `${f.what}: etterbetaling på ${kroner(f.amount)} for en annen periode (${f.code}).`,
  unknownCode: (f) => `${f.kind} med koden ${f.code}, ${kroner(f.amount)}: koden står ikke i våre lister.`,
  unknownPost: (f) => `${f.what}: posten ${f.code}, ${kroner(f.amount)}, står ikke i årets liste.`,
  noAmount: (f) => `${f.what}: ${f.count} uten beløp. Summene kan være for lave.`,
  noMonth: (f) => `${f.count} med ${kroner(f.amount)} hører ikke til noen av månedene og er ikke regnet med.`,
  unread: (f) => `${f.what}: ${f.count} i svaret lot seg ikke lese.`,
  wealthDisagrees: (f) => `${f.what}: summene for formue og gjeld stemmer ikke med postene.`,
  lines: (count: number) => (count === 1 ? '1 linje' : `${count} linjer`),
  inMonths: (months: string) => `Inntekt ${months}`,
  inYear: (year: string) => `Skatteåret ${year}`,
} satisfies Record<Finding['code'], Sentence> & {
  lines: (count: number) => string;
  inMonths: (months: string) => string;
  inYear: (year: string) => string;
};
