import type { guide as nb } from '../nb/guide.ts';

export const guide = {
  title: 'IT-rettleiing',
  intro:
    'For dei som installerer og driftar Saksbord i kommunen. Det som ikkje er prøvd av dei som lagar programmet, er merkt.',
  toGuide: 'Les IT-rettleiinga',
  contents: 'Innhald',
  print: 'Skriv ut',
  copy: (label) => `Kopier: ${label}`,
  untried: 'Ikkje køyrt av oss',
  environments: { production: 'Produksjon', test: 'Test' },
  policy: {
    caption: 'Felta i policyen',
    heads: { field: 'Felt', meaning: 'Tyder', leftOut: 'Når det manglar', example: 'Døme' },
    required: 'Policyen blir avvist.',
    copyExample: 'døme på policy.json',
    fields: {
      environment: {
        meaning: '`production` for verkelege personar, `test` for testmiljøa til Maskinporten og Skatteetaten.',
        leftOut: null,
      },
      municipality: { meaning: 'Namnet på kommunen, slik det skal stå i dokumenta. Høgst 80 teikn.', leftOut: null },
      roles: { meaning: 'Kven som har kva rolle. Ein person kan ha fleire.', leftOut: null },
      'roles.housing': { meaning: 'Saksbehandlarar på bustaddesken.', leftOut: 'Ingen har rolla.' },
      'roles.collection': { meaning: 'Saksbehandlarar på innkrevjingsdesken.', leftOut: 'Ingen har rolla.' },
      'roles.it': { meaning: 'IT: Oppsett og denne rettleiinga.', leftOut: 'Ingen har rolla.' },
      'roles.fagansvarlig': {
        meaning: 'Den som godkjenner reglane og satsane til kommunen.',
        leftOut: 'Ingen har rolla.',
      },
      'roles.*.users': {
        meaning:
          'Brukarnamn slik operativsystemet har dei, på Windows utan domene. Linux skil mellom store og små bokstavar, Windows gjer det ikkje.',
        leftOut: 'Tom liste: ingen får rolla ved namn.',
      },
      'roles.*.groups': {
        meaning: 'Grupper slik operativsystemet har dei. På Windows med eller utan domene, eller som SID.',
        leftOut: 'Tom liste: ingen får rolla gjennom ei gruppe.',
      },
      updates: { meaning: 'Om programmet sjølv leitar etter nye versjonar.', leftOut: 'Som `off`.' },
      'updates.mode': {
        meaning:
          '`off`: leitar ikkje. `notify`: seier frå når det finst ein ny versjon. `automatic`: hentar han og installerer ved neste start.',
        leftOut: null,
      },
      'updates.url': {
        meaning: 'Adressa til oppdateringsmappa. Berre https.',
        leftOut: 'Policyen blir avvist, unnateke når `mode` er `off`: då skal feltet ikkje vere med.',
      },
    },
  },
  refusals: { caption: 'Kva som blir avvist', shown: 'Brukaren ser', cause: 'IT ser' },
  diagnosis: {
    ready: '`true` når nøkkelringen verkar og policyen ikkje er avvist. Nettet tel ikkje med.',
    version: 'Versjonen av programmet.',
    flavour: '`release` for det kommunen skal bruke, `test` for testbygg.',
    runtime: 'Versjonane av Electron, Chromium og Node som er inni.',
    system: 'Operativsystem, versjon og prosessortype.',
    profile: 'Mappa der programmet lagrar for denne brukaren.',
    sealed: '`true` når seglet på programfilene er kontrollert og ekte.',
    keychain: '`ok`, eller kvifor nøkkelringen ikkje kan brukast.',
    policy:
      'Staden policyen ligg, om han er lesen (`read`), manglar (`absent`) eller er avvist (`refused`), og rollene til brukaren.',
    network:
      'Kvar teneste: proxyen som blir brukt, og kva som svara. Eit HTTP-tal tyder kontakt; `ERR_…` seier kva som stansa.',
  },
  sections: {
    requirements: {
      title: 'Krav',
      parts: [
        {
          facts: [
            [
              'Linux',
              'x86-64, med deb- eller rpm-pakkar. Prøvd på Debian 12. rpm-pakken er bygd, signert og pakka ut, men ikkje installert.',
            ],
            ['Windows', '64-bits (x64), Windows 10 eller nyare. Programmet er ikkje køyrt på Windows av oss.'],
            ['macOS', 'Apple-prosessor, macOS Ventura eller nyare. Ikkje bygd eller køyrt av oss.'],
            ['Plass', 'Om lag 250 MB på disken.'],
            [
              'Nøkkelring',
              'Linux: ei hemmelegheitsteneste (Secret Service), til dømes `gnome-keyring`, låst opp ved pålogging. Windows: Credential Manager. macOS: nøkkelringen «login». Utan han blir ikkje programmet opna.',
            ],
            ['Brukar', 'Vanleg brukar med skrivebord. Programmet startar ikkje som root.'],
            ['Klokke', 'Stilt automatisk. Maskinporten avviser førespurnader frå ei klokke som går feil.'],
          ],
        },
        'Programmet er for éin brukar på éi maskin. Profilar som blir flytte mellom maskiner (roaming), terminaltenar og Citrix er ikkje prøvde: databasen og nøkkelringen må følgje kvarandre.',
      ],
    },
    firewall: {
      title: 'Brannmur',
      parts: [
        'Opne for https, port 443, ut frå maskinene til desse namna. Programmet tek ikkje imot samband.',
        { shows: 'hosts' },
        'Namnet `api.skatteetaten.no` (test: `api-test.sits.no`) trengst berre når den gamle stien for spesifisert summert skattegrunnlag er slått på i Oppsett.',
        'Adressene til «Oppslag samordna trekk» og utleggsdatabasen er ikkje offentlege og er ikkje bygde inn enno.',
        'Kjem nye versjonar frå ei eiga mappe, trengst også tenaren i `updates.url`. Bruksstatistikk og feilrapportar blir ikkje sende til nokon.',
      ],
    },
    proxy: {
      title: 'Proxy og sertifikat på nettet',
      parts: [
        'Programmet bruker proxyen til maskina: på Windows og macOS innstillingane i systemet, på Linux dei i skrivebordet eller variablane `https_proxy` og `no_proxy`. Eigne val for proxy på kommandolinja blir avviste.',
        'Ein proxy som krev brukarnamn og passord, er ikkje støtta. Integrert pålogging er ikkje prøvd.',
        'Windows og macOS: utferdarar som maskina stolar på, blir godtekne (ikkje køyrt av oss). Linux: i tillegg til dei Chromium har sjølv, blir det som ligg i `~/.pki/nssdb` hos brukaren, godteke. Det hjelper ikkje å leggje utferdaren til kommunen i `/etc/ssl/certs`. `certutil` er i pakken `libnss3-tools`:',
        { command: 'trustStore', label: 'gjer kommunen sin eigen utferdar kjend for brukaren' },
        'Unnta helst Maskinporten og Skatteetaten frå proxy som opnar trafikken: svara handlar om enkeltpersonar.',
      ],
    },
    install: {
      title: 'Stille installasjon',
      parts: [
        'Byt ut `saksbord.fjellvik.example` med kommunen sin eigen tenar. Kontroller pakken først, sjå «Kontroll av ein pakke».',
        { command: 'aptSource', label: 'Debian og Ubuntu: legg til pakkebrønnen' },
        { command: 'aptInstall', label: 'Debian og Ubuntu: installer frå pakkebrønnen' },
        { command: 'debInstall', label: 'Debian og Ubuntu: installer frå fil' },
        { command: 'dnfInstall', label: 'Fedora og Red Hat: installer frå fil', untried: true },
        { command: 'msiInstall', label: 'Windows, Intune og SCCM: MSI', untried: true },
        { command: 'exeInstall', label: 'Windows: NSIS', untried: true },
        'Intune: legg inn MSI-fila som eigen app for eininga, og lat produktkoden vere gjenkjenningsregelen. SCCM: same line som installasjonsprogram for systemet. Bruk anten MSI eller NSIS på ei maskin, ikkje begge.',
        'Pakkane startar ikkje programmet og spør ikkje om noko. Ein deb-pakke legg programmet i `/opt/Saksbord`, kommandoen `saksbord` og mappa `/etc/saksbord`, og set opp AppArmor der det trengst.',
      ],
    },
    policy: {
      title: 'Maskinpolicy',
      parts: [
        'Kven som får bruke programmet til kva, står i `/etc/saksbord/policy.json`, på Windows `C:\\ProgramData\\Saksbord\\policy.json`. Utan fila har ingen noka rolle. Ho blir lesen når programmet startar.',
        { shows: 'policy-example' },
        { shows: 'policy-fields' },
        'Eit felt programmet ikkje kjenner, blir avvist: ein skrivefeil skal ikkje tyde at noko er ope.',
        'Fila må vere eigd av root, og verken ho eller noka mappe over henne kan vere skrivbar for andre. Elles stansar programmet.',
        { command: 'policyFolder', label: 'Linux: legg policyen på plass' },
        'På Windows kan vanlege brukarar til vanleg opprette filer under `C:\\ProgramData`. Lag mappa `Saksbord` der, og steng ho før policyen blir lagd inn. Programmet prøver sjølv om brukaren kan skrive, og stansar då.',
        { command: 'policyFolderWindows', label: 'Windows: steng mappa', untried: true },
      ],
    },
    identity: {
      title: 'Sertifikat eller eigen nøkkel',
      parts: [
        'Vel eigen nøkkel når det går. Eit verksemdssertifikat som ligg på mange maskiner, kan brukast til å opptre som kommunen overalt der det blir godteke. Ein eigen nøkkel kan berre det klienten i Maskinporten kan, og når ei maskin er tapt, blir den eine nøkkelen fjerna.',
        'Nøkkelen ligg i nøkkelringen til den som er logga på. Difor blir oppsettet gjort éin gong for kvar brukar på kvar maskin, i brukaren si eiga økt. Det finst ikkje nokon måte å dele ut sertifikat eller nøkkel stille på.',
        {
          steps: [
            'Gi brukaren også rolla `it` i policyen på maskina, og start programmet på nytt.',
            'Under Oppsett: fyll ut organisasjonsnummer og klient-id, og lag ein eigen nøkkel, eller vel sertifikatfila og skriv passordet.',
            'Registrer den offentlege nøkkelen på klienten i sjølvbeteninga til Digdir. Vent to minutt, og test tilkoplinga.',
            'Ta bort rolla `it` igjen, og start programmet på nytt.',
          ],
        },
        {
          list: [
            'Digdir tek imot høgst fem nøklar på éin klient, og rår til ein eigen klient for kvar installasjon.',
            'Den som registrerer ein nøkkel, må sende med dei som skal bestå: heile lista blir bytt ut.',
            'Ein nøkkel varer i eitt år. Digdir varslar ikkje når han går ut; det gjer Saksbord.',
            'Har klienten eigne nøklar, godtek Maskinporten ikkje lenger sertifikatet for han.',
            'Saksbord lagrar ikkje sertifikatfila og passordet. Slett kopien som vart brukt.',
          ],
        },
      ],
    },
    updates: {
      title: 'Nye versjonar',
      parts: [
        'Det vanlegaste er at IT installerer nye versjonar med apt, dnf, Intune eller SCCM, og lèt `updates` vere `off` eller `notify`.',
        {
          facts: [
            ['`off`', 'Ingen blir spurde.'],
            ['`notify`', 'Programmet spør mappa ved start og kvar sjette time, og seier frå i menyen og i Oppsett.'],
            [
              '`automatic`',
              'Pakken blir òg henta, kontrollert og installert ved neste start. Det krev at den som startar programmet, har lov til å installere. Der vanlege brukarar ikkje har det, seier programmet frå og held fram med den gamle versjonen.',
            ],
          ],
        },
        '`automatic` er prøvd med deb. Det verkar ikkje for MSI og tar.gz, og er ikkje køyrt med rpm, NSIS eller på macOS. Ein ny versjon blir aldri installert medan ei registrering som er stadfesta her, ikkje er motteken.',
        'Mappa er ei vanleg mappe på ein https-tenar som kommunen har sjølv. Den som lagar versjonen, signerer pakkane og lista over dei (`latest-linux.yml`, på Windows `latest.yml`) med ein nøkkel som er bygd inn i programmet. Tenaren treng ingen nøkkel, og den som kan skrive i mappa, kan ikkje lure inn noko anna.',
        { command: 'copyFolder', label: 'kopier ein ny versjon: pakkane først, lista og signaturen sist' },
        'Gradvis utrulling: lista kan seie at berre ein del av maskinene skal ta versjonen av seg sjølve. Kvar maskin trekkjer eit fast lodd. Delen blir auka ved å lage og signere lista på nytt med eit høgare tal; det gjer den som lagar versjonen.',
        { command: 'staging', label: 'lag lista for 10 prosent av maskinene, og publiser' },
        'Dette blir avvist, og versjonen som køyrer, er urørt:',
        { shows: 'update-refusals' },
        'Ein tenar med ukjend utferdar eller eit samband som blir brote, blir avvist på same måten, med same tekstar som ved oppslag.',
      ],
    },
    rollback: {
      title: 'Tilbake til ein eldre versjon',
      parts: [
        'Ein deb-pakke vil ikkje ta plassen til ein nyare. Fjern pakken først, og installer den eldre. Det brukarane har lagra, blir liggjande.',
        { command: 'rollback', label: 'Debian og Ubuntu: tilbake til ein eldre versjon' },
        'rpm-pakken stansar ikkje ei nedgradering, og NSIS gjer det heller ikkje. MSI avviser ho. Ingen av dei tre er prøvd av oss.',
        'Har den nye versjonen endra databasen, startar ikkje den gamle: «Lageret er laga av ei nyare utgåve av Saksbord.» Før endringa vart det laga ein kopi, `saksbord-before-migration.db`. Han blir sletta ved neste start av den nye versjonen. For å bruke han: lukk programmet, flytt bort `saksbord.db`, `saksbord.db-wal` og `saksbord.db-shm`, og gi kopien namnet `saksbord.db`.',
        'Alt som er gjort etter kopien, også loggen over oppslag, er då borte. Er det sendt ei registrering i mellomtida, skal kopien ikkje brukast.',
      ],
    },
    diagnosis: {
      title: 'Feilsøking',
      parts: [
        'Køyr dette i brukaren si eiga økt, med skrivebord. Det opnar ikkje vindauge eller database. Svaret har ingenting frå sakene; profilmappa kan vise brukarnamnet.',
        { command: 'diagnose', label: 'Linux: vis kva programmet treng, som JSON' },
        { command: 'diagnoseWindows', label: 'Windows: det same til fil', untried: true },
        { shows: 'diagnosis' },
        {
          facts: [
            ['0', 'I orden.'],
            ['1', 'Nøkkelringen verkar ikkje, eller policyen er avvist.'],
            ['64', 'Eit val på kommandolinja er ikkje tillate.'],
            ['70', 'Programfilene er ikkje dei som vart bygde.'],
          ],
        },
        { command: 'smoke', label: 'køyr ei oppdikta sak frå ende til annan; skriv «smoke» og «ok» når alt verkar' },
        { command: 'training', label: 'heile programmet med oppdikta personar; øv som Amund for å sjå Oppsett' },
        'Loggen er `log/saksbord.jsonl` i profilmappa, med éi eldre fil ved sida av. Han har berre kodar, referansar og tider, aldri personar.',
        'Når noko mislykkast, viser programmet ein referanse, til dømes `K7Q2-MP-200-5b0f5c1e`: fire teikn frå Saksbord, så kode og sporing frå tenesta som svara. Søk etter han i loggen, og oppgi han når du ber om hjelp.',
      ],
    },
    stored: {
      title: 'Kva som blir lagra kvar',
      parts: [
        {
          facts: [
            [
              'Programmet',
              '`/opt/Saksbord`, på Windows `C:\\Program Files\\Saksbord`. Blir aldri endra av programmet sjølv.',
            ],
            ['Policy', '`/etc/saksbord/policy.json`, på Windows `C:\\ProgramData\\Saksbord\\policy.json`.'],
            [
              'Profilmappa',
              'Linux `~/.config/Saksbord`, Windows `%APPDATA%\\Saksbord`, macOS `~/Library/Application Support/Saksbord`. Ei mappe for kvart miljø: `production`, `test`, `training`.',
            ],
            [
              '`saksbord.db`',
              'Saker, svar frå registra og loggen over oppslag, kryptert (AES-256). Rå svar blir sletta etter 90 dagar.',
            ],
            ['`identity.json`', 'Sertifikatet eller nøkkelen som er i bruk. Ingen løyndomar.'],
            ['`installation-id`', 'Eit tilfeldig namn som knyter mappa til nøkkelringen.'],
            ['`log`', 'Loggen for IT.'],
            ['Nøkkelringen', 'Under namnet Saksbord: nøkkelen til databasen og den private nøkkelen til kommunen.'],
            [
              'Henta versjonar',
              'Linux `~/.cache/saksbord-updater`, Windows `%LOCALAPPDATA%\\saksbord-updater`. Berre med `automatic`.',
            ],
          ],
        },
        'Det som er henta fram på skjermen, er i minnet og forsvinn når programmet blir låst. Dokument blir lagra der saksbehandlaren vel.',
      ],
    },
    backup: {
      title: 'Tryggingskopi',
      parts: [
        'Saksbord er eit arbeidsverktøy. Det som skal takast vare på, er dokumenta, og dei høyrer heime i arkivsystemet til kommunen.',
        'Ein kopi av profilmappa kan berre lesast saman med nøkkelringen ho høyrer til: same brukar og same nøkkelring. Ta kopi av begge samtidig, medan programmet er lukka. Flytting til ei anna maskin er ikkje prøvd.',
        'Kan databasen ikkje lesast, blir han ikkje sletta: han blir lagd til side som `saksbord-set-aside-….db`, og programmet startar tomt og seier frå.',
      ],
    },
    removal: {
      title: 'Fjerning',
      parts: [
        { command: 'debRemove', label: 'Debian og Ubuntu: fjern programmet, ta vare på policyen' },
        { command: 'debPurge', label: 'Debian og Ubuntu: fjern policyen òg' },
        { command: 'rpmRemove', label: 'Fedora og Red Hat: fjern programmet, ta vare på policyen', untried: true },
        { command: 'msiRemove', label: 'Windows: fjern MSI', untried: true },
        { command: 'exeRemove', label: 'Windows: fjern NSIS', untried: true },
        'Ingen av dei rører det brukarane har lagra. Slett det i økta til kvar brukar. `secret-tool` er i pakken `libsecret-tools`:',
        { command: 'forget', label: 'Linux: slett alt programmet har lagra for brukaren' },
        'Windows: slett `%APPDATA%\\Saksbord` og oppføringane som byrjar med Saksbord i Credential Manager (ikkje køyrt av oss).',
        'Fjern til slutt nøkkelen frå klienten i sjølvbeteninga til Digdir. Er ei maskin med sertifikat på avvegar, må sertifikatet trekkjast tilbake hos Buypass eller Commfides med ein gong.',
      ],
    },
    verify: {
      title: 'Kontroll av ein pakke',
      parts: [
        'Ved sida av pakkane ligg dei offentlege nøklane, `saksbord-key.asc` for pakkane og `saksbord-seal.pem` for programfilene og lista over nye versjonar. Samanlikn fingeravtrykka med dei de har fått på ein annan måte enn saman med pakken.',
        { command: 'fingerprints', label: 'vis fingeravtrykka' },
        { command: 'checkSums', label: 'kontroller alle filene i ein versjon' },
        { command: 'checkOne', label: 'kontroller éi fil' },
        'deb- og rpm-pakkane er i tillegg signerte inni (`debsig-verify`, `rpm --checksig`). `SHA512SUMS` er for den nyaste versjonen i mappa; eldre pakkar blir kontrollerte éin for éin.',
        { command: 'verifyArtifact', label: 'alle kontrollar på éin gong, i eit utsjekka kodelager på Debian' },
        'Den siste viser ein tabell: signaturar, seglet, dei åtte sikringane i Electron, innhaldet mot innhaldslista (`sbom.cdx.json`), lisensar og rettar på filene. `npm run reproduce` byggjer to gonger og samanliknar.',
        { command: 'checkInstalled', label: 'Debian og Ubuntu: er det installerte det som vart utgitt?' },
        { command: 'authenticode', label: 'Windows: kven har signert?', untried: true },
        'Programmet kontrollerer seglet på sine eigne filer kvar gong det startar, og startar ikkje når noko er endra.',
      ],
    },
  },
} satisfies typeof nb;
