// Why a workbook was not read, in one Chinese sentence for the user.

export class XlsxError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'XlsxError';
  }
}

/** What to tell of a workbook that could not be read, whatever went wrong. */
export function xlsxSentence(error: unknown): string {
  if (error instanceof XlsxError) return error.message;
  return '文件无法读取，可能已损坏，请用 Excel 或 WPS 重新另存为 .xlsx 文件后重试。';
}
