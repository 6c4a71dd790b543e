// The desk's calls on a round as a whole.
import { RoundBook } from '@/lib/model/round-book';
import { ByRound, method } from '../method';

export const roundCalls = {
  /**
   * Everything of a round that numbers and papers are made from. Subjects: those assigned to the round, and those that
   * have a session in it.
   */
  roundBook: method(ByRound, RoundBook),
} as const;
