// Holds the table in docs/architecture.md: who may import whom, read from the import lines.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Folder → folders it may import besides itself, as the document says. Libraries are listed in ONLY_IN. */
const MAY_IMPORT: Record<string, string[]> = Object.fromEntries(
  [
    ...readFileSync('docs/architecture.md', 'utf8').matchAll(/^\| `(lib\/[\w-]+)` \| .+ \| ([^|]+) \|$/gm),
  ].map(([, folder = '', names = '']) => [
    folder,
    names.trim() === '–' ? [] : names.split(',').map((name) => `lib/${name.trim()}`),
  ]),
);
/** Packages that only these folders may name. */
const ONLY_IN: Record<string, string[]> = {
  'axe-core': ['entrypoints/axe.ts', 'entrypoints/accessibility.ts', 'lib/accessibility'],
  dexie: ['lib/store'],
  'wxt/browser': ['lib/browser', 'entrypoints'],
  'hucre/xlsx': ['lib/export/xlsx'],
  react: ['components', 'entrypoints'],
  '@mantine/core': ['components'],
  papaparse: ['lib/export'],
  docx: ['lib/export'],
  fflate: ['lib/export'],
  recharts: ['components'],
};

const files = ['lib', 'components', 'entrypoints'].flatMap(sources);

describe('who may import whom', () => {
  it('finds the sources, and a row of the table for every folder of lib and no other', () => {
    expect(files.length).toBeGreaterThan(50);
    expect(Object.keys(MAY_IMPORT).sort()).toEqual(
      readdirSync('lib')
        .map((name) => `lib/${name}`)
        .sort(),
    );
    for (const allowed of Object.values(MAY_IMPORT).flat()) expect(MAY_IMPORT).toHaveProperty([allowed]);
  });

  it.each(files.filter((file) => file.startsWith('lib/')))('%s keeps to its neighbours', (file) => {
    const own = folderOf(file);
    const allowed = [own, ...(MAY_IMPORT[own] ?? fail(`${own} is not in the table`))];
    const strangers = importsOf(file)
      .filter(
        (name) =>
          name.startsWith('lib/') || name.startsWith('components/') || name.startsWith('entrypoints/'),
      )
      .filter((name) => !allowed.includes(folderOf(name)));
    expect(strangers).toEqual([]);
  });

  it.each(files)('%s names only packages that belong there', (file) => {
    const strangers = importsOf(file).filter((name) => {
      const homes = ONLY_IN[name] ?? (name.startsWith('axe-core/') ? ONLY_IN['axe-core'] : undefined);
      return homes && !homes.some((home) => file.startsWith(home));
    });
    expect(strangers).toEqual([]);
  });

  it.each(files.filter((file) => file.startsWith('components/')))(
    '%s reaches data and browser only through the client',
    (file) => {
      const strangers = importsOf(file).filter((name) =>
        ['lib/store', 'lib/browser', 'lib/probes', 'lib/overlay', 'entrypoints'].some((road) =>
          name.startsWith(road),
        ),
      );
      expect(strangers).toEqual([]);
    },
  );

  it.each(files)('%s opens with a sentence on why it exists', (file) => {
    if (file.endsWith('.css')) return;
    expect(readFileSync(file, 'utf8')).toMatch(/^(\/\/|\/\*\*?) ?\S.{15,}/);
  });
});

function sources(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return sources(path);
    return /\.tsx?$/.test(name) ? [path.replaceAll('\\', '/')] : [];
  });
}

function folderOf(file: string): string {
  return file.split('/').slice(0, 2).join('/');
}

/** Imported names of a file: own ones as paths from the root. Type-only imports count: they couple as well. */
function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  const names = [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1] ?? '');
  return names.map((name) => {
    if (name.startsWith('@/')) return name.slice(2);
    return name.startsWith('.') ? join(file, '..', name).replaceAll('\\', '/') : name;
  });
}

function fail(message: string): never {
  throw new Error(message);
}
