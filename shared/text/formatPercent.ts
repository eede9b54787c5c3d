/** Hundredths of a per cent as a person reads them: `-4390` → `−43,9`, `1000` → `10`. One decimal, none when it is 0. */
export function formatPercent(hundredths: number): string {
  const tenths = Math.round(Math.abs(hundredths) / 10);
  const rest = tenths % 10;
  return `${hundredths < 0 && tenths > 0 ? '−' : ''}${Math.floor(tenths / 10)}${rest === 0 ? '' : `,${rest}`}`;
}
