// One criterion in the set editor.
import { Button, Fieldset, Group, NativeSelect, Text } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { checkIds } from '@/lib/checks/engine/catalogue';
import type { Path } from '@/lib/indicators/set-problem';
import type { Criterion, PartKind } from '@/lib/model/indicator-set';
import { checkTitle } from '@/lib/report/check-report';
import { useEditor } from './editor-context';
import { CheckField, ChoiceField, PointsField, TextField } from './fields';
import { ItemButtons } from './ItemButtons';
import { linkText } from './rule-text';
import classes from './SetEditor.module.css';
import { withTransferred, withValue } from './set-draft';

const PER = [
  { value: 'occurrence', label: '每处计' },
  { value: 'once', label: '只计一次' },
];
const SCOPE = [
  { value: 'page', label: '逐页' },
  { value: 'site', label: '全站' },
];

export function CriterionEditor({
  kind,
  list,
  index,
  count,
  criterion,
}: {
  kind: PartKind;
  /** Path of the list of criteria that it stands in. */
  list: Path;
  index: number;
  count: number;
  criterion: Criterion;
}) {
  const path = [...list, index];
  const verb = kind === 'bonus' ? '加' : '扣';
  const title = `评分点 ${index + 1}`;
  return (
    <Fieldset className={classes.criterion} legend={title}>
      <div className={classes.corner}>
        <ItemButtons list={list} index={index} count={count} name={`${title}：${criterion.text}`} />
      </div>
      <TextField path={[...path, 'text']} label="评分点内容" lines={2} />
      <div className={classes.fields}>
        {kind !== 'veto' && (
          <>
            <PointsField path={[...path, 'points']} label={`${verb}分`} />
            <ChoiceField path={[...path, 'per']} label="计分方式" data={PER} />
            <PointsField path={[...path, 'cap']} label="封顶（可不填）" optional />
          </>
        )}
        <ChoiceField path={[...path, 'scope']} label="范围" data={SCOPE} />
        <MoveTo list={list} index={index} />
      </div>
      <TextField path={[...path, 'howTo']} label="检查方法" lines={2} />
      <TextField path={[...path, 'source']} label="依据条款" />
      <CheckField path={[...path, 'confirmed']} label="分值和内容已与原文核对" />
      <Links path={[...path, 'checks']} criterion={criterion} />
    </Fieldset>
  );
}

/** Takes the criterion to another indicator of the set. */
function MoveTo({ list, index }: { list: Path; index: number }) {
  const { set, update } = useEditor();
  const here = JSON.stringify(list);
  const targets = set.parts.flatMap((part, p) =>
    part.categories.flatMap((category, c) =>
      category.indicators.map((indicator, i) => ({
        value: JSON.stringify(['parts', p, 'categories', c, 'indicators', i, 'criteria']),
        label: `${category.name} › ${indicator.name}`,
      })),
    ),
  );
  return (
    <NativeSelect
      label="所在指标"
      data={targets}
      value={here}
      onChange={(event) => {
        const to = JSON.parse(event.currentTarget.value) as Path;
        update((draft) => withTransferred(draft, list, index, to), '');
      }}
    />
  );
}

function Links({ path, criterion }: { path: Path; criterion: Criterion }) {
  const { update } = useEditor();
  const linked = new Set(criterion.checks.map(({ check }) => check));
  const free = [...checkIds].filter((id) => !linked.has(id));
  return (
    <div>
      <Text size="sm" fw={500}>
        关联自动检查
      </Text>
      <Group gap="xs" mt={4}>
        {criterion.checks.map((link, index) => (
          <Button
            key={JSON.stringify(link)}
            variant="default"
            size="compact-sm"
            rightSection={<IconX size={14} aria-hidden />}
            aria-label={`取消关联：${linkText(link)}`}
            onClick={() =>
              update(
                (draft) =>
                  withValue(
                    draft,
                    path,
                    criterion.checks.filter((_, i) => i !== index),
                  ),
                '',
              )
            }
          >
            <span className={classes.ellipsis}>{linkText(link)}</span>
          </Button>
        ))}
        <NativeSelect
          size="xs"
          aria-label="添加关联自动检查"
          value=""
          disabled={free.length === 0}
          data={[{ value: '', label: '添加…' }, ...free.map((id) => ({ value: id, label: checkTitle(id) }))]}
          onChange={(event) => {
            const check = event.currentTarget.value;
            if (check) update((draft) => withValue(draft, path, [...criterion.checks, { check }]), '');
          }}
        />
      </Group>
    </div>
  );
}
