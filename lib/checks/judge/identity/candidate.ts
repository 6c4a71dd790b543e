// What may be one of the eight elements, and which of several candidates speaks for the page.
import type { IdentityFacts, IdentityLine, IdentityLinePart, IdentitySpot } from '@/lib/model/facts/identity';
import type { PageFacts } from '@/lib/model/page-facts';
import type { Rect } from '@/lib/model/primitives';
import { addressHost } from '@/lib/text/identity-addresses';

/** A remark on a candidate that becomes a finding when the candidate is chosen. */
export interface Doubt {
  kind:
    | 'malformed'
    | 'image-only'
    | 'script-silent'
    | 'wrong-link'
    | 'retired-link'
    | 'code-mismatch'
    | 'entry-only'
    | 'foreign-frame';
  outcome: 'fail' | 'review';
  /** One plain Chinese sentence. */
  message: string;
  expected?: string;
  found?: string;
}

export interface Candidate {
  /** 0 = certain; larger = weaker evidence. */
  rank: number;
  state: 'present' | 'malformed';
  value?: string;
  href?: string;
  /** For comparing copies. */
  canonical: string;
  visible: boolean;
  selector: string;
  /** '' for the top document. */
  frame: string;
  rect?: Rect;
  notes: string[];
  doubts: Doubt[];
}

/** Identity facts of one frame, in the order in which frames speak: top first, then own, then foreign ones. */
export interface FrameView {
  /** '' for the top document. */
  frame: string;
  facts: IdentityFacts;
  /** A frame of an unrelated site, e.g. an embedded map. */
  foreign: boolean;
}

/** Readable frames of the page, unrelated ones last. */
export function framesOf(page: PageFacts): FrameView[] {
  const host = addressHost(page.url);
  return page.frames
    .flatMap((frame) => {
      const facts = frame.facts.identity;
      if (!facts) return [];
      return [
        { frame: frame.top ? '' : frame.url, facts, foreign: !frame.top && isForeign(host, frame.url) },
      ];
    })
    .sort((a, b) => Number(a.foreign) - Number(b.foreign));
}

function isForeign(pageHost: string, frameUrl: string): boolean {
  const host = addressHost(frameUrl);
  if (!host || host === pageHost || host.endsWith('.gov.cn')) return false;
  if (/^[\d.]+$/.test(host) || /\.(?:政务|公益|xn--zfr164b|xn--55qw42g)$/.test(host)) return false;
  const tail = (name: string) => name.split('.').slice(-2).join('.');
  return tail(host) !== tail(pageHost);
}

/** How far a place is trusted: 0 in the foot, 1 in a like stretch, 2 elsewhere, 3 inside an article's text. */
export function placeRank(facts: IdentityFacts, region: number): number {
  const found = facts.regions[region];
  if (!found) return 2;
  if (found.inArticle) return 3;
  return found.kind === 'foot' || found.kind === 'document' ? 0 : 1;
}

/** The part of a line that covers a position. */
export function partAt(line: IdentityLine, index: number): IdentityLinePart | undefined {
  return line.parts.findLast((part) => part.from <= index) ?? line.parts[0];
}

/** The fields of a candidate that say where it stands. */
export function placed(view: FrameView, spot: IdentitySpot | undefined) {
  return {
    frame: view.frame,
    visible: spot?.visible ?? true,
    selector: spot?.selector ?? '',
    ...(spot?.rect ? { rect: spot.rect } : {}),
  };
}

/** The candidate that speaks for the page: visible, then strongest, then well formed, then first. */
export function best(candidates: Candidate[]): Candidate | undefined {
  let chosen: Candidate | undefined;
  for (const candidate of candidates) if (!chosen || compare(candidate, chosen) < 0) chosen = candidate;
  return chosen;
}

function compare(a: Candidate, b: Candidate): number {
  return (
    Number(b.visible) - Number(a.visible) ||
    a.rank - b.rank ||
    Number(a.state === 'malformed') - Number(b.state === 'malformed')
  );
}
