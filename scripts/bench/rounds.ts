// Measures a round of 2,000 subjects with 500 sessions: opening its board, sorting and filtering, against a plain Dexie read of the same rows.
import 'fake-indexeddb/auto';
import { performance } from 'node:perf_hooks';
import { NO_BOARD_FILTER, shownBoardRows } from '../../components/workbench/rounds/board-filter';
import { createLocalDesk } from '../../lib/desk/local-desk';
import { shippedSets } from '../../lib/indicators/shipped';
import { boardTallies } from '../../lib/rounds/board';
import { openDexie, openRepository } from '../../lib/store/dexie-repository';

const SUBJECTS = 2_000;
const SESSIONS = 500;
const NAME = 'bench-rounds';

/** Milliseconds, medians of `runs`; ratios are to the plain read of subjects, assignments, sessions and verdicts. */
export async function benchRounds(runs = 5) {
  const repository = openRepository(NAME);
  let ids = 0;
  const desk = createLocalDesk({
    repository,
    now: () => new Date(Date.parse('2026-11-20T01:00:00.000Z') + ids),
    newId: () => `id${++ids}`,
    notify: () => undefined,
    shippedSets,
    knownChecks: new Map(),
  });
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
  for (const { id } of subjects.slice(0, SESSIONS)) {
    await desk.startSession({ subject: { id }, roundId, inspector: '张三' });
  }

  const plain = openDexie(NAME);
  const read = () =>
    Promise.all(
      ['subjects', 'assignments', 'sessions', 'verdicts'].map((table) => plain.table(table).toArray()),
    );
  const readMs = await median(runs, read);
  const openMs = await median(runs, () => desk.roundBoard({ roundId }));
  const { rows } = await desk.roundBoard({ roundId });
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
    plainReadMs: rounded(readMs),
    openMs: rounded(openMs),
    sortMs: rounded(sortMs),
    filterMs: rounded(filterMs),
    tallyMs: rounded(tallyMs),
    openRatio: ratio(openMs),
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
