// What can be done next about a link check: go on with the rest, allow further hosts, look at the bad ones once more.
import { memo, useState } from 'react';
import { sentenceOf, useClient } from '@/components/client';
import type { Run } from '@/lib/model/session';
import { LinksSummary } from '@/lib/model/summary';
import styles from './check-bar.module.css';
import { useSay } from './notice';
import panel from './panel.module.css';

const CHECK = 'dead-links';

export const LinkNotice = memo(function LinkNotice(props: {
  /** Stored run of the page in front of the inspector. */
  run: Run | undefined;
  /** Why no check can start now. */
  hindrance: string | undefined;
  onStart(checkIds: readonly string[], variant?: string): Promise<unknown>;
}) {
  const client = useClient();
  const say = useSay();
  const [asked, setAsked] = useState(false);
  const result = props.run?.results.find(({ checkId }) => checkId === CHECK);
  const parsed = LinksSummary.safeParse(result?.summary);
  if (!parsed.success) return null;
  const { scope, total, checked, rest, denied, problems } = parsed.data;
  const again = scope === 'visited' ? scope : undefined;
  if (rest === 0 && denied === 0 && problems.length === 0) return null;
  const disabled = props.hindrance !== undefined;
  const allow = () => {
    setAsked(true);
    // The browser's own dialog may stay open for as long as the user likes: nothing waits for it.
    client.links.requestAll().then(
      (granted) => {
        setAsked(false);
        if (granted) void props.onStart([CHECK], again);
        else say('done', '未授权，其他网站的链接没有检查，已查的结果不受影响。');
      },
      (error: unknown) => {
        setAsked(false);
        say('problem', sentenceOf(error));
      },
    );
  };
  return (
    <section className={styles.links} aria-label="链接检查">
      <span className={styles.state}>
        {asked ? '请在浏览器弹出的窗口中确认。' : `链接：已查 ${checked} / ${total} 个`}
        {!asked && denied > 0 && `，${denied} 个没有访问权`}
      </span>
      {rest > 0 && (
        <button
          type="button"
          className={panel.link}
          disabled={disabled}
          onClick={() => void props.onStart([CHECK], again)}
        >
          继续检查剩余 {rest} 个
        </button>
      )}
      {denied > 0 && (
        <button type="button" className={panel.link} disabled={disabled} onClick={allow}>
          允许访问全部网站并检查
        </button>
      )}
      {problems.length > 0 && (
        <button
          type="button"
          className={panel.link}
          disabled={disabled}
          title="重新请求打不开和未能判定的链接"
          onClick={() => void props.onStart([CHECK], again ? 'recheck-visited' : 'recheck')}
        >
          复核 {problems.length} 个问题链接
        </button>
      )}
    </section>
  );
});
