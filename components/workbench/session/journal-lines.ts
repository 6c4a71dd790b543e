// Puts the audit trail into words: what each step changed, from what to what.
import { criteriaOf } from '@/lib/indicators/criteria';
import type { IndicatorSet } from '@/lib/model/indicator-set';
import type { JournalEntry, Verdict } from '@/lib/model/session';
import { verdictWord } from '@/lib/report/words';
import { formatPoints } from '@/lib/scoring/format-points';

export interface JournalLine {
  seq: number;
  at: string;
  by: string;
  kind: JournalEntry['kind'];
  /** Reason, batch name, or which step was taken back; '' when there is nothing to add. */
  detail: string;
  /** One sentence per changed verdict. */
  changes: string[];
  /** Suggestions accepted and rejected in this step. */
  accepted: number;
  rejected: number;
}

/** The entries in words, newest first. */
export function journalLines(entries: readonly JournalEntry[], set: IndicatorSet): JournalLine[] {
  const places = new Map(criteriaOf(set).map((place) => [place.criterion.id, place]));
  return [...entries]
    .sort((a, b) => b.seq - a.seq)
    .map((entry) => ({
      seq: entry.seq,
      at: entry.at,
      by: entry.by,
      kind: entry.kind,
      detail: [entry.target === undefined ? '' : `第 ${entry.target} 步`, entry.reason ?? '']
        .filter((part) => part !== '')
        .join('：'),
      changes: (entry.change?.verdicts ?? []).map(({ before, after }) => {
        const id = (after ?? before)?.criterionId ?? '';
        const place = places.get(id);
        const kind = place?.part.kind ?? 'deduction';
        const name = place ? `${place.indicator.name}：${place.criterion.text}` : id;
        return `${name} ${changeText(before, after, (verdict) => stateText(verdict, kind))}`;
      }),
      accepted: (entry.change?.decisions ?? []).filter(({ after }) => after?.decision === 'accepted').length,
      rejected: (entry.change?.decisions ?? []).filter(({ after }) => after?.decision === 'rejected').length,
    }));
}

function changeText(
  before: Verdict | null,
  after: Verdict | null,
  state: (verdict: Verdict | null) => string,
): string {
  const parts: string[] = [];
  if (state(before) !== state(after)) parts.push(`${state(before)} → ${state(after)}`);
  const [oldNote, newNote] = [before?.note ?? '', after?.note ?? ''];
  if (oldNote !== newNote) {
    if (oldNote === '') parts.push(`备注“${newNote}”`);
    else if (newNote === '') parts.push(`删除备注“${oldNote}”`);
    else parts.push(`备注“${oldNote}” → “${newNote}”`);
  }
  const pictures = (after?.evidenceIds.length ?? 0) - (before?.evidenceIds.length ?? 0);
  if (pictures !== 0) parts.push(`取证图片${pictures > 0 ? '增加' : '减少'} ${Math.abs(pictures)} 张`);
  return parts.length > 0 ? `（${parts.join('；')}）` : '（无变化）';
}

function stateText(verdict: Verdict | null, kind: Parameters<typeof verdictWord>[0]): string {
  const status = verdict?.status ?? 'untested';
  const word = verdictWord(kind, status);
  if (status !== 'hit') return word;
  const amount = verdict?.amount === undefined ? '' : `，手工定为 ${formatPoints(verdict.amount)} 分`;
  return `${word} ${verdict?.count ?? 1} 处${amount}`;
}
