// Observes everything in a frame that leads to an address, and traces of a prompt shown before leaving the site.
import type { LinkFact, LinkFacts } from '@/lib/model/facts/links';
import type { Skip } from '@/lib/model/primitives';
import { defineProbe } from './define-probe';
import { matches } from './dom/native';
import { rootsOf } from './dom/roots';
import { collectCandidates } from './links/candidates';
import { collectFileLinks } from './links/file-links';
import { readOwnNames } from './links/own-names';
import { findDialogs, readScripts } from './links/prompt-traces';

/** Links described per frame; the rest is only counted. */
const CAP = 5000;
/** Links between two looks at the clock. */
const LOOK_EVERY = 16;

export default defineProbe<LinkFacts>({
  name: 'links',
  async gather(context) {
    const roots = rootsOf(context.document);
    const candidates = await collectCandidates(roots, context);
    await context.breathe();
    const { promptScripts, ...scripts } = readScripts(roots);
    const ownNames = readOwnNames(context.document);
    const links: LinkFact[] = [];
    for (const { element, fact } of candidates.slice(0, CAP)) {
      const boundBy = promptScripts.flatMap((script, index) =>
        script.selectors.some((selector) => matches(element, selector)) ? [index] : [],
      );
      links.push(boundBy.length > 0 ? { ...fact(), boundBy } : fact());
      if (links.length % LOOK_EVERY === 0) await context.breathe();
    }
    const fileLinks = collectFileLinks(roots, context);
    await context.breathe();
    const skipped: Skip[] = [];
    if (candidates.length > CAP)
      skipped.push({
        what: `${candidates.length - CAP} 个链接`,
        why: `页面链接超过 ${CAP} 个，只检查了前 ${CAP} 个`,
      });
    return {
      facts: {
        ...(fileLinks.length > 0 && { fileLinks }),
        total: candidates.length,
        links,
        promptScripts,
        dialogs: findDialogs(roots, context),
        ...scripts,
        ...(ownNames.length > 0 && { ownNames }),
      },
      skipped,
    };
  },
});
