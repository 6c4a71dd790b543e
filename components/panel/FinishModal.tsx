// Finishing locks a session, reopening asks why: both are journaled, so both ask first.
import { Button, Group, Modal, Text, Textarea } from '@mantine/core';
import { memo, useState } from 'react';
import { criteriaOf } from '@/lib/indicators/criteria';
import type { IndicatorSet } from '@/lib/model/indicator-set';
import type { Sheet } from '@/lib/model/sheet';
import styles from './header.module.css';

const SHOWN_UNTESTED = 30;

export const FinishModal = memo(function FinishModal(props: {
  opened: boolean;
  set: IndicatorSet;
  sheet: Sheet;
  openSuggestions: number;
  onConfirm(): void;
  onClose(): void;
}) {
  const { counts } = props.sheet;
  return (
    <Modal opened={props.opened} onClose={props.onClose} title="完成检查" size="sm" centered>
      {counts.untested === 0 && counts.disputed === 0 ? (
        <Text size="sm">全部 {counts.total} 条均已认定。完成后检查将锁定，重新打开须说明理由。</Text>
      ) : (
        <>
          <Text size="sm">
            尚有
            {[
              counts.untested > 0 && ` ${counts.untested} 项未检`,
              counts.disputed > 0 && ` ${counts.disputed} 项有争议`,
            ]
              .filter(Boolean)
              .join('、')}
            ，评分表将注明“检查未完成”。
          </Text>
          <Undecided set={props.set} sheet={props.sheet} />
          <Text size="sm">完成后检查将锁定，重新打开须说明理由。</Text>
        </>
      )}
      {props.openSuggestions > 0 && (
        <Text size="sm" mt="xs">
          另有 {props.openSuggestions} 条机检建议尚未处理，不计入得分。
        </Text>
      )}
      <Group justify="flex-end" mt="md" gap="xs">
        <Button variant="default" onClick={props.onClose}>
          返回继续检查
        </Button>
        <Button onClick={props.onConfirm}>确认完成</Button>
      </Group>
    </Modal>
  );
});

function Undecided({ set, sheet }: { set: IndicatorSet; sheet: Sheet }) {
  const undecided = new Map(
    sheet.parts
      .flatMap((part) => part.categories.filter(({ excluded }) => !excluded))
      .flatMap((category) => category.indicators)
      .flatMap((indicator) => indicator.criteria)
      .filter(({ status }) => status === 'untested' || status === 'disputed')
      .map(({ id, status }) => [id, status]),
  );
  const list = criteriaOf(set).filter(({ criterion }) => undecided.has(criterion.id));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling list must be reachable by keyboard
    <ul className={styles.untestedList} tabIndex={0} aria-label="未检和有争议的指标">
      {list.slice(0, SHOWN_UNTESTED).map(({ indicator, criterion }) => (
        <li key={criterion.id}>
          {undecided.get(criterion.id) === 'disputed' ? '【有争议】' : ''}
          {indicator.name}：{criterion.text}
        </li>
      ))}
      {list.length > SHOWN_UNTESTED && <li>……共 {list.length} 条</li>}
    </ul>
  );
}

export const ReopenModal = memo(function ReopenModal(props: {
  opened: boolean;
  onConfirm(reason: string): void;
  onClose(): void;
}) {
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const missing = reason.trim() === '';
  return (
    <Modal opened={props.opened} onClose={props.onClose} title="重新打开检查" size="sm" centered>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(true);
          if (missing) return;
          props.onConfirm(reason.trim());
          setReason('');
          setAsked(false);
        }}
      >
        <Textarea
          data-autofocus
          label="重新打开的理由"
          description="理由将记入操作记录。"
          autosize
          minRows={2}
          value={reason}
          error={asked && missing ? '请填写重新打开的理由。' : undefined}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Group justify="flex-end" mt="md" gap="xs">
          <Button variant="default" onClick={props.onClose}>
            取消
          </Button>
          <Button type="submit">重新打开</Button>
        </Group>
      </form>
    </Modal>
  );
});
