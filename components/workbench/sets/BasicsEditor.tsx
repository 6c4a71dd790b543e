// What holds for a whole set in the editor: names, source, pass line, gate, veto, and “not applicable”.
import { NativeSelect, Paper, Title } from '@mantine/core';
import type { NaPolicy } from '@/lib/model/indicator-set';
import { SUBJECT_WORD } from '@/lib/report/words';
import { useEditor } from './editor-context';
import { ChoiceField, PointsField, TextField } from './fields';
import classes from './SetEditor.module.css';
import { withValue } from './set-draft';

export function BasicsEditor() {
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="edit-basics" className={classes.part}>
      <Title order={2} size="h4" id="edit-basics">
        基本信息
      </Title>
      <div className={classes.fields}>
        <TextField path={['title']} label="名称" />
        <TextField path={['id']} label="编号" />
        <TextField path={['version']} label="版本" />
        <ChoiceField
          path={['appliesTo']}
          label="适用对象"
          data={Object.entries(SUBJECT_WORD).map(([value, label]) => ({ value, label }))}
        />
      </div>
      <TextField path={['source', 'document']} label="依据文件" />
      <TextField path={['source', 'note']} label="依据说明" lines={2} />
      <div className={classes.fields}>
        <PointsField path={['passLine']} label="合格线（低于即不合格）" optional />
        <PointsField path={['bonusGate']} label="加分门槛（高于才计加分）" optional />
        <PointsField path={['vetoScore']} label="触发否决时的得分（不填为不计分）" optional />
      </div>
      <NaPolicyFields />
    </Paper>
  );
}

const NA_KINDS = [
  { value: 'none', label: '照常检查全部类别' },
  { value: 'rescale', label: '不检查某类别，其余得分折算为满分' },
  { value: 'spread', label: '不检查某类别，其分值分摊到其余指标' },
];

function NaPolicyFields() {
  const { set, update } = useEditor();
  const { naPolicy } = set;
  const categories = set.parts
    .filter(({ kind }) => kind === 'deduction')
    .flatMap((part) => part.categories.map(({ id, name }) => ({ value: id, label: name || id })));
  const setPolicy = (policy: NaPolicy) => update((draft) => withValue(draft, ['naPolicy'], policy), '');
  return (
    <div className={classes.fields}>
      <NativeSelect
        label="被检查单位没有对外服务时"
        data-path="$.naPolicy"
        data={NA_KINDS}
        value={naPolicy.kind}
        onChange={(event) => {
          const kind = event.currentTarget.value as NaPolicy['kind'];
          const categoryId = naPolicy.kind === 'none' ? (categories[0]?.value ?? '') : naPolicy.categoryId;
          setPolicy(kind === 'none' ? { kind } : { kind, categoryId });
        }}
      />
      {naPolicy.kind !== 'none' && (
        <NativeSelect
          label="不检查的类别"
          data-path="$.naPolicy.categoryId"
          data={categories}
          value={naPolicy.categoryId}
          onChange={(event) => setPolicy({ ...naPolicy, categoryId: event.currentTarget.value })}
        />
      )}
    </div>
  );
}
