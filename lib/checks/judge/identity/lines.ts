// Small questions about the lines of a frame that several judgements ask.
import type { IdentityLine } from '@/lib/model/facts/identity';

/** The line that follows directly on the page and in the same stretch, if it was kept. */
export function nextLine(lines: IdentityLine[], position: number): IdentityLine | undefined {
  const line = lines[position];
  const next = lines[position + 1];
  return line && next && next.order === line.order + 1 && next.region === line.region ? next : undefined;
}
