// One indicator in the set editor: a line that opens to its fields and criteria.
import { Button, NativeSelect, Text, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronRight, IconPlus } from '@tabler/icons-react';
import { jsonPath, type Path } from '@/lib/indicators/set-problem';
import type { Indicator, PartKind } from '@/lib/model/indicator-set';
import { formatPoints } from '@/lib/scoring/format-points';
import { CriterionEditor } from './CriterionEditor';
import { useEditor } from './editor-context';
import { CheckField, PointsField, TextField } from './fields';
import { ItemButtons } from './ItemButtons';
import classes from './SetEditor.module.css';
import { newCriterion, withItem, withTransferred } from './set-draft';

export function IndicatorEditor({
  kind,
  list,
  index,
  count,
  indicator,
}: {
  kind: PartKind;
  /** Path of the list of indicators that it stands in. */
  list: Path;
  index: number;
  count: number;
  indicator: Indicator;
}) {
  const { set, update, errorsWithin, isOpen, setOpen, focusOn } = useEditor();
  const path = [...list, index];
  const open = isOpen(indicator.id);
  const errors = errorsWithin(path);
  const criteria = [...path, 'criteria'];
  const Chevron = open ? IconChevronDown : IconChevronRight;
  return (
    <li className={classes.indicator}>
      <div className={classes.line}>
        <UnstyledButton
          className={classes.toggle}
          aria-expanded={open}
          data-path={jsonPath(path)}
          onClick={() => setOpen(indicator.id, !open)}
        >
          <Chevron size={18} aria-hidden />
          <span className={classes.name}>{indicator.name || '（未命名指标）'}</span>
          <Text component="span" size="sm" c="dimmed">
            {kind !== 'veto' && !Number.isNaN(indicator.points) && `${formatPoints(indicator.points)} 分，`}
            评分点 {indicator.criteria.length} 个{!indicator.confirmed && '，待核对'}
          </Text>
          {errors > 0 && (
            <Text component="span" size="sm" c="red" fw={600}>
              {errors} 处错误
            </Text>
          )}
        </UnstyledButton>
        <ItemButtons list={list} index={index} count={count} name={`指标“${indicator.name}”`} />
      </div>
      {open && (
        <div className={classes.body}>
          <div className={classes.fields}>
            <TextField path={[...path, 'name']} label="指标名称" />
            {kind !== 'veto' && <PointsField path={[...path, 'points']} label="指标分值" />}
            <MoveTo list={list} index={index} kind={kind} />
          </div>
          <TextField path={[...path, 'source']} label="指标依据" />
          <CheckField path={[...path, 'confirmed']} label="指标分值已与原文核对" />
          {indicator.criteria.map((criterion, k) => (
            <CriterionEditor
              key={criterion.id}
              kind={kind}
              list={criteria}
              index={k}
              count={indicator.criteria.length}
              criterion={criterion}
            />
          ))}
          <Button
            variant="default"
            leftSection={<IconPlus size={16} aria-hidden />}
            data-path={`add:${jsonPath(criteria)}`}
            onClick={() => {
              update((draft) => withItem(draft, criteria, newCriterion(set)), '');
              focusOn(jsonPath([...criteria, indicator.criteria.length, 'text']));
            }}
          >
            添加评分点
          </Button>
        </div>
      )}
    </li>
  );
}

/** Takes the indicator to another category of the same kind of part. */
function MoveTo({ list, index, kind }: { list: Path; index: number; kind: PartKind }) {
  const { set, update } = useEditor();
  const targets = set.parts.flatMap((part, p) =>
    part.kind !== kind
      ? []
      : part.categories.map((category, c) => ({
          value: JSON.stringify(['parts', p, 'categories', c, 'indicators']),
          label: category.name || '（未命名类别）',
        })),
  );
  return (
    <NativeSelect
      label="所在类别"
      data={targets}
      value={JSON.stringify(list)}
      onChange={(event) => {
        const to = JSON.parse(event.currentTarget.value) as Path;
        update((draft) => withTransferred(draft, list, index, to), '');
      }}
    />
  );
}
