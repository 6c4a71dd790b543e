// Observes policy documents and their interpretations: document marks, links from one to the other, media in the main text.
import type { InterpretationFacts } from '@/lib/model/facts/interpretation';
import type { Skip } from '@/lib/model/primitives';
import { DOCUMENT_LABEL, documentNumberIn, NUMBER_LABEL } from '@/lib/text/interpretation-words';
import { splitLabels } from '@/lib/text/labels';
import { defineProbe, type ProbeContext } from './define-probe';
import { shortText } from './dom/appearance';
import { type Chunk, readPageChunks } from './dom/chunks';
import { attribute, queryAll } from './dom/native';
import { readPageWords } from './dom/page-words';
import { describeArticle, findArticle, findMedia } from './interpretation/article';
import { findBlocks } from './interpretation/blocks';

/** Texts between two looks at the clock. */
const LOOK_EVERY = 16;

export default defineProbe<InterpretationFacts>({
  name: 'interpretation',
  async gather(context) {
    const { document } = context;
    const { chunks, cut } = await readPageChunks(context);
    await context.breathe();
    const skipped: Skip[] = cut
      ? [{ what: '页面后部的解读链接', why: '页面文字过多，只读取了前一部分' }]
      : [];
    const tag = queryAll(document, 'meta').find(
      (meta) => (attribute(meta, 'name') ?? '').trim().toLowerCase() === 'articletitle',
    );
    const article = findArticle(document, chunks);
    const { labels, documentNumber } = await readDocumentHead(chunks, context);
    const facts: InterpretationFacts = {
      page: readPageWords(document, chunks),
      articleTitle: tag ? shortText(attribute(tag, 'content'), 200) : '',
      documentNumber,
      labels,
      ...(article && { article: describeArticle(article, context) }),
      blocks: await findBlocks(chunks, context),
      media: article ? findMedia(article, context) : [],
    };
    return { facts, skipped };
  },
});

/** Labels over a document, and its number: labelled, else alone on one of the first lines of a text. */
async function readDocumentHead(
  chunks: readonly Chunk[],
  { breathe }: ProbeContext,
): Promise<{ labels: string[]; documentNumber: string }> {
  const labels = new Set<string>();
  let labelled = '';
  let alone = '';
  for (const [at, { text }] of chunks.entries()) {
    const pause = at % LOOK_EVERY === 0 && breathe();
    if (pause) await pause;
    if (text.length > 200) continue;
    const found = splitLabels(text, (word) => DOCUMENT_LABEL.test(word));
    const bare = text.replace(/[\s:：]/g, '');
    if (found.length === 0 && DOCUMENT_LABEL.test(bare)) found.push({ label: bare, value: '', at: 0 });
    for (const { label, value } of found) {
      labels.add(label);
      if (NUMBER_LABEL.test(label)) labelled ||= documentNumberIn(value || (chunks[at + 1]?.text ?? ''));
    }
    const whole = text.length <= 36 ? documentNumberIn(text) : '';
    if (whole && whole.length + 2 >= bare.length) alone ||= whole;
  }
  return { labels: [...labels].sort(), documentNumber: labelled || alone };
}
