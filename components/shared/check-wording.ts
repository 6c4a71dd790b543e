// What the checks are called and how they are described, without loading the checks themselves: screens open sooner.
import type { CheckWording } from '@/lib/locale/check-wording';

const files = import.meta.glob<CheckWording>('../../lib/locale/zh-CN/checks/*.ts', {
  eager: true,
  import: 'default',
});

/** Wording by check id, sorted by id. The id is the file's name; every check has one. */
export const checkWording: ReadonlyMap<string, CheckWording> = new Map(
  Object.entries(files)
    .map(([file, wording]) => [file.replace(/^.*\//, '').replace(/\.ts$/, ''), wording] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1)),
);

/** All check ids, sorted. */
export const checkIds: readonly string[] = [...checkWording.keys()];

/** Title for the screen; the id itself for a check that this version does not have (a run of an older one). */
export function checkTitle(checkId: string): string {
  return checkWording.get(checkId)?.title ?? checkId;
}

/** Ids of the checks that are no part of the one-click check, sorted. */
export const onDemandIds: readonly string[] = checkIds.filter((id) => checkWording.get(id)?.onDemand);

/** Ids of the checks of one click, sorted. */
export const oneClickIds: readonly string[] = checkIds.filter((id) => !onDemandIds.includes(id));
