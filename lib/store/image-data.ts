// Picture bytes between data URL, base64 and Blob; works in pages, service workers and Node alike.

const DATA_URL = /^data:(image\/(?:jpeg|png));base64,([A-Za-z0-9+/]+={0,2})$/;
const SIGNATURES = { 'image/jpeg': [0xff, 0xd8, 0xff], 'image/png': [0x89, 0x50, 0x4e, 0x47] };
const CHUNK = 0x8000;

export type ImageMime = keyof typeof SIGNATURES;

/** The picture of a base64 data URL; undefined unless it is a JPEG or PNG by declaration and by its first bytes. */
export function dataUrlToBlob(dataUrl: string): Blob | undefined {
  const match = DATA_URL.exec(dataUrl);
  if (!match?.[1] || !match[2]) return undefined;
  return base64ToImage(match[2], match[1] as ImageMime);
}

/** The picture of base64 text; undefined unless it decodes and starts like a picture of that kind. */
export function base64ToImage(base64: string, mime: ImageMime): Blob | undefined {
  let binary: string;
  try {
    binary = atob(base64);
  } catch {
    return undefined;
  }
  if (!SIGNATURES[mime].every((byte, index) => binary.charCodeAt(index) === byte)) return undefined;
  const bytes = new Uint8Array(binary.length);
  for (let index = 0; index < binary.length; index++) bytes[index] = binary.charCodeAt(index);
  return new Blob([bytes], { type: mime });
}

export async function blobToBase64(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let binary = '';
  // In portions: a call with all bytes as arguments would overflow the stack.
  for (let at = 0; at < bytes.length; at += CHUNK) {
    binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  }
  return btoa(binary);
}

export async function blobToDataUrl(blob: Blob): Promise<string> {
  return `data:${blob.type};base64,${await blobToBase64(blob)}`;
}
