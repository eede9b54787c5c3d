import { app } from './nn/app.ts';
import { assessment } from './nn/assessment.ts';
import { basis } from './nn/basis.ts';
import { cases } from './nn/cases.ts';
import { certificate } from './nn/certificate.ts';
import { document } from './nn/document.ts';
import { errors } from './nn/errors.ts';
import { findings } from './nn/findings.ts';
import { household } from './nn/household.ts';
import { information } from './nn/information.ts';
import { setup } from './nn/setup.ts';

/** Every visible sentence in nynorsk. */
export const nn = {
  app,
  assessment,
  basis,
  cases,
  certificate,
  document,
  errors,
  findings,
  household,
  information,
  setup,
};
