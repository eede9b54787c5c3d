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
  'regime-not-looked-up': () => 'Kva reglar som gjeld, er ikkje henta',
  'regime-unavailable': () => 'Oppslaget om kva reglar som gjeld, svarte ikkje',
  'regime-too-old': (f) => `Oppslaget om reglar frå ${f.date} er for gammelt`,
  'regime-mismatch': () => 'Oppslaget sa gamle reglar, men utleggsdatabasen viser nye. Meld avviket til Skatteetaten',
  'ground-not-valid': (f) => `${f.text} er ikkje heimel på avgjerdsdatoen`,
  'coordination-not-looked-up': () => 'Trekk som finst, er ikkje henta',
  'coordination-failed': () => 'Trekk som finst, kunne ikkje hentast',
  'coordination-too-old': () => 'Oppslaget i utleggsdatabasen er for gammelt',
  'coordination-incomplete': () => 'Ein del av svaret frå utleggsdatabasen lét seg ikkje lese',
  'coordination-choice-needed': () => 'Vel kva kommunen gjer med trekka som finst',
  'coordination-reason-missing': () => 'Valet om samordning manglar grunngiving',
  'coordination-choice-not-open': () => 'Valet om samordning er ikkje lenger mogleg',
  'coordination-waits-for-authority': () => 'Saka ventar på svar frå ei anna styresmakt',
  'coordination-no-trekk': () => 'Utleggspant er vald i staden for trekk',
  'own-trekk-running': () => 'Kommunen har sjølv eit trekk som løper',
  'others-must-be-told': (f) => `Desse må få beskjed: ${f.text}`,
  'intet-til-utlegg': (f) => `«Intet til utlegg» vart ført ${f.date}. Vurder om eit trekk kan gi noko`,
  'entry-incomplete': (f) => `Oppføringa til ${f.entry} manglar opplysningar. Spør styresmakta`,
  'entry-starts-later': (f) => `Trekket til ${f.entry} startar ${f.date}`,
  'entry-on-hold': (f) => `Trekket til ${f.entry} er stansa og kan ta til igjen`,
  'old-trekk-under-new-rules': (f) => `${f.entry}: eit trekk etter gamle reglar løper framleis`,
  'no-claims': () => 'Ingen krav er lagt inn',
  'claim-never-listed': (f) => `${f.claim} står ikkje på lista i § 2-14`,
  'claim-not-listed-yet': (f) => `${f.claim} kjem på lista i § 2-14 frå ${f.date}`,
  'claim-not-due': (f) => `${f.claim} forfell ${f.date}`,
  'claim-nothing-remaining': (f) => `${f.claim}: ingenting står att`,
  'claim-no-letter': (f) => `${f.claim}: kommunen har ikkje bestemt bokstav`,
  'claim-letter-unusual': (f) => `${f.claim}: bokstaven er uvanleg for eit kommunalt krav`,
  'claim-remaining-over-original': (f) => `${f.claim}: det står att meir enn det opphavlege beløpet`,
  'claim-reference-twice': (f) => `${f.claim}: referansen er brukt på flere krav`,
  'no-notice': (f) => `${f.claim}: varsel er ikkje sendt`,
  'notice-before-due': (f) => `${f.claim}: varselet vart sendt før forfall`,
  'answer-time-too-short': (f) => `${f.claim}: svarfristen er kortare enn tre veker, tidlegast ${f.date}`,
  'answer-time-not-over': (f) => `${f.claim}: svarfristen er ikkje ute, kan avgjerast frå ${f.date}`,
  'fresh-notice-needed': (f) => `${f.claim}: nytt varsel trengst frå ${f.date}`,
  foreldet: (f) => `${f.claim} vart forelda ${f.date}`,
  'legal-pant-over': (f) => `${f.claim}: legalpantet fall bort ${f.date}`,
  'legal-pant-ends-soon': (f) => `${f.claim}: legalpantet fell bort ${f.date}`,
  'room-refused': (f) => `Rom for trekk kan ikkje reknast ut. ${f.text}`,
  'no-room': () => 'Det er ikkje rom for trekk',
  'income-shielded': () => 'Inntekta er skjerma. Det betyr ikkje at ho er null',
  'income-partly-shielded': () => 'Deler av inntekta er skjerma. Tala er ikkje fullstendige',
  'income-unread': () => 'Ein del av inntektssvaret lét seg ikkje lese',
  'income-without-amount': () => 'Ei inntektslinje er utan beløp',
  'income-unplaced': () => 'Ei inntektslinje høyrer ikkje til nokon av månadene',
  'income-unclear-kind': () => 'Ei inntektslinje er verken pengar, naturalyting eller utgiftsgodtgjersle',
  'income-back-pay': () => 'Ei etterbetaling er med i månadene som blir rekna med',
  'income-negative': (f) => `Ein korreksjon gjer inntekta negativ: ${f.months}`,
  'month-without-reports': (f) => `Ingenting er innrapportert: ${f.months}`,
  'withholding-positive': (f) => `Forskotstrekket er ført som tillegg: ${f.months}`,
  'size-over-half': () => 'Trekket er meir enn halvparten av lønna',
  'no-payer': () => 'Ingen utbetalar er kjend for dei siste tre månadene',
  'trekkpliktig-not-chosen': () => 'Trekkpliktig er ikkje vald',
  'trekkpliktig-not-found': () => 'Trekkpliktig finst ikkje i inntekta dei siste tre månadene (V-31)',
  'tax-not-fetched': () => 'Skattegrunnlaget er ikkje henta',
  'tax-failed': () => 'Skattegrunnlaget kunne ikkje hentast',
  'tax-shielded': () => 'Skattegrunnlaget er skjerma',
  'tax-partly-shielded': () => 'Deler av skattegrunnlaget er skjerma',
  'tax-nothing': () => 'Skatteetaten har ikkje skattegrunnlag for året',
  'tax-unread': () => 'Ein del av skattegrunnlaget lét seg ikkje lese',
  'child-of-age': () => 'Eit barn i husstanden er fylt 18 år og blir ikkje rekna med',
  'debtor-not-checked': () => 'Gjeldsforhandling, konkurs og om skyldnaren lever og er myndig, er ikkje undersøkt',
  'debtor-dead-or-minor': () => 'Skyldnaren er død eller ikkje myndig',
  'debt-negotiation': () => 'Skyldnaren er under gjeldsforhandling eller gjeldsordning',
  bankruptcy: () => 'Skyldnaren er konkurs',
} satisfies Record<FindingCode, (figures: Figures) => string>;
