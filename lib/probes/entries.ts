// Observes the entries that a frame offers — search, barrier-free, elder mode, IPv6, login — and forms that ask for personal data.
import type { EntryFacts, EntryTrace } from '@/lib/model/facts/entries';
import type { Skip } from '@/lib/model/primitives';
import { bareName, siteNameIn } from '@/lib/text/site-name';
import { defineProbe } from './define-probe';
import { attribute, queryAll, textOf } from './dom/native';
import { rootsOf } from './dom/roots';
import { findIpv6Texts, readControls } from './entries/controls';
import { readForms } from './entries/forms';

/** Traces kept of each entry: enough to point at, the rest says nothing new. */
const MAX_TRACES = 5;

export default defineProbe<EntryFacts>({
  name: 'entries',
  async gather(context) {
    const roots = rootsOf(context.document);
    const forms = await readForms(roots, context);
    const controls = await readControls(roots, context);
    const all = [...forms.traces, ...controls, ...findIpv6Texts(roots, context)];
    const counts = new Map<string, number>();
    // Those that a visitor sees come first, so that the cap never hides the one that counts.
    const traces = [...all.filter(({ visible }) => visible), ...all.filter(({ visible }) => !visible)].filter(
      ({ entry }: EntryTrace) => {
        const count = (counts.get(entry) ?? 0) + 1;
        counts.set(entry, count);
        return count <= MAX_TRACES;
      },
    );
    const skipped: Skip[] = [];
    return {
      facts: {
        siteName: siteNameOf(context.document),
        traces,
        searchForms: forms.searchForms,
        personalForms: forms.personalForms,
      },
      skipped,
    };
  },
});

function siteNameOf(document: Document): string {
  for (const meta of queryAll(document, 'meta[name][content]', 300))
    if (/^sitename$/i.test((attribute(meta, 'name') ?? '').trim())) {
      const name = (attribute(meta, 'content') ?? '').trim();
      if (name) return bareName(name);
    }
  const [title] = queryAll(document, 'head > title, title');
  // Asked for by the search that is tried out, which stands on home pages.
  return siteNameIn((title && textOf(title)) ?? '', true);
}
