/** Text that is HTML already. Everything else is escaped. */
export interface Html {
  readonly html: string;
}

type Part = Html | string | number | null | readonly (Html | string | null)[];

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? '');

function render(part: Part): string {
  if (part === null) return '';
  if (typeof part === 'string' || typeof part === 'number') return escaped(String(part));
  if ('html' in part) return part.html;
  return part.map(render).join('');
}

/** Template for HTML: what is put in is escaped unless it is Html itself; null and lists of parts are fine. */
export const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): Html => ({
  html: strings.reduce((text, piece, index) => text + render(parts[index - 1] ?? null) + piece),
});
