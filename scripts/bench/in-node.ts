// What benches do without a browser, in one module that Vite loads: stored versions and sets are found by `import.meta.glob`.
import { goldenRecords } from '@/test/rounds/golden-round';
import { benchPapers } from './papers';
import { benchRegister } from './register';
import { benchRounds } from './rounds';

export const inNode: Record<string, () => unknown> = {
  register: () => benchRegister(),
  rounds: () => benchRounds(),
  papers: () => benchPapers(goldenRecords().now),
};

export { makeHandoverFiles } from './handover-files';
