import { z } from 'zod';
import { CertificateFacts, CertificateVerdict, proposalReasons } from '../certificate/facts.ts';
import { HousingRule } from '../rules/housingRule.ts';
import { ClientSettings } from '../settings.ts';
import { UpdateStatus } from '../update.ts';
import { zDate, zInstant } from '../values.ts';
import { command, query } from './define.ts';
import { CallError } from './errors.ts';

const nothing = z.object({});

/** What the municipality identifies itself with; never the key. */
export const IdentityStatus = z.discriminatedUnion('mode', [
  z.object({ mode: z.literal('none') }),
  z.object({ mode: z.literal('certificate'), facts: CertificateFacts, keptAt: zInstant }),
  z.object({
    mode: z.literal('ownKey'),
    kid: z.string(),
    createdOn: zDate,
    registerAgainBefore: zDate,
    publicJwk: z.string(),
  }),
  z.object({ mode: z.literal('unusable'), error: CallError }),
]);
export type IdentityStatus = z.infer<typeof IdentityStatus>;

export const SetupStatus = z.object({
  identity: IdentityStatus,
  settings: ClientSettings,
  /** Where the simulator's practice certificates lie; null outside training. The passwords are practice passwords. */
  practice: z
    .object({
      folder: z.string(),
      files: z.array(z.object({ name: z.string(), password: z.string(), shows: z.string() })),
    })
    .nullable(),
});
export type SetupStatus = z.infer<typeof SetupStatus>;

export const connectionStepNames = [
  'identity',
  'settings',
  'clock',
  'tokenInntekt',
  'tokenSkattegrunnlag',
  'tokenSamordnetTrekk',
  'tokenUtlegg',
] as const;

export const ConnectionTest = z.object({
  at: zInstant,
  steps: z.array(
    z.object({
      name: z.enum(connectionStepNames),
      state: z.enum(['ok', 'failed', 'skipped']),
      milliseconds: z.int().nullable(),
      error: CallError.nullable(),
    }),
  ),
});
export type ConnectionTest = z.infer<typeof ConnectionTest>;

export const setupCalls = {
  'setup.status': query({ input: nothing, output: SetupStatus, roles: ['it'], journal: 'none' }),
  'setup.saveSettings': command({
    input: z.object({ settings: ClientSettings }),
    output: SetupStatus,
    roles: ['it'],
    journal: 'changes-setup',
  }),
  /** File dialog, then a small window of its own for the password: the password never passes through the main window. */
  'setup.openCertificate': command({
    input: nothing,
    output: z.discriminatedUnion('state', [
      z.object({ state: z.literal('cancelled') }),
      z.object({
        state: z.literal('opened'),
        importId: z.string(),
        fileName: z.string(),
        candidates: z.array(z.object({ facts: CertificateFacts, verdict: CertificateVerdict })),
        /** The one we propose and why; null when none can be used. */
        proposal: z.object({ index: z.int(), reason: z.enum(proposalReasons) }).nullable(),
      }),
    ]),
    roles: ['it'],
    journal: 'none',
  }),
  'setup.keepCertificate': command({
    input: z.object({ importId: z.string(), candidate: z.int().nonnegative(), acceptWarnings: z.boolean() }),
    output: SetupStatus,
    roles: ['it'],
    journal: 'changes-setup',
  }),
  'setup.createOwnKey': command({ input: nothing, output: SetupStatus, roles: ['it'], journal: 'changes-setup' }),
  /** Saves the public JWK where the user says; null = the dialog was closed. */
  'setup.exportPublicJwk': command({
    input: nothing,
    output: z.object({ path: z.string().nullable() }),
    roles: ['it'],
    journal: 'none',
  }),
  'setup.removeIdentity': command({ input: nothing, output: SetupStatus, roles: ['it'], journal: 'changes-setup' }),
  'setup.updateStatus': query({ input: nothing, output: UpdateStatus, roles: [], journal: 'none' }),
  /** Asks the municipality's folder for a new version now. What comes of it is told by `update.changed`. */
  'setup.checkForUpdate': command({ input: nothing, output: UpdateStatus, roles: ['it'], journal: 'none' }),
  'setup.testConnection': command({ input: nothing, output: ConnectionTest, roles: ['it'], journal: 'none' }),

  'rules.list': query({
    input: nothing,
    output: z.object({
      rules: z.array(z.object({ rule: HousingRule, used: z.boolean() })),
      templates: z.array(HousingRule),
      grunnbeloep: z.array(
        z.object({
          amountKroner: z.int(),
          validFrom: zDate,
          validTo: zDate.nullable(),
          knownFrom: zDate,
          source: z.string(),
          confidence: z.string(),
        }),
      ),
    }),
    roles: ['housing', 'fagansvarlig', 'it'],
    journal: 'none',
  }),
  /** Saves a draft version. A version that has been used or approved can't be changed: the answer is `version-conflict`. */
  'rules.save': command({
    input: z.object({ rule: HousingRule }),
    output: nothing,
    roles: ['fagansvarlig'],
    journal: 'changes-setup',
  }),
  'rules.approve': command({
    input: z.object({ ruleId: z.string(), version: z.int() }),
    output: nothing,
    roles: ['fagansvarlig'],
    journal: 'changes-setup',
  }),
  'rules.remove': command({
    input: z.object({ ruleId: z.string(), version: z.int() }),
    output: nothing,
    roles: ['fagansvarlig'],
    journal: 'changes-setup',
  }),
  /** Reads a rule file chosen in a dialog. Problems name the field; nothing is saved when there are any. */
  'rules.import': command({
    input: nothing,
    output: z.discriminatedUnion('state', [
      z.object({ state: z.literal('cancelled') }),
      z.object({ state: z.literal('imported'), count: z.int() }),
      z.object({ state: z.literal('refused'), problems: z.array(z.object({ field: z.string(), code: z.string() })) }),
    ]),
    roles: ['fagansvarlig'],
    journal: 'changes-setup',
  }),
  'rules.export': command({
    input: nothing,
    output: z.object({ path: z.string().nullable() }),
    roles: ['fagansvarlig', 'housing', 'it'],
    journal: 'none',
  }),
} as const;
