// Check: does a page that is sent in the clear ask for passwords or personal data?
import { z } from 'zod';
import wording, { asked, messages } from '@/lib/locale/zh-CN/checks/insecure-form';
import type { PersonalForm } from '@/lib/model/facts/entries';
import { asciiHost } from '@/lib/text/hosts';
import { defineCheck, type FindingDraft } from './engine/define-check';
import { isOwnHost } from './judge/link-target';
import { ownHosts } from './judge/own-hosts';

export default defineCheck({
  id: 'insecure-form',
  probes: ['entries'],
  scope: 'page',
  params: z.object({}),
  run(facts, { subject }) {
    const own = ownHosts(facts, subject);
    const findings: FindingDraft[] = [];
    let forms = 0;
    for (const { url, top, facts: seen } of facts.frames) {
      const host = !top && /^https?:/i.test(url) ? asciiHost(url) : '';
      if (host !== '' && !isOwnHost(host, own)) continue;
      // A frame without an address of its own is as safe as the page around it.
      const page = /^https?:/i.test(url) ? url : facts.url;
      for (const form of seen.entries?.personalForms ?? []) {
        forms += 1;
        const clear = isClear(page) ? 'page' : isClear(form.action) ? 'action' : undefined;
        if (clear) findings.push(toFinding(form, clear, facts.url, top ? '' : url));
      }
    }
    return { ...(forms === 0 && { outcome: 'inapplicable' as const }), findings };
  },
});

/** http to another machine; one's own machine needs no protection on the way. */
function isClear(address: string): boolean {
  if (!/^http:/i.test(address)) return false;
  const { hostname } = new URL(address);
  return !/^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname);
}

function toFinding(form: PersonalForm, clear: 'page' | 'action', url: string, frame: string): FindingDraft {
  const fields = form.fields.join('、');
  return {
    kind: 'insecure',
    item: form.asks,
    outcome: form.visible ? 'fail' : 'review',
    group: asked[form.asks],
    message: messages.insecure(form.asks, fields, clear, form.visible),
    expected: messages.expected,
    found: clear === 'page' ? messages.pageClear : form.action,
    advice: wording.advice,
    locator: { url, frame, selector: form.selector, text: fields || asked[form.asks] },
  };
}
