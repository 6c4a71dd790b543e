// All pictures of one inspection.
import { useState } from 'react';
import type { SessionView } from '@/lib/desk/protocol';
import { shanghaiMinute } from '@/lib/report/shanghai-time';
import { Empty } from '../shell/screen-states';
import { EvidenceDialog } from './EvidenceDialog';
import { EvidencePicture } from './EvidencePicture';
import classes from './EvidenceView.module.css';

export function EvidenceView({ view }: { view: SessionView }) {
  const [openId, setOpenId] = useState<string>();
  const open = view.evidence.find(({ id }) => id === openId);
  if (view.evidence.length === 0)
    return (
      <Empty title="还没有取证图片">
        <p>请在网页旁的面板中截取：当前可见区域，或所标记的元素。</p>
      </Empty>
    );
  return (
    <>
      <ul className={classes.gallery} aria-label="取证图片">
        {view.evidence.map((evidence) => (
          <li key={evidence.id}>
            <button type="button" className={classes.card} onClick={() => setOpenId(evidence.id)}>
              <EvidencePicture evidence={evidence} className={classes.picture} decorative />
              <span className={classes.caption}>
                <b>图 {evidence.number}</b> {evidence.caption || '（未填写说明）'}
              </span>
              <span className={classes.meta}>{shanghaiMinute(evidence.at)}</span>
            </button>
          </li>
        ))}
      </ul>
      {open && <EvidenceDialog view={view} evidence={open} onClose={() => setOpenId(undefined)} />}
    </>
  );
}

/** Small pictures beside a criterion or problem; each opens in full. */
export function EvidenceThumbnails({ view, ids }: { view: SessionView; ids: string[] }) {
  const [openId, setOpenId] = useState<string>();
  const list = view.evidence.filter(({ id }) => ids.includes(id));
  const open = list.find(({ id }) => id === openId);
  if (list.length === 0) return null;
  return (
    <div className={classes.thumbnails}>
      {list.map((evidence) => (
        <button
          key={evidence.id}
          type="button"
          className={classes.thumbnail}
          aria-label={`查看图 ${evidence.number}：${evidence.caption || '未填写说明'}`}
          onClick={() => setOpenId(evidence.id)}
        >
          <EvidencePicture evidence={evidence} className={classes.small} decorative />
          <span className={classes.number}>图 {evidence.number}</span>
        </button>
      ))}
      {open && <EvidenceDialog view={view} evidence={open} onClose={() => setOpenId(undefined)} />}
    </div>
  );
}
