// Observes the pictures of a frame: images, image buttons, SVG images, video posters and CSS backgrounds.
import type { ImageFact, ImageFacts } from '@/lib/model/facts/images';
import type { Skip } from '@/lib/model/primitives';
import { defineProbe } from './define-probe';
import { rootsOf } from './dom/roots';
import { observeBackgrounds } from './images/backgrounds';
import { collectElements, observeElement, settle } from './images/elements';
import { bringIntoView } from './images/lazy';
import { readTransfers } from './images/transfers';

/** Pictures described per frame; the rest is only counted. */
const CAP = 3000;

export default defineProbe<ImageFacts>({
  name: 'images',
  async gather(context) {
    const { document } = context;
    const roots = rootsOf(document);
    const collect = () => collectElements(roots).filter((element) => !context.isOwn(element));
    const brought = await bringIntoView(collect().slice(0, CAP), context);
    // Anew: scrolling may have made the page add pictures.
    const elements = collect();
    const observed = elements.slice(0, CAP);
    const broken = await settle(observed, context, brought.elements);
    const transfers = readTransfers();
    const images: ImageFact[] = [];
    for (const element of observed) {
      await context.breathe();
      images.push(observeElement(element, context, broken, transfers, brought.elements));
    }
    const skipped: Skip[] = [...brought.skipped];
    const backgrounds = await observeBackgrounds(roots, context, transfers, skipped);
    images.push(...backgrounds);
    if (elements.length > CAP)
      skipped.push({
        what: `${elements.length - CAP} 张图片`,
        why: `页面图片超过 ${CAP} 张，只检查了前 ${CAP} 张`,
      });
    const total = elements.length + backgrounds.length;
    return { facts: { total, ...(brought.scrolled && { scrolled: true }), images }, skipped };
  },
});
