// The list of required items: added by paste or from a table, changed and removed one by one.
import { Button, FileButton, Group, Modal, Text, Textarea, TextInput } from '@mantine/core';
import { IconFileImport, IconPlus } from '@tabler/icons-react';
import { useMemo, useRef, useState } from 'react';
import { useDeskClient } from '@/components/client';
import type { RepostItem } from '@/lib/model/new-media';
import { type ImportJob, ImportWizard } from '../import/ImportWizard';
import { ActionButton } from '../shell/ActionButton';
import { ConfirmDialog } from '../shell/ConfirmDialog';
import { useNotices } from '../shell/notices';
import { useReturnedFocus } from '../shell/use-returned-focus';
import classes from './Reposts.module.css';
import {
  ITEM_FIELDS,
  type ItemDraft,
  type ItemField,
  readItemRow,
  readPastedItems,
} from './read-repost-items';

export function RepostItems({
  roundId,
  items,
  locked,
}: {
  roundId: string;
  items: readonly RepostItem[];
  locked: boolean;
}) {
  const { desk } = useDeskClient();
  const notices = useNotices();
  const [adding, setAdding] = useState(false);
  const [file, setFile] = useState<File | null>(null);
  const [editing, setEditing] = useState<RepostItem>();
  const [removing, setRemoving] = useState<RepostItem>();
  const [pasted, setPasted] = useState('');
  const resetFile = useRef<() => void>(null);
  const read = useMemo(() => readPastedItems(pasted), [pasted]);
  const job = useMemo<ImportJob<ItemField, ItemDraft>>(
    () => ({
      title: '导入重要信息',
      fields: ITEM_FIELDS,
      read: readItemRow,
      store: async (plan) => {
        await desk.putRepostItems({ roundId, items: plan.good.map(({ record }) => record) });
        return `已添加 ${plan.good.length} 条重要信息。`;
      },
    }),
    [desk, roundId],
  );
  return (
    <section aria-label="重要信息">
      <Group gap="xs">
        <ActionButton icon={IconPlus} disabled={locked} onClick={() => setAdding(true)}>
          添加重要信息
        </ActionButton>
        <FileButton resetRef={resetFile} onChange={setFile} accept=".xlsx,.csv,.tsv,.txt">
          {(props) => (
            <ActionButton {...props} icon={IconFileImport} disabled={locked}>
              从表格导入
            </ActionButton>
          )}
        </FileButton>
      </Group>
      {items.length > 0 && (
        <ol className={classes.items} aria-label="要求转载的重要信息">
          {items.map((item) => (
            <li key={item.id}>
              <span className={classes.itemText}>
                {item.title}
                <span className={classes.itemDetail}>
                  {item.source}
                  {item.dueDay && `　期限 ${item.dueDay}`}
                </span>
              </span>
              <Button
                size="compact-xs"
                variant="subtle"
                disabled={locked}
                aria-label={`修改“${item.title}”`}
                onClick={() => setEditing(item)}
              >
                修改
              </Button>
              <Button
                size="compact-xs"
                variant="subtle"
                color="red"
                disabled={locked}
                aria-label={`删除“${item.title}”`}
                onClick={() => setRemoving(item)}
              >
                删除
              </Button>
            </li>
          ))}
        </ol>
      )}
      {adding && (
        <ConfirmDialog
          title="添加重要信息"
          confirmName={read.items.length > 0 ? `添加 ${read.items.length} 条` : '添加'}
          disabled={read.items.length === 0 || read.problems.length > 0}
          onClose={() => setAdding(false)}
          onConfirm={async () => {
            await desk.putRepostItems({ roundId, items: read.items });
            setPasted('');
            notices.done(`已添加 ${read.items.length} 条重要信息。`);
          }}
        >
          <Textarea
            label="每行一条：信息标题、来源、转载期限"
            description="可从 Excel 或 WPS 复制三列后粘贴；各列以制表符分隔，来源和期限可不填。"
            autosize
            minRows={5}
            maxRows={14}
            value={pasted}
            onChange={(event) => setPasted(event.currentTarget.value)}
          />
          {read.problems.slice(0, 10).map((problem) => (
            <Text key={problem} size="sm" c="red" role="alert">
              {problem}
            </Text>
          ))}
        </ConfirmDialog>
      )}
      {file && (
        <ImportWizard
          file={file}
          job={job}
          onClose={() => {
            setFile(null);
            resetFile.current?.();
          }}
        />
      )}
      {editing && <EditItem roundId={roundId} item={editing} onClose={() => setEditing(undefined)} />}
      {removing && (
        <ConfirmDialog
          title="删除这条重要信息？"
          confirmName="删除"
          danger
          onClose={() => setRemoving(undefined)}
          onConfirm={async () => {
            await desk.removeRepostItem({ roundId, itemId: removing.id });
            notices.done('已删除。');
          }}
        >
          <Text>“{removing.title}”及各账号对它的登记将一并删除，不能恢复。</Text>
        </ConfirmDialog>
      )}
    </section>
  );
}

function EditItem({ roundId, item, onClose }: { roundId: string; item: RepostItem; onClose: () => void }) {
  useReturnedFocus();
  const { desk } = useDeskClient();
  const notices = useNotices();
  const [title, setTitle] = useState(item.title);
  const [source, setSource] = useState(item.source);
  const [dueDay, setDueDay] = useState(item.dueDay ?? '');
  const save = async () => {
    try {
      await desk.putRepostItems({
        roundId,
        items: [{ id: item.id, title, source, ...(dueDay === '' ? {} : { dueDay }) }],
      });
      onClose();
    } catch (failure) {
      notices.failed(failure);
    }
  };
  return (
    <Modal opened onClose={onClose} title="修改重要信息" closeButtonProps={{ 'aria-label': '关闭' }}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <TextInput
          label="信息标题"
          required
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <TextInput label="来源" value={source} onChange={(event) => setSource(event.currentTarget.value)} />
        <TextInput
          type="date"
          label="转载期限"
          value={dueDay}
          onChange={(event) => setDueDay(event.currentTarget.value)}
        />
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={onClose}>
            取消
          </Button>
          <Button type="submit">保存</Button>
        </Group>
      </form>
    </Modal>
  );
}
