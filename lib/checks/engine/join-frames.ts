// Lays facts that were gathered apart over each other, frame by frame.
import type { FrameFacts } from '@/lib/model/page-facts';

/**
 * Frames of several gatherings as one list, top first. Several frames of one gathering may share an address (about:blank, the same
 * widget twice): the n-th stays the n-th. Of the same probe twice the later list counts.
 */
export function joinFrames(lists: readonly (readonly FrameFacts[])[]): FrameFacts[] {
  const frames = new Map<string, FrameFacts>();
  for (const list of lists) {
    const seen = new Map<string, number>();
    for (const frame of list) {
      const count = (seen.get(frame.url) ?? 0) + 1;
      seen.set(frame.url, count);
      const id = frame.top ? 'top' : `${frame.url}#${count}`;
      const known = frames.get(id);
      frames.set(id, known ? { ...known, facts: { ...known.facts, ...frame.facts } } : frame);
    }
  }
  return [...frames.values()].sort((a, b) => Number(b.top) - Number(a.top));
}
