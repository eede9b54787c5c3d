/** The work list until 1 January 2027 and 2028, as a file. */
export const movingList = {
  fileName: 'flyttedagen',
  headings: ['Saksnummer', 'Tilstand', 'Siste dag', 'Gjenstår', 'Hva som må gjøres', 'Senest'],
};
