// Reads the test cases of the GOV.UK audit of accessibility tools, with the results it published for other tools.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Collection, Example } from './example';
import { rulesFor } from './tool-audit-cases';

const Tests = z.record(z.string(), z.record(z.string(), z.object({ example: z.string() })));
const Analysis = z.object({
  totals: z.object({ total: z.number() }),
  counts: z.record(
    z.string(),
    z.object({
      error: z.number(),
      error_paid: z.number(),
      warning: z.number(),
      manual: z.number(),
      identified: z.number(),
    }),
  ),
});
/** A case that could not be shown on one page stands there as this word. */
const NO_EXAMPLE = 'insert_example';

/** `folder`: a checkout of alphagov/accessibility-tool-audit. Undefined when it is none. */
export function readToolAudit(folder: string): Collection | undefined {
  const file = join(folder, 'tests.json');
  if (!existsSync(file)) return undefined;
  const tests = Tests.parse(JSON.parse(readFileSync(file, 'utf8')));
  const examples = Object.values(tests).flatMap((cases) =>
    Object.entries(cases).map(([name, { example }], index) => exampleOf(folder, name, example, index)),
  );
  return { title: 'GOV.UK tool audit', folder, examples, published: publishedResults(folder) };
}

function exampleOf(folder: string, name: string, source: string, index: number): Example {
  // Barriers of a whole page stand on a page of their own, to which the case only links.
  const [, own] =
    /^\s*(?:<p>)?<a href="(example-pages\/[\w-]+\.html)">[^<]*<\/a>(?:<\/p>)?\s*$/.exec(source) ?? [];
  const type = 'text/html; charset=utf-8';
  const shared = { name, expected: 'failed' as const, criteria: [], rules: rulesFor(name) };
  if (own && existsSync(join(folder, own)))
    return { ...shared, path: `/${own}`, page: { type, body: readFileSync(join(folder, own), 'utf8') } };
  return { ...shared, path: `/tests/case-${index + 1}.html`, page: { type, body: singleTest(name, source) } };
}

/** The page around a case, as the audit's own template has it. */
function singleTest(name: string, source: string): string {
  const example = source.trim() === NO_EXAMPLE ? '' : source.replace('images/', '../assets/test_images/');
  return `<!DOCTYPE html>
<html lang="en">
<head>
<title>${name.replace(/[<&]/g, '')}</title>
<script src="../assets/javascript/jquery-1.12.0.min.js"></script>
<script src="../assets/javascript/main.js"></script>
<script src="../assets/javascript/main2.js"></script>
<link rel="stylesheet" href="../assets/stylesheets/tests.css">
</head>
<body>
<h1>${name.replace(/[<&]/g, '')}</h1>
<main>
${example}
</main>
</body>
</html>`;
}

function publishedResults(folder: string): Collection['published'] {
  const file = join(folder, 'analysis.json');
  if (!existsSync(file)) return [];
  const { counts, totals } = Analysis.parse(JSON.parse(readFileSync(file, 'utf8')));
  return Object.entries(counts)
    .map(([tool, { error, error_paid, warning, manual, identified }]) => ({
      tool,
      reported: error + error_paid + warning,
      withPrompts: error + error_paid + warning + manual + identified,
      of: totals.total,
    }))
    .sort((a, b) => b.reported - a.reported || (a.tool < b.tool ? -1 : 1));
}
