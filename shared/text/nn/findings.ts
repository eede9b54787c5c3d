import type { findings as nb } from '../nb/findings.ts';

const kroner = (amount: string) => (amount ? `${amount} kr` : 'beløp ikkje oppgjeve');

export const findings = {
  notFetched: (f) => `${f.what} er ikkje henta.`,
  partlyShielded: (f) => `${f.what}: delar er skjerma og haldne tilbake. Tala er ikkje fullstendige.`,
  shielded: (f) => `${f.what}: skjerma. Ingen tal blir utleverte; det tyder ikkje at inntekta er null.`,
  nothing: (f) => `${f.what}: Skatteetaten har ingen tal. Det tyder ikkje at inntekta er null.`,
  unknownPerson: (f) => `${f.what}: Skatteetaten kjenner ikkje nummeret. Kontroller det i husstanden.`,
  withdrawn: (f) => `${f.what}: opplysningane er trekte tilbake.`,
  failed: (f) => `${f.what}: oppslaget mislukkast.`,
  cancelled: (f) => `${f.what}: oppslaget vart avbrote.`,
  noReports: (f) => `${f.what}: ingenting er innrapportert. Det tyder ikkje at inntekta er null.`,
  notComplete: (f) => `${f.what}: henta før månaden var heil. Hent på nytt etter den 10. i neste månad.`,
  negative: (f) => `${f.what}: korreksjon eller trekk i løn på ${kroner(f.amount)} (${f.code}).`,
  backPay: (f) => `${f.what}: etterbetaling på ${kroner(f.amount)} for ein annan periode (${f.code}).`,
  unknownCode: (f) => `${f.kind} med koden ${f.code}, ${kroner(f.amount)}: koden står ikkje i listene våre.`,
  unknownPost: (f) => `${f.what}: posten ${f.code}, ${kroner(f.amount)}, står ikkje i lista for året.`,
  noAmount: (f) => `${f.what}: ${f.count} utan beløp. Summane kan vere for låge.`,
  noMonth: (f) => `${f.count} med ${kroner(f.amount)} høyrer ikkje til nokon av månadene og er ikkje rekna med.`,
  unread: (f) => `${f.what}: ${f.count} i svaret let seg ikkje lese.`,
  wealthDisagrees: (f) => `${f.what}: summane for formue og gjeld stemmer ikkje med postane.`,
  lines: (count: number) => (count === 1 ? '1 line' : `${count} liner`),
  inMonths: (months: string) => `Inntekt ${months}`,
  inYear: (year: string) => `Skatteåret ${year}`,
} satisfies typeof nb;
