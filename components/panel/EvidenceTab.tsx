// The pictures of this session: numbered, with caption, cut and boxed in the editor, deleted only after asking.
import { Button, Group, Loader, Modal, Text, TextInput } from '@mantine/core';
import { IconCamera, IconPencil, IconTrash } from '@tabler/icons-react';
import { lazy, memo, Suspense, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { sentenceOf, useClient } from '@/components/client';
import type { Evidence } from '@/lib/model/session';
import { dayTime } from './clock-time';
import styles from './evidence.module.css';
import { PageLink } from './FindingRow';
import panel from './panel.module.css';
import type { SessionOp } from './session-ops';

const EvidenceEditor = lazy(() =>
  import('@/components/shared/EvidenceEditor').then((module) => ({ default: module.EvidenceEditor })),
);

export const EvidenceTab = memo(function EvidenceTab(props: {
  evidence: readonly Evidence[];
  /** What a picture belongs to, by criterion id. */
  criterionText(criterionId: string): string | undefined;
  locked: boolean;
  /** Why no picture can be taken now. */
  hindrance: string | undefined;
  shown: boolean;
  startScroll: number;
  act(op: SessionOp): Promise<boolean>;
  onCapture(): void;
  onScroll(top: number): void;
}) {
  const { evidence, act } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const start = useRef(props.startScroll);
  const [editing, setEditing] = useState<string>();
  const [deleting, setDeleting] = useState<string>();
  useLayoutEffect(() => {
    if (props.shown && scroller.current) scroller.current.scrollTop = start.current;
  }, [props.shown]);
  const edited = evidence.find(({ id }) => id === editing);
  const deleted = evidence.find(({ id }) => id === deleting);
  return (
    <>
      <div className={panel.toolbar}>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconCamera size={14} />}
          disabled={props.locked || props.hindrance !== undefined}
          title={props.hindrance}
          onClick={props.onCapture}
        >
          截取可见区域
        </Button>
        <Text size="xs" c="dimmed">
          共 {evidence.length} 幅
        </Text>
      </div>
      <section
        ref={scroller}
        className={panel.scroll}
        aria-label="取证"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard
        tabIndex={0}
        onScroll={(event) => {
          if (!props.shown) return;
          start.current = event.currentTarget.scrollTop;
          props.onScroll(start.current);
        }}
      >
        {evidence.length === 0 && (
          <p className={panel.empty}>
            尚无取证图片。选中一条指标后按 E，或在“发现”中点“取证”，图片会自动编号并与指标关联。
          </p>
        )}
        <ul className={styles.list}>
          {evidence.map((item) => (
            <li key={item.id}>
              <EvidenceCard
                item={item}
                criterion={item.criterionId === undefined ? undefined : props.criterionText(item.criterionId)}
                locked={props.locked}
                visible={props.shown}
                act={act}
                onEdit={setEditing}
                onDelete={setDeleting}
              />
            </li>
          ))}
        </ul>
      </section>
      <Modal
        opened={edited !== undefined}
        onClose={() => setEditing(undefined)}
        title={edited ? `编辑图 ${edited.number}` : ''}
        size="xl"
        padding="sm"
      >
        {edited && <EditorOf evidence={edited} act={act} onClose={() => setEditing(undefined)} />}
      </Modal>
      <Modal
        opened={deleted !== undefined}
        onClose={() => setDeleting(undefined)}
        title={deleted ? `删除图 ${deleted.number}` : ''}
        size="sm"
        centered
      >
        <Text size="sm">删除后不能恢复，编号也不再使用。确定删除吗？</Text>
        <Group justify="flex-end" mt="md" gap="xs">
          <Button variant="default" data-autofocus onClick={() => setDeleting(undefined)}>
            取消
          </Button>
          <Button
            color="red"
            onClick={() => {
              if (deleted) void act({ type: 'remove-evidence', id: deleted.id });
              setDeleting(undefined);
            }}
          >
            删除
          </Button>
        </Group>
      </Modal>
    </>
  );
});

