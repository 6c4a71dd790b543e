// Observes lists and records of public messages and of surveys: rows, labelled values, personal data left unmasked.
import type { InteractionFacts } from '@/lib/model/facts/interaction';
import type { Skip } from '@/lib/model/primitives';
import { columnKind, isSurveyName } from '@/lib/text/interaction-words';
import { defineProbe } from './define-probe';
import { readPageChunks } from './dom/chunks';
import { readPageWords } from './dom/page-words';
import { describeFields, fieldRange } from './interaction/fields';
import { anyTelling, findGroups } from './interaction/groups';
import { findHeadRuns, findHits } from './interaction/hits';
import { findPersonal } from './interaction/personal';
import { describeGroup } from './interaction/rows';

/** Groups described per frame. */
const CAP_GROUPS = 40;
const PAGER = /^(?:下一页|下页|末页|尾页|最后一页)$|共\s*\d+\s*页|第\s*\d+\s*页|\d+\s*\/\s*\d+\s*页/;

export default defineProbe<InteractionFacts>({
  name: 'interaction',
  async gather(context) {
    const { chunks, cut } = await readPageChunks(context);
    await context.breathe();
    const page = readPageWords(context.document, chunks);
    const place = [page.title, page.trail, page.columnName, page.columnType, ...page.headings].join(' ');
    const hits = await findHits(chunks, columnKind(place) === 'consultation' || isSurveyName(place), context);
    const runs = await findHeadRuns(chunks, context);
    const skipped: Skip[] = [];
    if (cut) skipped.push({ what: '页面后部的互动内容', why: '页面文字过多，只读取了前一部分' });
    const facts: InteractionFacts = { page, groups: [], fields: [], personal: [], paged: false };
    if (!anyTelling(hits) && runs.length === 0 && !hits.some(({ kind }) => kind === 'date'))
      return { facts, skipped };
    const groups = findGroups(chunks, hits, runs);
    for (const group of groups.slice(0, CAP_GROUPS)) {
      facts.groups.push(await describeGroup(group, chunks, context));
      await context.breathe();
    }
    if (groups.length > CAP_GROUPS)
      skipped.push({ what: `${groups.length - CAP_GROUPS} 组列表`, why: `页面列表超过 ${CAP_GROUPS} 组` });
    const rows = groups.flatMap((group) => group.rows);
    const listed = [...rows, ...groups.flatMap(({ headRow }) => headRow ?? [])];
    facts.fields = describeFields(chunks, hits, listed, context);
    await context.breathe();
    facts.paged = chunks.some(({ text }) => text.length < 40 && PAGER.test(text));
    facts.personal = await findPersonal(chunks, rows, fieldRange(chunks, hits, listed), context);
    return { facts, skipped };
  },
});
