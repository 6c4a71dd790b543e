// Whether people with phones see the whole page: laid out at 375 pixels, nothing sticking out, text and targets large enough.
import { z } from 'zod';
import wording, { groups, type MobileProblem, sentences } from '@/lib/locale/zh-CN/checks/mobile-view';
import type { MobilePiece, MobileViewFacts } from '@/lib/model/facts/mobile-view';
import { defineCheck, type FindingDraft } from './engine/define-check';

/** Less than this a finger does not notice, CSS pixels. */
const NOTICEABLE_PX = 12;
/** Small text is worth a look from this share of all text, or this many characters. */
const SMALL_SHARE = 0.05;
const SMALL_CHARACTERS = 200;

export default defineCheck({
  id: 'mobile-view',
  probes: ['mobileView'],
  scope: 'page',
  onDemand: true,
  params: z.object({}),
  run(facts) {
    const seen = facts.frames.find((frame) => frame.facts.mobileView)?.facts.mobileView;
    if (!seen) return { outcome: 'inapplicable', findings: [] };
    const draft = (
      kind: MobileProblem,
      outcome: 'fail' | 'review',
      message: string,
      piece?: MobilePiece,
    ): FindingDraft => ({
      kind,
      item: '',
      outcome,
      group: groups[kind],
      message,
      advice: wording.advice,
      locator: {
        url: facts.url,
        frame: '',
        selector: piece?.selector ?? '',
        ...(piece?.text && { text: piece.text }),
      },
    });
    // Laid out wider than the screen by definition: nothing about widths or sizes can be told from that.
    if (seen.viewport === 'missing')
      return { findings: [draft('no-viewport', 'review', sentences.noViewport)] };
    if (seen.viewport === 'fixed')
      return { findings: [draft('fixed-viewport', 'review', sentences.fixedViewport(seen.layoutWidth))] };
    return { findings: [...widths(seen, draft), ...sizes(seen, draft)] };
  },
});

type Draft = (
  kind: MobileProblem,
  outcome: 'fail' | 'review',
  message: string,
  piece?: MobilePiece,
) => FindingDraft;

/** One finding a page, naming what sticks out furthest: a page either slides sideways or cuts off. */
function widths(seen: MobileViewFacts, draft: Draft): FindingDraft[] {
  const { screen, contentWidth, clipped, wide } = seen;
  const [furthest] = wide;
  if (contentWidth <= screen.width + NOTICEABLE_PX) return [];
  if (!furthest) {
    // Only things parked beside the screen make it wide: sliding shows empty space, nothing is lost.
    return clipped ? [] : [draft('overflow', 'review', sentences.overflow(screen.width, contentWidth))];
  }
  const reach = furthest.rect.x + furthest.rect.width;
  if (reach <= screen.width + NOTICEABLE_PX) return [];
  if (!clipped)
    return [
      draft(
        'overflow',
        'fail',
        sentences.overflow(screen.width, contentWidth, furthest, wide.length),
        furthest,
      ),
    ];
  // Cut off for certain is what has text of its own or is a table; an ornament may well end outside.
  const losing = wide.filter(({ text, tag }) => text !== '' || tag === 'table');
  const worst = losing[0] ?? furthest;
  const lost = worst.tag === 'table' ? 'fail' : 'review';
  return [draft('cut-off', lost, sentences.cutOff(screen.width, worst, wide.length), worst)];
}

function sizes({ smallText, smallTargets }: MobileViewFacts, draft: Draft): FindingDraft[] {
  const findings: FindingDraft[] = [];
  const { characters, all } = smallText;
  if (characters > 0 && (characters >= SMALL_CHARACTERS || characters >= all * SMALL_SHARE))
    findings.push(
      draft(
        'small-text',
        'review',
        sentences.smallText(characters, all, smallText.examples[0]),
        smallText.examples[0],
      ),
    );
  if (smallTargets.count > 0)
    findings.push(
      draft(
        'small-targets',
        'review',
        sentences.smallTargets(smallTargets.count, smallTargets.all, smallTargets.examples[0]),
        smallTargets.examples[0],
      ),
    );
  return findings;
}
