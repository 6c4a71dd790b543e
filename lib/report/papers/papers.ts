// The three papers of a round: bulletin, a unit's notice, a unit's report on its own inspection.
import type { PaperTexts } from '@/lib/model/paper-template';
import type { Block, Paper } from '../blocks';
import type { PaperMaterial } from './material';
import { bulletinPlaceholders, unitPaperPlaceholders } from './placeholders';
import { type Placeholder, templateBlocks } from './template-blocks';

export type PaperKind = keyof PaperTexts;

export const PAPER_NAMES: Record<PaperKind, string> = {
  bulletin: '通报',
  notice: '整改通知',
  selfReport: '自查情况',
};

/** The bulletin of the round. @throws PaperError when the template names something unknown */
export function bulletin(material: PaperMaterial, texts: PaperTexts): Paper {
  return paper(texts.bulletin, bulletinPlaceholders(material), PAPER_NAMES.bulletin);
}

/** A paper of one unit. @throws PaperError when the template names something unknown */
export function unitPaper(
  material: PaperMaterial,
  texts: PaperTexts,
  kind: 'notice' | 'selfReport',
  unit: string,
): Paper {
  return paper(texts[kind], unitPaperPlaceholders(material, unit), PAPER_NAMES[kind]);
}

/** Ids of the pictures that a paper shows, each once. */
export function picturesOf({ blocks }: Paper): string[] {
  return [...new Set(blocks.flatMap((block) => (block.kind === 'picture' ? [block.id] : [])))];
}

/** What is still marked as missing or to be looked at, each once, in order. */
export function openPoints({ blocks }: Paper): string[] {
  const texts = blocks.flatMap(textsOf);
  return [...new Set(texts.flatMap((text) => text.match(/【待[补核]：[^】]*】/g) ?? []))];
}

function textsOf(block: Block): string[] {
  switch (block.kind) {
    case 'title':
    case 'heading':
      return [block.text];
    case 'paragraph':
      return [block.lead?.text ?? '', block.text];
    case 'list':
      return block.items;
    case 'table':
      return block.rows.flat();
    default:
      return [];
  }
}

function paper(text: string, placeholders: readonly Placeholder[], fallback: string): Paper {
  const blocks = templateBlocks(text, placeholders);
  const title = blocks.find((block) => block.kind === 'title');
  return { title: title?.text ?? fallback, blocks };
}
