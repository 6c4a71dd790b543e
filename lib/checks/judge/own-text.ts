// The texts of a page that are the site's own words, with their places, for the checks that read them.
import type { TextBlock } from '@/lib/model/facts/text';
import type { PageFacts } from '@/lib/model/page-facts';
import { asciiHost } from '@/lib/text/hosts';
import type { CheckContext } from '../engine/define-check';
import { isOwnHost } from './link-target';
import { ownHosts } from './own-hosts';

/** A piece of text and where it stands; `frame` is '' for the top document, `selector` '' for the document's title. */
export interface PlacedText {
  kind: TextBlock['kind'] | 'document-title';
  text: string;
  tag: string;
  code: boolean;
  frame: string;
  selector: string;
}

/** Texts of the top document and of the site's own frames, titles first; frames of other sites are left out. */
export function ownTexts(facts: PageFacts, subject: CheckContext<unknown>['subject']): PlacedText[] {
  const own = ownHosts(facts, subject);
  return facts.frames.flatMap(({ url, top, facts: { text: seen } }) => {
    const host = !top && /^https?:/i.test(url) ? asciiHost(url) : '';
    if (!seen || (host !== '' && !isOwnHost(host, own))) return [];
    const frame = top ? '' : url;
    const title: PlacedText = {
      kind: 'document-title',
      text: seen.title,
      tag: 'title',
      code: false,
      frame,
      selector: '',
    };
    const blocks = seen.blocks.map(
      ({ kind, text, tag, code, selector }): PlacedText => ({
        kind,
        text,
        tag,
        code: code === true,
        frame,
        selector,
      }),
    );
    return top && seen.title ? [title, ...blocks] : blocks;
  });
}
