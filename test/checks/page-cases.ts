// Runs fixture pages through a real probe and check: each case is a <template> that carries its own expectation.
import { readFileSync } from 'node:fs';
import type { Check } from '@/lib/checks/engine/define-check';
import type { FactsByProbe, PageFacts, ProbeName } from '@/lib/model/page-facts';
import type { Subject } from '@/lib/model/session';
import type { Probe } from '@/lib/probes/define-probe';
import { gather } from '@/lib/probes/engine/gather';

export interface PageCase {
  name: string;
  /** Address under which the page is inspected. */
  url: string;
  html: string;
  expected: ExpectedAnswer;
  /** Suffixes of the user's own list. */
  governmentHosts: string[];
  aliases: string[];
}

/** What a case promises: the outcome, and `kind item` of every finding. Further fields only when written. */
export interface ExpectedAnswer {
  outcome: 'pass' | 'fail' | 'review' | 'inapplicable';
  findings?: string[];
  summary?: Record<string, unknown>;
  /** Texts that must occur in the messages, in order of the findings. */
  says?: string[];
  /** Number of skipped remarks. */
  skipped?: number;
}

/** Cases of a fixture file. Needs a DOM. */
export function readCases(file: string): PageCase[] {
  const page = new DOMParser().parseFromString(readFileSync(file, 'utf8'), 'text/html');
  return [...page.querySelectorAll('template[data-case]')].map((template) => ({
    name: template.getAttribute('data-case') ?? '',
    url: template.getAttribute('data-url') ?? 'http://www.shili.gov.cn/',
    html: template.innerHTML,
    expected: JSON.parse(template.getAttribute('data-expect') ?? '') as ExpectedAnswer,
    governmentHosts: (template.getAttribute('data-government-hosts') ?? '').split(' ').filter(Boolean),
    aliases: (template.getAttribute('data-aliases') ?? '').split(' ').filter(Boolean),
  }));
}

/** Shows the page in this test's document. */
export function showPage(url: string, html: string): void {
  const { happyDOM } = window as unknown as {
    happyDOM: { setURL(url: string): void; settings: { handleDisabledFileLoadingAsSuccess: boolean } };
  };
  happyDOM.settings.handleDisabledFileLoadingAsSuccess = true;
  happyDOM.setURL(url);
  document.head.innerHTML = '';
  document.body.innerHTML = html;
}

/** Facts of the page shown now, as the injected script would return them. */
export async function factsOf(probe: Probe<never> | Probe<unknown>, url: string): Promise<PageFacts> {
  const probes = new Map([[probe.name, probe as Probe<unknown>]]);
  const { facts, skipped } = await gather(probes, probe.name, 5000, document);
  const byProbe = { [probe.name as ProbeName]: facts } as FactsByProbe;
  return {
    schema: 1,
    url,
    title: '',
    at: '2026-01-01T00:00:00Z',
    viewport: { width: 1280, height: 800, ratio: 1 },
    frames: [{ url, top: true, facts: byProbe }],
    skipped,
  };
}

/** What a check says to the facts, in the form of ExpectedAnswer. */
export function answerOf(check: Check<never> | Check<object>, facts: PageFacts, page: PageCase) {
  const subject: Pick<Subject, 'name' | 'host' | 'aliases' | 'siteIdCode' | 'adHoc'> = {
    name: '示例市人民政府',
    adHoc: true,
    aliases: page.aliases,
  };
  const answer = (check as Check<object>).run(facts, {
    params: (check as Check<object>).params.parse({}),
    governmentHosts: page.governmentHosts,
    subject,
  });
  const worst = answer.findings.some(({ outcome }) => outcome === 'fail')
    ? 'fail'
    : answer.findings.length > 0
      ? 'review'
      : 'pass';
  return {
    outcome: answer.outcome ?? worst,
    findings: answer.findings.map(({ kind, item }) => `${kind} ${item}`),
    messages: answer.findings.map(({ message }) => message),
    summary: answer.summary as Record<string, unknown>,
    skipped: [...facts.skipped, ...(answer.skipped ?? [])],
    drafts: answer.findings,
  };
}
