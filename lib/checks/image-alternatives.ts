// Alt texts that tell nothing to people who hear the page: file names, "图片", nothing where the picture is the link or the content.
import { z } from 'zod';
import wording, {
  type AlternativeProblem,
  groups,
  sentences,
} from '@/lib/locale/zh-CN/checks/image-alternatives';
import type { ImageFact } from '@/lib/model/facts/images';
import { defineCheck, type FindingDraft } from './engine/define-check';
import { imageItem, isCounter } from './judge/image-address';
import { alternativeFault } from './judge/image-alternative';

/** Shown at this size or larger a picture is content rather than an ornament, in CSS pixels. */
const LARGE = { width: 160, height: 120 };
/** The item of pictures whose address holds the picture itself. */
const INLINE = 'data:';

interface Problem {
  kind: AlternativeProblem;
  item: string;
  outcome: 'fail' | 'review';
  image: ImageFact;
  frame: string;
  places: number;
}

export default defineCheck({
  id: 'image-alternatives',
  probes: ['images'],
  scope: 'page',
  params: z.object({}),
  run(facts) {
    const problems = new Map<string, Problem>();
    let judged = 0;
    for (const frame of facts.frames) {
      for (const image of frame.facts.images?.images ?? []) {
        if (!isMeaningful(image)) continue;
        judged += 1;
        const found = judge(image);
        if (!found) continue;
        const item = /^data:/i.test(image.address) ? INLINE : imageItem(image.address);
        const key = `${found.kind} ${item}`;
        const known = problems.get(key);
        const places = (known?.places ?? 0) + 1;
        if (known && !(known.outcome === 'review' && found.outcome === 'fail')) known.places = places;
        else problems.set(key, { ...found, item, image, frame: frame.top ? '' : frame.url, places });
      }
    }
    return {
      ...(judged === 0 && { outcome: 'inapplicable' as const }),
      findings: [...problems.values()].map((problem) => toFinding(problem, facts.url)),
    };
  },
});

/** A picture that people can see and that assistive technology is told of. */
function isMeaningful(image: ImageFact): boolean {
  return (
    image.kind === 'img' &&
    image.visible &&
    !image.slide &&
    !image.decorative &&
    !isCounter(image) &&
    image.address !== ''
  );
}

function judge(image: ImageFact): Pick<Problem, 'kind' | 'outcome'> | undefined {
  // Without the attribute, the accessibility check says so.
  if (image.alt === undefined) return undefined;
  const speaks = image.link ? !image.link.named : isLarge(image);
  const fault = alternativeFault(image.alt);
  // Where the link or the surroundings say it already, a poor text is a nuisance, not a barrier.
  if (fault) return { kind: fault, outcome: speaks && !image.label ? 'fail' : 'review' };
  if (image.alt.trim() !== '' || image.label) return undefined;
  if (image.link) return image.link.named ? undefined : { kind: 'unnamed-link', outcome: 'fail' };
  return isLarge(image) && image.load === 'loaded' ? { kind: 'empty-text', outcome: 'review' } : undefined;
}

function isLarge({ rect }: ImageFact): boolean {
  return rect.width >= LARGE.width && rect.height >= LARGE.height;
}

function toFinding({ kind, item, outcome, image, frame, places }: Problem, url: string): FindingDraft {
  const alt = (image.alt ?? '').trim();
  return {
    kind,
    item,
    outcome,
    group: groups[kind],
    message: sentences[kind](alt.slice(0, 60), places),
    found: alt || '（空）',
    advice: wording.advice,
    locator: { url, frame, selector: image.selector, rect: image.rect },
  };
}
