import type { GuideSection } from '../../guide/guideParts.ts';

/** IT-veiledningen: what IT needs to install, govern, update, check and remove the program. Printed in Oppsett and, in bokmål, in README.md. */
export const guide = {
  title: 'IT-veiledning',
  intro:
    'For dem som installerer og drifter Saksbord i kommunen. Det som ikke er prøvd av dem som lager programmet, er merket.',
  toGuide: 'Les IT-veiledningen',
  contents: 'Innhold',
  print: 'Skriv ut',
  copy: (label: string) => `Kopier: ${label}`,
  untried: 'Ikke kjørt av oss',
  environments: { production: 'Produksjon', test: 'Test' },
  policy: {
    caption: 'Feltene i policyen',
    heads: { field: 'Felt', meaning: 'Betyr', leftOut: 'Når det mangler', example: 'Eksempel' },
    required: 'Policyen avvises.',
    copyExample: 'eksempel på policy.json',
    /** By place in the file; a star stands for each role. `leftOut` is null for what must be there. */
    fields: {
      environment: {
        meaning: '`production` for virkelige personer, `test` for testmiljøene til Maskinporten og Skatteetaten.',
        leftOut: null,
      },
      municipality: { meaning: 'Kommunens navn, slik det skal stå i dokumentene. Høyst 80 tegn.', leftOut: null },
      roles: { meaning: 'Hvem som har hvilken rolle. En person kan ha flere.', leftOut: null },
      'roles.housing': { meaning: 'Saksbehandlere på boligdesken.', leftOut: 'Ingen har rollen.' },
      'roles.collection': { meaning: 'Saksbehandlere på innkrevingsdesken.', leftOut: 'Ingen har rollen.' },
      'roles.it': { meaning: 'IT: Oppsett og denne veiledningen.', leftOut: 'Ingen har rollen.' },
      'roles.fagansvarlig': { meaning: 'Den som godkjenner kommunens regler og satser.', leftOut: 'Ingen har rollen.' },
      'roles.*.users': {
        meaning:
          'Brukernavn slik operativsystemet har dem, på Windows uten domene. Linux skiller mellom store og små bokstaver, Windows gjør det ikke.',
        leftOut: 'Tom liste: ingen får rollen ved navn.',
      },
      'roles.*.groups': {
        meaning: 'Grupper slik operativsystemet har dem. På Windows med eller uten domene, eller som SID.',
        leftOut: 'Tom liste: ingen får rollen gjennom en gruppe.',
      },
      updates: { meaning: 'Om programmet selv leter etter nye versjoner.', leftOut: 'Som `off`.' },
      'updates.mode': {
        meaning:
          '`off`: leter ikke. `notify`: sier fra når det finnes en ny versjon. `automatic`: henter den og installerer ved neste start.',
        leftOut: null,
      },
      'updates.url': {
        meaning: 'Adressen til oppdateringsmappen. Bare https.',
        leftOut: 'Policyen avvises, unntatt når `mode` er `off`: da skal feltet ikke være med.',
      },
    },
  },
  refusals: { caption: 'Hva som avvises', shown: 'Brukeren ser', cause: 'IT ser' },
  diagnosis: {
    ready: '`true` når nøkkelringen virker og policyen ikke er avvist. Nettet teller ikke med.',
    version: 'Programmets versjon.',
    flavour: '`release` for det kommunen skal bruke, `test` for testbygg.',
    runtime: 'Versjonene av Electron, Chromium og Node som er inni.',
    system: 'Operativsystem, versjon og prosessortype.',
    profile: 'Mappen der programmet lagrer for denne brukeren.',
    sealed: '`true` når seglet på programfilene er kontrollert og ekte.',
    keychain: '`ok`, eller hvorfor nøkkelringen ikke kan brukes.',
    policy:
      'Hvor policyen er, om den er lest (`read`), mangler (`absent`) eller er avvist (`refused`), og brukerens roller.',
    network:
      'Hver tjeneste: proxyen som brukes, og hva som svarte. Et HTTP-tall betyr kontakt; `ERR_…` sier hva som stanset.',
  },
  sections: {
    requirements: {
      title: 'Krav',
      parts: [
        {
          facts: [
            [
              'Linux',
              'x86-64, med deb- eller rpm-pakker. Prøvd på Debian 12. rpm-pakken er bygd, signert og pakket ut, men ikke installert.',
            ],
            ['Windows', '64-biters (x64), Windows 10 eller nyere. Programmet er ikke kjørt på Windows av oss.'],
            ['macOS', 'Apple-prosessor, macOS Ventura eller nyere. Ikke bygd eller kjørt av oss.'],
            ['Plass', 'Omtrent 250 MB på disken.'],
            [
              'Nøkkelring',
              'Linux: en hemmelighetstjeneste (Secret Service), for eksempel `gnome-keyring`, låst opp ved pålogging. Windows: Credential Manager. macOS: nøkkelringen «login». Uten den åpnes ikke programmet.',
            ],
            ['Bruker', 'Vanlig bruker med skrivebord. Programmet starter ikke som root.'],
            ['Klokke', 'Stilt automatisk. Maskinporten avviser forespørsler fra en klokke som går feil.'],
          ],
        },
        'Programmet er for én bruker på én maskin. Profiler som flyttes mellom maskiner (roaming), terminalserver og Citrix er ikke prøvd: databasen og nøkkelringen må følge hverandre.',
      ],
    },
    firewall: {
      title: 'Brannmur',
      parts: [
        'Åpne for https, port 443, ut fra maskinene til disse navnene. Programmet tar ikke imot forbindelser.',
        { shows: 'hosts' },
        'Navnet `api.skatteetaten.no` (test: `api-test.sits.no`) trengs bare når den gamle stien for spesifisert summert skattegrunnlag er slått på i Oppsett.',
        'Adressene til «Oppslag samordnet trekk» og utleggsdatabasen er ikke offentlige og er ikke bygd inn ennå.',
        'Kommer nye versjoner fra en egen mappe, trengs også tjeneren i `updates.url`. Bruksstatistikk og feilrapporter sendes ikke til noen.',
      ],
    },
    proxy: {
      title: 'Proxy og sertifikater på nettet',
      parts: [
        'Programmet bruker maskinens proxy: på Windows og macOS systemets innstillinger, på Linux skrivebordets eller variablene `https_proxy` og `no_proxy`. Egne valg for proxy på kommandolinjen avvises.',
        'En proxy som krever brukernavn og passord, støttes ikke. Integrert pålogging er ikke prøvd.',
        'Windows og macOS: utstedere som maskinen stoler på, godtas (ikke kjørt av oss). Linux: i tillegg til Chromiums egne godtas det som ligger i brukerens `~/.pki/nssdb`. Det hjelper ikke å legge kommunens utsteder i `/etc/ssl/certs`. `certutil` er i pakken `libnss3-tools`:',
        { command: 'trustStore', label: 'gjør kommunens egen utsteder kjent for brukeren' },
        'Unnta helst Maskinporten og Skatteetaten fra proxy som åpner trafikken: svarene er opplysninger om enkeltpersoner.',
      ],
    },
    install: {
      title: 'Stille installasjon',
      parts: [
        'Bytt ut `saksbord.fjellvik.example` med kommunens egen tjener. Kontroller pakken først, se «Kontroll av en pakke».',
        { command: 'aptSource', label: 'Debian og Ubuntu: legg til pakkebrønnen' },
        { command: 'aptInstall', label: 'Debian og Ubuntu: installer fra pakkebrønnen' },
        { command: 'debInstall', label: 'Debian og Ubuntu: installer fra fil' },
        { command: 'dnfInstall', label: 'Fedora og Red Hat: installer fra fil', untried: true },
        { command: 'msiInstall', label: 'Windows, Intune og SCCM: MSI', untried: true },
        { command: 'exeInstall', label: 'Windows: NSIS', untried: true },
        'Intune: legg inn MSI-filen som egen app for enheten, og la produktkoden være gjenkjenningsregelen. SCCM: samme linje som installasjonsprogram for systemet. Bruk enten MSI eller NSIS på en maskin, ikke begge.',
        'Pakkene starter ikke programmet og spør ikke om noe. En deb-pakke legger programmet i `/opt/Saksbord`, kommandoen `saksbord` og mappen `/etc/saksbord`, og setter opp AppArmor der det trengs.',
      ],
    },
    policy: {
      title: 'Maskinpolicy',
      parts: [
        'Hvem som får bruke programmet til hva, står i `/etc/saksbord/policy.json`, på Windows `C:\\ProgramData\\Saksbord\\policy.json`. Uten filen har ingen noen rolle. Den leses når programmet starter.',
        { shows: 'policy-example' },
        { shows: 'policy-fields' },
        'Et felt programmet ikke kjenner, avvises: et skrivefeil skal ikke bety at noe er åpent.',
        'Filen må eies av root, og verken den eller noen mappe over den kan være skrivbar for andre. Ellers stanser programmet.',
        { command: 'policyFolder', label: 'Linux: legg policyen på plass' },
        'På Windows kan vanlige brukere til vanlig opprette filer under `C:\\ProgramData`. Lag mappen `Saksbord` der, og steng den før policyen legges inn. Programmet prøver selv om brukeren kan skrive, og stanser da.',
        { command: 'policyFolderWindows', label: 'Windows: steng mappen', untried: true },
      ],
    },
    identity: {
      title: 'Sertifikat eller egen nøkkel',
      parts: [
        'Velg egen nøkkel når det går. Et virksomhetssertifikat som ligger på mange maskiner, kan brukes til å opptre som kommunen overalt der det godtas. En egen nøkkel kan bare det klienten i Maskinporten kan, og når en maskin er tapt, fjernes den ene nøkkelen.',
        'Nøkkelen ligger i nøkkelringen til den som er logget på. Derfor gjøres oppsettet én gang for hver bruker på hver maskin, i brukerens egen økt. Det finnes ikke noen måte å dele ut sertifikat eller nøkkel stille på.',
        {
          steps: [
            'Gi brukeren også rollen `it` i policyen på maskinen, og start programmet på nytt.',
            'Under Oppsett: fyll ut organisasjonsnummer og klient-id, og lag en egen nøkkel, eller velg sertifikatfilen og skriv passordet.',
            'Registrer den offentlige nøkkelen på klienten i Digdirs selvbetjening. Vent to minutter, og test tilkoblingen.',
            'Ta bort rollen `it` igjen, og start programmet på nytt.',
          ],
        },
        {
          list: [
            'Digdir tar imot høyst fem nøkler på én klient, og anbefaler en egen klient for hver installasjon.',
            'Den som registrerer en nøkkel, må sende med dem som skal bestå: listen byttes ut i sin helhet.',
            'En nøkkel varer i ett år. Digdir varsler ikke når den går ut; det gjør Saksbord.',
            'Har klienten egne nøkler, godtar Maskinporten ikke lenger sertifikatet for den.',
            'Sertifikatfilen og passordet lagres ikke av Saksbord. Slett kopien som ble brukt.',
          ],
        },
      ],
    },
    updates: {
      title: 'Nye versjoner',
      parts: [
        'Det vanligste er at IT installerer nye versjoner med apt, dnf, Intune eller SCCM, og lar `updates` være `off` eller `notify`.',
        {
          facts: [
            ['`off`', 'Ingen blir spurt.'],
            ['`notify`', 'Programmet spør mappen ved start og hver sjette time, og sier fra i menyen og i Oppsett.'],
            [
              '`automatic`',
              'Pakken hentes også, kontrolleres og installeres ved neste start. Det krever at den som starter programmet, har lov til å installere. Der vanlige brukere ikke har det, sier programmet fra og fortsetter med den gamle versjonen.',
            ],
          ],
        },
        '`automatic` er prøvd med deb. Det gjelder ikke MSI og tar.gz, og er ikke kjørt med rpm, NSIS eller på macOS. En ny versjon installeres aldri mens en registrering som er bekreftet her, ikke er mottatt.',
        'Mappen er en vanlig mappe på en https-tjener som kommunen har selv. Den som lager versjonen, signerer pakkene og listen over dem (`latest-linux.yml`, på Windows `latest.yml`) med en nøkkel som er bygd inn i programmet. Tjeneren trenger ingen nøkkel, og den som kan skrive i mappen, kan ikke lure inn noe annet.',
        { command: 'copyFolder', label: 'kopier en ny versjon: pakkene først, listen og signaturen sist' },
        'Gradvis utrulling: listen kan si at bare en andel av maskinene skal ta versjonen av seg selv. Hver maskin trekker et fast lodd. Andelen økes ved å lage og signere listen på nytt med et høyere tall; det gjør den som lager versjonen.',
        { command: 'staging', label: 'lag listen for 10 prosent av maskinene, og publiser' },
        'Dette avvises, og versjonen som kjører, er urørt:',
        { shows: 'update-refusals' },
        'En tjener med ukjent utsteder eller en forbindelse som brytes, avvises på samme måte, med samme tekster som ved oppslag.',
      ],
    },
    rollback: {
      title: 'Tilbake til en eldre versjon',
      parts: [
        'En deb-pakke vil ikke erstatte en nyere. Fjern pakken først, og installer den eldre. Det brukerne har lagret, blir liggende.',
        { command: 'rollback', label: 'Debian og Ubuntu: tilbake til en eldre versjon' },
        'rpm-pakken stanser ikke en nedgradering, og NSIS gjør det heller ikke. MSI avviser den. Ingen av de tre er prøvd av oss.',
        'Har den nye versjonen endret databasen, starter ikke den gamle: «Lageret er laget av en nyere utgave av Saksbord.» Før endringen ble det laget en kopi, `saksbord-before-migration.db`. Den slettes ved neste start av den nye versjonen. For å bruke den: lukk programmet, flytt bort `saksbord.db`, `saksbord.db-wal` og `saksbord.db-shm`, og gi kopien navnet `saksbord.db`.',
        'Alt som er gjort etter kopien, også loggen over oppslag, er da borte. Er det sendt en registrering i mellomtiden, skal kopien ikke brukes.',
      ],
    },
    diagnosis: {
      title: 'Feilsøking',
      parts: [
        'Kjør dette i brukerens egen økt, med skrivebord. Det åpner ikke vindu eller database. Svaret har ingenting fra sakene; profilmappen kan vise brukernavnet.',
        { command: 'diagnose', label: 'Linux: vis hva programmet trenger, som JSON' },
        { command: 'diagnoseWindows', label: 'Windows: det samme til fil', untried: true },
        { shows: 'diagnosis' },
        {
          facts: [
            ['0', 'I orden.'],
            ['1', 'Nøkkelringen virker ikke, eller policyen er avvist.'],
            ['64', 'Et valg på kommandolinjen er ikke tillatt.'],
            ['70', 'Programfilene er ikke de som ble bygd.'],
          ],
        },
        { command: 'smoke', label: 'kjør en oppdiktet sak fra ende til annen; skriver «smoke» og «ok» når alt virker' },
        { command: 'training', label: 'hele programmet med oppdiktede personer; øv som Amund for å se Oppsett' },
        'Loggen er `log/saksbord.jsonl` i profilmappen, med én eldre fil ved siden av. Den har bare koder, referanser og tider, aldri personer.',
        'Når noe mislykkes, viser programmet en referanse, for eksempel `K7Q2-MP-200-5b0f5c1e`: fire tegn fra Saksbord, så kode og sporing fra tjenesten som svarte. Søk etter den i loggen, og oppgi den når du ber om hjelp.',
      ],
    },
    stored: {
      title: 'Hva som lagres hvor',
      parts: [
        {
          facts: [
            [
              'Programmet',
              '`/opt/Saksbord`, på Windows `C:\\Program Files\\Saksbord`. Endres aldri av programmet selv.',
            ],
            ['Policy', '`/etc/saksbord/policy.json`, på Windows `C:\\ProgramData\\Saksbord\\policy.json`.'],
            [
              'Profilmappen',
              'Linux `~/.config/Saksbord`, Windows `%APPDATA%\\Saksbord`, macOS `~/Library/Application Support/Saksbord`. En mappe for hvert miljø: `production`, `test`, `training`.',
            ],
            [
              '`saksbord.db`',
              'Saker, svar fra registrene og loggen over oppslag, kryptert (AES-256). Rå svar slettes etter 90 dager.',
            ],
            ['`identity.json`', 'Hvilket sertifikat eller hvilken nøkkel som er i bruk. Ingen hemmeligheter.'],
            ['`installation-id`', 'Et tilfeldig navn som knytter mappen til nøkkelringen.'],
            ['`log`', 'Loggen for IT.'],
            ['Nøkkelringen', 'Under navnet Saksbord: nøkkelen til databasen og kommunens private nøkkel.'],
            [
              'Hentede versjoner',
              'Linux `~/.cache/saksbord-updater`, Windows `%LOCALAPPDATA%\\saksbord-updater`. Bare med `automatic`.',
            ],
          ],
        },
        'Det som er hentet fram på skjermen, er i minnet og forsvinner når programmet låses. Dokumenter lagres der saksbehandleren velger.',
      ],
    },
    backup: {
      title: 'Sikkerhetskopi',
      parts: [
        'Saksbord er et arbeidsverktøy. Det som skal bevares, er dokumentene, og de hører hjemme i kommunens arkivsystem.',
        'En kopi av profilmappen kan bare leses sammen med nøkkelringen den hører til: samme bruker og samme nøkkelring. Ta kopi av begge samtidig, mens programmet er lukket. Flytting til en annen maskin er ikke prøvd.',
        'Kan databasen ikke leses, slettes den ikke: den legges til side som `saksbord-set-aside-….db`, og programmet starter tomt og sier fra.',
      ],
    },
    removal: {
      title: 'Fjerning',
      parts: [
        { command: 'debRemove', label: 'Debian og Ubuntu: fjern programmet, behold policyen' },
        { command: 'debPurge', label: 'Debian og Ubuntu: fjern også policyen' },
        { command: 'rpmRemove', label: 'Fedora og Red Hat: fjern programmet, behold policyen', untried: true },
        { command: 'msiRemove', label: 'Windows: fjern MSI', untried: true },
        { command: 'exeRemove', label: 'Windows: fjern NSIS', untried: true },
        'Ingen av dem rører det brukerne har lagret. Slett det i hver brukers egen økt. `secret-tool` er i pakken `libsecret-tools`:',
        { command: 'forget', label: 'Linux: slett alt programmet har lagret for brukeren' },
        'Windows: slett `%APPDATA%\\Saksbord` og oppføringene som begynner med Saksbord i Credential Manager (ikke kjørt av oss).',
        'Fjern til slutt nøkkelen fra klienten i Digdirs selvbetjening. Er en maskin med sertifikat på avveie, må sertifikatet trekkes tilbake hos Buypass eller Commfides med én gang.',
      ],
    },
    verify: {
      title: 'Kontroll av en pakke',
      parts: [
        'Ved siden av pakkene ligger de offentlige nøklene, `saksbord-key.asc` for pakkene og `saksbord-seal.pem` for programfilene og listen over nye versjoner. Sammenlign fingeravtrykkene med dem dere har fått på en annen måte enn sammen med pakken.',
        { command: 'fingerprints', label: 'vis fingeravtrykkene' },
        { command: 'checkSums', label: 'kontroller alle filene i en versjon' },
        { command: 'checkOne', label: 'kontroller én fil' },
        'deb- og rpm-pakkene er i tillegg signert inni (`debsig-verify`, `rpm --checksig`). `SHA512SUMS` gjelder den nyeste versjonen i mappen; eldre pakker kontrolleres én for én.',
        { command: 'verifyArtifact', label: 'alle kontroller på én gang, i et utsjekket kodelager på Debian' },
        'Den siste viser en tabell: signaturer, seglet, de åtte sikringene i Electron, innholdet mot innholdslisten (`sbom.cdx.json`), lisenser og rettigheter på filene. `npm run reproduce` bygger to ganger og sammenligner.',
        { command: 'checkInstalled', label: 'Debian og Ubuntu: er det installerte det som ble utgitt?' },
        { command: 'authenticode', label: 'Windows: hvem har signert?', untried: true },
        'Programmet kontrollerer seglet på sine egne filer hver gang det starter, og starter ikke når noe er endret.',
      ],
    },
  },
} satisfies { readonly sections: Readonly<Record<string, GuideSection>>; readonly [words: string]: unknown };
