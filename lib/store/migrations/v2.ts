// The second version: word lists, column registers and link statuses; register, rounds and rectification of a quarter.
import { defineMigration } from './define-migration';

export default defineMigration({
  version: 2,
  stores: {
    linkStatuses: '[sessionId+url]',
    wordLists: 'id',
    columnRegisters: 'subjectId',
    sessions: 'id,roundId,subjectId',
    assignments: '[roundId+subjectId]',
    frozenSheets: '[roundId+sessionId]',
    roundEvents: '[roundId+seq]',
    repostItems: '[roundId+id]',
    reposts: '[roundId+itemId+subjectId]',
    citizenReports: '[roundId+number]',
    rectifications: 'id,roundId,subjectId',
    rectificationFiles: 'id,rectificationId',
    paperTemplates: 'id',
  },
});
