// Where the papers of a round get their pictures: from the desk, a few at a time, or from a bundle.
import type { Desk } from '@/lib/desk/protocol';
import type { RoundBook } from '@/lib/model/round-book';
import type { Evidence } from '@/lib/model/session';
import type { PaperPicture } from '@/lib/report/papers/material';
import { loadPictures, type Picture, type RenderPicture } from './pictures';

export interface PictureSource {
  /** Every picture that a problem or good practice of the round names, by id. */
  known: ReadonlyMap<string, PaperPicture>;
  /** Their bytes; one that cannot be read is left out, and the paper says so at its place. */
  load(ids: readonly string[]): Promise<Map<string, Picture>>;
}

/**
 * Pictures as the desk has them, framed by `render`. Reads the records of those inspections that have pictures; bytes
 * only when they are asked for. Aborting rejects with the signal's reason.
 */
export async function deskPictures(
  desk: Pick<Desk, 'sessionView' | 'evidenceImage'>,
  { entries }: Pick<RoundBook, 'entries'>,
  render?: RenderPicture,
  signal?: AbortSignal,
): Promise<PictureSource> {
  const evidence = new Map<string, Evidence>();
  for (const { session, problems, goodPractice } of entries) {
    const named = new Set(problems.flatMap(({ evidenceIds }) => evidenceIds));
    if (goodPractice?.evidenceId) named.add(goodPractice.evidenceId);
    if (!session || named.size === 0) continue;
    signal?.throwIfAborted();
    const view = await desk.sessionView({ sessionId: session.id, light: true });
    for (const one of view.evidence) if (named.has(one.id)) evidence.set(one.id, one);
  }
  return {
    known: new Map([...evidence].map(([id, { number, caption, url }]) => [id, { id, number, caption, url }])),
    load: (ids) =>
      loadPictures(
        desk,
        ids.flatMap((id) => evidence.get(id) ?? []),
        render,
      ),
  };
}
