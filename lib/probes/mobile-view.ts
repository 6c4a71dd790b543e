// Observes a page laid out at a phone's width: viewport, what sticks out, small text, small targets. Runs in the preview's frame.
import type { MobileViewFacts } from '@/lib/model/facts/mobile-view';
import type { Skip } from '@/lib/model/primitives';
import { defineProbe } from './define-probe';
import { isVisible } from './dom/appearance';
import { queryAll } from './dom/native';
import { rootsOf } from './dom/roots';
import { smallTextOf } from './mobile-view/small-text';
import { smallTargetsOf } from './mobile-view/targets';
import { readViewport } from './mobile-view/viewport';
import { clipsSideways, wideElements } from './mobile-view/wide-elements';

const MAX_ELEMENTS = 20_000;
/** Elements between two looks at the clock. */
const LOOK_EVERY = 16;

export default defineProbe<MobileViewFacts>({
  name: 'mobileView',
  async gather(context) {
    const { document } = context;
    const root = document.documentElement;
    const width = root.clientWidth;
    const all = rootsOf(document).flatMap((tree) => queryAll(tree, 'body, body *, :host *'));
    const visible: Element[] = [];
    for (const [at, element] of all.slice(0, MAX_ELEMENTS).entries()) {
      if (at % LOOK_EVERY === 0) await context.breathe();
      if (isVisible(element) && !context.isOwn(element)) visible.push(element);
    }
    const skipped: Skip[] = [];
    if (all.length > MAX_ELEMENTS)
      skipped.push({
        what: `${all.length - MAX_ELEMENTS} 个页面元素`,
        why: `元素超过 ${MAX_ELEMENTS} 个，手机视图只检查了前面部分`,
      });
    const viewport = readViewport(document, width);
    const smallText = await smallTextOf(visible, context);
    return {
      facts: {
        address: document.location.href.slice(0, 2000),
        screen: { width, height: document.defaultView?.innerHeight ?? 0 },
        ...viewport,
        contentWidth: Math.max(root.scrollWidth, document.body?.scrollWidth ?? 0),
        clipped: clipsSideways(document),
        wide: wideElements(visible, width, context),
        smallText,
        smallTargets: smallTargetsOf(visible, context),
      },
      skipped,
    };
  },
});
