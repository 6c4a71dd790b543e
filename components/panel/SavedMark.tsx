// Tells the truth about saving: “已保存” appears only after the desk has answered.
import { IconAlertTriangle, IconCheck, IconDeviceFloppy } from '@tabler/icons-react';
import { useSyncExternalStore } from 'react';
import { clockTime } from './clock-time';
import header from './header.module.css';
import panel from './panel.module.css';
import type { OpenSession, SaveState } from './use-session';

export function SavedMark(props: { save: SaveState; underway: OpenSession['underway']; onRetry(): void }) {
  const { underway, onRetry } = props;
  const busy = useSyncExternalStore(underway.subscribe, underway.isShown);
  const save: SaveState = busy && props.save.state === 'saved' ? { state: 'saving' } : props.save;
  return (
    <span className={header.saved} data-state={save.state}>
      <span role="status" aria-live="polite" aria-label="保存状态" className={header.saved}>
        {save.state === 'saving' && (
          <>
            <IconDeviceFloppy size={14} aria-hidden /> 保存中…
          </>
        )}
        {save.state === 'saved' && (
          <>
            <IconCheck size={14} aria-hidden /> 已保存 {clockTime(save.at)}
          </>
        )}
        {save.state === 'failed' && (
          <>
            <IconAlertTriangle size={14} aria-hidden /> 保存失败
          </>
        )}
      </span>
      {save.state === 'failed' && (
        <button type="button" className={panel.link} onClick={onRetry}>
          重试
        </button>
      )}
    </span>
  );
}
