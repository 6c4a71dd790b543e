// Quiet lines above the list: the grant for this site, a page that is not the subject's, a page that cannot be reached.
import { memo, useState } from 'react';
import { sentenceOf, useClient } from '@/components/client';
import type { Subject } from '@/lib/model/session';
import { useSay } from './notice';
import panel from './panel.module.css';
import type { OfferedAccess } from './use-host-access';

/** Offers to open the panel on all pages of the site. Everything works without it; nothing waits for the answer. */
export const GrantBanner = memo(function GrantBanner(props: {
  origins: OfferedAccess['origins'];
  dismissed: readonly string[];
  onGranted(): void;
  onDismiss(origins: readonly string[]): void;
}) {
  const client = useClient();
  const say = useSay();
  const { origins } = props;
  const [asked, setAsked] = useState(false);
  if (origins.length === 0 || origins.every((origin) => props.dismissed.includes(origin))) return null;
  return (
    <section className={panel.banner} aria-label="网站授权">
      <span className={panel.bannerText}>
        {asked
          ? '请在浏览器弹出的窗口中确认；不确认也可继续检查。'
          : '允许后，换页或在新标签页打开本网站时检查台会自动出现；不允许也可正常检查。'}
      </span>
      <button
        type="button"
        className={panel.link}
        onClick={() => {
          setAsked(true);
          // May stay pending as long as the browser's own dialog is open: nothing waits for it.
          client.page.requestHostAccess().then(
            (granted) => {
              setAsked(false);
              if (granted) props.onGranted();
              else say('done', '未授权，检查可照常进行；换页后请点检查台图标重新打开。');
            },
            (error: unknown) => {
              setAsked(false);
              say('problem', sentenceOf(error));
            },
          );
        }}
      >
        允许在本网站各页面自动打开检查台
      </button>
      <button type="button" className={panel.link} onClick={() => props.onDismiss(origins)}>
        不再提示
      </button>
    </section>
  );
});

/** Says that the page in front belongs to another site than the inspected one. */
export const MismatchBanner = memo(function MismatchBanner(props: {
  subject: Subject;
  host: string;
  onLeave(): void;
}) {
  const client = useClient();
  const say = useSay();
  const { subject, host } = props;
  return (
    <section className={panel.banner} data-kind="warning" aria-label="网站不一致">
      <span className={panel.bannerText}>
        当前网页（{host}）不属于检查对象“{subject.name}”，检查结果仍会记入该对象。
      </span>
      {subject.kind === 'website' && (
        <button
          type="button"
          className={panel.link}
          onClick={() =>
            client.desk
              .putSubject({ ...subject, aliases: [...subject.aliases, host] })
              .then(() => say('done', `已将 ${host} 列为“${subject.name}”的域名。`))
              .catch((error: unknown) => say('problem', sentenceOf(error)))
          }
        >
          该域名属于此对象
        </button>
      )}
      <button type="button" className={panel.link} onClick={props.onLeave}>
        检查当前网站
      </button>
    </section>
  );
});
