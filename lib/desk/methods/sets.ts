// Desk calls on indicator sets: shipped ones and the office's own; a version once used never changes.
import { lintSet } from '@/lib/indicators/lint-set';
import type { IndicatorSet } from '@/lib/model/indicator-set';
import { sameJson } from '@/lib/store/same-json';
import { byCodePoint } from '@/lib/text/order';
import type { SetRow } from '../calls/sets';
import { DeskError } from '../desk-error';
import { type Handlers, notFound, type Work } from '../work';

export const setHandlers: Handlers<'listSets' | 'getSet' | 'putSet' | 'removeSet'> = {
  listSets: {
    mode: 'read',
    async run(work) {
      const sets = await knownSets(work);
      return sets
        .map((set) => rowOf(set, isShipped(work, set)))
        .sort(
          (a, b) =>
            Number(b.shipped) - Number(a.shipped) ||
            byCodePoint(a.id, b.id) ||
            compareVersions(b.version, a.version),
        );
    },
  },
  getSet: { mode: 'read', run: (work, { id, version }) => findSet(work, id, version) },
  putSet: {
    mode: 'write',
    async run(work, candidate) {
      const { set, problems } = lintSet(candidate, work.knownChecks);
      const errors = problems.filter(({ severity }) => severity === 'error');
      if (!set || errors[0]) {
        const more = errors.length > 1 ? `（共${errors.length}处问题）` : '';
        throw new DeskError(
          'invalid',
          `指标体系未保存：${errors[0]?.message ?? '内容不符合格式要求'}${more}`,
        );
      }
      const known = (await knownSets(work)).find(
        ({ id, version }) => id === set.id && version === set.version,
      );
      if (known && !sameJson(known, set)) {
        throw new DeskError(
          'conflict',
          `指标体系“${set.title}”的版本${set.version}已存在且内容不同，请改用新的版本号后再保存。`,
        );
      }
      if (known) return {};
      await work.tables.sets.put(set);
      work.changed({ what: 'sets' });
      return {};
    },
  },
  removeSet: {
    mode: 'write',
    async run(work, { id, version }) {
      const set = await findSet(work, id, version);
      if (isShipped(work, set)) throw new DeskError('conflict', '随扩展提供的指标体系不能删除。');
      const sessions = await work.tables.sessions.all();
      const used = sessions.filter(
        (session) => session.setId === id && session.setVersion === version,
      ).length;
      if (used > 0) {
        throw new DeskError('conflict', `该指标体系已用于${used}次检查，不能删除。`);
      }
      await work.tables.sets.delete([id, version]);
      work.changed({ what: 'sets' });
      return {};
    },
  },
};

/** A set by id and version, or the newest version of the id. Refused when there is none. */
export async function findSet(work: Work, id: string, version?: string): Promise<IndicatorSet> {
  const candidates = version === undefined ? await knownSets(work) : await versionsNamed(work, id, version);
  const found = candidates
    .filter((set) => set.id === id)
    .sort((a, b) => compareVersions(b.version, a.version))[0];
  if (!found) throw notFound('指标体系');
  return found;
}

/** Keeps the set's content, so that a session can read it when a later version of the extension ships another one. */
export async function pinSet(work: Work, set: IndicatorSet): Promise<void> {
  if (await work.tables.sets.get([set.id, set.version])) return;
  await work.tables.sets.add(set);
}

/** Stored sets, then shipped ones that are not stored: what a session pinned counts before what is shipped now. */
async function knownSets(work: Work): Promise<IndicatorSet[]> {
  const stored = await work.tables.sets.all();
  const isStored = (set: IndicatorSet) =>
    stored.some(({ id, version }) => id === set.id && version === set.version);
  return [...stored, ...work.shippedSets.filter((set) => !isStored(set))];
}

async function versionsNamed(work: Work, id: string, version: string): Promise<IndicatorSet[]> {
  const stored = await work.tables.sets.get([id, version]);
  return stored ? [stored] : work.shippedSets.filter((set) => set.id === id && set.version === version);
}

function isShipped(work: Work, { id, version }: IndicatorSet): boolean {
  return work.shippedSets.some((set) => set.id === id && set.version === version);
}

function rowOf(set: IndicatorSet, shipped: boolean): SetRow {
  const unconfirmed = set.parts.some(
    (part) =>
      !part.confirmed ||
      part.categories.some((category) =>
        category.indicators.some(
          (indicator) => !indicator.confirmed || indicator.criteria.some(({ confirmed }) => !confirmed),
        ),
      ),
  );
  return {
    id: set.id,
    version: set.version,
    title: set.title,
    appliesTo: set.appliesTo,
    shipped,
    unconfirmed,
  };
}

/** Versions by number where they have numbers: 2023.10 after 2023.9. */
function compareVersions(a: string, b: string): number {
  const [left, right] = [a.split(/(\d+)/), b.split(/(\d+)/)];
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    const [x, y] = [left[index] ?? '', right[index] ?? ''];
    if (x === y) continue;
    return index % 2 === 1 && Number(x) !== Number(y) ? Number(x) - Number(y) : byCodePoint(x, y);
  }
  return 0;
}
