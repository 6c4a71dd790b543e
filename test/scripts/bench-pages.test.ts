// The generated pages have the size that was asked for, and are the same every time.
import { describe, expect, it } from 'vitest';
import { paragraphsPage, portalPage } from '@/scripts/bench-pages';

/** Start tags in markup that the generator writes: no comments, no `<` in attributes or text. */
const countElements = (html: string) =>
  html.replace(/<style>[\s\S]*?<\/style>/g, '<style>').match(/<[a-z]/g)?.length;

describe('generated pages', () => {
  it.each([500, 1_500, 5_000, 15_000])('a portal of %i elements', (elements) => {
    const html = portalPage(elements);
    expect(countElements(html)).toBe(elements);
    expect(portalPage(elements)).toBe(html);
  });

  it('a page of paragraphs', () => {
    expect(paragraphsPage(20_000).match(/<p /g)).toHaveLength(20_000);
  });
});