const EvidenceCard = memo(function EvidenceCard(props: {
  item: Evidence;
  criterion: string | undefined;
  locked: boolean;
  visible: boolean;
  act(op: SessionOp): Promise<boolean>;
  onEdit(id: string): void;
  onDelete(id: string): void;
}) {
  const { item } = props;
  const [caption, setCaption] = useState(item.caption);
  useEffect(() => setCaption(item.caption), [item.caption]);
  const image = useEvidenceImage(item.id, props.visible);
  const keep = () => {
    const text = caption.trim();
    if (text !== item.caption) void props.act({ type: 'update-evidence', id: item.id, caption: text });
  };
  return (
    <article className={styles.card} aria-label={`图 ${item.number}`}>
      <div className={styles.picture} ref={image.ref}>
        {image.url && <img src={image.url} alt={item.caption || `取证图 ${item.number}`} />}
        {image.error && <Text size="xs">{image.error}</Text>}
        <span className={styles.number}>图 {item.number}</span>
      </div>
      <TextInput
        size="xs"
        aria-label={`图 ${item.number} 的说明`}
        placeholder="图片说明"
        disabled={props.locked}
        value={caption}
        onChange={(event) => setCaption(event.currentTarget.value)}
        onBlur={keep}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) keep();
        }}
      />
      <div className={styles.facts}>
        {props.criterion && <span>指标：{props.criterion}</span>}
        <span>
          {dayTime(item.at)} · {item.kind === 'element' ? '所标位置' : '可见区域'}
          {(item.crop || item.boxes.length > 0) && ' · 已裁剪或标注'}
        </span>
        <PageLink url={item.url} />
      </div>
      <Group gap={6}>
        <Button
          size="compact-xs"
          variant="default"
          leftSection={<IconPencil size={13} />}
          disabled={props.locked}
          aria-label={`编辑图 ${item.number}`}
          onClick={() => props.onEdit(item.id)}
        >
          编辑
        </Button>
        <Button
          size="compact-xs"
          variant="default"
          leftSection={<IconTrash size={13} />}
          disabled={props.locked}
          aria-label={`删除图 ${item.number}`}
          onClick={() => props.onDelete(item.id)}
        >
          删除
        </Button>
      </Group>
    </article>
  );
});

function EditorOf(props: { evidence: Evidence; act(op: SessionOp): Promise<boolean>; onClose(): void }) {
  const { evidence } = props;
  const image = useEvidenceImage(evidence.id, true, true);
  if (image.error) return <Text size="sm">{image.error}</Text>;
  if (!image.url) return <Loader size="sm" aria-label="正在读取图片" />;
  return (
    <Suspense fallback={<Loader size="sm" aria-label="正在打开编辑器" />}>
      <EvidenceEditor
        image={image.url}
        evidence={evidence}
        onCancel={props.onClose}
        onSave={async ({ crop, boxes, caption }) => {
          const stored = await props.act({ type: 'update-evidence', id: evidence.id, crop, boxes, caption });
          if (!stored) throw new Error('图片修改未能保存，请重试。');
          props.onClose();
        }}
      />
    </Suspense>
  );
}

/** Reads a picture's bytes once its place comes into sight (or at once). */
function useEvidenceImage(id: string, visible: boolean, atOnce = false) {
  const client = useClient();
  const ref = useRef<HTMLDivElement>(null);
  const [url, setUrl] = useState<string>();
  const [error, setError] = useState<string>();
  useEffect(() => {
    if (!visible || url !== undefined) return;
    let gone = false;
    const read = () =>
      client.desk.evidenceImage({ id }).then(
        (image) => !gone && setUrl(image),
        (failure) => !gone && setError(sentenceOf(failure)),
      );
    if (atOnce || !ref.current) {
      void read();
      return () => {
        gone = true;
      };
    }
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      void read();
    });
    observer.observe(ref.current);
    return () => {
      gone = true;
      observer.disconnect();
    };
  }, [client, id, visible, atOnce, url]);
  return { ref, url, error };
}
