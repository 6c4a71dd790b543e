// All checks and their Chinese wording, found by file place: adding a check edits no list.
import type { Check } from './define-check';

/** Wording of one check, in `lib/locale/zh-CN/checks/<id>.ts`. Plain, short office Chinese. */
export interface CheckWording {
  /** e.g. “网站标识要素” */
  title: string;
  /** Said when nothing is wrong. */
  passing: string;
  /** Said when something is; {n} is the number of findings. */
  failing: string;
  /** What the unit should do. */
  advice: string;
  /** What the check sees, and what it cannot see; for docs/checks.md and the panel's help. */
  sees: string;
  cannotSee: string;
}

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
