// The picture with a movable crop over it; crop in picture pixels whatever size the picture is shown at.
import ReactCrop, { type PercentCrop } from 'react-image-crop';
import type { Rect } from '@/lib/model/primitives';
import classes from './EvidenceEditor.module.css';
import type { Size } from './evidence-boxes';

const LABELS = {
  cropArea: '裁剪框，方向键移动',
  nwDragHandle: '左上控点，方向键移动',
  nDragHandle: '上边控点，方向键移动',
  neDragHandle: '右上控点，方向键移动',
  eDragHandle: '右边控点，方向键移动',
  seDragHandle: '右下控点，方向键移动',
  sDragHandle: '下边控点，方向键移动',
  swDragHandle: '左下控点，方向键移动',
  wDragHandle: '左边控点，方向键移动',
};

/** Calls `onChange` with null when the crop is taken away by a click outside. */
export function CropLayer({
  image,
  alt,
  picture,
  crop,
  boxes,
  onChange,
}: {
  image: string;
  alt: string;
  picture: Size;
  crop: Rect | null;
  boxes: Rect[];
  onChange: (crop: Rect | null) => void;
}) {
  const percent: PercentCrop | undefined = crop
    ? {
        unit: '%',
        x: (crop.x / picture.width) * 100,
        y: (crop.y / picture.height) * 100,
        width: (crop.width / picture.width) * 100,
        height: (crop.height / picture.height) * 100,
      }
    : undefined;
  return (
    <ReactCrop
      crop={percent}
      ariaLabels={LABELS}
      onChange={(_, { x, y, width, height }) =>
        onChange(
          width > 0 && height > 0
            ? {
                x: (x / 100) * picture.width,
                y: (y / 100) * picture.height,
                width: (width / 100) * picture.width,
                height: (height / 100) * picture.height,
              }
            : null,
        )
      }
    >
      <div className={classes.frame}>
        <img className={classes.picture} src={image} alt={alt} draggable={false} />
        {boxes.map((box, index) => (
          <div
            // biome-ignore lint/suspicious/noArrayIndexKey: boxes have no identity besides their place in the list.
            key={index}
            className={classes.stillBox}
            style={percentStyle(box, picture)}
          />
        ))}
      </div>
    </ReactCrop>
  );
}

/** Places a rectangle of picture pixels over the picture as it is shown. */
export function percentStyle({ x, y, width, height }: Rect, picture: Size) {
  return {
    left: `${(x / picture.width) * 100}%`,
    top: `${(y / picture.height) * 100}%`,
    width: `${(width / picture.width) * 100}%`,
    height: `${(height / picture.height) * 100}%`,
  };
}
