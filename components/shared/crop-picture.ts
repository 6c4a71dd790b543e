// Draws a piece of evidence as it is shown to others: cut to its crop, its boxes in red. Runs in extension pages.
import type { Rect } from '@/lib/model/primitives';
import type { Evidence } from '@/lib/model/session';

type Framing = Pick<Evidence, 'crop' | 'boxes' | 'width' | 'height'>;

const BOX_COLOUR = '#e00000';
const JPEG_QUALITY = 0.9;

/**
 * The part of the picture that is shown, in whole picture pixels: the crop kept inside the picture, at least 1 × 1;
 * the whole picture without a crop.
 */
export function shownArea({ crop, width, height }: Omit<Framing, 'boxes'>): Rect {
  if (!crop) return { x: 0, y: 0, width, height };
  const x = clamp(Math.round(crop.x), 0, width - 1);
  const y = clamp(Math.round(crop.y), 0, height - 1);
  return {
    x,
    y,
    width: clamp(Math.round(crop.x + crop.width) - x, 1, width - x),
    height: clamp(Math.round(crop.y + crop.height) - y, 1, height - y),
  };
}

/** Line width of a box in picture pixels: readable on a thumbnail and on paper. */
export function boxLineWidth({ width, height }: Pick<Rect, 'width' | 'height'>): number {
  return Math.max(3, Math.round(Math.max(width, height) / 320));
}

/**
 * The finished picture as a JPEG.
 * @param image the whole picture as a data URL (JPEG or PNG)
 * @throws Error with a Chinese sentence when the picture cannot be decoded
 */
export async function renderEvidence(
  image: string,
  evidence: Framing,
): Promise<{ bytes: Uint8Array<ArrayBuffer>; width: number; height: number }> {
  const bitmap = await decode(image);
  try {
    const area = shownArea(evidence);
    // The record speaks of `width` × `height`; a picture stored at another size is scaled to it.
    const scaleX = bitmap.width / evidence.width;
    const scaleY = bitmap.height / evidence.height;
    const canvas = new OffscreenCanvas(area.width, area.height);
    const context = canvas.getContext('2d');
    if (!context) throw new Error('浏览器未能生成取证图片，请关闭一些标签页后重试。');
    context.fillStyle = '#fff';
    context.fillRect(0, 0, area.width, area.height);
    context.drawImage(
      bitmap,
      area.x * scaleX,
      area.y * scaleY,
      area.width * scaleX,
      area.height * scaleY,
      0,
      0,
      area.width,
      area.height,
    );
    const line = boxLineWidth(area);
    for (const box of evidence.boxes) {
      const outline = [box.x - area.x, box.y - area.y, box.width, box.height] as const;
      // A white line around the red one keeps it visible on red banners.
      context.strokeStyle = '#fff';
      context.lineWidth = line + 2;
      context.strokeRect(...outline);
      context.strokeStyle = BOX_COLOUR;
      context.lineWidth = line;
      context.strokeRect(...outline);
    }
    const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: JPEG_QUALITY });
    return { bytes: new Uint8Array(await blob.arrayBuffer()), width: area.width, height: area.height };
  } finally {
    bitmap.close();
  }
}

async function decode(image: string): Promise<ImageBitmap> {
  const match = /^data:(image\/(?:jpeg|png));base64,(.*)$/s.exec(image);
  try {
    if (!match?.[2]) throw new Error('not a picture');
    const binary = atob(match[2]);
    const bytes = new Uint8Array(binary.length);
    for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
    return await createImageBitmap(new Blob([bytes], { type: match[1] }));
  } catch {
    throw new Error('取证图片已损坏，无法打开；请删除后重新截取。');
  }
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
