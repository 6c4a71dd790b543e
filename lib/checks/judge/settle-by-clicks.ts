// Puts what harmless clicks proved in place of what the markup only suggested, link by link.
import wording, * as words from '@/lib/locale/zh-CN/checks/unmarked-external-links';
import type { CheckResult, Finding } from '@/lib/model/finding';
import { ExternalLinksSummary, LeaveNoticeSummary } from '@/lib/model/summary';
import { completeFinding } from '../engine/define-check';

type Proof = LeaveNoticeSummary['proofs'][number];

/**
 * The result of the external links' check after the clicks. An address counts as settled when one use of it left without
 * a word, or when every use of it was clicked. Pure; doing it twice changes nothing.
 */
export function settleByClicks(own: CheckResult, proof: CheckResult, pageUrl: string): CheckResult {
  const clicked = LeaveNoticeSummary.safeParse(proof.summary);
  const summary = ExternalLinksSummary.safeParse(own.summary);
  if (!clicked.success || !summary.success) return own;
  const offered = new Set(own.findings.filter(({ kind }) => kind === 'own-alias').map(({ item }) => item));
  const byAddress = new Map<string, Proof[]>();
  for (const one of clicked.data.proofs)
    byAddress.set(one.address, [...(byAddress.get(one.address) ?? []), one]);
  const settled = new Map<string, Proof>();
  for (const [address, uses] of byAddress) {
    const deciding = decisive(uses);
    // Whether an offered name is the site's own is for the inspector to say first.
    if (deciding && !offered.has(deciding.host)) settled.set(address, deciding);
  }
  const kept = own.findings.filter(({ item, locator }) => !settled.has(item) || locator.frame !== '');
  const made = [...settled.values()].flatMap((one) => toFinding(one, pageUrl));
  const keys = new Set(made.map(({ key }) => key));
  const findings = [...made, ...kept.filter(({ key }) => !keys.has(key))];
  return {
    ...own,
    findings,
    outcome: outcomeOf(findings, own),
    summary: settleSummary(summary.data, settled, findings),
  };
}

/** The use that speaks for the address; undefined while it is open. */
function decisive(uses: readonly Proof[]): Proof | undefined {
  const bare = uses.find(({ state }) => state === 'unmarked');
  if (bare) return bare;
  if (uses.some(({ state }) => state === 'not-clicked')) return undefined;
  return uses.find(({ state }) => state === 'not-provable') ?? uses[0];
}

function toFinding(proof: Proof, pageUrl: string): Finding[] {
  if (proof.state === 'marked') return [];
  const what = words.kindNames[proof.kind](proof.text);
  const { host, why, ambiguous } = proof;
  const base = {
    item: proof.address,
    group: words.group(host),
    expected: words.messages.expected,
    found: why,
    advice: wording.advice,
    locator: { url: pageUrl, frame: '', selector: proof.selector, ...(proof.text && { text: proof.text }) },
  };
  const complete = (kind: string, outcome: 'fail' | 'review', message: string) => [
    completeFinding('unmarked-external-links', pageUrl, { ...base, kind, outcome, message }),
  ];
  if (proof.state === 'not-provable')
    return complete('not-provable', 'review', words.messages.notProvable(what, host, 1, why));
  if (ambiguous)
    return complete('ambiguous-host', 'review', words.messages.provedAmbiguous(what, host, why, ambiguous));
  return complete('unmarked', 'fail', words.messages.proved(what, host, why));
}

function outcomeOf(findings: readonly Finding[], own: CheckResult): CheckResult['outcome'] {
  if (findings.some(({ outcome }) => outcome === 'fail')) return 'fail';
  if (findings.length > 0) return 'review';
  return own.outcome === 'inapplicable' ? 'inapplicable' : 'pass';
}

function settleSummary(
  summary: ExternalLinksSummary,
  settled: ReadonlyMap<string, Proof>,
  findings: readonly Finding[],
): ExternalLinksSummary {
  const open = <T extends { href: string }>({ href }: T) => !settled.has(href);
  const proofs = [...settled.values()];
  const stillBare = new Set(findings.map(({ item }) => item));
  return {
    ...summary,
    unmarked: [
      ...summary.unmarked.filter((entry) => open(entry) || stillBare.has(entry.href)),
      ...proofs
        .filter(
          ({ address, state }) =>
            state !== 'marked' && !summary.unmarked.some(({ href }) => href === address),
        )
        .map(({ address, host, text, selector }) => ({ href: address, host, text, selector })),
    ],
    marked: [
      ...summary.marked.filter(open),
      ...proofs
        .filter(({ state }) => state === 'marked')
        .map(({ address, host, why }) => ({ href: address, host, how: why })),
    ],
  };
}
