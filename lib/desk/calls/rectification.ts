// The desk's calls on rectification. They also work in a closed round: mending comes after it.
import { z } from 'zod';
import { Day, Id } from '@/lib/model/primitives';
import { Rectification, RectificationFile, RectificationState } from '@/lib/model/rectification';
import { Evidence, Subject } from '@/lib/model/session';
import { method } from '../method';

/** Characters of a data URL: 10 MB of file. */
const MOST_DATA = 14_000_000;
const TOO_LARGE = '附件超过 10 MB，未能保存，请压缩后再上传。';

/** A file to be kept with an item. */
export const NewFile = z.object({
  name: z.string().trim().min(1, '附件没有文件名，未能保存。').max(255, '附件的文件名过长，请改短后再上传。'),
  mime: z.string().max(200),
  data: z
    .string()
    .max(MOST_DATA, TOO_LARGE)
    .regex(/^data:[^,]*;base64,[A-Za-z0-9+/]*={0,2}$/, '附件内容无法读取，未能保存，请重新选择文件。'),
});
export type NewFile = z.infer<typeof NewFile>;

/** A file without its content. */
export const FileRow = RectificationFile.omit({ data: true }).extend({
  /** Bytes. */
  size: z.int(),
});
export type FileRow = z.infer<typeof FileRow>;

/** One row of the board. */
export const RectificationRow = z.object({
  item: Rectification,
  subject: Subject.pick({ id: true, kind: true, name: true, unit: true, group: true, host: true }),
  round: z.string(),
});
export type RectificationRow = z.infer<typeof RectificationRow>;

/** An item with all that a person looks at. */
export const RectificationView = RectificationRow.extend({
  /** In the order of the history. */
  files: z.array(FileRow),
  /** The criterion it breaks; left out when the inspection or its set is gone. */
  criterion: z.object({ indicator: z.string(), text: z.string() }).optional(),
  /** Picture of the problem; its bytes come from `evidenceImage`. */
  evidence: Evidence.optional(),
  /** false when the inspection it came from was deleted: then there is nothing to recheck with. */
  hasSession: z.boolean(),
});
export type RectificationView = z.infer<typeof RectificationView>;

/** What an earlier round promised, and whether it is seen again now. */
export const PromisedRow = z.object({
  item: Rectification,
  round: z.string(),
  again: z.enum(['found', 'not-found', 'unknown']),
});
export type PromisedRow = z.infer<typeof PromisedRow>;

const Ids = z.array(Id).min(1, '请先选择整改事项。').max(5_000);

export const rectificationCalls = {
  /** By round (newest first), unit, subject, address. Without `roundId` of all rounds. */
  listRectifications: method(z.object({ roundId: Id.optional() }), z.array(RectificationRow)),
  rectification: method(z.object({ id: Id }), RectificationView),
  /** A file with its content. */
  rectificationFile: method(z.object({ id: Id }), RectificationFile),
  /**
   * Makes the problems of finished inspections into items: of a round or of one session. Double checks count for
   * nothing. Doing it again adds only what is new. `unfinished` = inspections of the round that were left out.
   */
  makeRectifications: method(
    z.union([z.object({ roundId: Id, by: z.string() }), z.object({ sessionId: Id, by: z.string() })]),
    z.object({ made: z.int(), known: z.int(), sessions: z.int(), unfinished: z.int() }),
  ),
  /**
   * Moves all of these items, or none when one of them does not allow it. `dueDay` is set along with a notice; `files`
   * belong to one item, so they are refused with several.
   */
  moveRectifications: method(
    z.object({
      ids: Ids,
      to: RectificationState.exclude(['open', 'rechecked']),
      by: z.string(),
      text: z.string().max(5_000, '说明过长，请精简后再保存。'),
      dueDay: Day.optional(),
      files: z.array(NewFile).max(20, '一次最多上传 20 个附件。').optional(),
    }),
    z.array(Rectification),
  ),
  /** Sets or (null) takes away the due day; noted in each item's history. Closed items are refused. */
  setRectificationDue: method(
    z.object({ ids: Ids, dueDay: Day.nullable(), by: z.string() }),
    z.array(Rectification),
  ),
  /** Keeps one more file with an item. */
  addRectificationFile: method(z.object({ id: Id, by: z.string(), file: NewFile }), FileRow),
  /**
   * Notes a recheck, and with `decision` what the inspector made of it, in one step. `picture` is a data URL (JPEG or
   * PNG) of the page as it is now. The inspection that had found the problem is not touched.
   */
  recordRecheck: method(
    z.object({
      id: Id,
      by: z.string(),
      found: z.boolean(),
      /** What was seen, plain Chinese. */
      text: z.string().max(5_000),
      picture: z.string().max(MOST_DATA, TOO_LARGE).optional(),
      decision: z.object({ to: z.enum(['closed', 'reopened']), text: z.string().max(5_000) }).optional(),
    }),
    Rectification,
  ),
  /** What earlier rounds promised for the subject of this session. */
  promisedRectifications: method(z.object({ sessionId: Id }), z.array(PromisedRow)),
} as const;

export type RectificationMethod = keyof typeof rectificationCalls;
