// Picture bytes between data URL, base64 and Blob; works in pages, service workers and Node alike.

const DATA_URL = /^data:(image\/(?:jpeg|png));base64,([A-Za-z0-9+/]+={0,2})$/;
const SIGNATURES = { 'image/jpeg': [0xff, 0xd8, 0xff], 'image/png': [0x89, 0x50, 0x4e, 0x47] };
const ALPHABET = new TextEncoder().encode('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/');

export type ImageMime = keyof typeof SIGNATURES;

/** The picture of a base64 data URL; undefined unless it is a JPEG or PNG by declaration and by its first bytes. */
export function dataUrlToBlob(dataUrl: string): Blob | undefined {
  const match = DATA_URL.exec(dataUrl);
  if (!match?.[1] || !match[2]) return undefined;
  return base64ToImage(match[2], match[1] as ImageMime);
}

/** The picture of base64 text; undefined unless it decodes and starts like a picture of that kind. */
export function base64ToImage(base64: string, mime: ImageMime): Blob | undefined {
  const bytes = imageBytes(base64, mime);
  return bytes && new Blob([bytes], { type: mime });
}

/** The same as bytes, for readers that may not need the picture at all. */
export function imageBytes(base64: string, mime: ImageMime): Uint8Array<ArrayBuffer> | undefined {
  const bytes = decoded(base64);
  return bytes && SIGNATURES[mime].every((byte, index) => bytes[index] === byte) ? bytes : undefined;
}

function decoded(base64: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    // Twenty times as fast as `atob` where the browser has it (Chrome 140).
    if (typeof Uint8Array.fromBase64 === 'function') return Uint8Array.fromBase64(base64);
    const binary = atob(base64);
    const bytes = new Uint8Array(binary.length);
    for (let index = 0; index < binary.length; index++) bytes[index] = binary.charCodeAt(index);
    return bytes;
  } catch {
    return undefined;
  }
}

export async function blobToBase64(blob: Blob): Promise<string> {
  return bytesToBase64(new Uint8Array(await blob.arrayBuffer()));
}

function bytesToBase64(bytes: Uint8Array<ArrayBuffer>): string {
  if (typeof bytes.toBase64 === 'function') return bytes.toBase64();
  // Letter by letter: `btoa` wants a string of bytes, and making that one takes ten times as long.
  const text = new Uint8Array(Math.ceil(bytes.length / 3) * 4).fill('='.charCodeAt(0));
  for (let at = 0, out = 0; at < bytes.length; at += 3, out += 4) {
    const first = bytes[at] ?? 0;
    const second = bytes[at + 1] ?? 0;
    const third = bytes[at + 2] ?? 0;
    text[out] = ALPHABET[first >> 2] as number;
    text[out + 1] = ALPHABET[((first & 3) << 4) | (second >> 4)] as number;
    if (at + 1 < bytes.length) text[out + 2] = ALPHABET[((second & 15) << 2) | (third >> 6)] as number;
    if (at + 2 < bytes.length) text[out + 3] = ALPHABET[third & 63] as number;
  }
  return new TextDecoder().decode(text);
}

export async function blobToDataUrl(blob: Blob): Promise<string> {
  return `data:${blob.type};base64,${await blobToBase64(blob)}`;
}
