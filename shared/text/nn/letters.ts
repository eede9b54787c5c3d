import type { Text } from '../text.ts';

/** The letters about an utleggstrekk, to the debtor and to the one who deducts. */
export const letters: Text['letters'] = {
  training: 'OPPLÆRING: oppdikta personar. Brevet skal ikkje sendast.',
  test: 'TESTMILJØ: syntetiske personar. Brevet skal ikkje sendast.',
  date: 'Dato',
  caseNumber: 'Saksnummer',
  officer: 'Saksbehandlar',
  greeting: 'Helsing',
  fileName: { underretning: 'Underretning', trekkpaalegg: 'Trekkpålegg', opphoer: 'Slutt på trekk' },
  marks: { training: 'OPPLÆRING · ', test: 'TESTMILJØ · ', production: '' },
  footer: (caseNumber, municipality) => `Sak ${caseNumber} · ${municipality}`,
  page: 'Side',
  of: 'av',

  kroner: (amount) => `${amount}\u00A0kr`,
  percent: (percent) => `${percent}\u00A0%`,
  organisationNumber: (number) => `Org.nr. ${number}`,
  organisation: (name, number) => `${name} (org.nr. ${number})`,
  period: (from, to) => `${from}–${to}`,
  and: 'og',
  incomes: { loenn: 'løna di', trygd: 'trygda di', pensjon: 'pensjonen din', annet: 'det du får utbetalt' },

  registrer: {
    title: 'Du blir trekt i inntekta di',
    lead: (municipality, decided, payer, income, total) =>
      `${municipality} bestemte ${decided} at ${payer} skal trekkje av ${income} for å dekkje det du skuldar kommunen. Det er ${total} til saman. Eit slikt trekk heiter utleggstrekk.`,
    waitingTitle: 'Kommunen har bestemt eit trekk i inntekta di',
    waiting:
      'Trekket ventar, fordi eit anna trekk går føre og det ikkje er meir å trekkje av no. Du får eit nytt brev før det byrjar.',
  },
  endre: {
    title: 'Trekket i inntekta di blir endra',
    lead: (municipality, from) => `${municipality} endrar utleggstrekket i inntekta di frå og med ${from}.`,
    reasons: {
      nyTrekkpliktig: 'Ein annan enn før skal trekkje deg.',
      nyLivsoppholdsvurdering: 'Vi har vurdert på nytt kva du treng å leve av.',
      klage: 'Vi gjer det etter klaga di.',
      innbetalingPaaKrav: 'Noko av det du skuldar, er betalt.',
      midlertidigStans:
        'Trekket stansar mellombels. Sluttdatoen blir ikkje flytta. Du får beskjed før det byrjar igjen.',
      gjenopptak: 'Trekket byrjar igjen. Sluttdatoen blir ikkje flytta.',
      retting: 'Vi rettar ein feil.',
    },
  },
  avslutt: {
    title: 'Trekket i inntekta di er slutt',
    wrongTitle: 'Trekket i inntekta di var ein feil',
    lead: (municipality, payer, lastDay) =>
      `${municipality} avsluttar utleggstrekket i inntekta di. ${payer} får beskjed om ikkje å trekkje meir etter ${lastDay}.`,
    wrongLead: (municipality, payer) =>
      `${municipality} skulle ikkje ha registrert utleggstrekket i inntekta di. Vi slettar det, og ${payer} får beskjed om ikkje å trekkje noko. Vi er leie for feilen.`,
    reasons: {
      innfridd: 'Krava i trekket er dekte.',
      utloept: 'Tida trekket kunne gå, er ute. Det som ikkje er dekt, skuldar du framleis.',
      opphevetEtterKlage: 'Trekket er oppheva etter klaga di.',
      opphevetAvNamsmyndigheten: 'Kommunen har oppheva trekket.',
      begjaeringTrukket: 'Kommunen krev ikkje lenger at du blir trekt.',
      ingenTrekkpliktig: 'Det er ingen å trekkje av lenger. Det som ikkje er dekt, skuldar du framleis.',
      gjeldsordningEllerKonkurs:
        'Trekket kan ikkje gå under gjeldsordning eller konkurs. Kva som skjer med krava, blir avgjort der.',
      doedsfall: 'Skuldnaren er død.',
      overfoertTilSamordnetTrekk:
        'Krava går inn i eitt felles trekk etter dei nye reglane. Om det får du eit eige brev.',
      feilregistrert: 'Det er ikkje registrert noko trekk frå oss på deg gjennom denne saka lenger.',
    },
    transferredTo: (reference) => `Saksnummeret hos Skatteetaten er ${reference}.`,
    ifDeducted: 'Blir du likevel trekt, ta kontakt med oss.',
    register: 'Vi melder frå til utleggsdatabasen, så trekket ikkje lenger står som løpande der.',
  },
  beslutning: {
    title: 'Kommunen har avgjort utleggstrekk',
    lead: (municipality, decided, total) =>
      `${municipality} avgjorde ${decided} at det du skuldar kommunen, ${total} til saman, skal dekkjast ved trekk i inntekta di. Eit slikt trekk heiter utleggstrekk.`,
    next: {
      title: 'Kva som skjer no',
      sent: 'Vi sender avgjerda til namsstyresmaktene gjennom Skatteetaten.',
      notOurs:
        'Kommunen bestemmer ikkje kor mykje du skal trekkjast, kor lenge, eller kven som skal trekkje deg. Det gjer namsmannen eller Innkrevjingsstyresmakta i Skatteetaten (tvangsfullbyrdelsesloven § 2-17). Difor står det ikkje i dette brevet.',
      runs: 'Går det alt eit trekk i inntekta di, går krava inn i det med ein gong.',
      none: 'Går det ikkje noko trekk, skal namsmannen høyre deg før det blir bestemt om du skal trekkjast, og kor mykje.',
      one: 'Du kan berre ha eitt slikt trekk om gongen. Alle krav deler på det, i rekkjefølgja i dekningsloven § 2-8.',
      earlier: (date) => `Krava held på plassen dei fekk då vi avgjorde trekk etter dei gamle reglane ${date}.`,
    },
    interest: (references) => `Det går framleis renter på ${references}.`,
    register:
      'Innkrevjingsstyresmakta registrerer trekket i Lausøyreregisteret. Der står det berre at du har eit trekk, og når det vart avgjort.',
  },

  size: {
    title: 'Kva du blir trekt',
    payer: 'Den som trekkjer',
    from: 'Frå og med',
    to: 'Til og med',
    monthly: 'Trekk i månaden',
    nothing: 'ingen trekk',
    missing: 'ikkje fastsett',
    percent: 'Prosenten blir rekna av trekkgrunnlaget, ikkje av det du får utbetalt.',
    subsistence:
      'Skatten blir trekt først. Du skal sitje att med det du og husstanden din med rimeleg grunn treng å leve av (dekningsloven § 2-7).',
    ask: 'Får du mindre å leve av, eller større nødvendige utgifter, kan du be oss vurdere trekket på nytt. Det endrar seg ikkje av seg sjølv.',
  },
  claims: {
    title: 'Det du skuldar',
    claim: 'Krav',
    reference: 'Referanse',
    due: 'Forfall',
    original: 'Opphavleg (kr)',
    remaining: 'Står att (kr)',
    letter: 'Prioritet',
    sum: 'Sum',
    none: '–',
    types: {
      eiendomsskatt: 'Eigedomsskatt',
      vannOgAvloep: 'Vatn og avløp',
      avfallsgebyr: 'Renovasjon',
      feiegebyr: 'Feiing og tilsyn',
      parkering: 'Parkering',
      annet: 'Anna krav',
    },
    details: { Hovedkrav: '', Rentekrav: 'renter', UtenrettsligeKostnader: 'kostnader' },
    letters: (names) => `Prioritet etter dekningsloven § 2-8: ${names}.`,
    pay: (account, kid) =>
      `Du kan betale sjølv, til kontonummer ${account} med KID ${kid}. Er alt betalt, er det ikkje meir å trekkje for.`,
  },
  changes: {
    title: 'Kva som er nytt',
    before: 'Før',
    after: 'No',
    total: 'Står att',
    account: 'Kontonummer',
    kid: 'KID',
  },
  reasons: 'Grunngiving',
  grounds: {
    title: 'Kvifor kommunen kan gjere dette',
    notice: (date) => `Du fekk varsel ${date} (tvangsfullbyrdelsesloven § 4-18).`,
    statutes: (statutes) => `Krava kan krevjast inn utan dom: ${statutes}.`,
    decide: 'Kommunen kan sjølv avgjere utlegg for slike krav (tvangsfullbyrdelsesloven §§ 2-14 og 2-15).',
    statute: {
      eiendomsskatt: 'eigedomsskatt etter eigedomsskattelova § 27',
      vannOgAvloep: 'vatn og avløp etter vass- og avløpsanleggslova § 6',
      avfallsgebyr: 'renovasjon etter forurensningsloven § 34',
      feiegebyr: 'feiing og tilsyn etter brann- og eksplosjonsvernloven § 28',
      parkering: 'parkering etter vegtrafikkloven § 38',
    },
    register:
      'Vi registrerer trekket i utleggsdatabasen, der namsstyresmaktene samordnar trekk. Derifrå går storleiken og perioden til Lausøyreregisteret, som kredittopplysningsføretak kan sjå i. Kva krava gjeld, står ikkje der.',
    ownData: 'Du kan spørje Brønnøysundregistera kva som står om deg i Lausøyreregisteret.',
  },
  complaint: {
    title: 'Du kan klage',
    whileRunning:
      'Du kan klage så lenge trekket går, både på at du blir trekt, og på kor mykje. Vi behandlar klaga etter tvangsfullbyrdelsesloven § 5-16.',
    untilEnd: (lastDay) =>
      `Du kan klage på trekket så lenge det går, altså til og med ${lastDay}. Vi behandlar klaga etter tvangsfullbyrdelsesloven § 5-16.`,
    newRules:
      'Du kan klage på avgjerda frå du får dette brevet, og så lenge trekket går (tvangsfullbyrdelsesloven §§ 5-16 og 7-24).',
    how: (municipality) =>
      `Send klaga til ${municipality} og skriv under på ho. Du kan òg klage munnleg; då skriv vi klaga ned for deg.`,
    onward: (court) =>
      `Får du ikkje medhald hos oss, skriv vi kvifor og gir deg ein frist for å seie om du held fast ved klaga. Gjer du det, sender vi ho til ${court}.`,
    court: 'tingretten',
    stillHolds: 'Avgjerda gjeld sjølv om du klagar, om ikkje noko anna blir bestemt.',
    size: 'Når nokon har bestemt kor mykje du skal trekkjast, klagar du på det til namsmannen, eller til Innkrevjingsstyresmakta når ho har krav i trekket. Det kan du gjere så lenge trekket går (§ 7-24). Både du og kommunen kan klage på det namsmannen bestemmer (§ 2-17).',
    costs: 'Ei klage på kostnadene i saka må kome innan éin månad etter at du fekk melding om at saka er avslutta.',
    costsNow: 'Ei klage på kostnadene i saka må kome innan éin månad etter at du fekk dette brevet.',
  },
  contact: {
    title: 'Spørsmål',
    ask: (officer, ways) => `Ta kontakt med ${officer}: ${ways}.`,
    phone: (phone) => `telefon ${phone}`,
    email: (email) => `e-post ${email}`,
    post: (address) => `post til ${address}`,
    quote: (caseNumber) => `Oppgi saksnummer ${caseNumber}. Skriv ikkje fødselsnummer i e-post.`,
  },

  order: {
    title: 'Pålegg om utleggstrekk',
    changedTitle: 'Endra pålegg om utleggstrekk',
    stayTitle: 'Utleggstrekket skal stanse mellombels',
    lead: (municipality) =>
      `${municipality} har avgjort utleggstrekk. De skal trekkje av det de betaler ut til personen under, og betale det til kommunen.`,
    changedLead: (municipality, from) =>
      `${municipality} har endra eit utleggstrekk. Dette pålegget gjeld frå og med ${from} og kjem i staden for det de har fått av oss i denne saka før.`,
    stayLead: (municipality, from) =>
      `${municipality} stansar eit utleggstrekk mellombels. Trekk ikkje noko frå og med ${from}, før de får eit nytt pålegg frå oss.`,
    person: {
      title: 'Kven det gjeld',
      name: 'Namn',
      number: 'Fødselsnr. eller d-nr.',
      pays: 'Blir trekt av',
      decided: 'Avgjort',
      incomes: { loenn: 'løn', trygd: 'trygd', pensjon: 'pensjon', annet: 'andre utbetalingar' },
    },
    size: {
      title: 'Kva de skal trekkje',
      month: 'Skattetrekket går først. Talet gjeld heile månaden, òg når de betaler ut fleire gonger.',
      percent: 'Prosenten blir rekna av trekkgrunnlaget, ikkje av nettoutbetalinga.',
      end: 'Trekk ikkje noko utanfor periodane i tabellen. Er kravet dekt før, får de beskjed.',
    },
    payment: {
      title: 'Kvar de skal betale',
      payee: 'Mottakar',
      account: 'Kontonummer',
      kid: 'KID',
      each: 'Betal kvar gong de har trekt, og bruk alltid KID.',
    },
    priority: {
      title: 'Når det er fleire trekk',
      ours: (letters, decided) =>
        `Dette trekket har prioritet etter dekningsloven § 2-8 bokstav ${letters} og vart avgjort ${decided}.`,
      others:
        'Har de fleire pålegg om same person, går bokstav a føre b, og så vidare. Med same bokstav går trekket som vart avgjort først, føre. Er de i tvil, spør oss før de trekkjer.',
      sharing: 'Fordelinga mellom krava våre gjer kommunen.',
    },
    duty: {
      title: 'Plikt og ansvar',
      duty: 'De har plikt til å trekkje og betale slik pålegget seier. Let de vere, kan de bli ansvarlege for beløpet.',
      tell: 'Gi oss beskjed med ein gong om personen sluttar, eller om det ikkje er nok å trekkje av.',
      complaint: 'Personen kan klage på trekket. De skal trekkje til vi gir annan beskjed.',
      confidential:
        'Bruk opplysningane i brevet berre til å gjennomføre trekket, og vis dei berre til dei som treng dei til det.',
    },
  },
  stop: {
    title: 'Utleggstrekket er slutt',
    wrongTitle: 'Pålegget om utleggstrekk var ein feil',
    lead: (municipality, lastDay) =>
      `De skal ikkje trekkje meir for ${municipality} av personen under. Siste dag de trekkjer, er ${lastDay}.`,
    movedLead: (municipality, from) =>
      `Frå og med ${from} skal de ikkje trekkje meir for ${municipality} av personen under.`,
    wrongLead: (municipality) =>
      `${municipality} skulle ikkje ha gitt dykk pålegg om å trekkje personen under. De skal ikkje trekkje meir.`,
    pay: 'Det de har trekt til då, betaler de som før:',
    wrongPay: 'Har de trekt noko som ikkje er betalt til oss, ta kontakt før de gjer noko med det.',
    others: 'Pålegg frå andre om same person gjeld framleis.',
  },
};
