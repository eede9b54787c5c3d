import { app } from './nb/app.ts';
import { assessment } from './nb/assessment.ts';
import { basis } from './nb/basis.ts';
import { cases } from './nb/cases.ts';
import { certificate } from './nb/certificate.ts';
import { document } from './nb/document.ts';
import { errors } from './nb/errors.ts';
import { findings } from './nb/findings.ts';
import { household } from './nb/household.ts';
import { information } from './nb/information.ts';
import { setup } from './nb/setup.ts';

/** Every visible sentence in bokmål. */
export const nb = {
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
