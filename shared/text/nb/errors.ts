import type { ErrorClass, ErrorCode, ErrorDetail, errorTable } from '../../ipc/errors.ts';

type UserCode = { [C in ErrorCode]: (typeof errorTable)[C]['class'] extends 'U' ? C : never }[ErrorCode];
type Sentence = (detail: ErrorDetail) => string;

const scope = (detail: ErrorDetail) => detail.scope ?? 'scopet';
const client = (detail: ErrorDetail) => (detail.clientId ? `klienten ${detail.clientId}` : 'klienten');
const environmentNames: Readonly<Record<string, string>> = {
  training: 'opplæring',
  test: 'test',
  production: 'produksjon',
};
const environment = (detail: ErrorDetail) => environmentNames[detail.environment ?? ''] ?? 'dette miljøet';
const host = (detail: ErrorDetail) => detail.host ?? 'tjenesten';
const seconds = (detail: ErrorDetail) =>
  detail.offsetSeconds === undefined ? 'et ukjent antall' : String(Math.abs(detail.offsetSeconds));

/** What failed: one sentence for the caseworker, by who must act (maskinporten.md 5.2), and one for IT, by code. */
export const errors = {
  byClass: {
    A: () => 'Får ikke kontakt med Maskinporten akkurat nå. Prøv igjen om litt. Ingenting er gått tapt.',
    B: () => 'Oppslaget virker ikke fordi noe i kommunens oppsett er feil. Meld fra til IT med referansen nedenfor.',
    C: () =>
      'Kommunen har ikke tilgang til disse opplysningene ennå. IT eller fagansvarlig må ordne tilgangen. Referansen står nedenfor.',
    D: () => 'Kommunens sertifikat eller nøkkel er utløpt. Oppslag er stengt til IT har fornyet det.',
    E: (detail) =>
      `Klokken på maskinen går feil (omtrent ${seconds(detail)} sekunder). Oppslag virker ikke før den er stilt.`,
    F: () => 'Det oppsto en feil i Saksbord. Prøv én gang til. Skjer det igjen, meld fra med referansen nedenfor.',
    G: () => 'Saksbord får ikke åpnet kommunens sertifikat på denne maskinen. Meld fra til IT.',
  } satisfies Record<Exclude<ErrorClass, 'U'>, Sentence>,

  /** What the user can mend alone. */
  byUser: {
    locked: 'Programmet er låst. Lås opp og prøv igjen.',
    'access-denied': 'Rollen din gir ikke tilgang til dette.',
    'invalid-input': 'Noe av det som er fylt ut, kan ikke brukes. Kontroller feltene.',
    'not-found': 'Det du ville åpne, finnes ikke lenger.',
    'version-conflict': 'Dette er endret et annet sted. Det er lest på nytt; gjør endringen din om igjen.',
    cancelled: 'Avbrutt. Det som allerede var hentet, er beholdt.',
    'not-in-this-mode': 'Dette kan ikke gjøres i denne modusen.',
    'api-rules-broken': 'Mottakeren avviste meldingen. Det som må rettes, står ved feltene.',
    'api-duplicate':
      'Mottakeren har allerede et trekk med samme referanse og dato, eller med et av de samme kravene. Les registeret før du gjør noe mer.',
    'api-changed-since': 'Noe er endret i registeret etter oppslaget ditt. Slå opp på nytt og vurder forskjellen.',
    'api-wrong-state': 'Trekket er i en tilstand der dette ikke kan gjøres. Les det på nytt fra registeret.',
    'api-gone': 'Trekket finnes ikke lenger i registeret.',
    'disk-full': 'Det er ikke plass på disken. Frigjør plass og prøv igjen.',
    'file-not-written': 'Filen kunne ikke skrives der. Velg et annet sted.',
  } satisfies Record<UserCode, string>,

  /** Where the class alone would say something untrue or too little. */
  special: {
    'api-unexpected': () => 'Skatteetaten svarte med en feil. Prøv igjen om litt. Ingenting er gått tapt.',
    'api-behind': () => 'Skatteetatens egne kilder svarer ikke akkurat nå. Prøv igjen om litt.',
    'api-too-many-requests': () => 'Skatteetaten tar ikke imot flere spørsmål akkurat nå. Vent litt og prøv igjen.',
    'api-unavailable': () => 'Skatteetatens tjeneste er nede akkurat nå. Prøv igjen om litt. Ingenting er gått tapt.',
    'api-bad-answer': () => 'Svaret fra Skatteetaten lot seg ikke lese. Prøv igjen om litt.',
    'api-not-public': () =>
      'Skatteetaten har ikke åpnet denne tjenesten for Saksbord ennå. Uten svaret kan ingenting avgjøres her.',
    'net-no-contact': () =>
      'Får ikke kontakt. Kontroller at maskinen er på nett, og prøv igjen. Ingenting er gått tapt.',
    'net-timeout': () => 'Svaret kom ikke i tide. Prøv igjen om litt. Ingenting er gått tapt.',
    'net-cut': () => 'Forbindelsen ble brutt før hele svaret var kommet. Prøv igjen.',
    'no-identity': () => 'Kommunens sertifikat er ikke lagt inn på denne maskinen. IT legger det inn under Oppsett.',
    'no-keychain': () =>
      'Maskinen har ingen nøkkelring som Saksbord kan bruke. Uten den lagres og hentes ingenting. Meld fra til IT.',
    'no-letter-contact': () =>
      'Kommunen har ikke lagt inn telefon, e-post eller postadresse for brev. Be fagansvarlig legge det inn under Satser for innkreving.',
    'not-configured': () => 'Oppsettet er ikke ferdig: IT må fylle ut klient og organisasjonsnummer under Oppsett.',
    'storage-damaged': () => 'Det lokale lageret er skadet og kan ikke åpnes. Meld fra til IT.',
    'storage-newer': () =>
      'Lageret er laget av en nyere utgave av Saksbord. Installer den nyeste utgaven på denne maskinen.',
    'update-feed-missing': () =>
      'Mappen med nye versjoner svarer ikke slik den skal. Versjonen du bruker, virker som før.',
    'update-feed-unreadable': () => 'Listen over nye versjoner kan ikke leses. Versjonen du bruker, virker som før.',
    'update-feed-forged': () =>
      'Listen over nye versjoner er ikke signert av oss, og følges ikke. Versjonen du bruker, virker som før. Meld fra til IT.',
    'update-file-forged': () =>
      'Den nye versjonen er ikke den som ble utgitt, og installeres ikke. Versjonen du bruker, virker som før. Meld fra til IT.',
    'update-not-installed': () =>
      'Den nye versjonen kunne ikke installeres. Versjonen du bruker, virker som før. Meld fra til IT.',
    'update-older': () => 'Mappen har en eldre versjon enn den du bruker. Den installeres ikke.',
  } satisfies Partial<Record<ErrorCode, Sentence>>,

  it: {
    locked: () => 'Kallet kom mens økten var låst.',
    'access-denied': () => 'Brukerens roller dekker ikke kallet. Roller styres av policyfilen.',
    'invalid-input': () => 'Kallet brøt kontrakten mellom vindu og hovedprosess. Meld fra om feilen med referansen.',
    'not-found': () => 'Saken finnes ikke i det lokale lageret.',
    'version-conflict': () => 'Forventet versjon var eldre enn den lagrede.',
    cancelled: () => 'Brukeren avbrøt.',
    'not-in-this-mode': () => `Kallet hører til et annet miljø enn ${environment({})}.`,
    unexpected: () => 'Uventet feil i programmet. Finn referansen i loggfilen.',

    'mp-malformed': () => 'MP-011: forespørselen var ikke riktig bygd. Programfeil; meld fra med utgave og referanse.',
    'mp-grant-reused': () =>
      'MP-012: samme grant ble sendt to ganger, også etter nytt forsøk. Se etter en proxy som gjentar forespørsler.',
    'mp-client-unknown': (d) =>
      `MP-100: ${client(d)} er ukjent i ${environment(d)}. Kontroller client_id og at klienten er laget i riktig miljø.`,
    'mp-audience': (d) => `MP-110: miljøet i Saksbord (${environment(d)}) stemmer ikke med Maskinporten.`,
    'mp-certificate-refused': () =>
      'MP-120: Maskinporten godtar ikke sertifikatet. Kontroller test eller produksjon, gyldighet og om det er trukket tilbake hos Buypass eller Commfides.',
    'mp-key-expired': (d) =>
      `MP-121: den registrerte nøkkelen er eldre enn ett år. Registrer den på nytt, eller en ny, på ${client(d)} i selvbetjeningen.`,
    'mp-organisation-mismatch': (d) =>
      `MP-122: sertifikatet tilhører et annet organisasjonsnummer enn ${client(d)}. Bruk hovedenhetens nummer begge steder.`,
    'mp-x5c-invalid': () => 'MP-123: sertifikatet i forespørselen er skadet. Legg det inn på nytt.',
    'mp-signature-invalid': () =>
      'MP-124: nøkkel og sertifikat hører ikke sammen, eller miljøet er feil. Legg inn autentiseringsdelen på nytt.',
    'mp-assertion-expired': () => 'MP-130: forespørselen kom for sent fram, også etter nytt forsøk. Se på nettet.',
    'mp-lifetime': () => 'Maskinporten mener grantens levetid er for lang. Programfeil; meld fra med referansen.',
    'clock-wrong': (d) =>
      `Maskinens klokke avviker ${seconds(d)} sekunder fra Maskinportens. Kontroller tidssynkroniseringen.`,
    'mp-kid-unknown': (d) =>
      `Nøkkelen er ikke registrert på ${client(d)} i ${environment(d)}. Nye nøkler kan bruke to minutter på å spre seg.`,
    'mp-kid-required': (d) =>
      `${client(d)} har egne nøkler registrert. Bytt til egen nøkkel i Saksbord, eller fjern nøklene i selvbetjeningen.`,
    'mp-scope-not-added': (d) => `MP-200: legg ${scope(d)} til ${client(d)} i selvbetjeningen.`,
    'mp-wrong-client-type': () => 'MP-201: klienten er av feil type. Lag en klient av typen Maskinporten.',
    'mp-scope-not-granted': (d) =>
      `MP-250: Skatteetaten har ikke åpnet ${scope(d)} for kommunens organisasjonsnummer i ${environment(d)}. Bestill tilgangen gjennom KS.`,
    'mp-not-delegated': (d) => `MP-251: ${scope(d)} er ikke delegert i Altinn til leverandøren som eier klienten.`,
    'mp-own-org-as-consumer': () => 'Kommunens eget nummer er sendt som «på vegne av». Fjern det fra oppsettet.',
    'mp-authorization-type': () => 'MP-301: ukjent type i authorization_details. Programfeil.',
    'mp-authorization-field': () => 'MP-302: ukjent felt i authorization_details. Programfeil.',
    'mp-authorization-value': () =>
      'MP-303: en verdi i authorization_details ble avvist. Kontroller organisasjonsnummer og systembruker.',
    'mp-unknown-error': (d) =>
      `Maskinporten svarte med noe vi ikke kjenner (status ${d.status ?? '–'}). Send referansen til servicedesk@digdir.no.`,
    'mp-too-many-requests': () => 'Maskinporten svarte 429: for mange forespørsler om token.',
    'mp-unavailable': (d) => `Maskinporten svarte ${d.status ?? '5xx'}. Se status.digdir.no.`,
    'mp-bad-answer': (d) => `Svaret fra ${host(d)} var ikke et token. Se etter en proxy eller innloggingsside imellom.`,

    'api-unexpected': (d) => `Skatteetaten svarte ${d.status ?? '5xx'} (${d.authorityCode ?? 'uten kode'}).`,
    'api-behind': (d) => `Baksystemet hos Skatteetaten svarer ikke (${d.authorityCode ?? 'uten kode'}).`,
    'api-wrong-url': (d) =>
      `Adressen eller rettighetspakken er feil (${d.authorityCode ?? d.status ?? '–'}). Se Oppsett.`,
    'api-unauthenticated': (d) => `Tokenet ble ikke godtatt av ${host(d)} (${d.authorityCode ?? '401'}).`,
    'api-unauthorised': (d) =>
      `Kommunen har ikke tilgang til tjenesten eller rettighetspakken (${d.authorityCode ?? '403'}). Bestill gjennom KS.`,
    'api-bad-input': (d) => `Forespørselen ble avvist (${d.authorityCode ?? d.status ?? '–'}). Programfeil.`,
    'api-format': (d) => `Formatet ble avvist (${d.authorityCode ?? '406'}). Programfeil.`,
    'api-consent': (d) => `Tjenesten krever samtykke (${d.authorityCode ?? '–'}): feil rettighetspakke for kommunen.`,
    'api-too-many-requests': () => 'Skatteetaten svarte 429, også etter venting.',
    'api-unavailable': (d) => `Skatteetaten svarte ${d.status ?? '503'}, også etter nye forsøk.`,
    'api-bad-answer': (d) => `Svaret fra ${host(d)} hadde feil innhold eller form.`,
    'api-rules-broken': (d) => `Meldingen brøt regler hos mottakeren (${d.authorityCode ?? '422'}).`,
    'api-key-reused': () =>
      'ULD-020: samme nøkkel ble sendt med annet innhold. Programfeil; meld fra med utgave og referanse.',
    'api-duplicate': (d) => `Mottakeren har registreringen fra før (${d.authorityCode ?? '409'}).`,
    'api-changed-since': (d) => `Registeret er endret etter oppslaget (${d.authorityCode ?? d.status ?? '409'}).`,
    'api-wrong-state': (d) => `Tilstanden i registeret tillater ikke dette (${d.authorityCode ?? '409'}).`,
    'api-gone': (d) => `Registeret har ikke trekket (${d.authorityCode ?? d.status ?? '410'}).`,
    'api-not-public': () =>
      'Adressen og spesifikasjonen er ikke offentlige. Be om dem gjennom KS Digitale fellestjenester.',

    'net-no-contact': (d) => `Ingen kontakt med ${host(d)} på port 443. Kontroller nett, DNS, brannmur og proxy.`,
    'net-timeout': (d) => `${host(d)} svarte ikke innen fristen.`,
    'net-cut': (d) => `Forbindelsen til ${host(d)} ble brutt.`,
    'net-tls': (d) =>
      `TLS mot ${host(d)} ble avvist: ukjent utsteder, feil navn eller feil klokke. Kontroller om en proxy bryter opp trafikken.`,
    'net-proxy': (d) => `Proxyen slapp ikke trafikken til ${host(d)} gjennom eller krever pålogging.`,

    'no-identity': () => 'Verken sertifikat eller egen nøkkel er lagt inn.',
    'no-keychain': () => 'Ingen Secret Service, Keychain eller Credential Manager svarte.',
    'keychain-refused': () => 'Nøkkelringen svarte nei: den er låst, eller brukeren avslo.',
    'keychain-too-large': () => 'Nøkkelringen tar ikke imot så store verdier.',
    'certificate-file-changed': () =>
      'Sertifikatfilen stemmer ikke med fingeravtrykket i nøkkelringen. Legg inn sertifikatet på nytt.',
    'certificate-expired': (d) => `Sertifikatet gikk ut ${d.date ?? ''}. Bestill nytt hos Buypass eller Commfides.`,
    'policy-refused': () =>
      'Maskinpolicyen kan ikke brukes: en vanlig bruker kan ha skrevet den, eller den inneholder noe Saksbord ikke forstår. Se IT-veiledningen om policy.json.',
    'no-letter-contact': () => 'Kontaktopplysninger for brev mangler under Satser for innkreving.',
    'not-configured': () => 'Klient-id eller organisasjonsnummer mangler under Oppsett.',
    'disk-full': () => 'Skrivingen stanset fordi disken er full.',
    'file-not-written': () => 'Operativsystemet nektet skriving til den valgte plassen.',
    'storage-damaged': () => 'Databasen lot seg ikke åpne med nøkkelen i nøkkelringen.',
    'storage-newer': () => 'Databasens skjema er nyere enn dette programmet.',
    'update-feed-missing': () => 'Feeden eller signaturen (.sig) mangler i oppdateringsmappen.',
    'update-feed-unreadable': () => 'Feeden er signert, men kan ikke leses. Publiser på nytt.',
    'update-feed-forged': () =>
      'Ed25519-signaturen passer ikke til feeden. Kopier pakkene først, feeden og signaturen sist.',
    'update-file-forged': () => 'Filens sha512 er ikke den som står i den signerte feeden.',
    'update-not-installed': () => 'Pakkesystemet sa nei. Installer pakken med apt, dnf, Intune eller SCCM.',
    'update-older': () =>
      'Versjonen i feeden er lavere enn den som kjører. Nedgradering gjøres med pakkesystemet, ikke herfra.',
  } satisfies Record<ErrorCode, Sentence>,
};
