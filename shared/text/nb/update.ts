import type { UpdateMode, UpdateStatus } from '../../update.ts';

/** New versions of the program, as IT sees them in Oppsett and everyone in the rail. */
export const update = {
  title: 'Oppdatering',
  running: (version: string) => `Versjon ${version} kjører.`,
  modes: {
    off: 'Programmet leter ikke etter nye versjoner selv. IT installerer dem.',
    notify: 'Programmet sier fra når det finnes en ny versjon. IT installerer den.',
    automatic: 'Nye versjoner hentes av programmet og installeres ved neste start.',
  } satisfies Record<UpdateMode, string>,
  states: {
    off: () => '',
    unknown: () => 'Det er ikke lett etter nye versjoner ennå.',
    checking: () => 'Leter etter nye versjoner …',
    newest: () => 'Ingen nyere versjon for denne maskinen.',
    available: (version) => `Versjon ${version} er utgitt.`,
    downloading: (version) => `Henter versjon ${version} …`,
    ready: (version) => `Versjon ${version} er hentet og kontrollert, og installeres ved neste start.`,
    waits: (version) =>
      `Versjon ${version} er hentet. Den installeres ikke før alle registreringer som er bekreftet her, er mottatt.`,
    refused: () => 'Den nye versjonen ble avvist.',
  } satisfies Record<UpdateStatus['state'], (version: string) => string>,
  checkedAt: (at: string) => `Sist lett ${at}.`,
  check: 'Let etter ny versjon',
  decidedBy: 'Bestemmes i maskinpolicyen (policy.json).',
};
