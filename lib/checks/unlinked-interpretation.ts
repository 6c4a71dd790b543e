// Policy documents without a link to an interpretation, and interpretations without a link back to the document.
import { z } from 'zod';
import wording, {
  expected,
  formNames,
  groups,
  messages,
} from '@/lib/locale/zh-CN/checks/unlinked-interpretation';
import type { InterpretationFacts } from '@/lib/model/facts/interpretation';
import type { PageFacts } from '@/lib/model/page-facts';
import type { InterpretationSummary } from '@/lib/model/summary';
import { defineCheck, type FindingDraft } from './engine/define-check';
import { normalisePage } from './engine/finding-key';
import { formsOf, interpretationsOf, originalsOf, ownTitle, pageKind } from './judge/interpretation';

export default defineCheck({
  id: 'unlinked-interpretation',
  probes: ['interpretation'],
  scope: 'page',
  params: z.object({}),
  run(facts) {
    const judged = facts.frames.flatMap((frame) => {
      const seen = frame.facts.interpretation;
      const kind = seen ? pageKind(seen) : undefined;
      return seen && kind && kind.kind !== 'other' ? [{ seen, kind, frame: frame.top ? '' : frame.url }] : [];
    });
    // The document may stand in a frame of the page; the top document speaks first.
    const [first] = judged;
    if (!first) return { outcome: 'inapplicable', findings: [], summary: { kind: 'other' } };
    const { seen, kind, frame } = first;
    if (kind.kind === 'policy') return judgePolicy(seen, facts, frame);
    return judgeInterpretation(seen, facts, frame, kind.certain);
  },
});

/** Whether a document must be interpreted is for people to say, so nothing here is a fail. */
function judgePolicy(seen: InterpretationFacts, facts: PageFacts, frame: string) {
  const title = ownTitle(seen);
  const found = interpretationsOf(seen);
  const summary: InterpretationSummary = {
    kind: 'policy',
    title,
    number: seen.documentNumber,
    linked: found.links.length > 0,
    links: found.links.slice(0, 20),
    forms: [],
  };
  if (found.links.length > 0) return { findings: [], summary };
  const [empty] = found.empty;
  const [doubtful] = found.doubtful;
  const base = { outcome: 'review' as const, expected: expected.interpretation };
  if (empty)
    return {
      findings: [
        draft('empty-interpretation', facts, frame, empty.selector, {
          ...base,
          message: messages.emptyInterpretation(title, empty.heading),
        }),
      ],
      summary,
    };
  const message = doubtful
    ? messages.doubtfulInterpretation(title, doubtful.text)
    : messages.noInterpretation(title, seen.documentNumber);
  const selector = seen.article?.selector ?? '';
  return { findings: [draft('no-interpretation', facts, frame, selector, { ...base, message })], summary };
}

function judgeInterpretation(seen: InterpretationFacts, facts: PageFacts, frame: string, certain: boolean) {
  const title = ownTitle(seen);
  const found = originalsOf(seen);
  const forms = formsOf(seen);
  const summary: InterpretationSummary = {
    kind: 'interpretation',
    title,
    number: '',
    linked: found.links.length > 0,
    links: found.links.slice(0, 20),
    forms,
  };
  const findings: FindingDraft[] = [];
  const selector = found.empty[0]?.selector ?? seen.article?.selector ?? '';
  if (found.links.length === 0) {
    const [empty] = found.empty;
    const sure = certain && seen.article !== undefined && found.doubtful.length === 0;
    const message = empty
      ? messages.emptyOriginal(title, empty.heading)
      : found.doubtful.length > 0
        ? messages.doubtfulOriginal(title)
        : messages.noOriginal(title);
    findings.push(
      draft('no-original', facts, frame, selector, {
        outcome: sure ? 'fail' : 'review',
        expected: expected.original,
        message,
      }),
    );
  }
  const media = forms.filter((form) => form === 'video' || form === 'audio' || form === 'animation');
  if (media.length > 0)
    findings.push(
      draft('media-form', facts, frame, seen.media[0]?.selector ?? seen.article?.selector ?? '', {
        outcome: 'review',
        expected: expected.form,
        message: messages.mediaForm(title, media.map((form) => formNames[form]).join('、')),
      }),
    );
  return { findings, summary };
}

function draft(
  kind: keyof typeof groups,
  facts: PageFacts,
  frame: string,
  selector: string,
  rest: Pick<FindingDraft, 'outcome' | 'expected' | 'message'>,
): FindingDraft {
  return {
    kind,
    // Each page is a case of its own, also where a criterion counts over the whole site.
    item: normalisePage(facts.url),
    group: groups[kind],
    advice: wording.advice,
    locator: { url: facts.url, frame, selector },
    ...rest,
  };
}
