// What the machine did, for 自动检查: each page's checks with outcome, findings, time, errors and what was skipped.
import { checkWording } from '@/lib/checks/engine/catalogue';
import type { SessionView } from '@/lib/desk/protocol';
import type { CheckResult, Finding } from '@/lib/model/finding';
import type { Skip } from '@/lib/model/primitives';
import { byCodePoint } from '@/lib/text/order';
import { spotText } from './problem-list';
import { OUTCOME_WORD } from './words';

export interface CheckRow {
  checkId: string;
  title: string;
  outcome: CheckResult['outcome'];
  outcomeWord: string;
  /** Findings that the machine is sure of, and those that a person must look at. */
  failing: number;
  reviewing: number;
  ms: number;
  /** Plain Chinese; '' when the check ran to its end. */
  error: string;
  skipped: Skip[];
}

export interface FindingRow {
  check: string;
  outcomeWord: string;
  message: string;
  spot: string;
  /** 已采纳, 未采纳 or 未处理. */
  decision: string;
}

export interface PageChecks {
  url: string;
  /** Given when the page led elsewhere. */
  finalUrl: string;
  title: string;
  at: string;
  durationMs: number;
  checks: CheckRow[];
  /** Skipped on the page as a whole, beyond what the checks tell. */
  skipped: Skip[];
  findings: FindingRow[];
}

/** The latest run of each page, sorted by address. */
export function checkReport(view: SessionView): PageChecks[] {
  const decided = new Map<string, 'accepted' | 'rejected'>();
  for (const { findingKey, decision } of view.decisions) {
    if (decided.get(findingKey) !== 'accepted') decided.set(findingKey, decision);
  }
  const ticked = new Set(view.verdicts.filter((v) => v.status === 'hit').flatMap((v) => v.findingKeys));
  return [...view.runs]
    .sort((a, b) => byCodePoint(a.url, b.url) || byCodePoint(a.at, b.at))
    .map((run) => {
      const results = [...run.results].sort((a, b) => byCodePoint(a.checkId, b.checkId));
      const told = new Set(results.flatMap((result) => result.skipped.map(skipId)));
      return {
        url: run.url,
        finalUrl: run.finalUrl,
        title: run.title,
        at: run.at,
        durationMs: run.durationMs,
        checks: results.map((result) => ({
          checkId: result.checkId,
          title: checkTitle(result.checkId),
          outcome: result.outcome,
          outcomeWord: OUTCOME_WORD[result.outcome],
          failing: result.findings.filter((f) => f.outcome === 'fail').length,
          reviewing: result.findings.filter((f) => f.outcome === 'review').length,
          ms: Math.round(result.ms),
          error: result.error?.detail ?? '',
          skipped: sortedSkips(result.skipped),
        })),
        skipped: sortedSkips(run.skipped.filter((skip) => !told.has(skipId(skip)))),
        findings: results.flatMap((result) =>
          [...result.findings]
            .sort(
              (a, b) =>
                byCodePoint(a.kind, b.kind) || byCodePoint(a.item, b.item) || byCodePoint(a.key, b.key),
            )
            .map((finding) => ({
              check: checkTitle(result.checkId),
              outcomeWord: OUTCOME_WORD[finding.outcome],
              message: finding.message,
              spot: spotText(finding),
              decision: decisionWord(finding, ticked, decided),
            })),
        ),
      };
    });
}

/** Title of a check; its id when the check no longer exists. */
export function checkTitle(checkId: string): string {
  return checkWording.get(checkId)?.title ?? checkId;
}

function decisionWord(
  finding: Finding,
  ticked: ReadonlySet<string>,
  decided: ReadonlyMap<string, 'accepted' | 'rejected'>,
): string {
  if (ticked.has(finding.key) || ticked.has(finding.siteKey)) return '已采纳';
  const decision = decided.get(finding.key) ?? decided.get(finding.siteKey);
  if (decision === 'accepted') return '已采纳';
  return decision === 'rejected' ? '未采纳' : '未处理';
}

/** Sorted, each once. */
export function sortedSkips(skips: Skip[]): Skip[] {
  const byId = new Map(skips.map((skip) => [skipId(skip), skip]));
  return [...byId].sort(([a], [b]) => byCodePoint(a, b)).map(([, skip]) => skip);
}

function skipId({ what, why }: Skip): string {
  return `${what}\n${why}`;
}
