// All checks and their Chinese wording, found by file place: adding a check edits no list.
import type { z } from 'zod';
import type { CheckWording } from '@/lib/locale/check-wording';
import type { Check } from './define-check';
import type { SiteCheck } from './define-site-check';

const checkFiles = import.meta.glob<Check>('../*.ts', { eager: true, import: 'default' });
const siteFiles = import.meta.glob<SiteCheck>('../site/*.ts', { eager: true, import: 'default' });
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

/** Checks over all pages of a session, by id, sorted by id. */
export const siteChecks: ReadonlyMap<string, SiteCheck> = new Map(
  Object.entries(siteFiles)
    .map(([file, check]) => [fileId(file), check] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1)),
);

/** All checks, of pages and of sites, with the schema of their limits: what a set may refer to. A site check takes none. */
export const knownChecks: ReadonlyMap<string, z.ZodType | undefined> = new Map([
  ...[...checks].map(([id, { params }]) => [id, params] as const),
  ...[...siteChecks.keys()].map((id) => [id, undefined] as const),
]);

/** Ids of all checks. */
export const checkIds: ReadonlySet<string> = new Set(knownChecks.keys());

/** Wording by check id. */
export const checkWording: ReadonlyMap<string, CheckWording> = new Map(
  Object.entries(wordingFiles).map(([file, wording]) => [fileId(file), wording]),
);

function fileId(file: string): string {
  return file.replace(/^.*\//, '').replace(/\.ts$/, '');
}
