import type { Role } from '../../access.ts';
import type { JournalRow } from '../../ipc/sessionCalls.ts';

/** Logg over oppslag. */
export const journal = {
  introAll: 'Hvert oppslag er ført før det ble gjort. Ingen rader kan endres eller fjernes. Personene er maskert.',
  introOwn: 'Her ser du det som er gjort i din rolle. Ingen rader kan endres eller fjernes. Personene er maskert.',
  caption: 'Oppslag og handlinger, nyeste først',
  filter: {
    title: 'Avgrens loggen',
    text: 'Søk i loggen',
    textHint: 'Saksnummer, navn, utfall eller et helt fødselsnummer',
    from: 'Fra dato',
    to: 'Til dato',
    wrongDate: 'Skriv datoen som dd.mm.åååå.',
    wrongOrder: 'Fra dato må være før til dato.',
    reset: 'Vis alt',
    refresh: 'Oppdater',
  },
  columns: {
    at: 'Tid',
    who: 'Hvem',
    what: 'Hva',
    case: 'Sak',
    person: 'Person',
    outcome: 'Utfall',
    reference: 'Referanse',
  },
  roles: {
    housing: 'boligdesken',
    collection: 'innkrevingsdesken',
    it: 'IT',
    fagansvarlig: 'fagansvarlig',
  } satisfies Record<Role, string>,
  actions: {
    lookup: 'Oppslag',
    sent: 'Sendte til myndigheten',
    opened: 'Åpnet sak',
    revealed: 'Viste hele nummeret',
    document: 'Laget dokument',
    setup: 'Endret oppsett',
    refused: 'Avvist',
  } satisfies Record<JournalRow['action'], string>,
  refused: 'avvist: rollen gir ikke tilgang',
  /** How a message to an authority ended. */
  sendings: { accepted: 'mottatt', 'turned-down': 'avvist av mottakeren', withdrawn: 'tatt tilbake før den var sendt' },
  unknownOutcome: 'utfallet er ikke kjent',
  unknownOutcomeWhy: 'Svaret er ikke kommet, eller programmet ble avbrutt før det kom.',
  failed: 'Mislyktes',
  /** What a call of the contract does, for rows that are about one. */
  calls: {
    'cases.open': 'Åpnet saken',
    'person.reveal': 'Viste hele nummeret',
    'documents.createBasis': 'Laget vedtaksgrunnlag',
    'collection.open': 'Åpnet saken',
    'trekk.open': 'Åpnet trekket',
    'collection.reveal': 'Viste hele nummeret',
    'collection.saveSettings': 'Lagret innstillingene til innkrevingsdesken',
    'collection.signLivsopphold': 'Bekreftet en livsoppholdssats',
    'setup.saveSettings': 'Lagret oppsettet',
    'setup.keepCertificate': 'Tok i bruk et sertifikat',
    'setup.createOwnKey': 'Laget egen nøkkel',
    'setup.removeIdentity': 'Fjernet sertifikat eller nøkkel',
    'rules.save': 'Lagret et regelutkast',
    'rules.approve': 'Godkjente en regel',
    'rules.remove': 'Fjernet en regel',
    'rules.import': 'Leste inn regelfil',
  } as Readonly<Record<string, string>>,
  shown: (shown: number, total: number) =>
    total === 1 ? '1 rad' : shown === total ? `${total} rader` : `${shown} av ${total} rader`,
  more: 'Vis eldre rader',
  empty: {
    title: 'Ingenting er ført ennå',
    explained: 'Her kommer hvert oppslag med tid, person, kilde og utfall, og hvem som gjorde det.',
  },
  nothingFits: { title: 'Ingen rader passer', explained: 'Prøv et annet søk eller et lengre tidsrom.' },
};
