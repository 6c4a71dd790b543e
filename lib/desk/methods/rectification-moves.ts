// Desk calls that move items, note rechecks and keep files; each writes one more line of the item's history.
import type { Rectification, RectificationFile } from '@/lib/model/rectification';
import { type MoveNote, mayMove, moveItem, needsText, remark } from '@/lib/rectification/moves';
import { dataUrlToBlob } from '@/lib/store/image-data';
import type { NewFile } from '../calls/rectification';
import { DeskError } from '../desk-error';
import { type Handlers, notFound, type Work } from '../work';

export const rectificationMoves: Handlers<
  'moveRectifications' | 'setRectificationDue' | 'addRectificationFile' | 'recordRecheck'
> = {
  moveRectifications: {
    mode: 'write',
    async run(work, { ids, to, by, text, dueDay, files = [] }) {
      const items = await itemsOf(work, ids);
      if (files.length > 0 && items.length > 1) {
        throw new DeskError('invalid', '附件只能随单个事项上传，未作任何改动，请逐项上传。');
      }
      if (needsText(to) && text.trim() === '') {
        throw new DeskError('invalid', '请填写说明，未作任何改动。');
      }
      const refused = items.filter(({ state }) => !mayMove(state, to));
      if (refused.length > 0) {
        throw new DeskError(
          'conflict',
          `所选事项中有 ${refused.length} 项的当前状态不能这样处理，未作任何改动，请刷新后重新选择。`,
        );
      }
      const [first] = items;
      const fileIds = first ? await keepFiles(work, first.id, files) : [];
      const note = { at: work.at, by, text, fileIds };
      const moved = items.map((item) => {
        const next = required(moveItem(item, to, note));
        return dueDay === undefined ? next : { ...next, dueDay };
      });
      return save(work, moved);
    },
  },
  setRectificationDue: {
    mode: 'write',
    async run(work, { ids, dueDay, by }) {
      const items = await itemsOf(work, ids);
      if (items.some(({ state }) => state === 'closed')) {
        throw new DeskError('conflict', '所选事项中有已销号的，不能再设期限，未作任何改动。');
      }
      const text = dueDay === null ? '取消整改期限' : `整改期限定为 ${dueDay}`;
      const changed = items.map((item) => {
        const { dueDay: _, ...rest } = remark(item, { at: work.at, by, text });
        return dueDay === null ? rest : { ...rest, dueDay };
      });
      return save(work, changed);
    },
  },
  addRectificationFile: {
    mode: 'write',
    async run(work, { id, by, file }) {
      const item = await itemOf(work, id);
      const fileIds = await keepFiles(work, id, [file]);
      await save(work, [remark(item, { at: work.at, by, text: `补充附件：${file.name}`, fileIds })]);
      const { data, ...row } = { ...file, id: fileIds[0] ?? '', rectificationId: id };
      return { ...row, size: sizeOf(data) };
    },
  },
  recordRecheck: {
    mode: 'write',
    async run(work, { id, by, found, text, picture, decision }) {
      const item = await itemOf(work, id);
      if (!mayMove(item.state, 'rechecked')) {
        throw new DeskError('conflict', '该事项已销号，如需再次复查，请先填写原因重新整改。');
      }
      if (decision && needsText(decision.to) && decision.text.trim() === '') {
        throw new DeskError('invalid', '请填写销号或重新整改的说明，未作任何改动。');
      }
      const fileIds = picture === undefined ? [] : await keepFiles(work, id, [pictureFile(work, picture)]);
      const note: MoveNote = {
        at: work.at,
        by,
        text,
        fileIds,
        recheck: {
          found,
          proposal: found ? 'reopened' : 'closed',
          ...(fileIds[0] === undefined ? {} : { evidenceId: fileIds[0] }),
        },
      };
      const checked = required(moveItem(item, 'rechecked', note));
      const { to, text: why } = decision ?? { to: undefined, text: '' };
      const decided = to ? required(moveItem(checked, to, { at: work.at, by, text: why })) : checked;
      await save(work, [decided]);
      return decided;
    },
  },
};

/** The item, or a refusal when there is none. */
export async function itemOf(work: Work, id: string): Promise<Rectification> {
  const item = await work.tables.rectifications.get(id);
  if (!item) throw notFound('整改事项');
  return item;
}

/** Bytes behind a base64 data URL. */
export function sizeOf(data: string): number {
  const base64 = data.slice(data.indexOf(',') + 1);
  const padding = base64.endsWith('==') ? 2 : base64.endsWith('=') ? 1 : 0;
  return Math.max(0, Math.floor((base64.length / 4) * 3) - padding);
}

async function itemsOf(work: Work, ids: readonly string[]): Promise<Rectification[]> {
  const items = [];
  for (const id of new Set(ids)) items.push(await itemOf(work, id));
  return items;
}

async function keepFiles(work: Work, rectificationId: string, files: readonly NewFile[]): Promise<string[]> {
  const records = files.map((file): RectificationFile => ({ ...file, id: work.newId(), rectificationId }));
  await work.tables.rectificationFiles.putMany(records);
  return records.map(({ id }) => id);
}

function pictureFile(work: Work, picture: string): NewFile {
  const blob = dataUrlToBlob(picture);
  if (!blob) throw new DeskError('invalid', '截图内容不是有效的图片，未能保存，请重新截图。');
  const extension = blob.type === 'image/png' ? 'png' : 'jpg';
  const minute = work.at.slice(0, 16).replace(/\D/g, '');
  return { name: `复查截图_${minute}.${extension}`, mime: blob.type, data: picture };
}

async function save(work: Work, items: Rectification[]): Promise<Rectification[]> {
  await work.tables.rectifications.putMany(items);
  work.changed({ what: 'rectifications' });
  return items;
}

/** A move that was looked at before cannot fail; if it does, nothing is written. */
function required(item: Rectification | undefined): Rectification {
  if (!item) throw new DeskError('conflict', '该事项的状态刚刚有变，未作任何改动，请刷新后重试。');
  return item;
}
