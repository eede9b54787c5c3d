import { organisationNumber } from './identifiers.ts';

/** Maskinporten scopes of Skatteetaten's APIs (skatteetaten-apis.md 1, utleggsdatabasen.md 4.1). */
export const Scope = {
  inntekt: 'skatteetaten:inntekt',
  summert: 'skatteetaten:summertskattegrunnlag',
  spesifisert: 'skatteetaten:spesifisertsummertskattegrunnlag',
  samordnetTrekk: 'skatteetaten:utleggstrekkbeslutningkommune',
  /** Our own labels: the real ones are not public (utleggsdatabasen.md 4.1). */
  utlegg: 'utleggsdatabasen:les',
  utleggSkriv: 'utleggsdatabasen:skriv',
} as const;

const ALL_SCOPES: readonly string[] = Object.values(Scope);

/** What Skatteetaten has registered for an organisation: scopes, and rettighetspakker per API in that API's own spelling (section 3). */
export interface Organisation {
  readonly number: string;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly packages: Readonly<Record<PackagedApi, readonly string[]>>;
}

/** APIs whose address holds a rettighetspakke. */
export type PackagedApi = 'inntekt' | 'summert' | 'spesifisert' | 'utleggsdatabasen';

/** The municipality that training is about: both desks' packages. */
export const FJELLVIK: Organisation = {
  number: organisationNumber('31044210'),
  name: 'FJELLVIK KOMMUNE',
  scopes: ALL_SCOPES,
  packages: {
    inntekt: ['kommuneBoligsosialeFormaal', 'saernamsmann'],
    summert: ['kommuneboligsosialeformaal', 'saernamsmann'],
    spesifisert: ['saernamsmann'],
    utleggsdatabasen: ['saernamsmann'],
  },
};

/** Another municipality: not granted Inntekt (MP-250), and only the collection desk's packages. */
export const HAVDAL: Organisation = {
  number: organisationNumber('21355471'),
  name: 'HAVDAL KOMMUNE',
  scopes: [Scope.summert, Scope.utlegg, Scope.utleggSkriv],
  packages: { inntekt: [], summert: ['saernamsmann'], spesifisert: [], utleggsdatabasen: ['saernamsmann'] },
};

/** A supplier: nothing of its own, one delegation from Fjellvik. */
export const LEVERANDOER: Organisation = {
  number: organisationNumber('31234567'),
  name: 'SKJERMBILDE DRIFT AS',
  scopes: [],
  packages: { inntekt: [], summert: [], spesifisert: [], utleggsdatabasen: [] },
};

/** Every organisation that is known to the simulator. */
export const ORGANISATIONS: readonly Organisation[] = [FJELLVIK, HAVDAL, LEVERANDOER];

/** Delegations in Altinn: `from` lets `to` use the scope on its behalf. */
export const DELEGATIONS = [{ from: FJELLVIK.number, to: LEVERANDOER.number, scope: Scope.inntekt }] as const;

/** Scopes that have a delegation source at all. */
export const DELEGATED_SCOPES: readonly string[] = [Scope.inntekt, Scope.summert, Scope.samordnetTrekk];

/** A Maskinporten client as the self-service portal holds it. */
export interface Client {
  readonly clientId: string;
  readonly organisationNumber: string;
  readonly shows: string;
  readonly active: boolean;
  readonly integration: 'maskinporten' | 'idporten';
  readonly authentication: 'certificate' | 'key';
  readonly scopes: readonly string[];
}

const client = (clientId: string, organisation: Organisation, shows: string, rest: Partial<Client> = {}): Client => ({
  clientId,
  organisationNumber: organisation.number,
  shows,
  active: true,
  integration: 'maskinporten',
  authentication: 'certificate',
  scopes: ALL_SCOPES,
  ...rest,
});

/** The clients; `shows` says what each is for. */
export const CLIENTS: readonly Client[] = [
  client('5b1d0f2e-8a54-4f0e-9a52-6f3f1f6b0a01', FJELLVIK, 'certificate mode, every scope: the ordinary client'),
  client(
    '5b1d0f2e-8a54-4f0e-9a52-6f3f1f6b0a02',
    FJELLVIK,
    'key mode, every scope: register a public JWK at the control endpoint',
    {
      authentication: 'key',
    },
  ),
  client('5b1d0f2e-8a54-4f0e-9a52-6f3f1f6b0a03', FJELLVIK, 'Summert only: MP-200 for Inntekt', {
    scopes: [Scope.summert],
  }),
  client(
    '5b1d0f2e-8a54-4f0e-9a52-6f3f1f6b0a04',
    HAVDAL,
    'another municipality: MP-250 for Inntekt, 403 for the housing package',
  ),
  client(
    '5b1d0f2e-8a54-4f0e-9a52-6f3f1f6b0a05',
    LEVERANDOER,
    'a supplier: needs consumer_org, Inntekt is delegated, Summert is not',
  ),
  client('5b1d0f2e-8a54-4f0e-9a52-6f3f1f6b0a06', FJELLVIK, 'switched off: MP-100', { active: false }),
  client('5b1d0f2e-8a54-4f0e-9a52-6f3f1f6b0a07', FJELLVIK, 'made for user login: MP-201', { integration: 'idporten' }),
];
