// Which modules an entry needs: of a package's list of exports only what is named, and never too few.
import { posix } from 'node:path';
import { parseAst } from 'vite';
import { describe, expect, it } from 'vitest';
import { neededModules } from '@/scripts/build/needed-modules';

/** A build of these files; bare names are files too. `added`: imports that a plugin put in, without a line. */
function build(files: Record<string, string>, added: Record<string, string[]> = {}) {
  const idOf = (source: string, from: string) =>
    source.startsWith('.') ? posix.join(posix.dirname(from), source) : source;
  const importedBy = (id: string) => [
    ...new Set(
      [...(files[id] ?? '').matchAll(/from '([^']+)'|^import '([^']+)'/gm)].map((m) => m[1] ?? m[2] ?? ''),
    ),
  ];
  const context = {
    getModuleInfo: (id: string) => ({
      code: files[id],
      importedIds: [...importedBy(id).map((source) => idOf(source, id)), ...(added[id] ?? [])],
    }),
    parse: (code: string) => parseAst(code),
    resolve: async (source: string, from: string) => ({ id: idOf(source, from) }),
  } as unknown as Parameters<typeof neededModules>[1];
  return async (entry: string) => [...(await neededModules(entry, context))].sort();
}

describe('modules an entry needs', () => {
  it('looks through a list of exports, also one behind another', async () => {
    const needed = build({
      'main.js': "import { Button } from 'kit/index.js';\nButton();",
      'kit/index.js':
        "import { Button } from './button.js';\nexport { Table as Grid } from './table.js';\nexport * from 'hooks/index.js';\nexport { Button };",
      'kit/button.js': "import { useOpen } from 'hooks/index.js';\nexport const Button = () => useOpen();",
      'kit/table.js': 'export const Table = 1;',
      'hooks/index.js': "export { useOpen } from './open.js';\nexport { useIdle } from './idle.js';",
      'hooks/open.js': 'export const useOpen = () => 1;',
      'hooks/idle.js': 'export const useIdle = () => 1;',
    });
    expect(await needed('main.js')).toEqual([
      'hooks/index.js',
      'hooks/open.js',
      'kit/button.js',
      'kit/index.js',
      'main.js',
    ]);
  });

  it('follows a name that is passed on under another, and one that only the rest can have', async () => {
    const needed = build({
      'main.js': "import { Grid, useIdle } from 'kit/index.js';\nGrid(useIdle);",
      'kit/index.js':
        "export { Table as Grid } from './table.js';\nexport { Button } from './button.js';\nexport * from './hooks.js';",
      'kit/table.js': 'export const Table = 1;',
      'kit/button.js': 'export const Button = 1;',
      'kit/hooks.js': 'export const useIdle = 1;',
    });
    expect(await needed('main.js')).toEqual(['kit/hooks.js', 'kit/index.js', 'kit/table.js', 'main.js']);
  });

  it.each([
    ['asked for as a whole', "import * as kit from 'kit/index.js';\nkit.Button();"],
    ['asked for nothing by name', "import 'kit/index.js';"],
  ])('takes all of a list %s', async (_, main) => {
    const needed = build({
      'main.js': main,
      'kit/index.js': "export { Button } from './button.js';\nexport { Table } from './table.js';",
      'kit/button.js': 'export const Button = 1;',
      'kit/table.js': 'export const Table = 1;',
    });
    expect(await needed('main.js')).toEqual(['kit/button.js', 'kit/index.js', 'kit/table.js', 'main.js']);
  });

  it('takes all imports of a file that does more than pass on, whatever is asked of it', async () => {
    const needed = build({
      'main.js': "import { a } from './both.js';\na();",
      'both.js':
        "import { b } from './b.js';\nimport { c } from './c.js';\nexport { c };\nexport const a = () => b;",
      'b.js': 'export const b = 1;',
      'c.js': 'export const c = 1;',
    });
    expect(await needed('main.js')).toEqual(['b.js', 'both.js', 'c.js', 'main.js']);
  });

  it('leaves nothing out that a plugin added without a line, nor what is no JavaScript', async () => {
    const needed = build(
      { 'main.js': "import styles from './a.css';\nstyles();", 'a.css': 'a{}' },
      { 'main.js': ['helper.js'], 'a.css': ['b.css'] },
    );
    expect(await needed('main.js')).toEqual(['a.css', 'b.css', 'helper.js', 'main.js']);
  });

  it('ends with files that import each other', async () => {
    const needed = build({
      'main.js': "import { a } from './a.js';\na();",
      'a.js': "import { b } from './b.js';\nexport const a = () => b;",
      'b.js': "import { a } from './a.js';\nexport const b = () => a;",
    });
    expect(await needed('main.js')).toEqual(['a.js', 'b.js', 'main.js']);
  });
});
