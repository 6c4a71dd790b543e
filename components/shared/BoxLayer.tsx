// The picture with red boxes that are drawn, moved, resized and deleted on it.
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import type { Rect } from '@/lib/model/primitives';
import { percentStyle } from './CropLayer';
import classes from './EvidenceEditor.module.css';
import {
  boxBetween,
  type Corner,
  isBigEnough,
  movedBox,
  type Point,
  resizedBox,
  type Size,
} from './evidence-boxes';

const CORNERS: Corner[] = ['nw', 'ne', 'sw', 'se'];

/** What the pointer is doing until it is lifted. */
type Drag =
  | { kind: 'draw'; from: Point; to: Point }
  | { kind: 'move'; index: number; from: Point; box: Rect }
  | { kind: 'resize'; index: number; corner: Corner; box: Rect };

export function BoxLayer({
  image,
  alt,
  picture,
  crop,
  boxes,
  selected,
  onSelect,
  onChange,
  onRemove,
}: {
  image: string;
  alt: string;
  picture: Size;
  crop: Rect | null;
  boxes: Rect[];
  selected: number | null;
  onSelect: (index: number | null) => void;
  onChange: (boxes: Rect[]) => void;
  onRemove: (index: number) => void;
}) {
  const frame = useRef<HTMLDivElement>(null);
  const [drag, setDrag] = useState<Drag | null>(null);

  // A box added by button or just drawn takes the keyboard at once.
  const shownSelected = useRef<number | null>(null);
  useEffect(() => {
    if (selected === shownSelected.current) return;
    shownSelected.current = selected;
    if (selected !== null) frame.current?.querySelector<HTMLElement>(`[data-box="${selected}"]`)?.focus();
  }, [selected]);

  const pointOf = (event: PointerEvent): Point => {
    const area = frame.current?.getBoundingClientRect();
    if (!area || area.width === 0 || area.height === 0) return { x: 0, y: 0 };
    return {
      x: ((event.clientX - area.left) / area.width) * picture.width,
      y: ((event.clientY - area.top) / area.height) * picture.height,
    };
  };
  const replace = (index: number, box: Rect) => onChange(boxes.map((old, i) => (i === index ? box : old)));

  const start = (event: PointerEvent) => {
    if (event.button !== 0) return;
    const target = event.target as HTMLElement;
    const holder = target.closest<HTMLElement>('[data-box]');
    const index = holder ? Number(holder.dataset.box) : -1;
    const box = boxes[index];
    const from = pointOf(event);
    const corner = target.dataset.corner as Corner | undefined;
    event.currentTarget.setPointerCapture(event.pointerId);
    if (!box) {
      event.preventDefault();
      onSelect(null);
      setDrag({ kind: 'draw', from, to: from });
    } else if (corner) {
      setDrag({ kind: 'resize', index, corner, box });
    } else {
      onSelect(index);
      holder?.focus();
      setDrag({ kind: 'move', index, from, box });
    }
  };
  const move = (event: PointerEvent) => {
    if (!drag) return;
    const at = pointOf(event);
    if (drag.kind === 'draw') setDrag({ ...drag, to: at });
    else if (drag.kind === 'resize') replace(drag.index, resizedBox(drag.box, drag.corner, at, picture));
    else replace(drag.index, movedBox(drag.box, at.x - drag.from.x, at.y - drag.from.y, picture));
  };
  const end = () => {
    if (drag?.kind === 'draw') {
      const box = boxBetween(drag.from, drag.to, picture);
      if (isBigEnough(box)) {
        onChange([...boxes, box]);
        onSelect(boxes.length);
      }
    }
    setDrag(null);
  };

  const onKeyDown = (event: KeyboardEvent, index: number, box: Rect) => {
    if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault();
      onRemove(index);
      return;
    }
    const step = event.shiftKey ? 10 : 1;
    const by = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] }[
      event.key
    ];
    if (!by) return;
    event.preventDefault();
    const [dx = 0, dy = 0] = by;
    const corner = { x: box.x + box.width + dx, y: box.y + box.height + dy };
    replace(index, event.altKey ? resizedBox(box, 'se', corner, picture) : movedBox(box, dx, dy, picture));
  };

  const drawn = drag?.kind === 'draw' ? boxBetween(drag.from, drag.to, picture) : null;
  return (
    <div
      ref={frame}
      className={`${classes.frame} ${classes.drawing}`}
      onPointerDown={start}
      onPointerMove={move}
      onPointerUp={end}
      onPointerCancel={() => setDrag(null)}
    >
      <img className={classes.picture} src={image} alt={alt} draggable={false} />
      {crop && (
        <div className={classes.shade}>
          <div className={classes.outside} style={percentStyle(crop, picture)} />
        </div>
      )}
      {boxes.map((box, index) => (
        // biome-ignore lint/a11y/useSemanticElements: a button cannot hold the corner handles.
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: boxes have no identity besides their place in the list.
          key={index}
          role="button"
          tabIndex={0}
          data-box={index}
          className={classes.box}
          style={percentStyle(box, picture)}
          aria-pressed={selected === index}
          aria-label={`红框 ${index + 1}：左 ${box.x}，上 ${box.y}，宽 ${box.width}，高 ${box.height}`}
          onFocus={() => onSelect(index)}
          onKeyDown={(event) => onKeyDown(event, index, box)}
        >
          {selected === index &&
            CORNERS.map((corner) => <span key={corner} data-corner={corner} className={classes.handle} />)}
        </div>
      ))}
      {drawn && <div className={classes.stillBox} style={percentStyle(drawn, picture)} />}
    </div>
  );
}
