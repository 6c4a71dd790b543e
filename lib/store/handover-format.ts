// The shape of a hand-over file: lines of JSON, a header, what several inspections share, then one inspection after another.
import { z } from 'zod';
import { PageFacts } from '@/lib/model/page-facts';
import { Id, Instant } from '@/lib/model/primitives';
import { Decision, Evidence, JournalEntry, Run, Session, Verdict, Visit } from '@/lib/model/session';
import { canonicalJson } from '@/lib/text/canonical-json';
import { FileRefused } from './file-refused';
import type { HandoverVersion } from './handover-versions/define-handover-version';
import { LinkStatusRecord, type tableShapes } from './tables';

export const HANDOVER_FAMILY = 'gov-site-inspector/handover';
const files = import.meta.glob<HandoverVersion>('./handover-versions/v*.ts', {
  eager: true,
  import: 'default',
});
export const handoverVersions = Object.values(files).sort((a, b) => a.version - b.version);

/** The version that this program writes. */
export const HANDOVER_VERSION: number = Math.max(...handoverVersions.map(({ version }) => version));

/** How two copies become one, in the head of every file; the whole rule is in docs/file-formats.md. */
export const MERGE_RULE =
  '同一检查按操作记录编号（id）合并：双方记录全部保留，按最初序号、时间、编号排列后重新连续编号；单方改动自动采用，双方对同一评分点认定不同的由人确定，并另记一条合并记录。';

/** First line. `by`: whose inspections; '' = everybody's. */
export const HandoverHeader = z.object({
  schema: z.literal(`${HANDOVER_FAMILY}@${HANDOVER_VERSION}`),
  at: Instant,
  by: z.string(),
  rule: z.string(),
  /** Sessions and pictures that follow. */
  sessions: z.int().min(0),
  pictures: z.int().min(0),
});
export type HandoverHeader = z.infer<typeof HandoverHeader>;

/** Tables of which records travel beside the sessions, in the order of the file. */
export const sharedTables = [
  'sets',
  'rounds',
  'subjects',
  'assignments',
  'repostItems',
  'reposts',
  'citizenReports',
  'rectifications',
  'rectificationFiles',
  'columnRegisters',
] as const;
export type SharedTable = (typeof sharedTables)[number];
export type Shared = { [T in SharedTable]: z.infer<(typeof tableShapes)[T]['record']>[] };

/** An inspection without its pictures and facts, which follow in lines of their own. */
export const SessionLine = z.object({
  session: Session,
  verdicts: z.array(Verdict),
  decisions: z.array(Decision),
  journal: z.array(JournalEntry),
  runs: z.array(Run.omit({ facts: true })),
  visits: z.array(Visit),
  linkStatuses: z.array(LinkStatusRecord),
  evidence: z.array(Evidence),
});
export type SessionLine = z.infer<typeof SessionLine>;

export const FactsLine = z.object({ runId: Id, facts: PageFacts });
export const ImageLine = z.object({ id: Id, mime: z.enum(['image/jpeg', 'image/png']), base64: z.string() });
/** Last line: `hash` as `FileHash` makes it of all lines before. */
export const EndLine = z.object({ end: z.literal(true), lines: z.int(), hash: z.string() });

/**
 * The content hash of a file: SHA-256 (hex) over the SHA-256 digests of its lines in order, each line as canonical
 * JSON. So a file can be checked while it is read, and re-formatting alone does not break it.
 */
export class FileHash {
  #digests: Uint8Array[] = [];
  #working: Promise<unknown> = Promise.resolve();

  /**
   * Resolves when the next line may come: one is worked out while the caller makes another.
   * @param line canonical JSON, or its UTF-8 bytes
   */
  async add(line: string | Uint8Array<ArrayBuffer>): Promise<void> {
    const before = this.#working;
    const bytes = typeof line === 'string' ? new TextEncoder().encode(line) : line;
    const index = this.#digests.push(new Uint8Array(32)) - 1;
    this.#working = crypto.subtle.digest('SHA-256', bytes).then((digest) => {
      this.#digests[index] = new Uint8Array(digest);
    });
    await before;
  }

  get lines(): number {
    return this.#digests.length;
  }

  async hex(): Promise<string> {
    await this.#working;
    const all = new Uint8Array(this.#digests.length * 32);
    for (const [index, digest] of this.#digests.entries()) all.set(digest, index * 32);
    const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', all));
    return [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  }
}

/** One record of a shared table in a line. */
export function sharedLine(table: SharedTable, record: object): string {
  return canonicalJson({ [table]: record });
}

/** The refusal of a file that is ours but not whole. */
export function damagedHandover(where: string, cause?: unknown): FileRefused {
  return new FileRefused(
    `交接文件不完整或已损坏（${where}），未作任何改动，请重新索取该文件。`,
    'invalid',
    cause,
  );
}
