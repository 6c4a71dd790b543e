// Columns that were not updated in time, are empty, or whose lists carry no dates.
import wording, * as words from '@/lib/locale/zh-CN/checks/stale-columns';
import type { Skip } from '@/lib/model/primitives';
import type { ColumnsSummary } from '@/lib/model/summary';
import { shanghaiDay } from '@/lib/text/days';
import { asciiHost } from '@/lib/text/hosts';
import { defineCheck, type FindingDraft } from './engine/define-check';
import { type FrameLists, findColumns } from './judge/columns/find-columns';
import { type JudgedColumn, judgeColumn } from './judge/columns/judge-column';
import { ColumnLimits } from './judge/columns/limits';
import { isOwnHost } from './judge/link-target';
import { ownHosts } from './judge/own-hosts';

export default defineCheck({
  id: 'stale-columns',
  probes: ['lists'],
  scope: 'page',
  params: ColumnLimits,
  run(facts, { subject, columns: register, params }) {
    const today = shanghaiDay(facts.at);
    const skipped: Skip[] = [];
    const own = ownHosts(facts, subject);
    const frames: FrameLists[] = [];
    for (const frame of facts.frames) {
      const lists = frame.facts.lists;
      if (!lists) continue;
      const host = frame.top || !/^https?:/i.test(frame.url) ? '' : asciiHost(frame.url);
      if (host === '' || isOwnHost(host, own))
        frames.push({ facts: lists, frame: frame.top ? '' : frame.url });
      else if (lists.lists.length > 0) skipped.push(words.skips.foreignFrame(host));
    }
    // The lists beside an article are other columns' excerpts; their own pages are where they are judged.
    const isArticle = (frames[0]?.facts.articleTitle ?? '') !== '';
    const found = isArticle ? { columns: [], nameless: 0 } : findColumns(facts, frames, today);
    const judged = found.columns.map((column) => judgeColumn(column, facts.url, register, params, today));
    if (judged.some(({ seen }) => seen.state === 'paged')) skipped.push(words.skips.laterPage);
    if (found.nameless > 0) skipped.push(words.skips.nameless(found.nameless));
    const summary: ColumnsSummary = { day: today, columns: judged.map(({ seen }) => seen) };
    const inapplicable = judged.every(({ seen }) => seen.state === 'paged' || seen.state === 'excluded');
    return {
      ...(inapplicable && { outcome: 'inapplicable' as const }),
      findings: judged.flatMap((one) => toFinding(one, facts.url)),
      skipped,
      summary,
    };
  },
});

function toFinding(judged: JudgedColumn, url: string): FindingDraft[] {
  const { seen, doubt, limit, column } = judged;
  const { name, rows, newest, days } = seen;
  const base = {
    item: name,
    advice: wording.advice,
    locator: { url, frame: column.frame, selector: seen.selector, text: name },
  };
  if (seen.state === 'empty')
    return [
      {
        ...base,
        kind: 'empty-column',
        outcome: doubt ? 'review' : 'fail',
        group: words.groups.empty,
        message: doubt ? words.messages.emptyDoubtful(name, words.doubts[doubt]) : words.messages.empty(name),
        expected: words.messages.expectedRows,
        found: words.messages.foundEmpty,
      },
    ];
  if (seen.state === 'undated')
    return [
      {
        ...base,
        kind: 'undated',
        outcome: 'review',
        group: words.groups.undated,
        message: column.dates.onlyAhead ? words.messages.onlyAhead(name) : words.messages.undated(name, rows),
        expected: words.messages.expectedDates,
        found: words.messages.foundRows(rows),
      },
    ];
  if (seen.state !== 'stale' || !limit || newest === undefined || days === undefined) return [];
  const message = doubt
    ? words.messages.staleDoubtful(name, newest, days, limit.words, words.doubts[doubt])
    : words.messages.stale(name, newest, days, limit.words);
  return [
    {
      ...base,
      kind: `stale-${seen.kind}`,
      outcome: doubt ? 'review' : 'fail',
      group: words.groups[seen.kind],
      message,
      expected: words.messages.expectedUpdate(limit.since),
      found: words.messages.found(newest, rows),
    },
  ];
}
