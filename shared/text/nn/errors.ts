import type { ErrorDetail } from '../../ipc/errors.ts';
import type { errors as nb } from '../nb/errors.ts';

const scope = (detail: ErrorDetail) => detail.scope ?? 'scopet';
const client = (detail: ErrorDetail) => (detail.clientId ? `klienten ${detail.clientId}` : 'klienten');
const environmentNames: Readonly<Record<string, string>> = {
  training: 'opplæring',
  test: 'test',
  production: 'produksjon',
};
const environment = (detail: ErrorDetail) => environmentNames[detail.environment ?? ''] ?? 'dette miljøet';
const host = (detail: ErrorDetail) => detail.host ?? 'tenesta';
const seconds = (detail: ErrorDetail) =>
  detail.offsetSeconds === undefined ? 'eit ukjent tal' : String(Math.abs(detail.offsetSeconds));

export const errors = {
  byClass: {
    A: () => 'Får ikkje kontakt med Maskinporten akkurat no. Prøv igjen om litt. Ingenting er gått tapt.',
    B: () =>
      'Oppslaget verkar ikkje fordi noko i oppsettet til kommunen er feil. Meld frå til IT med referansen nedanfor.',
    C: () =>
      'Kommunen har ikkje tilgang til desse opplysningane enno. IT eller fagansvarleg må ordne tilgangen. Referansen står nedanfor.',
    D: () => 'Sertifikatet eller nøkkelen til kommunen har gått ut. Oppslag er stengde til IT har fornya det.',
    E: (detail) =>
      `Klokka på maskina går feil (om lag ${seconds(detail)} sekund). Oppslag verkar ikkje før ho er stilt.`,
    F: () => 'Det oppstod ein feil i Saksbord. Prøv éin gong til. Skjer det igjen, meld frå med referansen nedanfor.',
    G: () => 'Saksbord får ikkje opna sertifikatet til kommunen på denne maskina. Meld frå til IT.',
  },

  byUser: {
    locked: 'Programmet er låst. Lås opp og prøv igjen.',
    'access-denied': 'Rolla di gjev ikkje tilgang til dette.',
    'invalid-input': 'Noko av det som er fylt ut, kan ikkje brukast. Kontroller felta.',
    'not-found': 'Det du ville opne, finst ikkje lenger.',
    'version-conflict': 'Dette er endra ein annan stad. Det er lese på nytt; gjer endringa di om igjen.',
    cancelled: 'Avbrote. Det som alt var henta, er teke vare på.',
    'not-in-this-mode': 'Dette kan ikkje gjerast i denne modusen.',
    'api-rules-broken': 'Mottakaren avviste meldinga. Det som må rettast, står ved felta.',
    'api-duplicate':
      'Mottakaren har alt eit trekk med same referanse og dato, eller med eit av dei same krava. Les registeret før du gjer noko meir.',
    'api-changed-since': 'Noko er endra i registeret etter oppslaget ditt. Slå opp på nytt og vurder skilnaden.',
    'api-wrong-state': 'Trekket er i ein tilstand der dette ikkje kan gjerast. Les det på nytt frå registeret.',
    'api-gone': 'Trekket finst ikkje lenger i registeret.',
    'disk-full': 'Det er ikkje plass på disken. Frigjer plass og prøv igjen.',
    'file-not-written': 'Fila kunne ikkje skrivast der. Vel ein annan stad.',
  },

  special: {
    'api-unexpected': () => 'Skatteetaten svara med ein feil. Prøv igjen om litt. Ingenting er gått tapt.',
    'api-behind': () => 'Kjeldene til Skatteetaten svarar ikkje akkurat no. Prøv igjen om litt.',
    'api-too-many-requests': () => 'Skatteetaten tek ikkje imot fleire spørsmål akkurat no. Vent litt og prøv igjen.',
    'api-unavailable': () => 'Tenesta til Skatteetaten er nede akkurat no. Prøv igjen om litt. Ingenting er gått tapt.',
    'api-bad-answer': () => 'Svaret frå Skatteetaten let seg ikkje lese. Prøv igjen om litt.',
    'api-not-public': () =>
      'Skatteetaten har ikkje opna denne tenesta for Saksbord enno. Utan svaret kan ingenting avgjerast her.',
    'net-no-contact': () =>
      'Får ikkje kontakt. Kontroller at maskina er på nett, og prøv igjen. Ingenting er gått tapt.',
    'net-timeout': () => 'Svaret kom ikkje i tide. Prøv igjen om litt. Ingenting er gått tapt.',
    'net-cut': () => 'Sambandet vart brote før heile svaret var kome. Prøv igjen.',
    'no-identity': () => 'Sertifikatet til kommunen er ikkje lagt inn på denne maskina. IT legg det inn under Oppsett.',
    'no-keychain': () =>
      'Maskina har ingen nøkkelring som Saksbord kan bruke. Utan han blir ingenting lagra eller henta. Meld frå til IT.',
    'no-letter-contact': () =>
      'Kommunen har ikkje lagt inn telefon, e-post eller postadresse for brev. Be fagansvarleg leggje det inn under Satsar for innkrevjing.',
    'not-configured': () => 'Oppsettet er ikkje ferdig: IT må fylle ut klient og organisasjonsnummer under Oppsett.',
    'storage-damaged': () => 'Det lokale lageret er skadd og kan ikkje opnast. Meld frå til IT.',
    'storage-newer': () =>
      'Lageret er laga av ei nyare utgåve av Saksbord. Installer den nyaste utgåva på denne maskina.',
    'update-feed-missing': () =>
      'Mappa med nye versjonar svarar ikkje slik ho skal. Versjonen du bruker, verkar som før.',
    'update-feed-unreadable': () => 'Lista over nye versjonar kan ikkje lesast. Versjonen du bruker, verkar som før.',
    'update-feed-forged': () =>
      'Lista over nye versjonar er ikkje signert av oss, og blir ikkje følgd. Versjonen du bruker, verkar som før. Meld frå til IT.',
    'update-file-forged': () =>
      'Den nye versjonen er ikkje den som vart utgitt, og blir ikkje installert. Versjonen du bruker, verkar som før. Meld frå til IT.',
    'update-not-installed': () =>
      'Den nye versjonen kunne ikkje installerast. Versjonen du bruker, verkar som før. Meld frå til IT.',
    'update-older': () => 'Mappa har ein eldre versjon enn den du bruker. Han blir ikkje installert.',
  },

  it: {
    locked: () => 'Kallet kom medan økta var låst.',
    'access-denied': () => 'Rollene til brukaren dekkjer ikkje kallet. Roller blir styrte av policyfila.',
    'invalid-input': () =>
      'Kallet braut kontrakten mellom vindauge og hovudprosess. Meld frå om feilen med referansen.',
    'not-found': () => 'Saka finst ikkje i det lokale lageret.',
    'version-conflict': () => 'Forventa versjon var eldre enn den lagra.',
    cancelled: () => 'Brukaren avbraut.',
    'not-in-this-mode': () => `Kallet høyrer til eit anna miljø enn ${environment({})}.`,
    unexpected: () => 'Uventa feil i programmet. Finn referansen i loggfila.',

    'mp-malformed': () => 'MP-011: førespurnaden var ikkje rett bygd. Programfeil; meld frå med utgåve og referanse.',
    'mp-grant-reused': () =>
      'MP-012: same grant vart send to gonger, også etter nytt forsøk. Sjå etter ein proxy som tek opp att førespurnader.',
    'mp-client-unknown': (d) =>
      `MP-100: ${client(d)} er ukjend i ${environment(d)}. Kontroller client_id og at klienten er laga i rett miljø.`,
    'mp-audience': (d) => `MP-110: miljøet i Saksbord (${environment(d)}) stemmer ikkje med Maskinporten.`,
    'mp-certificate-refused': () =>
      'MP-120: Maskinporten godtek ikkje sertifikatet. Kontroller test eller produksjon, kor lenge det gjeld, og om det er trekt tilbake hos Buypass eller Commfides.',
    'mp-key-expired': (d) =>
      `MP-121: den registrerte nøkkelen er eldre enn eitt år. Registrer han på nytt, eller ein ny, på ${client(d)} i sjølvbeteninga.`,
    'mp-organisation-mismatch': (d) =>
      `MP-122: sertifikatet høyrer til eit anna organisasjonsnummer enn ${client(d)}. Bruk nummeret til hovudeininga begge stader.`,
    'mp-x5c-invalid': () => 'MP-123: sertifikatet i førespurnaden er skadd. Legg det inn på nytt.',
    'mp-signature-invalid': () =>
      'MP-124: nøkkel og sertifikat høyrer ikkje saman, eller miljøet er feil. Legg inn autentiseringsdelen på nytt.',
    'mp-assertion-expired': () => 'MP-130: førespurnaden kom for seint fram, også etter nytt forsøk. Sjå på nettet.',
    'mp-lifetime': () => 'Maskinporten meiner levetida til granten er for lang. Programfeil; meld frå med referansen.',
    'clock-wrong': (d) =>
      `Klokka på maskina avvik ${seconds(d)} sekund frå klokka til Maskinporten. Kontroller tidssynkroniseringa.`,
    'mp-kid-unknown': (d) =>
      `Nøkkelen er ikkje registrert på ${client(d)} i ${environment(d)}. Nye nøklar kan bruke to minutt på å spreie seg.`,
    'mp-kid-required': (d) =>
      `${client(d)} har eigne nøklar registrerte. Byt til eigen nøkkel i Saksbord, eller fjern nøklane i sjølvbeteninga.`,
    'mp-scope-not-added': (d) => `MP-200: legg ${scope(d)} til ${client(d)} i sjølvbeteninga.`,
    'mp-wrong-client-type': () => 'MP-201: klienten er av feil type. Lag ein klient av typen Maskinporten.',
    'mp-scope-not-granted': (d) =>
      `MP-250: Skatteetaten har ikkje opna ${scope(d)} for organisasjonsnummeret til kommunen i ${environment(d)}. Tinga tilgangen gjennom KS.`,
    'mp-not-delegated': (d) => `MP-251: ${scope(d)} er ikkje delegert i Altinn til leverandøren som eig klienten.`,
    'mp-own-org-as-consumer': () => 'Kommunen sitt eige nummer er sendt som «på vegne av». Fjern det frå oppsettet.',
    'mp-authorization-type': () => 'MP-301: ukjend type i authorization_details. Programfeil.',
    'mp-authorization-field': () => 'MP-302: ukjent felt i authorization_details. Programfeil.',
    'mp-authorization-value': () =>
      'MP-303: ein verdi i authorization_details vart avvist. Kontroller organisasjonsnummer og systembrukar.',
    'mp-unknown-error': (d) =>
      `Maskinporten svara med noko vi ikkje kjenner (status ${d.status ?? '–'}). Send referansen til servicedesk@digdir.no.`,
    'mp-too-many-requests': () => 'Maskinporten svara 429: for mange førespurnader om token.',
    'mp-unavailable': (d) => `Maskinporten svara ${d.status ?? '5xx'}. Sjå status.digdir.no.`,
    'mp-bad-answer': (d) =>
      `Svaret frå ${host(d)} var ikkje eit token. Sjå etter ein proxy eller ei innloggingsside imellom.`,

    'api-unexpected': (d) => `Skatteetaten svara ${d.status ?? '5xx'} (${d.authorityCode ?? 'utan kode'}).`,
    'api-behind': (d) => `Baksystemet hos Skatteetaten svarar ikkje (${d.authorityCode ?? 'utan kode'}).`,
    'api-wrong-url': (d) => `Adressa eller rettspakken er feil (${d.authorityCode ?? d.status ?? '–'}). Sjå Oppsett.`,
    'api-unauthenticated': (d) => `Tokenet vart ikkje godteke av ${host(d)} (${d.authorityCode ?? '401'}).`,
    'api-unauthorised': (d) =>
      `Kommunen har ikkje tilgang til tenesta eller rettspakken (${d.authorityCode ?? '403'}). Tinga gjennom KS.`,
    'api-bad-input': (d) => `Førespurnaden vart avvist (${d.authorityCode ?? d.status ?? '–'}). Programfeil.`,
    'api-format': (d) => `Formatet vart avvist (${d.authorityCode ?? '406'}). Programfeil.`,
    'api-consent': (d) => `Tenesta krev samtykke (${d.authorityCode ?? '–'}): feil rettspakke for kommunen.`,
    'api-too-many-requests': () => 'Skatteetaten svara 429, også etter venting.',
    'api-unavailable': (d) => `Skatteetaten svara ${d.status ?? '503'}, også etter nye forsøk.`,
    'api-bad-answer': (d) => `Svaret frå ${host(d)} hadde feil innhald eller form.`,
    'api-rules-broken': (d) => `Meldinga braut reglar hos mottakaren (${d.authorityCode ?? '422'}).`,
    'api-key-reused': () =>
      'ULD-020: same nøkkel vart send med anna innhald. Programfeil; meld frå med utgåve og referanse.',
    'api-duplicate': (d) => `Mottakaren har registreringa frå før (${d.authorityCode ?? '409'}).`,
    'api-changed-since': (d) => `Registeret er endra etter oppslaget (${d.authorityCode ?? d.status ?? '409'}).`,
    'api-wrong-state': (d) => `Tilstanden i registeret tillèt ikkje dette (${d.authorityCode ?? '409'}).`,
    'api-gone': (d) => `Registeret har ikkje trekket (${d.authorityCode ?? d.status ?? '410'}).`,
    'api-not-public': () =>
      'Adressa og spesifikasjonen er ikkje offentlege. Be om dei gjennom KS Digitale fellestjenester.',

    'net-no-contact': (d) => `Ingen kontakt med ${host(d)} på port 443. Kontroller nett, DNS, brannmur og proxy.`,
    'net-timeout': (d) => `${host(d)} svara ikkje innan fristen.`,
    'net-cut': (d) => `Sambandet til ${host(d)} vart brote.`,
    'net-tls': (d) =>
      `TLS mot ${host(d)} vart avvist: ukjend utferdar, feil namn eller feil klokke. Kontroller om ein proxy bryt opp trafikken.`,
    'net-proxy': (d) => `Proxyen slepte ikkje trafikken til ${host(d)} gjennom eller krev pålogging.`,

    'no-identity': () => 'Verken sertifikat eller eigen nøkkel er lagt inn.',
    'no-keychain': () => 'Ingen Secret Service, Keychain eller Credential Manager svara.',
    'keychain-refused': () => 'Nøkkelringen svara nei: han er låst, eller brukaren avslo.',
    'keychain-too-large': () => 'Nøkkelringen tek ikkje imot så store verdiar.',
    'certificate-file-changed': () =>
      'Sertifikatfila stemmer ikkje med fingeravtrykket i nøkkelringen. Legg inn sertifikatet på nytt.',
    'certificate-expired': (d) => `Sertifikatet gjekk ut ${d.date ?? ''}. Tinga nytt hos Buypass eller Commfides.`,
    'policy-refused': () =>
      'Maskinpolicyen kan ikkje brukast: ein vanleg brukar kan ha skrive han, eller han inneheld noko Saksbord ikkje forstår. Sjå IT-rettleiinga om policy.json.',
    'no-letter-contact': () => 'Kontaktopplysningar for brev manglar under Satsar for innkrevjing.',
    'not-configured': () => 'Klient-id eller organisasjonsnummer manglar under Oppsett.',
    'disk-full': () => 'Skrivinga stansa fordi disken er full.',
    'file-not-written': () => 'Operativsystemet nekta skriving til den valde plassen.',
    'storage-damaged': () => 'Databasen let seg ikkje opne med nøkkelen i nøkkelringen.',
    'storage-newer': () => 'Skjemaet i databasen er nyare enn dette programmet.',
    'update-feed-missing': () => 'Feeden eller signaturen (.sig) manglar i oppdateringsmappa.',
    'update-feed-unreadable': () => 'Feeden er signert, men kan ikkje lesast. Publiser på nytt.',
    'update-feed-forged': () =>
      'Ed25519-signaturen passar ikkje til feeden. Kopier pakkane først, feeden og signaturen sist.',
    'update-file-forged': () => 'Fila har ein annan sha512 enn det som står i den signerte feeden.',
    'update-not-installed': () => 'Pakkesystemet sa nei. Installer pakken med apt, dnf, Intune eller SCCM.',
    'update-older': () =>
      'Versjonen i feeden er lågare enn den som køyrer. Nedgradering gjer ein med pakkesystemet, ikkje herifrå.',
  },
} satisfies typeof nb;
