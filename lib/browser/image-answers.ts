// What servers said about pictures, put into the facts: which pictures are worth asking about, and what an answer tells.
import type { ProbeFrames } from '@/lib/client/client';
import type { ImageFact } from '@/lib/model/facts/images';
import type { Skip } from '@/lib/model/primitives';

/** One answer: a status, or the browser's code for what went wrong on the way. */
export interface ImageAnswer {
  status?: number;
  servedType?: string;
  netError?: string;
  /** true: asked for by the extension; left out: the page's own request, seen on the wire. */
  asked?: true;
}

/** Addresses of pictures that did not appear, or of which the browser tells nothing; most telling first, without repetition. */
export function unexplained(frames: ProbeFrames): string[] {
  const images = frames.frames.flatMap(({ facts }) => facts.images?.images ?? []);
  const worth = (image: ImageFact) =>
    image.status === undefined &&
    /^https?:/i.test(image.address) &&
    (image.load === 'failed' || (image.load === 'unknown' && image.visible));
  const chosen = images
    .filter(worth)
    .sort((a, b) => Number(b.load === 'failed') - Number(a.load === 'failed'));
  return [...new Set(chosen.map(({ address }) => address))];
}

/** The same facts with what the servers said. An answer never makes a picture appear that did not. */
export function withAnswers(frames: ProbeFrames, answers: ReadonlyMap<string, ImageAnswer>): ProbeFrames {
  return {
    ...frames,
    frames: frames.frames.map((frame) => {
      const images = frame.facts.images;
      if (!images) return frame;
      return {
        ...frame,
        facts: {
          ...frame.facts,
          images: { ...images, images: images.images.map((image) => explained(image, answers)) },
        },
      };
    }),
  };
}

function explained(image: ImageFact, answers: ReadonlyMap<string, ImageAnswer>): ImageFact {
  const answer = answers.get(image.address);
  if (!answer || image.status !== undefined || (image.load !== 'failed' && image.load !== 'unknown'))
    return image;
  return { ...image, ...answer, load: image.load === 'unknown' ? loadByAnswer(answer) : image.load };
}

/** Without a page's own failure only a file that is not there is certain; refusals may be meant for us alone. */
function loadByAnswer({ status, asked }: ImageAnswer): ImageFact['load'] {
  if (status === undefined) return 'unknown';
  if (status < 400) return 'loaded';
  return !asked || status === 404 || status === 410 ? 'failed' : 'unknown';
}

/** Says of whom nobody could be asked; `hosts` are those without access. */
export function unaskedSkips(unasked: number, hosts: readonly string[], beyond: number): Skip[] {
  const skips: Skip[] = [];
  if (unasked > 0)
    skips.push({
      what: `${unasked} 张图片的服务器答复`,
      why: `未授权访问 ${hosts.slice(0, 3).join('、')}${hosts.length > 3 ? ' 等' : ''}，无法核对`,
    });
  if (beyond > 0) skips.push({ what: `${beyond} 张图片的服务器答复`, why: '数量或时间已达上限，未再核对' });
  return skips;
}
