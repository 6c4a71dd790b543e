// What the judges of marks and entries share: a trace's picture, its names, where it leads, and the candidate it makes.
import type { IdentityTrace } from '@/lib/model/facts/identity';
import { type Candidate, type Doubt, type FrameView, placed } from './candidate';

/** The doubts without that of a script that drew nothing: a copy was drawn. */
export function withoutSilence(doubts: Doubt[]): Doubt[] {
  return doubts.filter(({ kind }) => kind !== 'script-silent');
}

/** A candidate that stands where the trace stands. */
export function candidateOf(
  view: FrameView,
  trace: IdentityTrace,
  rank: number,
  rest: Partial<Candidate>,
): Candidate {
  const { value, href, ...others } = rest;
  return {
    rank: rank + (view.foreign ? 10 : 0),
    state: 'present',
    canonical: (value ?? '').toLowerCase(),
    notes: [],
    doubts: [],
    ...others,
    ...(value ? { value } : {}),
    ...(href ? { href } : {}),
    ...placed(view, trace),
  };
}

/** true when the trace lies in a stretch inside an article. */
export function isInArticle({ facts }: FrameView, { region }: IdentityTrace): boolean {
  return facts.regions[region]?.inArticle === true;
}

/** Address of the trace's picture or script; lazy ones included, data addresses not. */
export function sourceOf(trace: IdentityTrace): string {
  const { src = '', 'data-src': lazy = '', 'data-original': original = '' } = trace.attributes;
  return [src, lazy, original].find((address) => address && !address.startsWith('data:')) ?? '';
}

/** id and class of the trace's element. */
export function hintOf(trace: IdentityTrace): string {
  return `${trace.attributes.id ?? ''} ${trace.attributes.class ?? ''}`;
}

/** The target when it leads anywhere, else empty. */
export function usable(target: string): string {
  return /^(?:#.*|javascript:.{0,20})?$/i.test(target.trim()) ? '' : target;
}
