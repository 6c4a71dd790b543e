// How a register file is taken in: what it would change is shown before anything is stored.
import { Text } from '@mantine/core';
import type { Desk } from '@/lib/desk/protocol';
import type { ImportPlan } from '@/lib/import/import-plan';
import type { RegisterEntry } from '@/lib/model/register-entry';
import type { Subject } from '@/lib/model/session';
import { REGISTER_FIELDS, type RegisterField, registerLacks } from '@/lib/register/fields';
import { type MergeOutcome, mergeRegister } from '@/lib/register/merge';
import { readRegisterEntry } from '@/lib/register/read-entry';
import type { ImportJob } from '../import/ImportWizard';
import classes from './Register.module.css';

/** Changes named one by one; the rest is counted. */
const MOST_SHOWN = 100;

export function registerImport(
  desk: Desk,
  register: readonly Subject[],
): ImportJob<RegisterField, RegisterEntry> {
  const outcomes = (plan: ImportPlan<RegisterEntry>) =>
    mergeRegister(
      register,
      plan.good.map(({ record }) => record),
    );
  return {
    title: '导入台账',
    fields: REGISTER_FIELDS,
    lacking: registerLacks,
    read: readRegisterEntry,
    settle: (plan) => withoutContradictions(plan, outcomes(plan)),
    preview: (plan) => <Outcomes outcomes={outcomes(plan)} />,
    async store(plan) {
      const entries = plan.good.map(({ record }) => record);
      const { added, changed, same } = await desk.importSubjects({ entries });
      return `已导入台账：新增 ${added} 个，更新 ${changed} 个，无变化 ${same} 个。`;
    },
  };
}

/** Rows that contradict each other or the register are bad rows, too. */
function withoutContradictions(
  plan: ImportPlan<RegisterEntry>,
  outcomes: readonly MergeOutcome[],
): ImportPlan<RegisterEntry> {
  const reasons = new Map<number, string>();
  for (const outcome of outcomes) {
    if (outcome.kind !== 'contradiction') continue;
    const numbers = outcome.rows.map((at) => plan.good[at]?.row);
    for (const at of outcome.rows) {
      const others = numbers.filter((_, index) => outcome.rows[index] !== at);
      const beside = others.length > 0 ? `与第 ${others.slice(0, 5).join('、')} 行` : '';
      reasons.set(at, `${beside}${outcome.reason}`);
    }
  }
  if (reasons.size === 0) return plan;
  const bad = plan.good.flatMap(({ row, cells }, at) => {
    const reason = reasons.get(at);
    return reason === undefined ? [] : [{ row, reasons: [reason], cells }];
  });
  const left = new Set(bad.map(({ row }) => row));
  return {
    good: plan.good.filter((_, at) => !reasons.has(at)),
    bad: [...plan.bad, ...bad].sort((a, b) => a.row - b.row),
    warnings: plan.warnings.filter(({ row }) => !left.has(row)),
  };
}

function Outcomes({ outcomes }: { outcomes: readonly MergeOutcome[] }) {
  const changed = outcomes.flatMap((outcome) => (outcome.kind === 'changed' ? [outcome] : []));
  const count = (kind: MergeOutcome['kind']) => outcomes.filter((one) => one.kind === kind).length;
  const websites = outcomes.filter((one) => one.kind !== 'contradiction' && one.subject.kind === 'website');
  return (
    <>
      <Text mt="xs">
        网站 {websites.length} 个，新媒体 {outcomes.length - websites.length} 个；其中新增 {count('new')}{' '}
        个，更新 {changed.length} 个，无变化 {count('same')} 个。
      </Text>
      <Text size="sm" c="dimmed">
        按网站标识码、域名，或平台加账号认定为同一对象；文件中空白的单元格不改动台账中已有的内容。
      </Text>
      {changed.length > 0 && (
        <details>
          <summary className={classes.summary}>将更新的 {changed.length} 个对象</summary>
          <ul className={classes.changes}>
            {changed.slice(0, MOST_SHOWN).map(({ subject, fields }) => (
              <li key={subject.id}>
                {subject.name}：{fields.join('、')}
              </li>
            ))}
            {changed.length > MOST_SHOWN && <li>另有 {changed.length - MOST_SHOWN} 个未列出</li>}
          </ul>
        </details>
      )}
    </>
  );
}
