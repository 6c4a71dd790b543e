// What is stored: each table's record schema and primary key, read by both repositories, the backup and the tests.
import { z } from 'zod';
import { CitizenReport } from '@/lib/model/citizen-report';
import { ColumnRegister } from '@/lib/model/columns';
import { LinkStatus } from '@/lib/model/facts/link-status';
import { IndicatorSet } from '@/lib/model/indicator-set';
import { Repost, RepostItem } from '@/lib/model/new-media';
import { PageFacts } from '@/lib/model/page-facts';
import { PaperTemplate } from '@/lib/model/paper-template';
import { Id, Instant } from '@/lib/model/primitives';
import { Rectification, RectificationFile } from '@/lib/model/rectification';
import { Assignment, FrozenSheet, Round, RoundEvent } from '@/lib/model/round';
import { Decision, Evidence, JournalEntry, Run, Session, Subject, Verdict, Visit } from '@/lib/model/session';
import { Settings } from '@/lib/model/settings';
import { WordList } from '@/lib/model/word-list';

/** The one settings record. */
export const SettingsRecord = z.object({ id: z.literal('settings'), value: Settings });
/** A run without its facts, which are large and rarely read. */
export const RunRecord = Run.omit({ facts: true });
export const FactsRecord = z.object({ runId: Id, sessionId: Id, facts: PageFacts });
/** Picture bytes under the evidence's id. */
export const ImageRecord = z.object({ id: Id, sessionId: Id, blob: z.instanceof(Blob) });
/** What one address answered during an inspection. */
export const LinkStatusRecord = LinkStatus.extend({ sessionId: Id });
/** A write that arrived by message, with its answer, so that the same call sent again is not applied again. */
export const CallRecord = z.object({ id: Id, at: Instant, output: z.json(), changes: z.array(z.json()) });

/** Tables by name: schema of a record and the fields of its primary key. */
export const tableShapes = {
  settings: { record: SettingsRecord, key: ['id'] },
  sets: { record: IndicatorSet, key: ['id', 'version'] },
  rounds: { record: Round, key: ['id'] },
  subjects: { record: Subject, key: ['id'] },
  sessions: { record: Session, key: ['id'] },
  verdicts: { record: Verdict, key: ['sessionId', 'criterionId'] },
  decisions: { record: Decision, key: ['sessionId', 'criterionId', 'findingKey'] },
  journal: { record: JournalEntry, key: ['sessionId', 'seq'] },
  runs: { record: RunRecord, key: ['id'] },
  facts: { record: FactsRecord, key: ['runId'] },
  visits: { record: Visit, key: ['sessionId', 'url'] },
  evidence: { record: Evidence, key: ['id'] },
  evidenceImages: { record: ImageRecord, key: ['id'] },
  wordLists: { record: WordList, key: ['id'] },
  linkStatuses: { record: LinkStatusRecord, key: ['sessionId', 'url'] },
  columnRegisters: { record: ColumnRegister, key: ['subjectId'] },
  assignments: { record: Assignment, key: ['roundId', 'subjectId'] },
  frozenSheets: { record: FrozenSheet, key: ['roundId', 'sessionId'] },
  roundEvents: { record: RoundEvent, key: ['roundId', 'seq'] },
  repostItems: { record: RepostItem, key: ['roundId', 'id'] },
  reposts: { record: Repost, key: ['roundId', 'itemId', 'subjectId'] },
  citizenReports: { record: CitizenReport, key: ['roundId', 'number'] },
  rectifications: { record: Rectification, key: ['id'] },
  rectificationFiles: { record: RectificationFile, key: ['id'] },
  paperTemplates: { record: PaperTemplate, key: ['id'] },
  calls: { record: CallRecord, key: ['id'] },
} as const;

export type TableName = keyof typeof tableShapes;
export type RecordOf<N extends TableName> = z.infer<(typeof tableShapes)[N]['record']>;

/** Table names in a fixed order. */
export const tableNames = Object.keys(tableShapes) as TableName[];

/** Tables whose records belong to one session. */
export const sessionTables = [
  'verdicts',
  'decisions',
  'journal',
  'runs',
  'facts',
  'visits',
  'evidence',
  'evidenceImages',
  'linkStatuses',
] as const satisfies readonly TableName[];

/** A primary key: the field's value, or all of them in order when the key has several fields. */
export type Key = string | readonly (string | number)[];

/** The primary key of a record. */
export function keyOf(table: TableName, record: object): Key {
  const fields: readonly string[] = tableShapes[table].key;
  const values = fields.map((field) => (record as Record<string, string | number>)[field]);
  return values.length === 1 ? (values[0] as string) : (values as (string | number)[]);
}

/** As a database sorts primary keys: numbers by size, texts by their code units. */
export function compareKeys(a: Key, b: Key): number {
  if (typeof a === 'string' || typeof b === 'string') return a === b ? 0 : a < b ? -1 : 1;
  for (const [index, left] of a.entries()) {
    const right = b[index] ?? '';
    if (left !== right) return left < right ? -1 : 1;
  }
  return 0;
}
