// Runs one probe in a frame: gives it its context and turns every failure into one short message.
import type { Skip } from '@/lib/model/primitives';
import type { Probe } from '../define-probe';
import { isShadowRoot, queryAll, rootOf } from '../dom/native';
import { openMemory, remembered } from '../dom/page-memory';
import { createSelectorReader } from '../dom/selector';
import { breathe, turnsHere } from '../dom/turns';

/** Hosts of the dock and of the marks carry this attribute. */
export const OWN_ATTRIBUTE = 'data-gov-site-inspector';

/** What comes back from one frame. `facts` has the shape that FactsByProbe names for the probe. */
export interface Gathered {
  url: string;
  facts: unknown;
  skipped: Skip[];
}

/**
 * Runs the probe called `name`. `deadlineMs` is the time it may take from now, in milliseconds; a probe that takes
 * longer is given up. Rejects with an Error whose message is one plain Chinese sentence.
 */
export async function gather(
  probes: ReadonlyMap<string, Probe<unknown>>,
  name: string,
  deadlineMs: number,
  document: Document,
): Promise<Gathered> {
  const probe = probes.get(name);
  if (!probe) throw new Error(`没有名为“${name}”的页面观察程序。`);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`页面观察超过 ${deadlineMs} 毫秒，已停止。`)), deadlineMs);
  });
  const url = String(document.location?.href ?? '');
  const forget = openMemory(document, ['id', OWN_ATTRIBUTE]);
  try {
    const work = turnsHere()
      .rest()
      .then(() => probe.gather(contextFor(document, deadlineMs)));
    const answer = await Promise.race([work, late]);
    return { url, facts: answer.facts, skipped: answer.skipped };
  } catch (error) {
    throw new Error(shortMessage(error));
  } finally {
    clearTimeout(timer);
    forget();
  }
}

function contextFor(document: Document, deadlineMs: number) {
  return {
    document,
    isOwn(element: Element): boolean {
      const own = remembered(document, 'own', () => queryAll(document, `[${OWN_ATTRIBUTE}]`));
      return own.length > 0 && isInside(element, own);
    },
    selectorOf(element: Element): string {
      return remembered(document, 'selectors', createSelectorReader)(element);
    },
    breathe,
    sleep: (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)),
    deadline: performance.now() + deadlineMs,
  };
}

/** true: the element lies in one of the hosts, or in a shadow root somewhere inside. */
function isInside(element: Element, hosts: readonly Element[]): boolean {
  for (let current: Element | null = element; current; ) {
    for (const host of hosts) if (Node.prototype.contains.call(host, current)) return true;
    const root = rootOf(current);
    current = isShadowRoot(root) ? root.host : null;
  }
  return false;
}

function shortMessage(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.replace(/\s+/g, ' ').slice(0, 300) || '页面观察失败，原因不明。';
}
