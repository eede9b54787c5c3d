import { z } from 'zod';

const Scope = z.string().regex(/^[a-z0-9]+:[a-z0-9/._-]+$/);
const Package = z.string().regex(/^[A-Za-z]{3,60}$/);

/** What IT sets for the municipality: who it is at Maskinporten, and the spellings that the authorities have not settled. */
export const ClientSettings = z.object({
  municipality: z.string().max(80),
  /** Main unit, 9 digits; empty until IT has entered it. */
  orgNumber: z.string().regex(/^(\d{9})?$/),
  /** `client_id` from Digdir's self-service; empty until IT has entered it. */
  clientId: z.string().max(100),
  scopes: z.object({
    inntekt: Scope,
    skattegrunnlag: Scope,
    samordnetTrekk: Scope.default('skatteetaten:utleggstrekkbeslutningkommune'),
    /** The real one is not public; this is our own label, which training uses (utleggsdatabasen.md 4.1). */
    utlegg: Scope.default('utleggsdatabasen:les'),
    /** To register, change and end there. As little public. */
    utleggSkriv: Scope.default('utleggsdatabasen:skriv'),
  }),
  /** Rettighetspakke per desk and API: the spelling differs between Skatteetaten's pages (skatteetaten-apis.md 3). */
  packages: z.object({
    housing: z.object({ inntekt: Package, skattegrunnlag: Package }),
    collection: z.object({
      inntekt: Package,
      skattegrunnlag: Package,
      /** That utleggsdatabasen has packages is inferred from its sister services. */
      utlegg: Package.default('saernamsmann'),
    }),
  }),
  /** The retired path of Spesifisert summert skattegrunnlag (skatteetaten-apis.md 6). Off by default. */
  spesifisertPath: z.boolean(),
});
export type ClientSettings = z.infer<typeof ClientSettings>;

/** A fresh installation: nothing of the municipality's, everything else as the reference says. */
export const defaultSettings: ClientSettings = {
  municipality: '',
  orgNumber: '',
  clientId: '',
  scopes: {
    inntekt: 'skatteetaten:inntekt',
    skattegrunnlag: 'skatteetaten:summertskattegrunnlag',
    samordnetTrekk: 'skatteetaten:utleggstrekkbeslutningkommune',
    utlegg: 'utleggsdatabasen:les',
    utleggSkriv: 'utleggsdatabasen:skriv',
  },
  packages: {
    housing: { inntekt: 'kommuneBoligsosialeFormaal', skattegrunnlag: 'kommuneboligsosialeformaal' },
    collection: { inntekt: 'saernamsmann', skattegrunnlag: 'saernamsmann', utlegg: 'saernamsmann' },
  },
  spesifisertPath: false,
};
