import { app } from './nn/app.ts';
import { assessment } from './nn/assessment.ts';
import { basis } from './nn/basis.ts';
import { batch } from './nn/batch.ts';
import { cases } from './nn/cases.ts';
import { certificate } from './nn/certificate.ts';
import { claims } from './nn/claims.ts';
import { collection } from './nn/collection.ts';
import { collectionFindings } from './nn/collectionFindings.ts';
import { collectionSettings } from './nn/collectionSettings.ts';
import { debtorHousehold } from './nn/debtorHousehold.ts';
import { debtorInformation } from './nn/debtorInformation.ts';
import { decision } from './nn/decision.ts';
import { document } from './nn/document.ts';
import { errors } from './nn/errors.ts';
import { findings } from './nn/findings.ts';
import { guide } from './nn/guide.ts';
import { household } from './nn/household.ts';
import { information } from './nn/information.ts';
import { journal } from './nn/journal.ts';
import { letters } from './nn/letters.ts';
import { movingList } from './nn/movingList.ts';
import { rules } from './nn/rules.ts';
import { setup } from './nn/setup.ts';
import { trekk } from './nn/trekk.ts';
import { trekkRules } from './nn/trekkRules.ts';
import { update } from './nn/update.ts';

/** Every visible sentence in nynorsk. */
export const nn = {
  app,
  assessment,
  basis,
  batch,
  cases,
  certificate,
  claims,
  collection,
  collectionFindings,
  collectionSettings,
  debtorHousehold,
  debtorInformation,
  decision,
  document,
  errors,
  findings,
  guide,
  household,
  information,
  journal,
  letters,
  movingList,
  rules,
  setup,
  trekk,
  trekkRules,
  update,
};
