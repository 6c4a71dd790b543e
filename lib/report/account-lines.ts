// What was noted of a new-media account, as lines under the title of its sheet.
import type { SessionView } from '@/lib/desk/protocol';
import { FILING_WORD } from '@/lib/text/filing-words';
import type { Note } from './notes';

/** Last publication, filing and functions tried; nothing for websites. */
export function accountLines({ subject, session }: Pick<SessionView, 'subject' | 'session'>): Note[] {
  if (subject.kind !== 'new-media') return [];
  const { lastPublishedDay, filing, functions = [] } = session.account ?? {};
  const known = FILING_WORD[subject.filing?.state ?? 'unknown'];
  const found = filing === undefined ? '' : `，检查发现：${FILING_WORD[filing]}`;
  return [
    { label: '最近发布日期', text: lastPublishedDay ?? '未登记' },
    { label: '备案状态', text: `台账：${known}${found}` },
    {
      label: '功能测试',
      text: functions.map(({ name, works }) => `${name}${works ? '可用' : '不可用'}`).join('；') || '未登记',
    },
  ];
}
