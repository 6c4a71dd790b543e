// Desk calls on pictures: numbered once and for all, linked to verdicts, never touched by undo.
import type { Evidence, Session } from '@/lib/model/session';
import { linkEvidence } from '@/lib/session/edit-verdict';
import { dataUrlToBlob } from '@/lib/store/image-data';
import { DeskError } from '../desk-error';
import { editableSession, type Handlers, notFound, touchSession, type Work } from '../work';
import { criteriaById, requireCriterion, Step } from './verdicts';

export const evidenceHandlers: Handlers<'addEvidence' | 'updateEvidence' | 'removeEvidence'> = {
  addEvidence: {
    mode: 'write',
    async run(work, { evidence: described, image, by }) {
      const session = await editableSession(work, described.sessionId);
      const blob = dataUrlToBlob(image);
      if (!blob || blob.type !== described.mime) {
        throw new DeskError('invalid', '截图内容不是有效的图片，未能保存，请重新截图。');
      }
      const { criterionId } = described;
      if (criterionId !== undefined) requireCriterion(await criteriaById(work, session), criterionId);
      const evidence: Evidence = {
        ...described,
        id: work.newId(),
        number: (session.lastEvidence ?? 0) + 1,
      };
      requireCropInside(evidence);
      await work.tables.evidence.add(evidence);
      await work.tables.evidenceImages.add({ id: evidence.id, sessionId: session.id, blob });
      const step = new Step(work, session.id);
      if (criterionId !== undefined) {
        const before = await step.verdict(criterionId);
        const evidenceIds = [...(before?.evidenceIds ?? []), evidence.id];
        const author = { sessionId: session.id, by, at: work.at };
        step.setVerdict(criterionId, linkEvidence(before, criterionId, evidenceIds, author));
      }
      const numbered = { ...session, lastEvidence: evidence.number };
      await step.save(numbered, by, `新增取证图片${evidence.number}`, 'evidence');
      return evidence;
    },
  },
  updateEvidence: {
    mode: 'write',
    async run(work, { id, caption, crop, boxes }) {
      const found = await evidenceOf(work, id);
      const session = await editableSession(work, found.sessionId);
      const { crop: oldCrop, ...rest } = found;
      const newCrop = crop === undefined ? oldCrop : (crop ?? undefined);
      const changed: Evidence = {
        ...rest,
        caption: caption ?? found.caption,
        boxes: boxes ?? found.boxes,
        ...(newCrop === undefined ? {} : { crop: newCrop }),
      };
      requireCropInside(changed);
      await work.tables.evidence.put(changed);
      await touchSession(work, session);
      return changed;
    },
  },
  removeEvidence: {
    mode: 'write',
    async run(work, { id, by }) {
      const found = await evidenceOf(work, id);
      const session = await editableSession(work, found.sessionId);
      await work.tables.evidence.delete(id);
      await work.tables.evidenceImages.delete(id);
      const step = new Step(work, session.id);
      const linked = (await work.tables.verdicts.ofSession(session.id)).filter(({ evidenceIds }) =>
        evidenceIds.includes(id),
      );
      for (const { criterionId } of linked) {
        const before = await step.verdict(criterionId);
        const evidenceIds = (before?.evidenceIds ?? []).filter((other) => other !== id);
        const author = { sessionId: session.id, by, at: work.at };
        step.setVerdict(criterionId, linkEvidence(before, criterionId, evidenceIds, author));
      }
      await step.save(withoutPicture(session, id), by, `删除取证图片${found.number}`, 'evidence', [id]);
      return {};
    },
  },
};

/** A good practice keeps its words when its picture goes. */
function withoutPicture(session: Session, id: string): Session {
  if (session.goodPractice?.evidenceId !== id) return session;
  return { ...session, goodPractice: { text: session.goodPractice.text } };
}

async function evidenceOf(work: Work, id: string): Promise<Evidence> {
  const evidence = await work.tables.evidence.get(id);
  if (!evidence) throw notFound('取证图片');
  return evidence;
}

function requireCropInside({ crop, width, height }: Evidence): void {
  if (!crop) return;
  // A pixel of tolerance: crops are made on a scaled picture and rounded.
  const inside =
    crop.x >= -1 &&
    crop.y >= -1 &&
    crop.width > 0 &&
    crop.height > 0 &&
    crop.x + crop.width <= width + 1 &&
    crop.y + crop.height <= height + 1;
  if (!inside) throw new DeskError('invalid', '裁剪范围超出图片，未作改动，请重新选取。');
}
