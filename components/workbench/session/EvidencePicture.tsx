// Pictures as others will see them, cut and boxed: read and drawn when they come into sight, each once.
import { Loader, Text } from '@mantine/core';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { type DeskClient, sentenceOf, useDeskClient } from '@/components/client';
import { renderEvidence } from '@/components/shared/crop-picture';
import type { Evidence } from '@/lib/model/session';
import classes from './EvidencePicture.module.css';

/** Pictures drawn at the same time; more would only fight for memory. */
const AT_ONCE = 2;

/** Draws pictures on demand and keeps their addresses until the screen is left. */
class PictureStore {
  private readonly made = new Map<string, Promise<string>>();
  private readonly waiting: (() => void)[] = [];
  private running = 0;
  private readonly urls: string[] = [];

  constructor(private readonly desk: DeskClient['desk']) {}

  /** Address of the finished picture. */
  picture(evidence: Evidence): Promise<string> {
    const { id, crop, boxes } = evidence;
    const key = JSON.stringify([id, crop, boxes]);
    const known = this.made.get(key);
    if (known) return known;
    const made = this.inTurn(async () => {
      const { bytes } = await renderEvidence(await this.desk.evidenceImage({ id }), evidence);
      const url = URL.createObjectURL(new Blob([bytes], { type: 'image/jpeg' }));
      this.urls.push(url);
      return url;
    });
    this.made.set(key, made);
    made.catch(() => this.made.delete(key));
    return made;
  }

  release() {
    for (const url of this.urls.splice(0)) URL.revokeObjectURL(url);
    this.made.clear();
  }

  private async inTurn<T>(job: () => Promise<T>): Promise<T> {
    if (this.running >= AT_ONCE) await new Promise<void>((go) => this.waiting.push(go));
    this.running++;
    try {
      return await job();
    } finally {
      this.running--;
      this.waiting.shift()?.();
    }
  }
}

const StoreContext = createContext<PictureStore | null>(null);

/** Keeps the drawn pictures of the screens below. */
export function EvidenceProvider({ children }: { children: ReactNode }) {
  const { desk } = useDeskClient();
  const store = useMemo(() => new PictureStore(desk), [desk]);
  useEffect(() => () => store.release(), [store]);
  return <StoreContext value={store}>{children}</StoreContext>;
}

/** The finished picture; reserves its place before it is there. */
export function EvidencePicture({
  evidence,
  className,
  decorative,
}: {
  evidence: Evidence;
  className?: string;
  /** true: what it shows is said beside it. */
  decorative?: boolean;
}) {
  const store = useContext(StoreContext);
  const holder = useRef<HTMLSpanElement>(null);
  const [inSight, setInSight] = useState(false);
  const [url, setUrl] = useState<string>();
  const [error, setError] = useState<string>();

  useEffect(() => {
    const element = holder.current;
    if (!element) return;
    const observer = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && setInSight(true),
      { rootMargin: '300px' },
    );
    observer.observe(element);
    // Paper has no scroll: everything is in sight when printing.
    const onPrint = () => setInSight(true);
    window.addEventListener('beforeprint', onPrint);
    return () => {
      observer.disconnect();
      window.removeEventListener('beforeprint', onPrint);
    };
  }, []);

  useEffect(() => {
    if (!inSight || !store) return;
    let current = true;
    store.picture(evidence).then(
      (made) => {
        if (!current) return;
        setUrl(made);
        setError(undefined);
      },
      (reason) => current && setError(sentenceOf(reason)),
    );
    return () => {
      current = false;
    };
  }, [store, evidence, inSight]);

  return (
    <span ref={holder} className={`${classes.holder} ${className ?? ''}`}>
      {url ? (
        <img src={url} alt={decorative ? '' : evidence.caption || `取证图片 ${evidence.number}`} />
      ) : error ? (
        <Text size="xs" c="red" component="span">
          {error}
        </Text>
      ) : (
        <Loader size="xs" {...(decorative ? { 'aria-hidden': true } : { 'aria-label': '正在读取图片' })} />
      )}
    </span>
  );
}
