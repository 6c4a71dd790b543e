// Why a workbook was not read, in one Chinese sentence for the user.

export class XlsxError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'XlsxError';
  }
}
