// Makes the file of one inspection and hands it to the browser; the writers are loaded only when asked for.
import type { DeskClient } from '@/components/client';
import { renderEvidence } from './crop-picture';

export type SheetFormat = 'xlsx' | 'csv' | 'html' | 'json';

/** What the menus call the formats. */
export const SHEET_FORMATS: readonly { format: SheetFormat; label: string }[] = [
  { format: 'xlsx', label: '评分表（XLSX）' },
  { format: 'html', label: '评分表（HTML，可打印）' },
  { format: 'csv', label: '评分表（CSV）' },
  { format: 'json', label: '检查数据（JSON）' },
];

/**
 * Exports one session and starts the download.
 * @returns the file name. Rejects with DeskError when the session cannot be read.
 */
export async function exportSheet(
  client: DeskClient,
  sessionId: string,
  format: SheetFormat,
): Promise<string> {
  const [writer, view] = await Promise.all([
    import('@/lib/export/export-sheet'),
    client.desk.sessionView({ sessionId }),
  ]);
  const file = await writer.exportSheet({
    desk: client.desk,
    view,
    format,
    now: client.now(),
    renderPicture: renderEvidence,
  });
  await client.saveFile(file.name, file.bytes, file.mime);
  return file.name;
}
