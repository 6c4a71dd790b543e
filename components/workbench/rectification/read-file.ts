// A chosen file as the desk keeps it, and back to bytes for a download.
import type { NewFile } from '@/lib/desk/calls/rectification';

const MOST_BYTES = 10 * 1024 * 1024;

/** Rejects with one sentence when the file is too large or cannot be read. */
export async function readFile(file: File): Promise<NewFile> {
  if (file.size > MOST_BYTES) throw new Error(`附件“${file.name}”超过 10 MB，未能保存，请压缩后再上传。`);
  const data = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(new Error(`附件“${file.name}”无法读取，请重新选择。`));
    reader.readAsDataURL(file);
  });
  // The declared type may be anything; only the content behind the comma counts.
  const mime = file.type || 'application/octet-stream';
  return { name: file.name, mime, data: `data:${mime};base64,${data.slice(data.indexOf(',') + 1)}` };
}

/** The bytes behind a base64 data URL. */
export function bytesOf(data: string): Uint8Array<ArrayBuffer> {
  const binary = atob(data.slice(data.indexOf(',') + 1));
  const bytes = new Uint8Array(binary.length);
  for (let index = 0; index < binary.length; index++) bytes[index] = binary.charCodeAt(index);
  return bytes;
}
