// The bundle of a round: its book, the one before it, the wording and the pictures, so that papers can be made elsewhere.
import { z } from 'zod';
import { PaperTexts } from '@/lib/model/paper-template';
import { Day, Id, Instant } from '@/lib/model/primitives';
import { RoundBook } from '@/lib/model/round-book';
import type { PictureSource } from './picture-source';
import { base64Bytes, type Picture, pictureDataUrl } from './pictures';

export const BUNDLE_FAMILY = 'gov-site-inspector/round';
export const BUNDLE_VERSION = 1;
/** Pictures read at once while writing. */
const PORTION = 20;

const BundlePicture = z.object({
  id: Id,
  number: z.int().min(1),
  caption: z.string(),
  url: z.string(),
  width: z.int().min(1),
  height: z.int().min(1),
  /** Framed and marked as the inspector left it. */
  data: z.string().regex(/^data:image\/(?:jpeg|png);base64,[A-Za-z0-9+/]*={0,2}$/),
});

export const RoundBundle = z.object({
  schema: z.literal(`${BUNDLE_FAMILY}@${BUNDLE_VERSION}`),
  /** When it was made; papers made from it carry this day. */
  at: Instant,
  office: z.string(),
  noticeDue: Day.optional(),
  texts: PaperTexts,
  book: RoundBook,
  previous: RoundBook.optional(),
  pictures: z.array(BundlePicture),
});
export type RoundBundle = z.infer<typeof RoundBundle>;

/** The file cannot be used; `message` is one Chinese sentence. */
export class BundleError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'BundleError';
  }
}

/** The bundle as a UTF-8 JSON file; one picture is in memory as text at a time. */
export async function writeBundle(
  head: Omit<RoundBundle, 'schema' | 'pictures'>,
  source: PictureSource,
  options: { onProgress?: (done: number, total: number) => void; signal?: AbortSignal } = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const schema: RoundBundle['schema'] = `${BUNDLE_FAMILY}@${BUNDLE_VERSION}`;
  const { at, office, noticeDue, texts, book, previous } = head;
  const begin = JSON.stringify({ schema, at, office, noticeDue, texts, book, previous });
  const parts: BlobPart[] = [`${begin.slice(0, -1)},"pictures":[`];
  const ids = [...source.known.keys()].sort();
  let separator = '\n';
  for (let from = 0; from < ids.length; from += PORTION) {
    options.signal?.throwIfAborted();
    options.onProgress?.(from, ids.length);
    const portion = ids.slice(from, from + PORTION);
    const pictures = await source.load(portion);
    for (const id of portion) {
      const picture = pictures.get(id);
      const known = source.known.get(id);
      if (!picture || !known) continue;
      const { width, height } = picture;
      // A Blob lets go of the text, which would otherwise be held twice.
      parts.push(
        new Blob([
          separator,
          JSON.stringify({
            ...known,
            width: Math.round(width),
            height: Math.round(height),
            data: pictureDataUrl(picture),
          }),
        ]),
      );
      separator = ',\n';
    }
  }
  parts.push('\n]}\n');
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

/** Reads a bundle's text. @throws BundleError */
export function readBundle(text: string): RoundBundle {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (cause) {
    throw new BundleError('文件不是有效的 JSON 或已损坏，请在工作台“通报与文书”中重新导出数据包。', {
      cause,
    });
  }
  const schema = z.object({ schema: z.string() }).safeParse(json);
  const [family, version] = schema.success ? schema.data.schema.split('@') : [];
  if (family !== BUNDLE_FAMILY) {
    throw new BundleError('文件不是检查轮次数据包，请在工作台“通报与文书”中导出数据包后重试。');
  }
  if (Number(version) > BUNDLE_VERSION) {
    throw new BundleError(`数据包由更新的版本（${version}）生成，请先升级本软件再使用。`);
  }
  const bundle = RoundBundle.safeParse(json);
  if (!bundle.success) {
    const where = bundle.error.issues[0]?.path.join('.') ?? '';
    throw new BundleError(`数据包内容不完整或被改动过（${where || '结构'}），请重新导出。`, {
      cause: bundle.error,
    });
  }
  return bundle.data;
}

/** The pictures of a bundle. */
export function bundlePictures({ pictures }: Pick<RoundBundle, 'pictures'>): PictureSource {
  const byId = new Map(pictures.map((one) => [one.id, one]));
  return {
    known: new Map(pictures.map(({ id, number, caption, url }) => [id, { id, number, caption, url }])),
    load: async (ids) =>
      new Map(
        ids.flatMap((id): [string, Picture][] => {
          const one = byId.get(id);
          if (!one) return [];
          const bytes = base64Bytes(one.data.slice(one.data.indexOf(',') + 1));
          const mime = one.data.startsWith('data:image/png') ? 'image/png' : 'image/jpeg';
          return [[id, { bytes, mime, width: one.width, height: one.height }]];
        }),
      ),
  };
}
