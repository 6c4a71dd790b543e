// Loads the evidence pictures of a report one at a time, framed as the inspector cut and marked them.
import type { Desk } from '@/lib/desk/protocol';
import type { Evidence } from '@/lib/model/session';

/** A picture ready to be embedded; size in pixels. */
export interface Picture {
  bytes: Uint8Array<ArrayBuffer>;
  mime: 'image/jpeg' | 'image/png';
  width: number;
  height: number;
}

/** Applies crop and boxes. `image` is the whole picture as a data URL. */
export type RenderPicture = (
  image: string,
  evidence: Evidence,
) => Promise<{ bytes: Uint8Array<ArrayBuffer>; width: number; height: number }>;

/**
 * Pictures by evidence id; without `render` the whole picture as captured. One that cannot be read is left out: the
 * report then says so at its place, because a lost picture must not cost the whole sheet.
 */
export async function loadPictures(
  desk: Pick<Desk, 'evidenceImage'>,
  evidence: readonly Evidence[],
  render?: RenderPicture,
): Promise<Map<string, Picture>> {
  const pictures = new Map<string, Picture>();
  for (const one of evidence) {
    try {
      const image = await desk.evidenceImage({ id: one.id });
      const picture = render
        ? await render(image, one)
        : { bytes: dataUrlBytes(image), width: one.width, height: one.height };
      const mime = pictureType(picture.bytes);
      if (mime) pictures.set(one.id, { ...picture, mime });
    } catch {
      // Told to the reader where the picture should stand.
    }
  }
  return pictures;
}

/** Bytes as a data URL. */
export function pictureDataUrl({ bytes, mime }: Picture): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 0x8000) {
    binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  }
  return `data:${mime};base64,${btoa(binary)}`;
}

function dataUrlBytes(url: string): Uint8Array<ArrayBuffer> {
  const comma = url.indexOf(',');
  if (!/^data:image\/(jpeg|png);base64$/.test(url.slice(0, comma))) throw new Error('not a picture');
  return base64Bytes(url.slice(comma + 1));
}

/** The bytes of base64 text. A plain loop: `Uint8Array.from` over a string takes many times as long. */
export function base64Bytes(base64: string): Uint8Array<ArrayBuffer> {
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let index = 0; index < binary.length; index++) bytes[index] = binary.charCodeAt(index);
  return bytes;
}

/** By the first bytes, not by what the record says. */
function pictureType(bytes: Uint8Array): Picture['mime'] | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return 'image/jpeg';
  if (bytes[0] === 0x89 && bytes[1] === 0x50 && bytes[2] === 0x4e && bytes[3] === 0x47) return 'image/png';
  return undefined;
}
