import { payer } from './peopleLanguage.ts';

// Employers and benefit payers of the training environment. None of them exists.

export const BAKERI = payer('31044211', 'RASK BLID ELG BAKERI AS');
export const SYKEHJEM = payer('21355472', 'STILLE HAGE SYKEHJEM');
export const BUTIKK = payer('31188034', 'TRAVEL MAUR DAGLIGVARE AS');
export const VERKSTED = payer('31290417', 'BLANK SKIFTENØKKEL VERKSTED AS');
export const REDERI = payer('31377021', 'HØY BØLGE REDERI AS');
export const SKOLE = payer('29001345', 'KLOK UGLE SKOLE');
export const HOTELL = payer('31455018', 'MYK PUTE HOTELL AS');
export const RENHOLD = payer('31520633', 'BLANKT GULV RENHOLD AS');
export const TAXI = payer('31660284', 'SNAR HARE TAXI AS');
export const KONSULENT = payer('31733190', 'SKARP BLYANT RÅDGIVNING AS');
export const NAV = payer('28974220', 'ARBEIDS- OG VELFERDSETATEN (OPPLÆRING)');
export const PENSJONSKASSE = payer('28812039', 'LANG KVELD PENSJONSKASSE');
export const OTHER_BANK = payer('31590013', 'BRED FJORD BANK');
export const KOMMUNE = payer('27665130', 'FJELLVIK KOMMUNE (OPPLÆRING)');
export const GRUVE = payer('31890072', 'DYP SJAKT GRUVE SVALBARD AS');
export const TEN_PAYERS = [
  '32000110',
  '32000211',
  '32000312',
  '32000413',
  '32000514',
  '32000615',
  '32000817',
  '32000918',
  '32001019',
  '32001120',
].map((eightDigits, index) => payer(eightDigits, `LEDIG LEDD ${index + 1} AS`));
