import { app } from './nb/app.ts';
import { assessment } from './nb/assessment.ts';
import { basis } from './nb/basis.ts';
import { batch } from './nb/batch.ts';
import { cases } from './nb/cases.ts';
import { certificate } from './nb/certificate.ts';
import { claims } from './nb/claims.ts';
import { collection } from './nb/collection.ts';
import { collectionFindings } from './nb/collectionFindings.ts';
import { collectionSettings } from './nb/collectionSettings.ts';
import { debtorHousehold } from './nb/debtorHousehold.ts';
import { debtorInformation } from './nb/debtorInformation.ts';
import { decision } from './nb/decision.ts';
import { document } from './nb/document.ts';
import { errors } from './nb/errors.ts';
import { findings } from './nb/findings.ts';
import { guide } from './nb/guide.ts';
import { household } from './nb/household.ts';
import { information } from './nb/information.ts';
import { journal } from './nb/journal.ts';
import { letters } from './nb/letters.ts';
import { movingList } from './nb/movingList.ts';
import { rules } from './nb/rules.ts';
import { setup } from './nb/setup.ts';
import { trekk } from './nb/trekk.ts';
import { trekkRules } from './nb/trekkRules.ts';
import { update } from './nb/update.ts';

/** Every visible sentence in bokmål. */
export const nb = {
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
