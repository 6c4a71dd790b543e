// How many of the policy documents seen on the site have an interpretation, and whether all interpretations are plain text.
import * as words from '@/lib/locale/zh-CN/checks/few-interpretations';
import { type InterpretationShareSummary, InterpretationSummary } from '@/lib/model/summary';
import { sharesTitle } from '@/lib/text/interpretation-words';
import type { FindingDraft } from '../engine/define-check';
import { defineSiteCheck, type PageResults } from '../engine/define-site-check';
import { normalisePage } from '../engine/finding-key';

/** From so many on a share says something. */
const SAMPLE = 3;

interface Seen extends InterpretationSummary {
  page: string;
}

export default defineSiteCheck({
  id: 'few-interpretations',
  run(pages) {
    const seen = pages.flatMap(summaryOf).sort((a, b) => (a.page < b.page ? -1 : 1));
    const documents = seen.filter(({ kind }) => kind === 'policy');
    const interpretations = seen.filter(({ kind }) => kind === 'interpretation');
    if (seen.length === 0) return undefined;
    const missing = documents.filter((document) => !isInterpreted(document, interpretations));
    const textOnly = interpretations.filter(({ forms }) => forms.every((form) => form === 'text'));
    const summary: InterpretationShareSummary = {
      documents: documents.length,
      interpreted: documents.length - missing.length,
      interpretations: interpretations.length,
      textOnly: textOnly.length,
      missing: missing.map(({ title, page }) => ({ title, page })),
    };
    const findings: FindingDraft[] = [];
    if (documents.length >= SAMPLE && missing.length > 0) findings.push(lowShare(missing, documents.length));
    if (interpretations.length >= SAMPLE && textOnly.length === interpretations.length)
      findings.push(plainText(textOnly));
    return { findings, skipped: smallSamples(documents.length, interpretations.length), summary };
  },
});

/** A page whose result was stored by another version says nothing. */
function summaryOf(page: PageResults): Seen[] {
  const result = page.results.find(({ checkId }) => checkId === 'unlinked-interpretation');
  const summary = InterpretationSummary.safeParse(result?.summary);
  return summary.success ? [{ ...summary.data, page: page.url }] : [];
}

/** By its own links, or by an interpretation seen that leads to it or names it. */
function isInterpreted(document: Seen, interpretations: readonly Seen[]): boolean {
  if (document.linked) return true;
  const own = normalisePage(document.page);
  return interpretations.some(
    ({ title, links }) =>
      sharesTitle(title, document.title, 8) || links.some(({ address }) => normalisePage(address) === own),
  );
}

function lowShare(missing: readonly Seen[], documents: number): FindingDraft {
  return {
    kind: 'low-share',
    item: 'site',
    outcome: 'review',
    group: words.group,
    message: words.messages.lowShare(missing.length, documents),
    found: words.messages.list(missing),
    advice: words.default.advice,
    locator: { url: missing[0]?.page ?? '', frame: '', selector: '' },
  };
}

function plainText(interpretations: readonly Seen[]): FindingDraft {
  return {
    kind: 'text-only',
    item: 'site',
    outcome: 'review',
    group: words.group,
    message: words.messages.textOnly(interpretations.length),
    found: words.messages.list(interpretations),
    advice: words.default.advice,
    locator: { url: interpretations[0]?.page ?? '', frame: '', selector: '' },
  };
}

function smallSamples(documents: number, interpretations: number) {
  return [
    ...(documents > 0 && documents < SAMPLE ? [words.skips.documents(documents, SAMPLE)] : []),
    ...(interpretations > 0 && interpretations < SAMPLE
      ? [words.skips.interpretations(interpretations, SAMPLE)]
      : []),
  ];
}
