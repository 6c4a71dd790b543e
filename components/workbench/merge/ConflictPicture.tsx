// A picture beside a judgement: read while its place is near what is on screen, and let go when it is not.
import { Image, Text } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import classes from './Merge.module.css';

/** So near its place has to be. */
const NEAR = '400px';

/** Dozens of contradictions have dozens of pictures; those that nobody looks at are not held in memory. */
export function ConflictPicture({
  name,
  caption,
  read,
}: {
  name: string;
  caption: string;
  /** Asked anew whenever the picture comes near. */
  read: () => Promise<Blob | undefined>;
}) {
  const place = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState(false);
  const [address, setAddress] = useState('');
  const [missing, setMissing] = useState(false);
  // The picture belongs to a fixed record, and `read` is new at every drawing.
  const [first] = useState(() => read);
  useEffect(() => {
    if (!place.current) return;
    const observer = new IntersectionObserver((entries) => setNear(entries.at(-1)?.isIntersecting === true), {
      rootMargin: NEAR,
    });
    observer.observe(place.current);
    return () => observer.disconnect();
  }, []);
  useEffect(() => {
    if (!near) return;
    let gone = false;
    let made = '';
    first().then(
      (blob) => {
        if (gone) return;
        setMissing(!blob);
        if (!blob) return;
        made = URL.createObjectURL(blob);
        setAddress(made);
      },
      () => !gone && setMissing(true),
    );
    return () => {
      gone = true;
      setAddress('');
      URL.revokeObjectURL(made);
    };
  }, [first, near]);
  return (
    <figure className={classes.figure}>
      <div ref={place} className={classes.place}>
        {missing && (
          <Text size="sm" c="dimmed" role="status">
            图片未能读出，请核对交接文件后重新选择。
          </Text>
        )}
        {address !== '' && <Image src={address} alt={caption || name} className={classes.picture} />}
      </div>
      <Text component="figcaption" size="sm">
        {name}
        {caption && `：${caption}`}
      </Text>
    </figure>
  );
}
