import { type Html, html } from './html.ts';

type Cell = Html | string;

/** A part of a document under a heading of its own. */
export const section = (title: string, content: Html | readonly Html[]): Html =>
  html`<section><h2>${title}</h2>${content}</section>`;

/** Names and values, two abreast. */
export const pairs = (rows: readonly (readonly [string, string])[]): Html =>
  html`<dl>${rows.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;

/** A table with headings; the first cell of a row names it. `figures`: the columns that are right-aligned. `foot`: the row of sums. */
export function table(
  head: readonly string[],
  rows: readonly (readonly Cell[])[],
  figures: ReadonlySet<number>,
  foot: readonly string[] | null = null,
): Html {
  const side = (index: number): string => (figures.has(index) ? 'figure' : 'words');
  const row = (cells: readonly Cell[]): Html =>
    html`<tr>${cells.map((cell, index) =>
      index === 0 ? html`<th scope="row">${cell}</th>` : html`<td class="${side(index)}">${cell}</td>`,
    )}</tr>`;
  return html`<table><thead><tr>${head.map((cell, index) => html`<th scope="col" class="${side(index)}">${cell}</th>`)}</tr></thead>
<tbody>${rows.map(row)}</tbody>${foot && html`<tfoot>${row(foot)}</tfoot>`}</table>`;
}
