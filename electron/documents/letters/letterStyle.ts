/** What a letter looks like beyond the other documents: an address field, and lines short enough to read. */
export const letterStyle = `
  body { font-size: 10.5pt; }
  .sender { font-size: 12pt; font-weight: bold; margin-bottom: 12pt; }
  .address { display: flex; justify-content: space-between; gap: 24pt; min-height: 48pt; margin-bottom: 14pt; }
  .address dl { display: block; flex: none; }
  .address dd { white-space: nowrap; }
  .address dt { min-width: 80pt; }
  h1 { margin-bottom: 8pt; }
  p, li { max-width: 165mm; orphans: 3; widows: 3; }
  p.warning { max-width: none; }
  section { margin-top: 11pt; }
  section:not(:has(table)) { break-inside: avoid; }
  table + p, dl + p, dl + table { margin-top: 5pt; }
  section + p { margin-top: 8pt; }
  dl:has(> :only-child) { grid-template-columns: 1fr; }
  tfoot { display: table-row-group; }
  tfoot th, tfoot td { font-weight: bold; border-top: 1pt solid #555; border-bottom: 0; }
  .statute { white-space: nowrap; }
  footer { break-inside: avoid; }
  .closing { margin-top: 12pt; }
`;
