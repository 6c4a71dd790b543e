// Runs checks over one page: gathers each needed fact once, judges, and keeps one check's trouble from sinking the others.
import type { CheckResult, Finding } from '@/lib/model/finding';
import type { FrameFacts, PageFacts, ProbeName } from '@/lib/model/page-facts';
import type { Skip } from '@/lib/model/primitives';
import type { Check, CheckAnswer, CheckContext } from './define-check';
import { completeFinding } from './define-check';
import { joinFrames } from './join-frames';

/** Longest time a probe may take, in milliseconds, unless named here. */
const PROBE_TIMEOUT_MS = 20_000;
const SLOW_PROBES: Partial<Record<ProbeName, number>> = {
  accessibility: 120_000,
  mobileView: 45_000,
  leaveNotice: 180_000,
  // A portal's thousands of links, asked for politely.
  linkStatus: 6 * 3_600_000,
};

export interface CheckProgress {
  checkId: string;
  state: 'waiting' | 'running' | 'done';
  /** How far a long one is, plain Chinese, e.g. “已查 120 / 640 个链接”. */
  note?: string;
  result?: CheckResult;
}

/** What a probe is run with. */
export interface GatherOptions {
  signal: AbortSignal;
  timeoutMs: number;
  /** Suffixes the user counts as government hosts; see CheckContext. */
  governmentHosts: readonly string[];
  /** Hosts that belong to the inspected subject besides the page's own (register and aliases). */
  ownHosts?: readonly string[];
  /** Tells how far a long probe is, plain Chinese. */
  onNote(note: string): void;
}

export interface GatheredFrames {
  frames: FrameFacts[];
  skipped: Skip[];
}

/** Why gathering failed, in a form that a check's error can show. */
export interface GatherFailure {
  code: 'timeout' | 'cancelled' | 'failed';
  /** Plain Chinese. */
  message: string;
}

export interface RunPorts {
  gather(probe: ProbeName, options: GatherOptions): Promise<GatheredFrames>;
  /** Turns whatever `gather` threw into words. */
  explainFailure(error: unknown): GatherFailure;
  /** Milliseconds, monotonic. */
  clock(): number;
  signal: AbortSignal;
  onProgress(progress: CheckProgress[]): void;
}

export interface RunAnswer {
  results: CheckResult[];
  facts: PageFacts;
  skipped: Skip[];
  durationMs: number;
}

/** What all checks of a run may know, and the set's limits by check id. */
export type RunContext = Omit<CheckContext<unknown>, 'params'> & {
  checkParams?: Readonly<Record<string, unknown>> | undefined;
};

/**
 * Runs the checks side by side. Never rejects: what went wrong is the `error` of the checks concerned.
 * `page` is the head of the facts, observed before the run.
 */
export async function runChecks(
  checks: readonly Check[],
  page: Omit<PageFacts, 'frames' | 'skipped'>,
  context: RunContext,
  ports: RunPorts,
): Promise<RunAnswer> {
  const started = ports.clock();
  const progress: CheckProgress[] = checks.map((check) => ({ checkId: check.id, state: 'waiting' }));
  const gathered = new Map<ProbeName, Promise<GatheredFrames>>();
  const gather = (probe: ProbeName) => {
    const known = gathered.get(probe);
    if (known) return known;
    const timeoutMs = SLOW_PROBES[probe] ?? PROBE_TIMEOUT_MS;
    const answer = ports.gather(probe, {
      signal: ports.signal,
      timeoutMs,
      governmentHosts: context.governmentHosts,
      ownHosts: [context.subject?.host ?? '', ...(context.subject?.aliases ?? [])].filter(Boolean),
      onNote: (note) => tell(probe, note),
    });
    gathered.set(probe, answer);
    return answer;
  };
  const tell = (probe: ProbeName, note: string) => {
    checks.forEach((check, index) => {
      if (check.probes.includes(probe) && progress[index]?.state === 'running')
        progress[index] = { checkId: check.id, state: 'running', note };
    });
    ports.onProgress([...progress]);
  };

  const results = await Promise.all(
    checks.map(async (check, index) => {
      progress[index] = { checkId: check.id, state: 'running' };
      ports.onProgress([...progress]);
      const result = await runOne(check, page, context, gather, ports);
      progress[index] = { checkId: check.id, state: 'done', result };
      ports.onProgress([...progress]);
      return result;
    }),
  );

  const facts = await assemble(page, gathered);
  return {
    results,
    facts,
    skipped: uniqueSkips([...facts.skipped, ...results.flatMap((result) => result.skipped)]),
    durationMs: Math.round(ports.clock() - started),
  };
}

