// One part of a set in the editor, with its categories and indicators.
import { Button, Paper, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { jsonPath, type Path } from '@/lib/indicators/set-problem';
import type { Category, Part } from '@/lib/model/indicator-set';
import { PART_KIND } from '../labels';
import { useEditor } from './editor-context';
import { CheckField, PointsField, TextField } from './fields';
import { IndicatorEditor } from './IndicatorEditor';
import { ItemButtons } from './ItemButtons';
import classes from './SetEditor.module.css';
import { newCategory, newIndicator, withItem } from './set-draft';

export function PartEditor({ part, index }: { part: Part; index: number }) {
  const { set, update, focusOn } = useEditor();
  const path = ['parts', index];
  const categories = [...path, 'categories'];
  const headingId = `edit-${part.kind}`;
  return (
    <Paper withBorder p="md" component="section" aria-labelledby={headingId} className={classes.part}>
      <Title order={2} size="h4" id={headingId}>
        {PART_KIND[part.kind]}
      </Title>
      <div className={classes.fields}>
        <TextField path={[...path, 'title']} label="部分名称" />
        {part.kind !== 'veto' && (
          <PointsField path={[...path, 'points']} label={part.kind === 'bonus' ? '加分封顶' : '满分'} />
        )}
      </div>
      <CheckField path={[...path, 'confirmed']} label="本部分分值已与原文核对" />
      {part.categories.map((category, c) => (
        <CategoryEditor
          key={category.id}
          part={part}
          list={categories}
          index={c}
          count={part.categories.length}
          category={category}
        />
      ))}
      <Button
        variant="default"
        className={classes.add}
        leftSection={<IconPlus size={16} aria-hidden />}
        data-path={`add:${jsonPath(categories)}`}
        onClick={() => {
          update((draft) => withItem(draft, categories, newCategory(set)), '');
          focusOn(jsonPath([...categories, part.categories.length, 'name']));
        }}
      >
        添加类别
      </Button>
    </Paper>
  );
}

function CategoryEditor({
  part,
  list,
  index,
  count,
  category,
}: {
  part: Part;
  list: Path;
  index: number;
  count: number;
  category: Category;
}) {
  const { set, update, setOpen, focusOn } = useEditor();
  const path = [...list, index];
  const indicators = [...path, 'indicators'];
  return (
    <section className={classes.category} aria-label={`${PART_KIND[part.kind]}类别“${category.name}”`}>
      <div className={classes.line}>
        <div className={classes.fields}>
          <TextField path={[...path, 'name']} label="类别名称" />
          {part.kind !== 'veto' && (
            <PointsField
              path={[...path, 'points']}
              label={part.kind === 'bonus' ? '类别封顶' : '类别分值'}
              name={`类别“${category.name}”的分值`}
            />
          )}
        </div>
        <ItemButtons list={list} index={index} count={count} name={`类别“${category.name}”`} />
      </div>
      {part.kind !== 'veto' && (
        <CheckField
          path={[...path, 'confirmed']}
          label="类别分值已与原文核对"
          fallback={category.indicators.every(({ confirmed }) => confirmed)}
        />
      )}
      <ul className={classes.indicators}>
        {category.indicators.map((indicator, i) => (
          <IndicatorEditor
            key={indicator.id}
            kind={part.kind}
            list={indicators}
            index={i}
            count={category.indicators.length}
            indicator={indicator}
          />
        ))}
      </ul>
      <Button
        variant="default"
        size="xs"
        className={classes.add}
        leftSection={<IconPlus size={16} aria-hidden />}
        data-path={`add:${jsonPath(indicators)}`}
        aria-label={`在类别“${category.name}”中添加指标`}
        onClick={() => {
          const added = newIndicator(set);
          update((draft) => withItem(draft, indicators, added), '');
          setOpen(added.id, true);
          focusOn(jsonPath([...indicators, category.indicators.length, 'name'] as Path));
        }}
      >
        添加指标
      </Button>
    </section>
  );
}
