// Check: does the home page offer a search, a barrier-free and an elder mode, an IPv6 mark and a login?
import { z } from 'zod';
import wording, { entryNames, messages } from '@/lib/locale/zh-CN/checks/missing-entries';
import type { EntryKind, EntryTrace } from '@/lib/model/facts/entries';
import { asciiHost } from '@/lib/text/hosts';
import { defineCheck, type FindingDraft } from './engine/define-check';
import { isHomePage } from './judge/home-page';
import { isOwnHost } from './judge/link-target';
import { ownHosts } from './judge/own-hosts';

const ENTRIES: EntryKind[] = ['search', 'accessible', 'elder', 'ipv6', 'login'];

export default defineCheck({
  id: 'missing-entries',
  probes: ['entries', 'identity'],
  scope: 'page',
  params: z.object({}),
  run(facts, { subject }) {
    if (!isHomePage(facts.url, subject?.host)) return { outcome: 'inapplicable', findings: [] };
    const own = ownHosts(facts, subject);
    const traces: EntryTrace[] = facts.frames.flatMap(({ url, top, facts: { entries } }) => {
      const host = !top && /^https?:/i.test(url) ? asciiHost(url) : '';
      return !entries || (host !== '' && !isOwnHost(host, own)) ? [] : entries.traces;
    });
    // What a frame that was not seen holds, or a script has yet to draw, may be the very entry.
    const page = facts.frames.find(({ top }) => top)?.facts.identity?.page;
    const unfinished = page && (page.frameset || page.emptyApp || page.cut || !page.settled);
    const complete = facts.skipped.length === 0 && !unfinished;
    const findings = ENTRIES.filter((entry) => !traces.some((trace) => trace.entry === entry)).map(
      (entry): FindingDraft => ({
        kind: 'missing',
        item: entry,
        outcome: entry === 'search' && complete ? 'fail' : 'review',
        group: entryNames[entry],
        message: messages.missing(entry, complete),
        expected: messages.expected[entry],
        found: messages.found,
        advice: wording.advice,
        locator: { url: facts.url, frame: '', selector: '' },
      }),
    );
    const present = ENTRIES.flatMap((entry) => {
      const trace = traces.find((one) => one.entry === entry);
      return trace ? [{ entry, text: trace.text, selector: trace.selector, visible: trace.visible }] : [];
    });
    return { findings, summary: { present } };
  },
});
