// Which facts of a page stay stored once its checks have judged: those that are read again, for facts are large.
import type { FactsByProbe, FrameFacts, PageFacts, ProbeName } from '@/lib/model/page-facts';
import { joinFrames } from './join-frames';

/** Pictures, for the comparison of two browsers; links and pictures, for the link check of all pages seen. */
const KEPT = ['images', 'links'] as const satisfies readonly ProbeName[];

/** The page's head and frames with what is kept, and nothing else; a frame without any of it stays, empty. */
export function keptFacts(facts: PageFacts): PageFacts {
  return { ...facts, frames: withProbes(facts.frames, KEPT) };
}

/** The kept facts of a run which gathered only some of them, with the earlier run's in the place of those it did not gather. */
export function withEarlierFacts(now: PageFacts, earlier: PageFacts): PageFacts {
  const missing = missingFacts(now);
  return { ...now, frames: joinFrames([now.frames, withProbes(earlier.frames, missing)]) };
}

/** Kept facts that no frame has: they were not gathered. */
export function missingFacts({ frames }: PageFacts): ProbeName[] {
  return KEPT.filter((probe) => frames.every(({ facts }) => facts[probe] === undefined));
}

function withProbes(frames: readonly FrameFacts[], probes: readonly ProbeName[]): FrameFacts[] {
  return frames.map((frame) => ({
    ...frame,
    facts: Object.fromEntries(
      probes.flatMap((probe) => (frame.facts[probe] === undefined ? [] : [[probe, frame.facts[probe]]])),
    ) as FactsByProbe,
  }));
}
