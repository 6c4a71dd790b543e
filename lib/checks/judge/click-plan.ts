// Which links are worth a harmless click: one of each kind, host and way of being marked up, so that few clicks tell most.
import type { LinkFact } from '@/lib/model/facts/links';
import { asciiHost } from '@/lib/text/hosts';
import { linkTarget } from './link-target';

export interface PlannedClick extends Pick<LinkFact, 'kind' | 'text' | 'selector'> {
  /** As the item of an external link's finding; for a government link its address. */
  address: string;
  role: 'external' | 'government';
}

/** Government links of other sites that are clicked to see whether the page warns too much. */
const GOVERNMENT_LINKS = 2;

/**
 * Links of one document to click: first one of each kind and host, then the others, visible ones first; then a few
 * government links. `left` are external ones beyond `cap`.
 */
export function planClicks(
  links: readonly LinkFact[],
  own: ReadonlySet<string>,
  governmentHosts: readonly string[],
  cap: number,
): { clicks: PlannedClick[]; left: PlannedClick[] } {
  const external = new Map<string, PlannedClick & { first: string }>();
  const government = new Map<string, PlannedClick>();
  const ordered = [...links].sort((a, b) => Number(b.visible) - Number(a.visible));
  for (const link of ordered) {
    const { kind, text, selector } = link;
    const target = linkTarget(link.address, own, governmentHosts);
    if (target.kind === 'external') {
      const { address, host } = target;
      const use = JSON.stringify([kind, address, markup(link)]);
      if (!external.has(use))
        external.set(use, { kind, text, selector, address, role: 'external', first: `${kind} ${host}` });
    } else if (target.kind === 'government' && kind === 'anchor' && government.size < GOVERNMENT_LINKS) {
      const host = asciiHost(link.address);
      if (!government.has(host))
        government.set(host, { kind, text, selector, address: link.address, role: 'government' });
    }
  }
  const met = new Set<string>();
  const firsts: PlannedClick[] = [];
  const others: PlannedClick[] = [];
  for (const { first, ...click } of external.values()) {
    (met.has(first) ? others : firsts).push(click);
    met.add(first);
  }
  const all = [...firsts, ...others];
  return { clicks: [...all.slice(0, cap), ...government.values()], left: all.slice(cap) };
}

/** What may make two links to one address behave differently. */
function markup(link: LinkFact): string {
  const handler = (link.handler ?? '').split(link.written).join('@');
  return [link.target ?? '', link.classes ?? '', handler, String(link.boundBy ?? '')].join('\n');
}
