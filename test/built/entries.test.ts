// No page of the extension loads the entry of another one: it would draw that page over its own. Needs `npm run build`.
import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { expect, it } from 'vitest';

const FOLDER = '.output/chrome-mv3';
const pages = readdirSync(FOLDER).filter((name) => name.endsWith('.html'));

/** The scripts that a page names, as paths from the folder's root. */
function entriesOf(page: string): string[] {
  const html = readFileSync(`${FOLDER}/${page}`, 'utf8');
  return [...html.matchAll(/<script[^>]*\bsrc="\/?([^"]+\.js)"/g)].map(([, path]) => path ?? '');
}

/** All scripts that may come after it, at once or later. */
function reached(entries: readonly string[]): Set<string> {
  const found = new Set<string>();
  const open = [...entries];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (found.has(path)) continue;
    found.add(path);
    const code = readFileSync(`${FOLDER}/${path}`, 'utf8');
    const folder = posix.dirname(path);
    for (const [, name = ''] of code.matchAll(/(?:\bfrom|\bimport\(?)\s*["'`](\.{1,2}\/[^"'`]+\.js)["'`]/g))
      open.push(posix.join(folder, name));
  }
  return found;
}

it('knows the pages and follows their scripts', () => {
  expect(pages).toEqual(expect.arrayContaining(['sidepanel.html', 'workbench.html']));
  expect(reached(entriesOf('workbench.html')).size).toBeGreaterThan(20);
});

it.each(pages)('%s loads no entry of another page', (page) => {
  const own = entriesOf(page);
  const foreign = pages.flatMap((other) => entriesOf(other)).filter((path) => !own.includes(path));
  const loaded = reached(own);
  expect(foreign.filter((path) => loaded.has(path))).toEqual([]);
});
