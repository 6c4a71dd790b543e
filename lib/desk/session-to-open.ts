// Which inspection a panel shows by itself. Pure.
import { isEditable } from '@/lib/session/state-move';
import type { SessionRow } from './protocol';

/**
 * The session to show at once: the one that this tab showed, else the only unfinished one of the host.
 * @param rows sessions of the page's host.
 */
export function sessionToOpen(
  rows: readonly SessionRow[],
  remembered: string | undefined,
): string | undefined {
  if (remembered !== undefined) return remembered;
  const unfinished = rows.filter(({ session, round, sure }) => sure !== false && isEditable(session, round));
  return unfinished.length === 1 ? unfinished[0]?.session.id : undefined;
}
