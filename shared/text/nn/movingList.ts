import type { movingList as nb } from '../nb/movingList.ts';

/** The work list until 1 January 2027 and 2028, as a file. */
export const movingList: typeof nb = {
  fileName: 'flyttedagen',
  headings: ['Saksnummer', 'Tilstand', 'Siste dag', 'Står att', 'Kva som må gjerast', 'Seinast'],
};
