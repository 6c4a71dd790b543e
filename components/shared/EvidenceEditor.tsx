// Makes a picture speak: cut it, draw red boxes on it, write its caption. By pointer or by keyboard alone.
import 'react-image-crop/dist/ReactCrop.css';
import { Alert, Button, Checkbox, Group, SegmentedControl, Text, Textarea } from '@mantine/core';
import { IconCrop, IconRectangle, IconTrash } from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import { sentenceOf } from '@/components/client';
import type { Rect } from '@/lib/model/primitives';
import type { Evidence } from '@/lib/model/session';
import { BoxLayer } from './BoxLayer';
import { CropLayer } from './CropLayer';
import { shownArea } from './crop-picture';
import classes from './EvidenceEditor.module.css';
import { middleBox, type Size } from './evidence-boxes';

type Tool = 'box' | 'crop';

export interface EvidenceEdit {
  /** In picture pixels; null = the whole picture. */
  crop: Rect | null;
  boxes: Rect[];
  caption: string;
}

/**
 * The editor's inside; put it into a dialog of the screen's own.
 * @param image the whole picture as a data URL
 * @param onSave stores the edit; when it rejects the sentence is shown and nothing is lost
 */
export function EvidenceEditor({
  image,
  evidence,
  onSave,
  onCancel,
}: {
  image: string;
  evidence: Evidence;
  onSave: (edit: EvidenceEdit) => Promise<void>;
  onCancel: () => void;
}) {
  const [tool, setTool] = useState<Tool>('box');
  const [crop, setCrop] = useState<Rect | null>(evidence.crop ?? null);
  const [boxes, setBoxes] = useState<Rect[]>(evidence.boxes);
  const [selected, setSelected] = useState<number | null>(null);
  const [caption, setCaption] = useState(evidence.caption);
  const [fitted, setFitted] = useState(true);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const picture = { width: evidence.width, height: evidence.height };
  const alt = evidence.caption || `取证图片 ${evidence.number}`;

  const save = async () => {
    setBusy(true);
    setError(undefined);
    try {
      await onSave({ crop: savedCrop(crop, picture), boxes, caption: caption.trim() });
    } catch (reason) {
      setError(sentenceOf(reason));
    } finally {
      setBusy(false);
    }
  };

  const addBox = () => {
    setTool('box');
    setBoxes([...boxes, middleBox(shownArea({ ...picture, crop: crop ?? undefined }), picture)]);
    setSelected(boxes.length);
  };
  const removeBox = (index: number) => {
    setBoxes(boxes.filter((_, i) => i !== index));
    setSelected(null);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if ((event.ctrlKey || event.metaKey) && event.key === 'Enter') {
      event.preventDefault();
      void save();
    }
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: catches Ctrl+Enter from the controls inside.
    <div className={classes.editor} onKeyDown={onKeyDown}>
      <Group gap="sm">
        <SegmentedControl
          aria-label="工具"
          value={tool}
          onChange={(value) => setTool(value as Tool)}
          data={[
            { value: 'box', label: '画红框' },
            { value: 'crop', label: '裁剪' },
          ]}
        />
        {tool === 'box' ? (
          <>
            <Button variant="default" leftSection={<IconRectangle size={16} aria-hidden />} onClick={addBox}>
              添加红框
            </Button>
            <Button
              variant="default"
              leftSection={<IconTrash size={16} aria-hidden />}
              disabled={selected === null}
              onClick={() => selected !== null && removeBox(selected)}
            >
              删除所选红框
            </Button>
          </>
        ) : (
          <>
            <Button
              variant="default"
              leftSection={<IconCrop size={16} aria-hidden />}
              disabled={crop !== null}
              onClick={() => setCrop(insetOf(picture))}
            >
              添加裁剪框
            </Button>
            <Button variant="default" disabled={crop === null} onClick={() => setCrop(null)}>
              取消裁剪
            </Button>
          </>
        )}
        <Checkbox
          label="缩放到窗口大小"
          checked={fitted}
          onChange={(event) => setFitted(event.currentTarget.checked)}
        />
      </Group>
      <Text size="sm" c="dimmed">
        {tool === 'box'
          ? '在图上拖动画出红框。选中后：方向键移动，Alt+方向键改变大小，按住 Shift 一次 10 像素，Delete 删除。'
          : '在图上拖动选出要保留的部分。裁剪框及其八个控点可用方向键移动。'}
      </Text>
      <div className={`${classes.stage} ${fitted ? classes.fitted : ''}`}>
        {tool === 'box' ? (
          <BoxLayer
            image={image}
            alt={alt}
            picture={picture}
            crop={crop}
            boxes={boxes}
            selected={selected}
            onSelect={setSelected}
            onChange={setBoxes}
            onRemove={removeBox}
          />
        ) : (
          <CropLayer image={image} alt={alt} picture={picture} crop={crop} boxes={boxes} onChange={setCrop} />
        )}
      </div>
      <Text size="sm" role="status">
        {crop ? `裁剪为 ${Math.round(crop.width)} × ${Math.round(crop.height)} 像素` : '未裁剪'}，红框{' '}
        {boxes.length} 个
      </Text>
      <Textarea
        label="图片说明"
        placeholder="例如：首页底部未见“我为政府网站找错”入口"
        value={caption}
        onChange={(event) => setCaption(event.currentTarget.value)}
        autosize
        minRows={2}
        maxRows={6}
        maxLength={500}
      />
      {error && (
        <Alert role="alert" color="red" title="保存失败">
          {error}
        </Alert>
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={onCancel} disabled={busy}>
          取消
        </Button>
        <Button onClick={() => void save()} loading={busy} title="Ctrl+Enter">
          保存
        </Button>
      </Group>
    </div>
  );
}

/** In whole pixels inside the picture; a crop of all of it is none. */
function savedCrop(crop: Rect | null, picture: Size): Rect | null {
  if (!crop) return null;
  const area = shownArea({ ...picture, crop });
  return area.width === picture.width && area.height === picture.height ? null : area;
}

/** A first crop for those who cut without a pointer: a tenth off each side. */
function insetOf({ width, height }: Size): Rect {
  return {
    x: Math.round(width / 10),
    y: Math.round(height / 10),
    width: Math.round(width * 0.8),
    height: Math.round(height * 0.8),
  };
}
