/** Byte order marks, and what they say. */
const marked = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
] as const;

/**
 * The text of a file: by its byte order mark; else as UTF-8 when all of it is, and as Windows-1252 when not, which is what Norwegian
 * spreadsheets have written for thirty years. Null when it is no text at all, such as a workbook that has not been saved as CSV.
 */
export function decodeText(bytes: Uint8Array): string | null {
  const [encoding] = marked.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte)) ?? [];
  const text = encoding === undefined ? unmarked(bytes) : new TextDecoder(encoding).decode(bytes);
  return text.includes('\0') ? null : text;
}

function unmarked(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
