// How to test a criterion, where the rule comes from, how its points came about, and points decided by hand.
import { NumberInput } from '@mantine/core';
import { useState } from 'react';
import type { Criterion, PartKind } from '@/lib/model/indicator-set';
import type { Verdict } from '@/lib/model/session';
import styles from './checklist.module.css';

export function CriterionDetails(props: {
  criterion: Criterion;
  kind: PartKind;
  verdict: Verdict | undefined;
  explanation: string;
  locked: boolean;
  onAmount(amount: number | null): void;
}) {
  const { criterion, verdict } = props;
  const byHand = props.kind !== 'veto' && verdict?.status === 'hit';
  return (
    <dl className={styles.details}>
      <dt>检查方法</dt>
      <dd>{criterion.howTo || '按指标文字逐项核对。'}</dd>
      <dt>指标出处</dt>
      <dd>
        {criterion.source || '未注明'}
        {!criterion.confirmed && '（分值或数量未经原文核对）'}
      </dd>
      <dt>认定范围</dt>
      <dd>{criterion.scope === 'site' ? '全站认定一次' : '逐页认定'}</dd>
      {props.explanation !== '' && (
        <>
          <dt>得分说明</dt>
          <dd>{props.explanation}</dd>
        </>
      )}
      {byHand && (
        <>
          <dt>酌定分值</dt>
          <dd>
            <AmountInput
              key={verdict?.amount ?? 'none'}
              amount={verdict?.amount}
              disabled={props.locked}
              onAmount={props.onAmount}
            />
          </dd>
        </>
      )}
    </dl>
  );
}

function AmountInput(props: {
  amount: number | undefined;
  disabled: boolean;
  onAmount(amount: number | null): void;
}) {
  const [value, setValue] = useState<number | string>(props.amount === undefined ? '' : props.amount / 100);
  const commit = () => {
    const amount = typeof value === 'number' ? Math.round(value * 100) : null;
    if (amount !== (props.amount ?? null)) props.onAmount(amount);
  };
  return (
    <NumberInput
      size="xs"
      aria-label="酌定分值"
      description="由检查员改定的分值；留空则按指标计算。"
      min={0}
      max={1000}
      decimalScale={2}
      step={0.5}
      disabled={props.disabled}
      value={value}
      onChange={setValue}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) commit();
      }}
    />
  );
}
