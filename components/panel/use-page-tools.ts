// What the panel does to the inspected page: jump to a spot, mark all, take pictures.
import { useCallback, useEffect, useRef, useState } from 'react';
import { sentenceOf, useClient } from '@/components/client';
import { normalisePage } from '@/lib/checks/engine/finding-key';
import type { Finding, Locator } from '@/lib/model/finding';
import type { Run } from '@/lib/model/session';
import { markable } from './findings-model';
import { useSay } from './notice';
import type { SessionOp } from './session-ops';

/** More marks than this hide the page. */
const MOST_MARKS = 500;
/** Kept around a marked element in its picture, CSS pixels. */
const MARGIN = 24;

const NOT_SHOWN = {
  hidden: '该处现在没有显示（可能在未选中的选项卡或折叠的内容里），请先在网页上展开，再定位。',
  gone: '网页上已找不到该处，可能内容已变化；请重新一键检查后再定位。',
};

export interface PageTools {
  /** The finding that was jumped to last, while its page is still there. */
  spot: Finding | undefined;
  marked: boolean;
  jumpTo(finding: Finding): Promise<void>;
  /** Marks all findings of the run on the page, or takes all marks away. */
  mark(run: Run | undefined, on: boolean): Promise<void>;
  /** Takes a picture and stores it; true when stored. */
  capture(what: { criterionId?: string; finding?: Finding }): Promise<boolean>;
}

/** @param url address of the page: marks and spot end with it */
export function usePageTools(
  sessionId: string,
  url: string | undefined,
  act: (op: SessionOp) => Promise<boolean>,
  onEvidence: () => void,
): PageTools {
  const client = useClient();
  const say = useSay();
  const [spot, setSpot] = useState<Finding>();
  const [marked, setMarked] = useState(false);
  const capturing = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new page has no marks
  useEffect(() => {
    setSpot(undefined);
    setMarked(false);
  }, [url]);

  const jumpTo = useCallback(
    async (finding: Finding) => {
      if (url !== undefined && normalisePage(finding.locator.url) !== normalisePage(url)) {
        say('problem', `该问题在另一页面，请先打开该页面：${finding.locator.url}`);
        return;
      }
      if (finding.locator.selector === '') {
        say('problem', '该问题没有具体位置，请查看整个页面。');
        return;
      }
      try {
        const found = await client.page.jumpTo(finding.locator);
        setSpot(found === 'shown' ? finding : undefined);
        if (found !== 'shown') say('problem', NOT_SHOWN[found]);
      } catch (error) {
        say('problem', sentenceOf(error));
      }
    },
    [client, say, url],
  );

  const mark = useCallback(
    async (run: Run | undefined, on: boolean) => {
      try {
        if (!on) {
          await client.page.clearMarks();
          setMarked(false);
          return;
        }
        const all = markable(run);
        if (all.length === 0) {
          say('done', '本页没有可标记的发现。');
          return;
        }
        const list = all.slice(0, MOST_MARKS);
        const found = await client.page.markAll(
          list.map(({ locator }, index) => ({ locator, label: String(index + 1) })),
        );
        setMarked(true);
        const cut = all.length > list.length ? `（仅标前 ${MOST_MARKS} 处）` : '';
        say('done', `已标出 ${found} 处，共 ${all.length} 处${cut}。`);
      } catch (error) {
        say('problem', sentenceOf(error));
      }
    },
    [client, say],
  );

  const capture = useCallback(
    async ({ criterionId, finding }: { criterionId?: string; finding?: Finding }) => {
      if (capturing.current) return false;
      capturing.current = true;
      try {
        const locator: Locator | undefined = finding?.locator.selector ? finding.locator : undefined;
        const shot = await client.page.capture(locator ? { locator, margin: MARGIN } : {});
        const stored = await act({
          type: 'add-evidence',
          image: shot.image,
          evidence: {
            sessionId,
            ...(criterionId === undefined ? {} : { criterionId }),
            ...(finding === undefined ? {} : { findingKey: finding.key }),
            url: shot.url,
            title: shot.title,
            at: client.now().toISOString(),
            viewport: shot.viewport,
            kind: locator ? 'element' : 'visible',
            mime: 'image/jpeg',
            width: shot.width,
            height: shot.height,
            caption: finding?.message ?? '',
            boxes: [],
          },
        });
        if (stored) say('done', '已取证，图片已编号。', { label: '查看', run: onEvidence });
        return stored;
      } catch (error) {
        say('problem', sentenceOf(error));
        return false;
      } finally {
        capturing.current = false;
      }
    },
    [client, say, act, sessionId, onEvidence],
  );

  return { spot, marked, jumpTo, mark, capture };
}
