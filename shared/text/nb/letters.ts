import type { Environment } from '../../session.ts';
import type { LetterKind } from '../../utlegg/trekk.ts';
import type {
  Avslutningsaarsak,
  Endringsaarsak,
  Kravdetalj,
  Kravtype,
  Ytelsestype,
} from '../../utlegg/trekkContent.ts';

/** The letters about an utleggstrekk, to the debtor and to the one who deducts. */
export const letters = {
  training: 'OPPLÆRING: oppdiktede personer. Brevet skal ikke sendes.',
  test: 'TESTMILJØ: syntetiske personer. Brevet skal ikke sendes.',
  date: 'Dato',
  caseNumber: 'Saksnummer',
  officer: 'Saksbehandler',
  greeting: 'Hilsen',
  fileName: {
    underretning: 'Underretning',
    trekkpaalegg: 'Trekkpålegg',
    opphoer: 'Opphør av trekk',
  } satisfies Record<LetterKind, string>,
  /** On every page of what must not be sent. */
  marks: { training: 'OPPLÆRING · ', test: 'TESTMILJØ · ', production: '' } satisfies Record<Environment, string>,
  footer: (caseNumber: string, municipality: string) => `Sak ${caseNumber} · ${municipality}`,
  page: 'Side',
  of: 'av',

  kroner: (amount: string) => `${amount}\u00A0kr`,
  percent: (percent: string) => `${percent}\u00A0%`,
  organisationNumber: (number: string) => `Org.nr. ${number}`,
  organisation: (name: string, number: string) => `${name} (org.nr. ${number})`,
  period: (from: string, to: string) => `${from}–${to}`,
  /** Several things after one another: «a, b og c». */
  and: 'og',
  incomes: {
    loenn: 'lønnen din',
    trygd: 'trygden din',
    pensjon: 'pensjonen din',
    annet: 'det du får utbetalt',
  } satisfies Record<Ytelsestype, string>,

  registrer: {
    title: 'Du blir trukket i inntekten din',
    lead: (municipality: string, decided: string, payer: string, income: string, total: string) =>
      `${municipality} bestemte ${decided} at ${payer} skal trekke av ${income} for å dekke det du skylder kommunen. Det er ${total} til sammen. Et slikt trekk heter utleggstrekk.`,
    waitingTitle: 'Kommunen har bestemt et trekk i inntekten din',
    waiting:
      'Trekket venter, fordi et annet trekk går foran og det ikke er mer å trekke av nå. Du får et nytt brev før det begynner.',
  },
  endre: {
    title: 'Trekket i inntekten din blir endret',
    lead: (municipality: string, from: string) =>
      `${municipality} endrer utleggstrekket i inntekten din fra og med ${from}.`,
    reasons: {
      nyTrekkpliktig: 'En annen enn før skal trekke deg.',
      nyLivsoppholdsvurdering: 'Vi har vurdert på nytt hva du trenger å leve av.',
      klage: 'Vi gjør det etter klagen din.',
      innbetalingPaaKrav: 'Noe av det du skylder, er betalt.',
      midlertidigStans:
        'Trekket stanser midlertidig. Sluttdatoen blir ikke flyttet. Du får beskjed før det begynner igjen.',
      gjenopptak: 'Trekket begynner igjen. Sluttdatoen blir ikke flyttet.',
      retting: 'Vi retter en feil.',
    } satisfies Record<Endringsaarsak, string>,
  },
  avslutt: {
    title: 'Trekket i inntekten din er slutt',
    wrongTitle: 'Trekket i inntekten din var en feil',
    lead: (municipality: string, payer: string, lastDay: string) =>
      `${municipality} avslutter utleggstrekket i inntekten din. ${payer} får beskjed om ikke å trekke mer etter ${lastDay}.`,
    wrongLead: (municipality: string, payer: string) =>
      `${municipality} skulle ikke ha registrert utleggstrekket i inntekten din. Vi sletter det, og ${payer} får beskjed om ikke å trekke noe. Vi beklager feilen.`,
    reasons: {
      innfridd: 'Kravene i trekket er dekket.',
      utloept: 'Tiden trekket kunne løpe, er ute. Det som ikke er dekket, skylder du fortsatt.',
      opphevetEtterKlage: 'Trekket er opphevet etter klagen din.',
      opphevetAvNamsmyndigheten: 'Kommunen har opphevet trekket.',
      begjaeringTrukket: 'Kommunen krever ikke lenger at du blir trukket.',
      ingenTrekkpliktig: 'Det er ingen å trekke av lenger. Det som ikke er dekket, skylder du fortsatt.',
      gjeldsordningEllerKonkurs:
        'Trekket kan ikke løpe under gjeldsordning eller konkurs. Hva som skjer med kravene, avgjøres der.',
      doedsfall: 'Skyldneren er død.',
      overfoertTilSamordnetTrekk:
        'Kravene går inn i ett felles trekk etter de nye reglene. Om det får du et eget brev.',
      feilregistrert: 'Det er ikke registrert noe trekk fra oss på deg gjennom denne saken lenger.',
    } satisfies Record<Avslutningsaarsak, string>,
    transferredTo: (reference: string) => `Saksnummeret hos Skatteetaten er ${reference}.`,
    ifDeducted: 'Blir du likevel trukket, ta kontakt med oss.',
    register: 'Vi melder fra til utleggsdatabasen, så trekket ikke lenger står som løpende der.',
  },
  beslutning: {
    title: 'Kommunen har besluttet utleggstrekk',
    lead: (municipality: string, decided: string, total: string) =>
      `${municipality} besluttet ${decided} at det du skylder kommunen, ${total} til sammen, skal dekkes ved trekk i inntekten din. Et slikt trekk heter utleggstrekk.`,
    next: {
      title: 'Hva som skjer nå',
      sent: 'Vi sender beslutningen til namsmyndighetene gjennom Skatteetaten.',
      notOurs:
        'Kommunen bestemmer ikke hvor mye du skal trekkes, hvor lenge, eller hvem som skal trekke deg. Det gjør namsmannen eller Innkrevingsmyndigheten i Skatteetaten (tvangsfullbyrdelsesloven § 2-17). Derfor står det ikke i dette brevet.',
      runs: 'Løper det allerede et trekk i inntekten din, går kravene inn i det med en gang.',
      none: 'Løper det ikke noe trekk, skal namsmannen høre deg før det blir bestemt om du skal trekkes, og hvor mye.',
      one: 'Du kan bare ha ett slikt trekk om gangen. Alle krav deler på det, i rekkefølgen i dekningsloven § 2-8.',
      earlier: (date: string) =>
        `Kravene beholder plassen de fikk da vi besluttet trekk etter de gamle reglene ${date}.`,
    },
    interest: (references: string) => `Det løper fortsatt renter på ${references}.`,
    register:
      'Innkrevingsmyndigheten registrerer trekket i Løsøreregisteret. Der står bare at du har et trekk, og når det ble besluttet.',
  },

  size: {
    title: 'Hva du blir trukket',
    payer: 'Den som trekker',
    from: 'Fra og med',
    to: 'Til og med',
    monthly: 'Trekk i måneden',
    nothing: 'ingen trekk',
    missing: 'ikke fastsatt',
    percent: 'Prosenten regnes av trekkgrunnlaget, ikke av det du får utbetalt.',
    subsistence:
      'Skatten trekkes først. Du skal sitte igjen med det du og husstanden din med rimelighet trenger å leve av (dekningsloven § 2-7).',
    ask: 'Får du mindre å leve av, eller større nødvendige utgifter, kan du be oss vurdere trekket på nytt. Det endrer seg ikke av seg selv.',
  },
  claims: {
    title: 'Det du skylder',
    claim: 'Krav',
    reference: 'Referanse',
    due: 'Forfall',
    original: 'Opprinnelig (kr)',
    remaining: 'Gjenstår (kr)',
    letter: 'Prioritet',
    sum: 'Sum',
    none: '–',
    types: {
      eiendomsskatt: 'Eiendomsskatt',
      vannOgAvloep: 'Vann og avløp',
      avfallsgebyr: 'Renovasjon',
      feiegebyr: 'Feiing og tilsyn',
      parkering: 'Parkering',
      annet: 'Annet krav',
    } satisfies Record<Kravtype, string>,
    details: {
      Hovedkrav: '',
      Rentekrav: 'renter',
      UtenrettsligeKostnader: 'kostnader',
    } satisfies Record<Kravdetalj, string>,
    letters: (names: string) => `Prioritet etter dekningsloven § 2-8: ${names}.`,
    pay: (account: string, kid: string) =>
      `Du kan betale selv, til kontonummer ${account} med KID ${kid}. Er alt betalt, er det ikke mer å trekke for.`,
  },
  changes: {
    title: 'Hva som er nytt',
    before: 'Før',
    after: 'Nå',
    total: 'Gjenstår',
    account: 'Kontonummer',
    kid: 'KID',
  },
  reasons: 'Begrunnelse',
  grounds: {
    title: 'Hvorfor kommunen kan gjøre dette',
    notice: (date: string) => `Du fikk varsel ${date} (tvangsfullbyrdelsesloven § 4-18).`,
    statutes: (statutes: string) => `Kravene kan kreves inn uten dom: ${statutes}.`,
    decide: 'Kommunen kan selv beslutte utlegg for slike krav (tvangsfullbyrdelsesloven §§ 2-14 og 2-15).',
    statute: {
      eiendomsskatt: 'eiendomsskatt etter eigedomsskattelova § 27',
      vannOgAvloep: 'vann og avløp etter vass- og avløpsanleggslova § 6',
      avfallsgebyr: 'renovasjon etter forurensningsloven § 34',
      feiegebyr: 'feiing og tilsyn etter brann- og eksplosjonsvernloven § 28',
      parkering: 'parkering etter vegtrafikkloven § 38',
    },
    register:
      'Vi registrerer trekket i utleggsdatabasen, der namsmyndighetene samordner trekk. Derfra går størrelsen og perioden til Løsøreregisteret, som kredittopplysningsforetak kan se i. Hva kravene gjelder, står ikke der.',
    ownData: 'Du kan spørre Brønnøysundregistrene hva som står om deg i Løsøreregisteret.',
  },
  complaint: {
    title: 'Du kan klage',
    whileRunning:
      'Du kan klage så lenge trekket løper, både på at du blir trukket, og på hvor mye. Vi behandler klagen etter tvangsfullbyrdelsesloven § 5-16.',
    untilEnd: (lastDay: string) =>
      `Du kan klage på trekket så lenge det løper, altså til og med ${lastDay}. Vi behandler klagen etter tvangsfullbyrdelsesloven § 5-16.`,
    newRules:
      'Du kan klage på beslutningen fra du får dette brevet, og så lenge trekket løper (tvangsfullbyrdelsesloven §§ 5-16 og 7-24).',
    how: (municipality: string) =>
      `Send klagen til ${municipality} og skriv under på den. Du kan også klage muntlig; da skriver vi klagen ned for deg.`,
    onward: (court: string) =>
      `Får du ikke medhold hos oss, skriver vi hvorfor og gir deg en frist for å si om du holder fast ved klagen. Gjør du det, sender vi den til ${court}.`,
    court: 'tingretten',
    stillHolds: 'Beslutningen gjelder selv om du klager, hvis ikke noe annet blir bestemt.',
    size: 'Når noen har bestemt hvor mye du skal trekkes, klager du på det til namsmannen, eller til Innkrevingsmyndigheten når den har krav i trekket. Det kan du gjøre så lenge trekket løper (§ 7-24). Både du og kommunen kan klage på det namsmannen bestemmer (§ 2-17).',
    costs: 'En klage på kostnadene i saken må komme innen én måned etter at du fikk melding om at saken er avsluttet.',
    costsNow: 'En klage på kostnadene i saken må komme innen én måned etter at du fikk dette brevet.',
  },
  contact: {
    title: 'Spørsmål',
    ask: (officer: string, ways: string) => `Ta kontakt med ${officer}: ${ways}.`,
    phone: (phone: string) => `telefon ${phone}`,
    email: (email: string) => `e-post ${email}`,
    post: (address: string) => `post til ${address}`,
    quote: (caseNumber: string) => `Oppgi saksnummer ${caseNumber}. Skriv ikke fødselsnummer i e-post.`,
  },

  order: {
    title: 'Pålegg om utleggstrekk',
    changedTitle: 'Endret pålegg om utleggstrekk',
    stayTitle: 'Utleggstrekket skal stanse midlertidig',
    lead: (municipality: string) =>
      `${municipality} har besluttet utleggstrekk. Dere skal trekke av det dere betaler ut til personen under, og betale det til kommunen.`,
    changedLead: (municipality: string, from: string) =>
      `${municipality} har endret et utleggstrekk. Dette pålegget gjelder fra og med ${from} og erstatter det dere har fått av oss i denne saken før.`,
    stayLead: (municipality: string, from: string) =>
      `${municipality} stanser et utleggstrekk midlertidig. Trekk ikke noe fra og med ${from}, før dere får et nytt pålegg fra oss.`,
    person: {
      title: 'Hvem det gjelder',
      name: 'Navn',
      number: 'Fødselsnr. eller d-nr.',
      pays: 'Trekkes av',
      decided: 'Besluttet',
      incomes: { loenn: 'lønn', trygd: 'trygd', pensjon: 'pensjon', annet: 'andre utbetalinger' } satisfies Record<
        Ytelsestype,
        string
      >,
    },
    size: {
      title: 'Hva dere skal trekke',
      month: 'Skattetrekket går først. Tallet gjelder hele måneden, også når dere betaler ut flere ganger.',
      percent: 'Prosenten regnes av trekkgrunnlaget, ikke av nettoutbetalingen.',
      end: 'Trekk ikke noe utenfor periodene i tabellen. Er kravet dekket før, får dere beskjed.',
    },
    payment: {
      title: 'Hvor dere skal betale',
      payee: 'Mottaker',
      account: 'Kontonummer',
      kid: 'KID',
      each: 'Betal hver gang dere har trukket, og bruk alltid KID.',
    },
    priority: {
      title: 'Når det er flere trekk',
      ours: (letters: string, decided: string) =>
        `Dette trekket har prioritet etter dekningsloven § 2-8 bokstav ${letters} og ble besluttet ${decided}.`,
      others:
        'Har dere flere pålegg om samme person, går bokstav a foran b, og så videre. Med samme bokstav går trekket som ble besluttet først, foran. Er dere i tvil, spør oss før dere trekker.',
      sharing: 'Fordelingen mellom kravene våre gjør kommunen.',
    },
    duty: {
      title: 'Plikt og ansvar',
      duty: 'Dere har plikt til å trekke og betale slik pålegget sier. Lar dere være, kan dere bli ansvarlige for beløpet.',
      tell: 'Gi oss beskjed med en gang hvis personen slutter, eller hvis det ikke er nok å trekke av.',
      complaint: 'Personen kan klage på trekket. Dere skal trekke til vi gir annen beskjed.',
      confidential:
        'Bruk opplysningene i brevet bare til å gjennomføre trekket, og vis dem bare til dem som trenger dem til det.',
    },
  },
  stop: {
    title: 'Utleggstrekket er slutt',
    wrongTitle: 'Pålegget om utleggstrekk var en feil',
    lead: (municipality: string, lastDay: string) =>
      `Dere skal ikke trekke mer for ${municipality} av personen under. Siste dag dere trekker, er ${lastDay}.`,
    movedLead: (municipality: string, from: string) =>
      `Fra og med ${from} skal dere ikke trekke mer for ${municipality} av personen under.`,
    wrongLead: (municipality: string) =>
      `${municipality} skulle ikke ha gitt dere pålegg om å trekke personen under. Dere skal ikke trekke mer.`,
    pay: 'Det dere har trukket til da, betaler dere som før:',
    wrongPay: 'Har dere trukket noe som ikke er betalt til oss, ta kontakt før dere gjør noe med det.',
    others: 'Pålegg fra andre om samme person gjelder fortsatt.',
  },
};
