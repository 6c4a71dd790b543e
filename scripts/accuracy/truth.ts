// Reads truth.json, the hand-made labels beside the pages; what is wrong with it is told in one sentence.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { z } from 'zod';

const Label = z.object({
  expect: z.enum(['present', 'absent', 'uncertain']),
  value: z
    .string()
    .nullish()
    .transform((value) => value ?? undefined),
});
/** Label of one element on one page; `uncertain` is left out of the score. */
export type Label = { expect: 'present' | 'absent' | 'uncertain'; value?: string | undefined };

const Text = z.union([z.string(), z.number(), z.null()]).transform((value) => String(value ?? ''));

/** The part of `truth.json` that is scored; further fields are left alone. */
export const Truth = z.object({
  pages: z
    .array(
      z.object({
        /** Path of the page below the folder. */
        file: z.string().min(1),
        elements: z.record(z.string(), Label).optional(),
        /** Page tags that are there, by name in any case; several copies as a list, '' = without content. */
        meta: z.record(z.string(), z.union([Text, z.array(Text)])).optional(),
        /** Page tags that are not there. Official names in neither list are not scored. */
        meta_missing: z.array(z.string()).optional(),
      }),
    )
    .min(1),
});
export interface Truth {
  pages: {
    file: string;
    /** By `IdentityElement`. */
    elements?: Partial<Record<string, Label>> | undefined;
    meta?: Record<string, string | string[]> | undefined;
    meta_missing?: string[] | undefined;
  }[];
}

const NAMED = 5;

/**
 * The labels of a folder, pages whose name contains `only`. Throws an Error with one Chinese sentence when the folder,
 * the labels or a labelled page cannot be used.
 */
export function readTruth(dir: string, only = ''): Truth {
  if (!existsSync(dir) || !statSync(dir).isDirectory())
    throw new Error(`找不到目录“${dir}”，请检查路径后重新运行。`);
  const path = join(dir, 'truth.json');
  if (!existsSync(path))
    throw new Error(`目录“${dir}”中没有标注文件 truth.json，请放入标注文件，或改用有标注的目录。`);
  const parsed = Truth.safeParse(jsonOf(path));
  if (!parsed.success) {
    const place = parsed.error.issues[0]?.path.join('.') || '最外层';
    throw new Error(`标注文件“${path}”中 ${place} 的内容不符合要求，请对照说明修改。`);
  }
  const all = parsed.data.pages;
  const twice = all.find(({ file }, index) => all.findIndex((other) => other.file === file) !== index);
  if (twice) throw new Error(`标注文件“${path}”中网页“${twice.file}”出现了两次，请只保留一条。`);
  const pages = all.filter(({ file }) => file.includes(only));
  if (pages.length === 0) throw new Error(`没有文件名含“${only}”的网页，请检查 --only 的内容。`);
  const missing = pages.map(({ file }) => file).filter((file) => !isPageBelow(dir, file));
  if (missing.length > 0)
    throw new Error(
      `标注中的 ${missing.length} 个网页不在目录“${dir}”中：${missing.slice(0, NAMED).join('、')}${missing.length > NAMED ? ' 等' : ''}，请补上文件或删去这些标注。`,
    );
  return { pages };
}

function jsonOf(path: string): unknown {
  const text = readFileSync(path, 'utf8').replace(/^\ufeff/, '');
  try {
    return JSON.parse(text);
  } catch (error) {
    const at = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
    const line = at === undefined ? '' : `（第 ${text.slice(0, Number(at)).split('\n').length} 行附近）`;
    throw new Error(`标注文件“${path}”不是有效的 JSON${line}，请修正后重新运行。`);
  }
}

/** Only files inside the folder are served, whatever the labels say. */
function isPageBelow(dir: string, file: string): boolean {
  const path = resolve(dir, file);
  const inside = relative(resolve(dir), path);
  if (inside === '' || inside === '..' || inside.startsWith(`..${sep}`)) return false;
  return existsSync(path) && statSync(path).isFile();
}
