// Reads the examples of the W3C's ACT rules as their community keeps them: one Markdown file for each rule under `_rules`.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Collection, Example, Expected } from './example';

const TYPES: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  svg: 'image/svg+xml',
  xml: 'application/xml',
  xhtml: 'application/xhtml+xml',
};

/** `folder`: a checkout of the rules' repository (act-rules/act-rules.github.io). Undefined when it is none. */
export function readActRules(folder: string): Collection | undefined {
  const rules = join(folder, '_rules');
  if (!existsSync(rules)) return undefined;
  const examples = readdirSync(rules)
    .filter((file) => file.endsWith('.md'))
    .sort()
    .flatMap((file) => examplesOf(readFileSync(join(rules, file), 'utf8')));
  return { title: 'ACT rules', folder, examples, published: [] };
}

/** The examples of one rule's file: the first code block under each heading such as `#### Passed Example 1`. */
export function examplesOf(markdown: string): Example[] {
  const [, head = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(markdown) ?? [];
  const id = /^id:\s*(\w+)\s*$/m.exec(head)?.[1];
  if (!id) return [];
  const criteria = [...head.matchAll(/^\s+wcag2\d:(\d\.\d\.\d{1,2}):.*\n(\s+secondary:)?/gm)]
    .filter(([, , secondary]) => !secondary)
    .map(([, number = '']) => number);
  return body.split(/^#### /m).flatMap((part) => {
    const heading = /^(Passed|Failed|Inapplicable) Example (\d+)/.exec(part);
    const code = /^```(\w+)[^\n]*\n([\s\S]*?)^```/m.exec(part);
    if (!heading || !code) return [];
    const [, outcome = '', number = ''] = heading;
    const [, language = '', source = ''] = code;
    const type = TYPES[language];
    if (!type) return [];
    const expected = outcome.toLowerCase() as Expected;
    const name = `${id} ${expected} ${number}`;
    return [
      {
        name,
        expected,
        criteria,
        path: `/testcases/${id}/${expected}-${number}.html`,
        page: {
          type,
          body:
            language === 'html' ? wholePage(source, `${outcome} Example ${number} of rule ${id}`) : source,
        },
      },
    ];
  });
}

/** A fragment becomes a page with a title and a language, as on the rules' own site; a page keeps what it lacks. */
function wholePage(source: string, title: string): string {
  if (/^\s*<!doctype/i.test(source)) return source;
  if (/^\s*<html[\s>]/i.test(source)) return `<!DOCTYPE html>\n${source}`;
  const named = `<title>${title}</title>`;
  if (/^\s*<head[\s>]/i.test(source))
    return `<!DOCTYPE html>\n<html lang="en">\n${source.replace(/<head[^>]*>/i, (head) => `${head}${named}`)}</html>`;
  if (/^\s*<body[\s>]/i.test(source))
    return `<!DOCTYPE html>\n<html lang="en"><head>${named}</head>\n${source}</html>`;
  return `<!DOCTYPE html>\n<html lang="en"><head>${named}</head><body>\n${source}</body></html>`;
}
