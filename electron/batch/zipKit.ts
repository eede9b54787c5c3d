import { crc32, inflateRawSync } from 'node:zlib';
import { expect } from 'vitest';

/** The files in an archive, found through its directory as a reader does, with lengths and checksums held against what is there. */
export function unzip(bytes: Uint8Array): Map<string, string> {
  const archive = Buffer.from(bytes);
  const end = archive.length - 22;
  expect(archive.readUInt32BE(end)).toBe(0x504b0506);
  const files = new Map<string, string>();
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    expect(archive.readUInt32BE(at)).toBe(0x504b0102);
    const nameLength = archive.readUInt16LE(at + 28);
    const name = archive.toString('utf8', at + 46, at + 46 + nameLength);
    const local = archive.readUInt32LE(at + 42);
    expect(archive.readUInt32BE(local)).toBe(0x504b0304);
    expect(archive.subarray(local + 4, local + 30)).toEqual(archive.subarray(at + 6, at + 32));
    const data = local + 30 + nameLength;
    const plain = inflateRawSync(archive.subarray(data, data + archive.readUInt32LE(at + 20)));
    expect(plain.length).toBe(archive.readUInt32LE(at + 24));
    expect(crc32(plain)).toBe(archive.readUInt32LE(at + 16));
    files.set(name, plain.toString('utf8'));
    at += 46 + nameLength;
  }
  expect(at).toBe(end);
  return files;
}
