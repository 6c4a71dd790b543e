// The first version of the database.
import { defineMigration } from './define-migration';

export default defineMigration({
  version: 1,
  stores: {
    settings: 'id',
    sets: '[id+version]',
    rounds: 'id',
    subjects: 'id',
    sessions: 'id',
    verdicts: '[sessionId+criterionId]',
    decisions: '[sessionId+criterionId+findingKey]',
    journal: '[sessionId+seq]',
    runs: 'id,sessionId',
    facts: 'runId,sessionId',
    visits: '[sessionId+url]',
    evidence: 'id,sessionId',
    evidenceImages: 'id,sessionId',
    calls: 'id,at',
  },
});
