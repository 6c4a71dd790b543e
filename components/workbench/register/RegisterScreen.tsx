// The register: every website and account of the office, to be found, corrected, taken in and inspected.
import { Anchor, Button, FileButton, Group, Menu, Text } from '@mantine/core';
import { IconDownload, IconPlus, IconTableImport } from '@tabler/icons-react';
import { useCallback, useDeferredValue, useMemo, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { useDeskClient, useDeskQuery } from '@/components/client';
import { XLSX_MIME } from '@/lib/export/exported-file';
import type { Subject } from '@/lib/model/session';
import { ImportWizard } from '../import/ImportWizard';
import { ActionButton } from '../shell/ActionButton';
import { ConfirmDialog } from '../shell/ConfirmDialog';
import { useNotices } from '../shell/notices';
import screen from '../shell/screen.module.css';
import { Empty, Failure, Loading, ScreenHead } from '../shell/screen-states';
import { useKeptState } from '../shell/use-kept-state';
import { useOpenSubject } from '../shell/use-open-subject';
import { BulkDialog } from './BulkDialog';
import { FilterBar } from './FilterBar';
import { registerImport } from './import-job';
import { RegisterTable, type RowActions } from './RegisterTable';
import { NO_FILTER, shownSubjects, sortedRegister } from './register-filter';
import { SubjectDialog } from './SubjectDialog';
import { useProgress } from './use-progress';

const NOBODY: ReadonlySet<string> = new Set();

/** `#/register` */
export function RegisterScreen() {
  const client = useDeskClient();
  const notices = useNotices();
  const [, navigate] = useLocation();
  const ask = useCallback(() => client.desk.listSubjects({}), [client]);
  const { value, error, reload } = useDeskQuery(ask, ({ what }) => what === 'subjects');
  const { round, progress, finished } = useProgress();
  const openSubject = useOpenSubject();
  const [filter, setFilter] = useKeptState('register.filter', NO_FILTER);
  const [chosen, setChosen] = useState(NOBODY);
  const [file, setFile] = useState<File | null>(null);
  const [editing, setEditing] = useState<Subject | 'new'>();
  const [bulk, setBulk] = useState(false);
  const [doomed, setDoomed] = useState<readonly Subject[]>();
  const resetFile = useRef<() => void>(null);

  const register = useMemo(() => value && sortedRegister(value), [value]);
  const deferred = useDeferredValue(filter);
  const shown = useMemo(() => (register ? shownSubjects(register, deferred) : []), [register, deferred]);
  // Only what is on the list can be acted on: nothing happens to lines out of sight.
  const selected = useMemo(
    () => new Set(shown.filter(({ id }) => chosen.has(id)).map(({ id }) => id)),
    [shown, chosen],
  );
  const job = useMemo(() => registerImport(client.desk, value ?? []), [client, value]);

  const finishedRef = useRef(finished);
  finishedRef.current = finished;
  const actions = useMemo<RowActions>(
    () => ({
      onEdit: setEditing,
      onRemove: (subject) => setDoomed([subject]),
      onOpen: (subject) => {
        const done = finishedRef.current.get(subject.id);
        if (done === undefined) void openSubject(subject);
        else navigate(`/sessions/${encodeURIComponent(done)}`);
      },
    }),
    [openSubject, navigate],
  );

  const save = async (kind: 'xlsx' | 'csv', subjects: readonly Subject[], name: string) => {
    try {
      const { registerCsv, registerXlsx } = await import('@/lib/export/register-file');
      const bytes = kind === 'xlsx' ? await registerXlsx(subjects, client.now()) : registerCsv(subjects);
      await client.saveFile(`${name}.${kind}`, bytes, kind === 'xlsx' ? XLSX_MIME : 'text/csv');
      notices.done(subjects.length > 0 ? `已导出 ${subjects.length} 个检查对象。` : '已下载台账模板。');
    } catch (reason) {
      notices.failed(reason);
    }
  };

  return (
    <div className={screen.filling}>
      <ScreenHead
        title="台账"
        actions={
          <Group gap="xs">
            <FileButton resetRef={resetFile} onChange={setFile} accept=".xlsx,.csv,.tsv,.txt">
              {(props) => (
                <ActionButton {...props} icon={IconTableImport} disabled={!value}>
                  导入台账
                </ActionButton>
              )}
            </FileButton>
            <Menu>
              <Menu.Target>
                <ActionButton icon={IconDownload}>导出</ActionButton>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item
                  disabled={shown.length === 0}
                  onClick={() => void save('xlsx', shown, '检查对象台账')}
                >
                  所列 {shown.length} 个对象（XLSX）
                </Menu.Item>
                <Menu.Item
                  disabled={shown.length === 0}
                  onClick={() => void save('csv', shown, '检查对象台账')}
                >
                  所列 {shown.length} 个对象（CSV）
                </Menu.Item>
                <Menu.Item onClick={() => void save('xlsx', [], '台账模板')}>空白模板（XLSX）</Menu.Item>
              </Menu.Dropdown>
            </Menu>
            <ActionButton icon={IconPlus} disabled={!value} onClick={() => setEditing('new')}>
              新增
            </ActionButton>
          </Group>
        }
      />
      {error && <Failure message={error} onRetry={() => void reload()} />}
      {!register && !error && <Loading what="台账" />}
      {register?.length === 0 && (
        <Empty title="台账中还没有检查对象">
          <p>可用“导入台账”导入 XLSX 或 CSV 表格，列名由系统自动对应；也可逐个新增。</p>
          <p>从网页上直接开始检查的网站会自动记入台账。</p>
        </Empty>
      )}
      {register && register.length > 0 && (
        <>
          <FilterBar filter={filter} onChange={setFilter} />
          <Group gap="sm">
            <Text size="sm" role="status">
              {shown.length < register.length
                ? `筛选出 ${shown.length} 个，共 ${register.length} 个检查对象`
                : `共 ${register.length} 个检查对象`}
              {selected.size > 0 && `，已选 ${selected.size} 个`}
            </Text>
            {shown.length < register.length && (
              <Anchor component="button" type="button" size="sm" onClick={() => setFilter(NO_FILTER)}>
                清除筛选
              </Anchor>
            )}
            {selected.size > 0 && (
              <>
                <Button size="compact-sm" variant="default" onClick={() => setBulk(true)}>
                  批量修改
                </Button>
                <Button
                  size="compact-sm"
                  variant="default"
                  onClick={() => setDoomed(shown.filter(({ id }) => selected.has(id)))}
                >
                  删除所选
                </Button>
              </>
            )}
            <Text size="sm" c="dimmed">
              {round ? `开始检查时记入“${round.name}”。` : '没有开放的轮次，开始检查时自动建立本季度轮次。'}
            </Text>
          </Group>
          {shown.length === 0 ? (
            <Empty title="没有符合条件的检查对象">
              <p>请换一个搜索词，或者清除筛选。</p>
            </Empty>
          ) : (
            <RegisterTable
              rows={shown}
              chosen={chosen}
              onChoose={setChosen}
              progress={progress}
              actions={actions}
            />
          )}
        </>
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
      {editing && (
        <SubjectDialog
          {...(editing !== 'new' && { subject: editing })}
          register={value ?? []}
          onClose={() => setEditing(undefined)}
        />
      )}
      {bulk && <BulkDialog ids={[...selected]} onClose={() => setBulk(false)} />}
      {doomed && (
        <ConfirmDialog
          title={doomed.length === 1 ? '删除这个检查对象？' : `删除所选的 ${doomed.length} 个检查对象？`}
          confirmName="删除"
          danger
          onClose={() => setDoomed(undefined)}
          onConfirm={async () => {
            await client.desk.removeSubjects({ ids: doomed.map(({ id }) => id) });
            setChosen(NOBODY);
            notices.done(`已删除 ${doomed.length} 个检查对象。`);
          }}
        >
          <Text>
            {doomed
              .slice(0, 5)
              .map(({ name }) => `“${name}”`)
              .join('、')}
            {doomed.length > 5 && `等 ${doomed.length} 个`}
          </Text>
          <Text mt="xs">将从台账和各轮次中删除，不能恢复。已有检查记录的对象不能删除。</Text>
        </ConfirmDialog>
      )}
    </div>
  );
}
