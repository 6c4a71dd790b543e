// The example inspection as a file, with a desk that knows its pictures.
import type { ExportFormat } from '@/lib/export/export-sheet';
import { exportSheet } from '@/lib/export/export-sheet';
import type { ExportedFile } from '@/lib/export/exported-file';
import { AT, exampleView } from '../report/example-view';
import { tinyJpeg } from './pictures';

export const JPEG_URL = `data:image/jpeg;base64,${Buffer.from(tinyJpeg()).toString('base64')}`;
export const exampleDesk = { evidenceImage: async () => JPEG_URL };

export function exampleFile(format: ExportFormat, view = exampleView()): Promise<ExportedFile> {
  return exportSheet({ desk: exampleDesk, view, format, now: AT });
}

export const textOf = (file: ExportedFile) =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(file.bytes);
