// Looks for traces of a leave-site prompt: inline scripts that show one, external scripts, and waiting dialogs.
import type { LinkFacts, PromptScript } from '@/lib/model/facts/links';
import { leaveWords, listensToAllLinks, readPromptScript } from '@/lib/text/leave-prompt';
import type { ProbeContext } from '../define-probe';
import { isVisible, shortText } from '../dom/appearance';
import { attribute, baseOf, closest, localNameOf, parentElementOf, queryAll, textOf } from '../dom/native';

const MAX_SCRIPT = 200_000;
const MAX_PROMPTS = 5;
const MAX_EXTERNAL = 200;
/** Around text in such an element the text is a dialog's, even if its style sheet did not load and it shows. */
const DIALOG =
  'dialog, [role*="dialog" i], [class*="alert" i], [class*="dialog" i], [class*="modal" i], [class*="layer" i], [class*="popup" i], [class*="tips" i], [id*="alert" i], [id*="dialog" i], [id*="modal" i], [id*="popup" i]';

/**
 * Inline scripts that look like a prompt, whether any of them listens to all links, and the addresses of the external
 * ones, whose text is not visible here.
 */
export function readScripts(
  roots: readonly (Document | ShadowRoot)[],
): Pick<LinkFacts, 'promptScripts' | 'externalScripts' | 'listensWidely'> {
  const promptScripts: PromptScript[] = [];
  const externalScripts = new Set<string>();
  let listensWidely = false;
  for (const root of roots)
    for (const script of queryAll(root, 'script')) {
      const source = attribute(script, 'src')?.trim();
      if (source) {
        if (externalScripts.size < MAX_EXTERNAL) externalScripts.add(absoluteScript(source, baseOf(script)));
        continue;
      }
      if (!isCode(attribute(script, 'type'))) continue;
      const code = (textOf(script) ?? '').slice(0, MAX_SCRIPT);
      listensWidely ||= listensToAllLinks(code);
      if (promptScripts.length >= MAX_PROMPTS) continue;
      const prompt = readPromptScript(code);
      if (prompt) promptScripts.push(prompt);
    }
  return {
    promptScripts,
    externalScripts: [...externalScripts].sort(),
    ...(listensWidely && { listensWidely }),
  };
}

function isCode(type: string | null): boolean {
  return !type || /javascript|ecmascript|^module$/i.test(type);
}

function absoluteScript(source: string, base: string): string {
  try {
    return new URL(source, base).href.slice(0, 500);
  } catch {
    return source.slice(0, 500);
  }
}

/** Elements whose own text speaks of leaving the site, at most ten. */
export function findDialogs(
  roots: readonly (Document | ShadowRoot)[],
  context: ProbeContext,
): LinkFacts['dialogs'] {
  const found = new Map<Element, string>();
  for (const root of roots) {
    const top = root.nodeType === 9 ? (root as Document).documentElement : root;
    // One native read decides whether the walk over all text is worth it: on most pages it is not.
    if (!top || !leaveWords(textOf(top) ?? '')) continue;
    const walker = Document.prototype.createTreeWalker.call(context.document, top, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node && found.size < 10; node = walker.nextNode()) {
      const words = leaveWords(node.nodeValue ?? '');
      const parent = words ? parentElementOf(node) : null;
      if (!parent || /^(script|style|noscript|template)$/.test(localNameOf(parent))) continue;
      if (!found.has(parent) && !context.isOwn(parent)) found.set(parent, words);
    }
  }
  return [...found].map(([element, words]) => ({
    text: shortText(textOf(element), 60) || words,
    waiting: !isVisible(element) || closest(element, DIALOG) !== null,
    selector: context.selectorOf(element),
  }));
}
