import type { update as nb } from '../nb/update.ts';

export const update = {
  title: 'Oppdatering',
  running: (version) => `Versjon ${version} køyrer.`,
  modes: {
    off: 'Programmet leitar ikkje etter nye versjonar sjølv. IT installerer dei.',
    notify: 'Programmet seier frå når det finst ein ny versjon. IT installerer han.',
    automatic: 'Nye versjonar blir henta av programmet og installerte ved neste start.',
  },
  states: {
    off: () => '',
    unknown: () => 'Det er ikkje leita etter nye versjonar enno.',
    checking: () => 'Leitar etter nye versjonar …',
    newest: () => 'Ingen nyare versjon for denne maskina.',
    available: (version) => `Versjon ${version} er utgitt.`,
    downloading: (version) => `Hentar versjon ${version} …`,
    ready: (version) => `Versjon ${version} er henta og kontrollert, og blir installert ved neste start.`,
    waits: (version) =>
      `Versjon ${version} er henta. Han blir ikkje installert før alle registreringar som er stadfesta her, er mottekne.`,
    refused: () => 'Den nye versjonen vart avvist.',
  },
  checkedAt: (at) => `Sist leita ${at}.`,
  check: 'Leit etter ny versjon',
  decidedBy: 'Blir bestemt i maskinpolicyen (policy.json).',
} satisfies typeof nb;
