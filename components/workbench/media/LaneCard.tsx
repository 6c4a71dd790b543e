// The account that the keys act on: where it is, what is proposed, and its criteria in compact form.

import { Anchor, Button, Group, Text, Title } from '@mantine/core';
import type { LaneAccount, RoundAccount } from '@/lib/desk/calls/media';
import type { VerdictEdit } from '@/lib/model/session';
import { FILING_WORD } from '@/lib/text/filing-words';
import { PLATFORM_WORD } from '@/lib/text/subject-words';
import { Caution } from '../shell/Caution';
import { LANE_STATE } from './LaneList';
import classes from './MediaScreen.module.css';
import { QuickChecklist } from './QuickChecklist';

export function LaneCard({
  account,
  detail,
  error,
  closed,
  onOpen,
  onPass,
  onUndo,
  onProblem,
  onEdit,
}: {
  account: RoundAccount;
  /** undefined while it is read. */
  detail: LaneAccount | undefined;
  error: string | undefined;
  closed: boolean;
  onOpen: () => void;
  onPass: () => void;
  onUndo: () => void;
  onProblem: () => void;
  onEdit: (edit: VerdictEdit) => void;
}) {
  const { subject, state, inspector } = account;
  const locked = closed || state === 'finished';
  return (
    <section className={classes.card} aria-label="当前账号">
      <Title order={2} size="h4" className={classes.cardTitle}>
        {subject.name}
      </Title>
      <Text size="sm" c="dimmed" component="div" className={classes.facts}>
        <span>{PLATFORM_WORD[subject.platform ?? 'other']}</span>
        {subject.account && <span>账号：{subject.account}</span>}
        {subject.unit && <span>{subject.unit}</span>}
        <span>备案：{FILING_WORD[subject.filing?.state ?? 'unknown']}</span>
        <span>检查员：{inspector || '未分配'}</span>
        <span>状态：{LANE_STATE[state]}</span>
        {subject.url && /^https?:\/\//i.test(subject.url) && (
          <Anchor size="sm" href={subject.url} target="_blank" rel="noreferrer" className={classes.url}>
            {subject.url}
          </Anchor>
        )}
      </Text>
      <Group gap="xs" my="sm">
        <Button variant="default" onClick={onOpen} disabled={!subject.url}>
          打开（O）
        </Button>
        <Button onClick={onPass} disabled={locked}>
          其余均合格，完成（Enter）
        </Button>
        <Button variant="default" onClick={onProblem}>
          完整检查表（P）
        </Button>
        <Button variant="default" onClick={onUndo} disabled={closed || !detail?.undo}>
          撤销（U）
        </Button>
      </Group>
      {error && <Text role="alert">{error}</Text>}
      {detail && detail.suggestions.length > 0 && (
        <Caution title={`有 ${detail.suggestions.length} 条待处理的建议，请进入完整检查表处理`}>
          {detail.suggestions.map(({ id, why }) => (
            <div key={id}>{why}</div>
          ))}
        </Caution>
      )}
      {detail && (
        <QuickChecklist set={detail.set} verdicts={detail.verdicts} locked={locked} onEdit={onEdit} />
      )}
    </section>
  );
}
