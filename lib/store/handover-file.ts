// The hand-over file: one session with all that belongs to it, as one JSON document.
import { z } from 'zod';
import { IndicatorSet } from '@/lib/model/indicator-set';
import { Instant } from '@/lib/model/primitives';
import { Round } from '@/lib/model/round';
import { Decision, Evidence, JournalEntry, Run, Session, Subject, Verdict, Visit } from '@/lib/model/session';
import { FileRefused, schemaVersion } from './file-refused';
import type { HandoverVersion } from './handover-versions/define-handover-version';
import { blobToDataUrl, dataUrlToBlob } from './image-data';
import type { Repository } from './repository';

const HANDOVER_FAMILY = 'gov-site-inspector/handover';
const files = import.meta.glob<HandoverVersion>('./handover-versions/v*.ts', {
  eager: true,
  import: 'default',
});
const versions = Object.values(files).sort((a, b) => a.version - b.version);

/** The version that this program writes. */
export const HANDOVER_VERSION: number = Math.max(...versions.map(({ version }) => version));

/** Content of the present version. Lists are sorted by key, so that the same session gives the same bytes. */
export const Handover = z.object({
  schema: z.literal(`${HANDOVER_FAMILY}@${HANDOVER_VERSION}`),
  /** When the file was made. */
  at: Instant,
  session: Session,
  subject: Subject,
  round: Round,
  set: IndicatorSet,
  verdicts: z.array(Verdict),
  decisions: z.array(Decision),
  journal: z.array(JournalEntry),
  /** With facts where they are kept. */
  runs: z.array(Run),
  visits: z.array(Visit),
  /** `image` is a data URL. */
  evidence: z.array(Evidence.extend({ image: z.string() })),
});
export type Handover = z.infer<typeof Handover>;

/** Reads a session for hand-over; undefined when there is none. `at` is the instant of the file. */
export async function gatherHandover(
  repository: Repository,
  sessionId: string,
  at: string,
): Promise<Handover | undefined> {
  const found = await repository.transaction('read', async (tables) => {
    const session = await tables.sessions.get(sessionId);
    if (!session) return undefined;
    const subject = await tables.subjects.get(session.subjectId);
    const round = await tables.rounds.get(session.roundId);
    const set = await tables.sets.get([session.setId, session.setVersion]);
    if (!subject || !round || !set) return undefined;
    const facts = new Map((await tables.facts.ofSession(sessionId)).map((one) => [one.runId, one.facts]));
    const runs = (await tables.runs.ofSession(sessionId)).map((run) => ({
      ...run,
      ...(facts.has(run.id) ? { facts: facts.get(run.id) } : {}),
    }));
    return {
      session,
      subject,
      round,
      set,
      verdicts: await tables.verdicts.ofSession(sessionId),
      decisions: await tables.decisions.ofSession(sessionId),
      journal: await tables.journal.ofSession(sessionId),
      runs,
      visits: await tables.visits.ofSession(sessionId),
      evidence: await tables.evidence.ofSession(sessionId),
      images: await tables.evidenceImages.ofSession(sessionId),
    };
  });
  if (!found) return undefined;
  const { images, ...rest } = found;
  const blobs = new Map(images.map(({ id, blob }) => [id, blob]));
  const evidence: Handover['evidence'] = [];
  for (const record of rest.evidence) {
    const blob = blobs.get(record.id);
    if (blob) evidence.push({ ...record, image: await blobToDataUrl(blob) });
  }
  return { schema: `${HANDOVER_FAMILY}@${HANDOVER_VERSION}`, at, ...rest, evidence };
}

/** Reads a file of this or any earlier version and checks that it is whole. Rejects with FileRefused. */
export async function readHandover(file: Blob): Promise<Handover> {
  let json = await parseFile(file);
  const version = schemaVersion(json?.schema, HANDOVER_FAMILY);
  if (json === undefined || version === undefined) {
    throw new FileRefused('所选文件不是政务网站检查台的检查交接文件，请核对后重新选择。');
  }
  if (version > HANDOVER_VERSION) {
    throw new FileRefused('该交接文件由更新版本的政务网站检查台生成，请先升级扩展再导入。');
  }
  for (const step of versions.filter((one) => one.version >= version && one.toNext)) {
    json = step.toNext?.(json) ?? json;
  }
  const handover = Handover.safeParse(json);
  if (!handover.success)
    throw damaged(`“${handover.error.issues[0]?.path.join('.')}”处内容不符合要求`, handover.error);
  const fault = faultOf(handover.data);
  if (fault) throw damaged(fault);
  return handover.data;
}

async function parseFile(file: Blob): Promise<Record<string, unknown> | undefined> {
  try {
    const json: unknown = JSON.parse(await file.text());
    return typeof json === 'object' && json !== null ? (json as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

/** What does not fit together, or undefined. */
function faultOf({ session, subject, round, set, ...parts }: Handover): string | undefined {
  if (session.subjectId !== subject.id) return '检查对象不对应';
  if (session.roundId !== round.id) return '检查轮次不对应';
  if (session.setId !== set.id || session.setVersion !== set.version) return '指标体系不对应';
  const { verdicts, decisions, journal, runs, visits, evidence } = parts;
  const records = [...verdicts, ...decisions, ...journal, ...runs, ...visits, ...evidence];
  if (records.some(({ sessionId }) => sessionId !== session.id)) return '混有其他检查的记录';
  if (journal.some(({ seq }, index) => seq !== index + 1)) return '操作记录不连续';
  if (evidence.some(({ image, mime }) => dataUrlToBlob(image)?.type !== mime)) return '取证图片无法读取';
  for (const ids of [
    evidence.map(({ id }) => id),
    runs.map(({ id }) => id),
    evidence.map((e) => `${e.number}`),
  ]) {
    if (new Set(ids).size !== ids.length) return '有重复的记录';
  }
  return undefined;
}

function damaged(where: string, cause?: unknown): FileRefused {
  return new FileRefused(
    `交接文件不完整或已损坏（${where}），未作任何改动，请重新索取该文件。`,
    'invalid',
    cause,
  );
}
