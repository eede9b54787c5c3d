/** The look of printed documents. One font family of the system's, embedded by the printing; black on white but for the result's edge. */
export const documentStyle = `
  * { box-sizing: border-box; }
  body { margin: 0; font: 10pt/1.4 "Liberation Sans", Arial, Helvetica, sans-serif; color: #111; font-variant-numeric: tabular-nums; }
  h1 { font-size: 17pt; margin: 0; }
  h2 { font-size: 12pt; margin: 0 0 4pt; }
  h3 { font-size: 10pt; margin: 10pt 0 3pt; break-after: avoid; }
  h2 { break-after: avoid; }
  section { margin-top: 14pt; }
  p { margin: 0 0 4pt; }
  ul, ol { margin: 0 0 4pt; padding-left: 16pt; }
  .subtitle { font-size: 11pt; margin-bottom: 10pt; }
  .warning { border: 1.5pt solid #111; padding: 4pt 8pt; font-weight: bold; margin-bottom: 10pt; }
  .note { color: #333; margin-top: 6pt; }
  .typed { white-space: pre-wrap; overflow-wrap: anywhere; }
  .result { border: 1pt solid #555; border-left: 5pt solid #555; padding: 8pt 10pt; break-inside: avoid; }
  .result.innenfor { border-left-color: #1e6f42; }
  .result.overGrensen { border-left-color: #a32a17; }
  .result.maaVurderes { border-left-color: #b25d00; }
  dl { margin: 0; display: grid; grid-template-columns: 1fr 1fr; gap: 2pt 16pt; }
  dl div { display: flex; gap: 6pt; }
  dt { color: #333; min-width: 92pt; }
  dd { margin: 0; overflow-wrap: anywhere; }
  table { width: 100%; border-collapse: collapse; font-size: 9pt; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
  th, td { padding: 2pt 4pt; border-bottom: 0.5pt solid #bbb; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
  thead th { border-bottom: 1pt solid #555; }
  tbody th { font-weight: normal; }
  .figure { text-align: right; white-space: nowrap; }
`;
