// Edits an office's wording: text with placeholders on one side, what it says now on the other.
import {
  Alert,
  Button,
  Group,
  NativeSelect,
  Paper,
  Table,
  Tabs,
  Text,
  Textarea,
  TextInput,
  Title,
} from '@mantine/core';
import { useDeferredValue, useMemo, useState } from 'react';
import { useDeskClient } from '@/components/client';
import { PaperError, type PaperMaterial } from '@/lib/report/papers/material';
import { bulletin, openPoints, PAPER_NAMES, type PaperKind, unitPaper } from '@/lib/report/papers/papers';
import { bulletinPlaceholders, unitPaperPlaceholders } from '@/lib/report/papers/placeholders';
import { ConfirmDialog } from '../shell/ConfirmDialog';
import { useNotices } from '../shell/notices';
import { WideTable } from '../shell/WideTable';
import { PaperPreview } from './PaperPreview';
import classes from './papers.module.css';
import type { Wording } from './wording';

const KINDS: PaperKind[] = ['bulletin', 'notice', 'selfReport'];
const MARKS =
  '每行一段。“# ”标题，“@ ”主送机关，“> ”落款，“---”另起一页；“一、”“（一）”“1.”开头的行按标题排，到第一个句号为止。双花括号内是占位符。';

export function TemplateEditor({
  template,
  templates,
  draft,
  onDraft,
  onChoose,
  material,
  unit,
}: {
  template: Wording;
  templates: readonly Wording[];
  draft: Wording;
  onDraft: (draft: Wording) => void;
  onChoose: (id: string) => void;
  material: PaperMaterial;
  unit: string;
}) {
  const client = useDeskClient();
  const notices = useNotices();
  const [kind, setKind] = useState<PaperKind>('bulletin');
  const [doomed, setDoomed] = useState(false);
  const [busy, setBusy] = useState(false);
  const changed = draft !== template;
  const isOwn = template.id !== undefined;

  const store = async (asNew: boolean) => {
    setBusy(true);
    try {
      const { id, name, office, bulletin: text, notice, selfReport } = draft;
      const stored = await client.desk.putPaperTemplate({
        ...(asNew || id === undefined ? {} : { id }),
        name,
        office,
        bulletin: text,
        notice,
        selfReport,
      });
      onChoose(stored.id);
      notices.done(`已保存模板“${stored.name}”。`);
    } catch (error) {
      notices.failed(error);
    } finally {
      setBusy(false);
    }
  };

  return (
    <Paper withBorder p="md" component="section" aria-labelledby="paper-template">
      <Title order={2} size="h5" mb="sm" id="paper-template">
        文书模板
      </Title>
      <Group align="flex-end" gap="sm">
        <NativeSelect
          label="模板"
          className={classes.field}
          value={template.id ?? 'shipped'}
          onChange={(event) => onChoose(event.currentTarget.value)}
          data={templates.map(({ id, name }) => ({ value: id ?? 'shipped', label: name }))}
        />
        <TextInput
          label="模板名称"
          className={classes.field}
          value={draft.name}
          maxLength={100}
          onChange={(event) => onDraft({ ...draft, name: event.currentTarget.value })}
        />
        <TextInput
          label="印发单位"
          className={classes.field}
          value={draft.office}
          maxLength={200}
          placeholder="如：示例市政务服务局"
          onChange={(event) => onDraft({ ...draft, office: event.currentTarget.value })}
        />
        {isOwn && (
          <Button loading={busy} disabled={!changed} onClick={() => void store(false)}>
            保存模板
          </Button>
        )}
        <Button
          variant={isOwn ? 'default' : undefined}
          loading={busy}
          disabled={!changed}
          onClick={() => void store(true)}
        >
          另存为新模板
        </Button>
        {isOwn && (
          <Button variant="default" onClick={() => setDoomed(true)}>
            删除模板
          </Button>
        )}
      </Group>
      <Text size="sm" c="dimmed" mt="xs">
        {changed ? '模板有改动，尚未保存；生成文件时按页面上的文字。' : '生成文件时按页面上的文字。'}
      </Text>
      <Tabs
        value={kind}
        onChange={(next) => setKind(KINDS.find((one) => one === next) ?? 'bulletin')}
        mt="sm"
      >
        <Tabs.List aria-label="文书">
          {KINDS.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {PAPER_NAMES[one]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={kind}>
          <Text size="sm" c="dimmed" mt="sm">
            {MARKS}
          </Text>
          <div className={classes.sides}>
            <Textarea
              label={`${PAPER_NAMES[kind]}模板`}
              value={draft[kind]}
              autosize
              minRows={16}
              maxRows={28}
              onChange={(event) => onDraft({ ...draft, [kind]: event.currentTarget.value })}
            />
            <Filled kind={kind} draft={draft} material={material} unit={unit} />
          </div>
          <Placeholders kind={kind} material={material} unit={unit} />
        </Tabs.Panel>
      </Tabs>
      {doomed && (
        <ConfirmDialog
          title="删除模板？"
          confirmName="删除"
          danger
          onClose={() => setDoomed(false)}
          onConfirm={async () => {
            if (template.id !== undefined) await client.desk.removePaperTemplate({ id: template.id });
            onChoose('');
            notices.done(`已删除模板“${template.name}”。`);
          }}
        >
          <Text>将删除模板“{template.name}”，已生成的文件不变。</Text>
        </ConfirmDialog>
      )}
    </Paper>
  );
}

/** The paper as it reads now; typing does not wait for it. */
function Filled({
  kind,
  draft,
  material,
  unit,
}: {
  kind: PaperKind;
  draft: Wording;
  material: PaperMaterial;
  unit: string;
}) {
  const shown = useDeferredValue(draft);
  const result = useMemo(() => {
    try {
      return {
        paper: kind === 'bulletin' ? bulletin(material, shown) : unitPaper(material, shown, kind, unit),
      };
    } catch (error) {
      if (error instanceof PaperError) return { refused: error.message };
      throw error;
    }
  }, [kind, shown, material, unit]);
  if (!result.paper) {
    return (
      <Alert role="alert" color="red" title="模板有误，不能生成">
        {result.refused}
      </Alert>
    );
  }
  const open = openPoints(result.paper);
  return (
    <div className={classes.preview}>
      <Text size="sm" fw={600}>
        预览{kind !== 'bulletin' && unit ? `：${unit}` : ''}
      </Text>
      <Text size="sm" mb="xs">
        {open.length > 0 ? `还有 ${open.length} 处待补或待核。` : '没有待补或待核的内容。'}
      </Text>
      <PaperPreview paper={result.paper} />
    </div>
  );
}

function Placeholders({ kind, material, unit }: { kind: PaperKind; material: PaperMaterial; unit: string }) {
  const list = useMemo(
    () => (kind === 'bulletin' ? bulletinPlaceholders(material) : unitPaperPlaceholders(material, unit)),
    [kind, material, unit],
  );
  return (
    <details className={classes.placeholders}>
      <summary>占位符列表（{list.length} 个）</summary>
      <WideTable label="占位符" minWidth={640}>
        <Table withTableBorder aria-label="占位符">
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">占位符</Table.Th>
              <Table.Th scope="col">含义</Table.Th>
              <Table.Th scope="col">当前内容</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {list.map(({ name, meaning, value }) => (
              <Table.Tr key={name}>
                <Table.Th scope="row" className={classes.code}>{`{{${name}}}`}</Table.Th>
                <Table.Td>{meaning}</Table.Td>
                <Table.Td>
                  {typeof value === 'string' ? value : `（整段内容，独占一行；现有 ${value.length} 段）`}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </WideTable>
    </details>
  );
}
