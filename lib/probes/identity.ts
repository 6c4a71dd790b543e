// Sees what a frame shows of the eight identification elements: marks, foot lines, comments, page tags.

import type { IdentityFacts } from '@/lib/model/facts/identity';
import type { Skip } from '@/lib/model/primitives';
import { defineProbe } from './define-probe';
import { attributeOf, attributesOf } from './identity/dom';
import { Gathering } from './identity/gathering';
import { type Settled, Settling } from './identity/settle';
import { walk } from './identity/walk';
import type { Walk } from './identity/walk-result';

export default defineProbe<IdentityFacts>({
  name: 'identity',
  async gather(context) {
    const settling = new Settling(context, () => performance.now());
    let seen: Walk;
    let waited: Settled = { settled: true, waitedMs: 0, changed: false };
    try {
      seen = await walk(context);
      if (!looksComplete(seen)) waited = await settling.wait();
    } finally {
      settling.stop();
    }
    if (waited.changed) seen = await walk(context);
    const skipped: Skip[] = [];
    if (seen.cut) skipped.push({ what: '标识要素：页面内容过多', why: '已超出读取上限，其余部分未查看' });
    await context.breathe();
    return { facts: await new Gathering(context, seen).facts(waited), skipped };
  },
});

/** Everything that scripts draw is drawn already: no reason to wait. */
function looksComplete(seen: Walk): boolean {
  const bits = seen.evidence.reduce((mask, { bit }) => mask | bit, 0);
  const text =
    seen.lines.some((line) => /主\s?[办辦]/.test(line.text)) &&
    seen.lines.some((line) => /电\s*话|热\s*线/.test(line.text));
  const map = seen.traces.some((trace) => /地图|地圖|导航|map/i.test(trace.text));
  const drawn = seen.traces.some(
    (trace) => trace.kind === 'link' && /sitename\?|conac/i.test(attributeOf(trace.element, 'href')),
  );
  const entry = seen.traces.some(
    (trace) =>
      (trace.kind === 'link' || trace.kind === 'image') &&
      /jiucuo|Link\(/i.test(JSON.stringify(attributesOf(trace.element))),
  );
  return (bits & 7) === 7 && text && map && drawn && entry;
}
