// All checks and their Chinese wording, found by file place: adding a check edits no list.
import type { CheckWording } from '@/lib/locale/check-wording';
import type { Check } from './define-check';

const checkFiles = import.meta.glob<Check>('../*.ts', { eager: true, import: 'default' });
const wordingFiles = import.meta.glob<CheckWording>('../../locale/zh-CN/checks/*.ts', {
  eager: true,
  import: 'default',
});

/** Checks by id, sorted by id. The id is the file's name. */
export const checks: ReadonlyMap<string, Check> = new Map(
  Object.entries(checkFiles)
    .map(([file, check]) => [fileId(file), check] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1)),
);

/** Wording by check id. */
export const checkWording: ReadonlyMap<string, CheckWording> = new Map(
  Object.entries(wordingFiles).map(([file, wording]) => [fileId(file), wording]),
);

function fileId(file: string): string {
  return file.replace(/^.*\//, '').replace(/\.ts$/, '');
}
