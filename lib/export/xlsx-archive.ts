// Looks at a workbook's archive before anything of it is unpacked: whole, of bearable size, without macros, really .xlsx.
import { unzip } from 'fflate';
import { XlsxError } from './xlsx-error';

/** What the parts of a workbook may come to when unpacked; 2,000 rows take about two megabytes. */
const MOST_UNPACKED = 150 * 1024 * 1024;
const MOST_PARTS = 5_000;
/** How every refusal ends that another way of saving would mend. */
const SAVE_AS = '请用 Excel 或 WPS 另存为 .xlsx 文件后重试。';

/** Reads the archive's directory only. @throws XlsxError */
export async function checkArchive(bytes: Uint8Array): Promise<void> {
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) {
    throw new XlsxError(
      '该文件是旧版 .xls 或已加密的工作簿，请用 Excel 或 WPS 另存为不加密的 .xlsx 文件后重试。',
    );
  }
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) {
    throw new XlsxError(`该文件不是有效的 .xlsx 工作簿，${SAVE_AS}`);
  }
  const parts: { name: string; size: number; originalSize: number }[] = [];
  await new Promise<void>((resolve, reject) => {
    unzip(
      bytes,
      {
        filter: (part) => {
          parts.push(part);
          return false;
        },
      },
      (error) => (error ? reject(error) : resolve()),
    );
  }).catch((cause) => {
    throw damagedArchive(cause);
  });
  // A part that says it is empty and is not would be unpacked without a limit.
  const lies = parts.some(({ size, originalSize }) => originalSize === 0 && size > 2);
  const unpacked = parts.reduce((sum, { originalSize }) => sum + originalSize, 0);
  if (lies || unpacked > MOST_UNPACKED || parts.length > MOST_PARTS) {
    throw new XlsxError('该文件解压后过大，可能不是正常的表格，没有打开，请核实文件来源。');
  }
  const has = (path: RegExp) => parts.some((part) => path.test(part.name));
  if (has(/vbaProject\.bin$/i)) throw macrosInside();
  if (has(/^xl\/workbook\.bin$/i)) throw new XlsxError(`该文件是 .xlsb 工作簿，${SAVE_AS}`);
  if (!has(/^xl\/workbook\.xml$/i)) {
    throw new XlsxError('该文件不是 .xlsx 工作簿，请选择 .xlsx 表格。');
  }
}

/** The archive cannot be read to its end. */
export function damagedArchive(cause: unknown): XlsxError {
  return new XlsxError(`该文件不完整或已损坏，请重新复制或下载，再${SAVE_AS.slice(1)}`, { cause });
}

/** A workbook with macros is not opened, whether or not they would run. */
export function macrosInside(): XlsxError {
  return new XlsxError(`该文件是带宏的工作簿，为安全起见没有打开，${SAVE_AS}`);
}
