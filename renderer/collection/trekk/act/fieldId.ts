/** The id of the field at a path in the act's content: `periods.0.to` → `act-periods-0-to`. */
export const fieldId = (path: string): string => (path === '' ? 'act' : `act-${path.replaceAll('.', '-')}`);

/** A path and those above it, the nearest first: a field that is not on the screen leads to the group it belongs to. */
export function pathAndAbove(path: string): string[] {
  const parts = path.split('.');
  const above = parts.map((_, index) => parts.slice(0, parts.length - index).join('.'));
  return path === '' ? [''] : [...above, ''];
}

/** Brings the field at a path, or the group around it, into sight and puts the focus there. */
export function focusField(path: string): void {
  const place = pathAndAbove(path)
    .map((one) => document.getElementById(fieldId(one)))
    .find((found) => found !== null);
  place?.scrollIntoView({ block: 'center' });
  place?.focus();
}
