import type { FindingCode } from '../../garnishment/debtorAnalysis.ts';

/** The figures of a finding in words and digits; empty where it has none. */
interface Figures {
  /** «Eiendomsskatt 2025-2» */
  readonly claim: string;
  /** Whose entry in utleggsdatabasen. */
  readonly entry: string;
  readonly date: string;
  readonly months: string;
  readonly text: string;
}

/** What stops a decision, or must be seen before it. */
export const collectionFindings = {
  'regime-not-looked-up': () => 'Hvilke regler som gjelder, er ikke hentet',
  'regime-unavailable': () => 'Oppslaget om hvilke regler som gjelder, svarte ikke',
  'regime-too-old': (f) => `Oppslaget om regler fra ${f.date} er for gammelt`,
  'regime-mismatch': () => 'Oppslaget sa gamle regler, men utleggsdatabasen viser nye. Meld avviket til Skatteetaten',
  'ground-not-valid': (f) => `${f.text} er ikke hjemmel på beslutningsdatoen`,
  'coordination-not-looked-up': () => 'Trekk som finnes, er ikke hentet',
  'coordination-failed': () => 'Trekk som finnes, kunne ikke hentes',
  'coordination-too-old': () => 'Oppslaget i utleggsdatabasen er for gammelt',
  'coordination-incomplete': () => 'En del av svaret fra utleggsdatabasen lot seg ikke lese',
  'coordination-choice-needed': () => 'Velg hva kommunen gjør med trekkene som finnes',
  'coordination-reason-missing': () => 'Valget om samordning mangler begrunnelse',
  'coordination-choice-not-open': () => 'Valget om samordning er ikke lenger mulig',
  'coordination-waits-for-authority': () => 'Saken venter på svar fra en annen myndighet',
  'coordination-no-trekk': () => 'Utleggspant er valgt i stedet for trekk',
  'own-trekk-running': () => 'Kommunen har selv et trekk som løper',
  'others-must-be-told': (f) => `Disse må få beskjed: ${f.text}`,
  'intet-til-utlegg': (f) => `«Intet til utlegg» ble ført ${f.date}. Vurder om et trekk kan gi noe`,
  'entry-incomplete': (f) => `Oppføringen til ${f.entry} mangler opplysninger. Spør myndigheten`,
  'entry-starts-later': (f) => `Trekket til ${f.entry} starter ${f.date}`,
  'entry-on-hold': (f) => `Trekket til ${f.entry} er stanset og kan ta til igjen`,
  'old-trekk-under-new-rules': (f) => `${f.entry}: et trekk etter gamle regler løper fortsatt`,
  'no-claims': () => 'Ingen krav er lagt inn',
  'claim-never-listed': (f) => `${f.claim} står ikke på listen i § 2-14`,
  'claim-not-listed-yet': (f) => `${f.claim} kommer på listen i § 2-14 fra ${f.date}`,
  'claim-not-due': (f) => `${f.claim} forfaller ${f.date}`,
  'claim-nothing-remaining': (f) => `${f.claim}: ingenting gjenstår`,
  'claim-no-letter': (f) => `${f.claim}: kommunen har ikke bestemt bokstav`,
  'claim-letter-unusual': (f) => `${f.claim}: bokstaven er uvanlig for et kommunalt krav`,
  'claim-remaining-over-original': (f) => `${f.claim}: det gjenstår mer enn det opprinnelige beløpet`,
  'claim-reference-twice': (f) => `${f.claim}: referansen er brukt på flere krav`,
  'no-notice': (f) => `${f.claim}: varsel er ikke sendt`,
  'notice-before-due': (f) => `${f.claim}: varselet ble sendt før forfall`,
  'answer-time-too-short': (f) => `${f.claim}: svarfristen er kortere enn tre uker, tidligst ${f.date}`,
  'answer-time-not-over': (f) => `${f.claim}: svarfristen er ikke ute, kan besluttes fra ${f.date}`,
  'fresh-notice-needed': (f) => `${f.claim}: nytt varsel trengs fra ${f.date}`,
  foreldet: (f) => `${f.claim} ble foreldet ${f.date}`,
  'legal-pant-over': (f) => `${f.claim}: legalpantet falt bort ${f.date}`,
  'legal-pant-ends-soon': (f) => `${f.claim}: legalpantet faller bort ${f.date}`,
  'room-refused': (f) => `Rom for trekk kan ikke regnes ut. ${f.text}`,
  'no-room': () => 'Det er ikke rom for trekk',
  'income-shielded': () => 'Inntekten er skjermet. Det betyr ikke at den er null',
  'income-partly-shielded': () => 'Deler av inntekten er skjermet. Tallene er ikke fullstendige',
  'income-unread': () => 'En del av inntektssvaret lot seg ikke lese',
  'income-without-amount': () => 'En inntektslinje er uten beløp',
  'income-unplaced': () => 'En inntektslinje hører ikke til noen av månedene',
  'income-unclear-kind': () => 'En inntektslinje er verken penger, naturalytelse eller utgiftsgodtgjørelse',
  'income-back-pay': () => 'En etterbetaling er med i månedene som regnes med',
  'income-negative': (f) => `En korreksjon gjør inntekten negativ: ${f.months}`,
  'month-without-reports': (f) => `Ingenting er innrapportert: ${f.months}`,
  'withholding-positive': (f) => `Forskuddstrekket er ført som tillegg: ${f.months}`,
  'size-over-half': () => 'Trekket er mer enn halvparten av lønnen',
  'no-payer': () => 'Ingen utbetaler er kjent for de siste tre månedene',
  'trekkpliktig-not-chosen': () => 'Trekkpliktig er ikke valgt',
  'trekkpliktig-not-found': () => 'Trekkpliktig finnes ikke i inntekten de siste tre månedene (V-31)',
  'tax-not-fetched': () => 'Skattegrunnlaget er ikke hentet',
  'tax-failed': () => 'Skattegrunnlaget kunne ikke hentes',
  'tax-shielded': () => 'Skattegrunnlaget er skjermet',
  'tax-partly-shielded': () => 'Deler av skattegrunnlaget er skjermet',
  'tax-nothing': () => 'Skatteetaten har ikke skattegrunnlag for året',
  'tax-unread': () => 'En del av skattegrunnlaget lot seg ikke lese',
  'child-of-age': () => 'Et barn i husstanden er fylt 18 år og regnes ikke med',
  'debtor-not-checked': () => 'Gjeldsforhandling, konkurs og om skyldneren lever og er myndig, er ikke undersøkt',
  'debtor-dead-or-minor': () => 'Skyldneren er død eller ikke myndig',
  'debt-negotiation': () => 'Skyldneren er under gjeldsforhandling eller gjeldsordning',
  bankruptcy: () => 'Skyldneren er konkurs',
} satisfies Record<FindingCode, (figures: Figures) => string>;
