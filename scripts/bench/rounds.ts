// Measures a round of 2,000 subjects with 500 whole inspections: opening its board, sorting and filtering, against a plain
// Dexie read of the same rows.
import 'fake-indexeddb/auto';
import { performance } from 'node:perf_hooks';
import { NO_BOARD_FILTER, shownBoardRows } from '../../components/workbench/rounds/board-filter';
import { createLocalDesk } from '../../lib/desk/local-desk';
import { criteriaOf } from '../../lib/indicators/criteria';
import { shippedSets } from '../../lib/indicators/shipped';
import type { Verdict } from '../../lib/model/session';
import { boardTallies } from '../../lib/rounds/board';
import { openDexie, openRepository } from '../../lib/store/dexie-repository';

const SUBJECTS = 2_000;
const SESSIONS = 500;
const NAME = 'bench-rounds';

/**
 * Milliseconds, medians of `runs`; ratios are to the plain read of subjects, assignments, sessions and verdicts. `open` is
 * a desk that was just started, `reopen` one that knows the scores already.
 */
export async function benchRounds(runs = 5) {
  const repository = openRepository(NAME);
  let ids = 0;
  const newDesk = () =>
    createLocalDesk({
      repository,
      now: () => new Date(Date.parse('2026-11-20T01:00:00.000Z') + ids),
      newId: () => `id${++ids}`,
      notify: () => undefined,
      shippedSets,
      knownChecks: new Map(),
    });
  const desk = newDesk();
  const subjects = Array.from({ length: SUBJECTS }, (_, at) => ({
    id: `s${at}`,
    kind: 'website' as const,
    name: `示例单位${(at * 7_919) % SUBJECTS}`,
    group: at % 5 === 0 ? ('district' as const) : ('department' as const),
    host: `w${at}.shili.gov.cn`,
    aliases: [],
    adHoc: false,
    hasServices: true,
  }));
  await repository.transaction('write', ({ subjects: table }) => table.putMany(subjects));
  const plan = {
    name: '测速',
    sets: [{ kind: 'website' as const, setId: 'city-website' }],
    previousId: null,
  };
  const { id: roundId } = await desk.createRound({ plan, draw: { kind: 'all' }, by: '' });
  const set = shippedSets.find(({ id }) => id === 'city-website');
  const criteria = set ? criteriaOf(set).map(({ criterion }) => criterion.id) : [];
  for (const { id } of subjects.slice(0, SESSIONS)) {
    const { id: sessionId } = await desk.startSession({ subject: { id }, roundId, inspector: '张三' });
    const verdicts = criteria.map((criterionId, at): Verdict => {
      const hit = at % 20 === 0;
      const common = { note: '', findingKeys: [], evidenceIds: [], by: '张三', from: 'manual' as const };
      const noted = '2026-11-20T01:00:00.000Z';
      return { ...common, sessionId, criterionId, status: hit ? 'hit' : 'ok', count: hit ? 1 : 0, at: noted };
    });
    await repository.transaction('write', (tables) => tables.verdicts.putMany(verdicts));
  }

  const plain = openDexie(NAME);
  const read = () =>
    Promise.all(
      ['subjects', 'assignments', 'sessions', 'verdictBundles'].map((table) => plain.table(table).toArray()),
    );
  const readMs = await median(runs, read);
  const openMs = await median(runs, () => newDesk().roundBoard({ roundId }));
  const { rows } = await desk.roundBoard({ roundId });
  const reopenMs = await median(runs, () => desk.roundBoard({ roundId }));
  const due = { roundDue: '2026-11-30', today: '2026-11-20' };
  const filter = { ...NO_BOARD_FILTER, text: '单位19' };
  const byName = { key: 'subject' as const, descending: true };
  const sortMs = await median(runs, () => shownBoardRows(rows, NO_BOARD_FILTER, byName, due));
  const filterMs = await median(runs, () => shownBoardRows(rows, filter, byName, due));
  const tallyMs = await median(runs, () => boardTallies(rows, due));
  plain.close();
  repository.close();
  const ratio = (ms: number) => Math.round((ms / readMs) * 100) / 100;
  return {
    subjects: rows.length,
    sessions: SESSIONS,
    verdicts: SESSIONS * criteria.length,
    plainReadMs: rounded(readMs),
    openMs: rounded(openMs),
    reopenMs: rounded(reopenMs),
    sortMs: rounded(sortMs),
    filterMs: rounded(filterMs),
    tallyMs: rounded(tallyMs),
    openRatio: ratio(openMs),
    reopenRatio: ratio(reopenMs),
    sortRatio: ratio(sortMs),
    filterRatio: ratio(filterMs),
  };
}

async function median(runs: number, act: () => unknown): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    await act();
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)] ?? 0;
}

function rounded(ms: number): number {
  return Math.round(ms * 10) / 10;
}
