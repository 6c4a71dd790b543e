// Reading the Markdown files of the ACT rules: which blocks are examples, what they are about, how a fragment becomes a page.
import { describe, expect, it } from 'vitest';
import { examplesOf } from '@/scripts/barriers/act-rules';

const RULE = `---
id: a1b2c3
name: Made-up rule
accessibility_requirements:
  wcag20:2.4.4: # Link Purpose
    forConformance: true
    failed: not satisfied
  wcag21:1.4.10: # Reflow
    forConformance: true
  wcag20:2.4.9: # only near to it
    secondary: This success criterion is more strict than this rule.
  wcag-technique:G91: # no criterion
    forConformance: false
---

## Test Cases

### Passed

#### Passed Example 1

Words with \`code\` in them.

\`\`\`html
<p>Fragment</p>
\`\`\`

\`\`\`html
<p>A second block is not an example of its own</p>
\`\`\`

#### Passed Example 2

\`\`\`svg
<svg xmlns="http://www.w3.org/2000/svg"></svg>
\`\`\`

### Failed

#### Failed Example 1

\`\`\`html
<html lang="en">
	<p>#### Not a heading</p>
</html>
\`\`\`

### Inapplicable

#### Inapplicable Example 1

No block at all.

#### Inapplicable Example 2

\`\`\`html
<head>
	<meta name="viewport" content="" />
</head>
\`\`\`
`;

describe('examplesOf', () => {
  const examples = examplesOf(RULE);

  it('takes the first block under each heading', () => {
    expect(examples.map(({ name }) => name)).toEqual([
      'a1b2c3 passed 1',
      'a1b2c3 passed 2',
      'a1b2c3 failed 1',
      'a1b2c3 inapplicable 2',
    ]);
    expect(examples.map(({ expected }) => expected)).toEqual(['passed', 'passed', 'failed', 'inapplicable']);
    expect(examples[0]?.page.body).not.toContain('second block');
    expect(examples[2]?.page.body).toContain('Not a heading');
  });

  it('names the criteria that it is about, not those that it is only near to', () => {
    for (const { criteria } of examples) expect(criteria).toEqual(['2.4.4', '1.4.10']);
  });

  it('puts a page with title and language around a fragment and adds nothing to a page', () => {
    const [fragment, picture, page, head] = examples.map((example) => example.page);
    expect(fragment?.body).toMatch(/^<!DOCTYPE html>\n<html lang="en"><head><title>Passed Example 1 of rule/);
    expect(picture).toEqual({
      type: 'image/svg+xml',
      body: '<svg xmlns="http://www.w3.org/2000/svg"></svg>\n',
    });
    expect(page?.body).toMatch(/^<!DOCTYPE html>\n<html lang="en">\n\t<p>/);
    expect(page?.body).not.toContain('<title>');
    expect(head?.body).toMatch(/<html lang="en">\n<head><title>[^<]+<\/title>\n\t<meta/);
  });

  it('finds nothing in a text that is no rule', () => {
    expect(examplesOf('# Notes\n\n#### Passed Example 1\n\n```html\n<p></p>\n```\n')).toEqual([]);
  });
});
