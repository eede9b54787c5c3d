/** A JSON object as its members. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Is this a JSON object (not null, not an array)? */
export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads bytes that are one JSON object in UTF-8 without duplicate member names (RFC 7519 4); null when they are not. */
export function readStrictObject(bytes: Buffer): JsonObject | null {
  const text = bytes.toString('utf8');
  if (!Buffer.from(text, 'utf8').equals(bytes)) return null;
  try {
    const value: unknown = JSON.parse(text);
    return isJsonObject(value) && !hasDuplicateMember(text) ? value : null;
  } catch {
    return null;
  }
}

/** JSON.parse keeps the last of two members silently, so the names are counted in the text. Takes valid JSON. */
function hasDuplicateMember(text: string): boolean {
  const open: (Set<string> | null)[] = [];
  for (const [token, name] of text.matchAll(/("(?:[^"\\]|\\.)*")\s*:|"(?:[^"\\]|\\.)*"|[{}[\]]/g)) {
    if (name !== undefined) {
      const names = open.at(-1);
      const plain: unknown = JSON.parse(name);
      if (typeof plain !== 'string' || !names || names.has(plain)) return true;
      names.add(plain);
    } else if (token === '{') open.push(new Set());
    else if (token === '[') open.push(null);
    else if (token === '}' || token === ']') open.pop();
  }
  return false;
}
