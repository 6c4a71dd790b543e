// Copies an indicator set and edits the copy, with the linter's word on every change; saves it as a version of its own.
import { Alert, Button, Paper, Text, Title } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp, IconDeviceFloppy } from '@tabler/icons-react';
import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { useDeskClient, useDeskQuery } from '@/components/client';
import { knownChecks } from '@/lib/checks/engine/catalogue';
import { lintSet } from '@/lib/indicators/lint-set';
import { jsonPath, type SetProblem } from '@/lib/indicators/set-problem';
import type { IndicatorSet } from '@/lib/model/indicator-set';
import { ActionButton } from '../shell/ActionButton';
import { ConfirmDialog } from '../shell/ConfirmDialog';
import { useNotices } from '../shell/notices';
import screen from '../shell/screen.module.css';
import { Failure, Loading, NotFound, ScreenHead } from '../shell/screen-states';
import { BasicsEditor } from './BasicsEditor';
import { type Editor, EditorProvider } from './editor-context';
import { PartEditor } from './PartEditor';
import { ProblemList } from './ProblemList';
import { setPath } from './SetDownloadMenu';
import classes from './SetEditor.module.css';
import { copyOf } from './set-draft';
import { useDraft } from './use-draft';

/** `#/sets/ID/VERSION/copy` */
export function SetEditorScreen({ params }: { params: Record<string, string | undefined> }) {
  const client = useDeskClient();
  const id = decodeURIComponent(params.id ?? '');
  const version = decodeURIComponent(params.version ?? '');
  const ask = useCallback(async () => {
    const [set, rows] = await Promise.all([client.desk.getSet({ id, version }), client.desk.listSets({})]);
    const shipped = rows.some((row) => row.id === id && row.version === version && row.shipped);
    return copyOf(set, shipped, rows);
  }, [client, id, version]);
  // The first draft must not change under the editor's hands, so changes of the desk do not concern it.
  const { value: first, error, missing, reload } = useDeskQuery(ask, () => false);
  return (
    <div className={screen.screen}>
      {!first && <ScreenHead title="复制并修改" />}
      {missing && <NotFound what="指标体系" back="/sets" backName="回到指标体系列表" />}
      {error && !missing && <Failure message={error} onRetry={() => void reload()} />}
      {!first && !error && <Loading what="指标体系" />}
      {first && <SetEditor draftKey={`${id}@${version}`} first={first} back={setPath({ id, version })} />}
    </div>
  );
}

