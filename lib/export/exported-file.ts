// What every export gives, and how it says that there is nothing to give.

export const XLSX_MIME = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export interface ExportedFile {
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
  mime: string;
}

/** Nothing to export; `message` is one Chinese sentence for the inspector. */
export class ExportError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ExportError';
  }
}
