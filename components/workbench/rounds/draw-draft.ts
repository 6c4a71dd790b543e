// What a person fills in for the choice of subjects, and the desk's input made of it: pure.
import type { RoundDraw } from '@/lib/desk/calls/rounds';
import type { SubjectKind } from '@/lib/model/primitives';
import type { RoundScope } from '@/lib/model/round';

export interface DrawDraft {
  kind: 'all' | 'sample';
  seed: string;
  size: number | '';
  /** '' = both kinds. */
  sampled: '' | SubjectKind;
}

/** The draft of a round as it was drawn last; the seed proposed is the round's name, which nobody can choose freely later. */
export function drawDraftOf(scope: RoundScope | undefined, name: string): DrawDraft {
  if (scope?.kind !== 'sample') return { kind: 'all', seed: name, size: '', sampled: '' };
  const sampled = scope.kinds?.length === 1 ? (scope.kinds[0] ?? '') : '';
  return { kind: 'sample', seed: scope.seed, size: scope.size, sampled };
}

/** The desk's input, or one sentence on what is missing. */
export function drawOf({ kind, seed, size, sampled }: DrawDraft): RoundDraw | string {
  if (kind === 'all') return { kind };
  if (seed.trim() === '') return '请填写抽样种子。';
  if (size === '' || size < 1) return '请填写抽样数量，至少为 1。';
  return { kind, seed: seed.trim(), size, ...(sampled && { kinds: [sampled] }) };
}