async function runOne(
  check: Check,
  page: Omit<PageFacts, 'frames' | 'skipped'>,
  context: RunContext,
  gather: (probe: ProbeName) => Promise<GatheredFrames>,
  ports: RunPorts,
): Promise<CheckResult> {
  const started = ports.clock();
  const done = (rest: Omit<CheckResult, 'checkId' | 'ms'>): CheckResult => ({
    checkId: check.id,
    ms: Math.round(ports.clock() - started),
    ...rest,
  });
  let facts: PageFacts;
  try {
    const answers = new Map<ProbeName, Promise<GatheredFrames>>();
    for (const probe of check.probes) answers.set(probe, gather(probe));
    await Promise.all(answers.values());
    facts = await assemble(page, answers);
  } catch (error) {
    const { code, message } = ports.explainFailure(error);
    return done({ outcome: 'error', findings: [], skipped: [], error: { code, detail: message } });
  }
  try {
    const { checkParams, ...known } = context;
    const params = check.params.parse(checkParams?.[check.id] ?? {});
    const answer = check.run(facts, { ...known, params });
    const byKey = new Map<string, Finding>();
    for (const draft of answer.findings) {
      const finding = completeFinding(check.id, page.url, draft);
      if (!byKey.has(finding.key)) byKey.set(finding.key, finding);
    }
    const findings = [...byKey.values()];
    return done({
      outcome: outcomeOf(answer),
      findings,
      skipped: uniqueSkips([...facts.skipped, ...(answer.skipped ?? [])]),
      ...(answer.summary === undefined ? {} : { summary: answer.summary as CheckResult['summary'] }),
    });
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return done({
      outcome: 'error',
      findings: [],
      skipped: facts.skipped,
      error: { code: 'failed', detail: `检查程序出错，请重试；如再次出现请反馈：${detail}` },
    });
  }
}

/** The outcome that the findings make, unless the check says that it does not apply. */
export function outcomeOf(answer: CheckAnswer): CheckResult['outcome'] {
  if (answer.outcome) return answer.outcome;
  if (answer.findings.some((finding) => finding.outcome === 'fail')) return 'fail';
  return answer.findings.length > 0 ? 'review' : 'pass';
}

/** Merges the frames of several probes; failed probes are left out. */
async function assemble(
  page: Omit<PageFacts, 'frames' | 'skipped'>,
  gathered: ReadonlyMap<ProbeName, Promise<GatheredFrames>>,
): Promise<PageFacts> {
  const lists: FrameFacts[][] = [];
  const skipped: Skip[] = [];
  for (const answer of gathered.values()) {
    const settled = await answer.catch(() => null);
    if (!settled) continue;
    skipped.push(...settled.skipped);
    lists.push(settled.frames);
  }
  return { ...page, frames: joinFrames(lists), skipped: uniqueSkips(skipped) };
}

/** The same list without repetitions. */
export function uniqueSkips(skips: readonly Skip[]): Skip[] {
  const known = new Set<string>();
  return skips.filter(({ what, why }) => {
    const id = `${what}\n${why}`;
    if (known.has(id)) return false;
    known.add(id);
    return true;
  });
}
