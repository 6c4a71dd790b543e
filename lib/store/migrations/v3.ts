// The third version: verdicts, decisions and journal lie in bundles, for merging writes thousands of sheets.
import { defineMigration } from './define-migration';

export default defineMigration({
  version: 3,
  stores: {
    verdicts: null,
    decisions: null,
    journal: null,
    verdictBundles: '[sessionId+part]',
    decisionBundles: '[sessionId+part]',
    journalBundles: '[sessionId+part]',
  },
  gather: {
    verdicts: { into: 'verdictBundles', partOf: () => 0 },
    decisions: { into: 'decisionBundles', partOf: ({ criterionId }) => `${criterionId}` },
    journal: { into: 'journalBundles', partOf: ({ seq }) => Math.floor((Number(seq) - 1) / 16) },
  },
});
