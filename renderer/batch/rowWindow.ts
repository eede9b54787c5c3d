/** Rows above and below those that can be seen, so that a turn of the wheel meets no gap. */
const BEYOND = 10;

/** Which rows are in the document: `first` to `last`, both included; `last` is before `first` when there are none. */
export interface RowWindow {
  readonly first: number;
  readonly last: number;
}

/** The rows that can be seen at a place of scrolling, all of one height, with some on either side. Pixels. */
export function rowWindow(scrollTop: number, height: number, rowHeight: number, total: number): RowWindow {
  const first = Math.floor(scrollTop / rowHeight) - BEYOND;
  const last = Math.ceil((scrollTop + height) / rowHeight) + BEYOND;
  return { first: Math.max(0, Math.min(first, total - 1)), last: Math.min(total - 1, last) };
}

/** The pages, of so many rows each, that hold the rows of a window. */
export function pagesOf({ first, last }: RowWindow, pageRows: number): number[] {
  const pages: number[] = [];
  for (let page = Math.floor(first / pageRows); page <= Math.floor(Math.max(first, last) / pageRows); page += 1) {
    pages.push(page);
  }
  return pages;
}