function SetEditor({ draftKey, first, back }: { draftKey: string; first: IndicatorSet; back: string }) {
  const client = useDeskClient();
  const notices = useNotices();
  const [, navigate] = useLocation();
  const draft = useDraft(draftKey, first);
  const { set, update, changed } = draft;
  const root = useRef<HTMLDivElement>(null);
  const [open, setOpenIds] = useState<ReadonlySet<string>>(new Set());
  const [focusPath, setFocusPath] = useState<string>();
  const [discarding, setDiscarding] = useState(false);
  const [busy, setBusy] = useState(false);

  const linted = useDeferredValue(set);
  const { problems } = useMemo(() => lintSet(linted, knownChecks), [linted]);
  const errors = problems.filter(({ severity }) => severity === 'error');

  const setOpen = useCallback(
    (id: string, isOpen: boolean) =>
      setOpenIds((ids) => new Set(isOpen ? [...ids, id] : [...ids].filter((other) => other !== id))),
    [],
  );
  const editor = useMemo<Editor>(() => {
    const byPath = new Map<string, string>();
    for (const { path, message, severity } of problems)
      if (severity === 'error' && !byPath.has(path)) byPath.set(path, message);
    return {
      set,
      update,
      errorAt: (path) => byPath.get(jsonPath(path)),
      errorsWithin: (path) => {
        const start = jsonPath(path);
        return [...byPath.keys()].filter((at) => at === start || at.startsWith(`${start}.`)).length;
      },
      isOpen: (id) => open.has(id),
      setOpen,
      focusOn: setFocusPath,
    };
  }, [set, update, problems, open, setOpen]);

  // Runs after every render on purpose: the field to focus may appear only after its indicator was opened.
  useEffect(() => {
    if (focusPath === undefined) return;
    const field = fieldAt(root.current, focusPath);
    if (!field) return;
    setFocusPath(undefined);
    field.scrollIntoView({ block: 'center' });
    field.focus({ preventScroll: true });
  });

  useEffect(() => {
    if (!changed) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [changed]);

  const goTo = ({ path }: SetProblem) => {
    const indicator = /^\$\.parts\[(\d+)\]\.categories\[(\d+)\]\.indicators\[(\d+)\]/.exec(path);
    if (indicator) {
      const [p = 0, c = 0, i = 0] = indicator.slice(1).map(Number);
      const found = set.parts[p]?.categories[c]?.indicators[i];
      if (found) setOpen(found.id, true);
    }
    setFocusPath(path);
  };

  const save = async () => {
    setBusy(true);
    try {
      await client.desk.putSet(set);
      draft.forget();
      notices.done(`已保存“${set.title}”（${set.version} 版）。`);
      navigate(setPath(set));
    } catch (error) {
      notices.failed(error);
      setBusy(false);
    }
  };

  return (
    <EditorProvider value={editor}>
      <div className={classes.head}>
        <ScreenHead
          title="复制并修改指标体系"
          detail={
            <Text size="sm" c="dimmed">
              复制自“{first.title.replace(/（本地修订）$/, '')}
              ”。保存为新的编号或版本，原有内容和已开始的检查不受影响。
            </Text>
          }
          actions={
            <>
              <ActionButton icon={IconArrowBackUp} disabled={!draft.canUndo} onClick={draft.undo}>
                撤销
              </ActionButton>
              <ActionButton icon={IconArrowForwardUp} disabled={!draft.canRedo} onClick={draft.redo}>
                恢复
              </ActionButton>
              <Button variant="default" onClick={() => (changed ? setDiscarding(true) : navigate(back))}>
                放弃
              </Button>
              <Button
                leftSection={<IconDeviceFloppy size={16} aria-hidden />}
                loading={busy}
                disabled={errors.length > 0 || linted !== set}
                onClick={() => void save()}
              >
                保存
              </Button>
            </>
          }
        />
      </div>
      {draft.recovered && (
        <Alert role="status" color="blue" title="已恢复上次未保存的修改">
          <Button variant="default" size="xs" onClick={draft.discard}>
            不要这些修改
          </Button>
        </Alert>
      )}
      <div className={classes.columns}>
        <div ref={root} className={classes.parts}>
          <BasicsEditor />
          {set.parts.map((part, index) => (
            <PartEditor key={part.kind} part={part} index={index} />
          ))}
        </div>
        <Paper withBorder p="sm" component="aside" className={classes.lint} aria-label="核对结果">
          <Title order={2} size="h5">
            核对结果
          </Title>
          <Text size="sm" role="status" mb={4}>
            {problems.length === 0
              ? '没有发现错误，可以保存。'
              : `错误 ${errors.length} 处，提醒 ${problems.length - errors.length} 处。${errors.length > 0 ? '改正错误后才能保存。' : '可以保存。'}`}
          </Text>
          <ProblemList problems={problems} onPick={goTo} />
        </Paper>
      </div>
      {discarding && (
        <ConfirmDialog
          title="放弃未保存的修改？"
          confirmName="放弃修改"
          danger
          onClose={() => setDiscarding(false)}
          onConfirm={async () => {
            draft.discard();
            navigate(back);
          }}
        >
          <Text>所作修改将不再保留。</Text>
        </ConfirmDialog>
      )}
    </EditorProvider>
  );
}

/** The element that carries the path, or the nearest one above it. */
function fieldAt(root: HTMLElement | null, path: string): HTMLElement | null {
  const all = new Map(
    [...(root?.querySelectorAll<HTMLElement>('[data-path]') ?? [])].map((element) => [
      element.dataset.path,
      element,
    ]),
  );
  for (let at = path; ; ) {
    const found = all.get(at);
    if (found) return found;
    const above = at.replace(/(\.[^.[]+|\[\d+\])$/, '');
    if (above === at) return null;
    at = above;
  }
}
