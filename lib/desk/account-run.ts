// What the notes on an account and its reposts come to, as findings of a run that is worked out whenever it is read.
import { siteChecks } from '@/lib/checks/engine/catalogue';
import { siteResult } from '@/lib/checks/engine/define-site-check';
import type { Run, Session, Subject } from '@/lib/model/session';
import { shanghaiDay } from '@/lib/text/days';
import type { Work } from './work';

/** Stands in the place of an address. */
export const ACCOUNT_PAGE = '账号情况';

/**
 * The run of an account's session over what people noted; undefined for websites, and while nobody noted anything. It is
 * not stored: ticks come by the thousand, and it is the same for the same records.
 */
export async function accountRun(work: Work, session: Session, subject: Subject): Promise<Run | undefined> {
  if (subject.kind !== 'new-media') return undefined;
  const { tables } = work;
  const items = (await tables.repostItems.ofRound(session.roundId)).sort((a, b) => a.order - b.order);
  const reposts = [];
  for (const { id, title, source } of items) {
    const tick = await tables.reposts.get([session.roundId, id, subject.id]);
    if (tick) reposts.push({ itemId: id, title, source, state: tick.state });
  }
  const at = session.account?.at ?? session.updatedAt;
  const account = {
    notes: session.account ?? {},
    day: shanghaiDay(at),
    filing: subject.filing,
    address: subject.url ?? '',
    reposts,
  };
  const results = [...siteChecks.values()].flatMap(
    (check) => siteResult(check, ACCOUNT_PAGE, [], { columns: [], account }) ?? [],
  );
  if (results.length === 0) return undefined;
  return {
    id: `account:${session.id}`,
    sessionId: session.id,
    url: ACCOUNT_PAGE,
    finalUrl: ACCOUNT_PAGE,
    title: ACCOUNT_PAGE,
    at,
    durationMs: 0,
    results,
    skipped: [],
    scope: 'site',
  };
}
