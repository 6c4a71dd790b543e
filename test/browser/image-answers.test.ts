// What servers' answers do to the facts about pictures: they explain, and never make a missing picture appear.
import { describe, expect, it } from 'vitest';
import { type ImageAnswer, unaskedSkips, unexplained, withAnswers } from '@/lib/browser/image-answers';
import check from '@/lib/checks/broken-images';
import type { ImageFact } from '@/lib/model/facts/images';

const PAGE = 'https://www.shili.gov.cn/';
const picture = (path: string, load: ImageFact['load'], more: Partial<ImageFact> = {}): ImageFact => ({
  kind: 'img',
  written: path,
  declared: true,
  address: new URL(path, PAGE).href,
  load,
  naturalWidth: 0,
  naturalHeight: 0,
  tiny: false,
  visible: true,
  rect: { x: 0, y: 0, width: 10, height: 10 },
  selector: 'img',
  ...more,
});
const framesOf = (images: ImageFact[]) => ({
  frames: [{ url: PAGE, top: true, facts: { images: { total: images.length, images } } }],
  skipped: [],
});

function judged(images: ImageFact[], answers: Record<string, ImageAnswer>) {
  const { frames } = withAnswers(
    framesOf(images),
    new Map(Object.entries(answers).map(([path, answer]) => [new URL(path, PAGE).href, answer])),
  );
  const facts = {
    schema: 1 as const,
    url: PAGE,
    title: '',
    at: '2026-01-01T00:00:00Z',
    viewport: { width: 1, height: 1, ratio: 1 },
    frames,
    skipped: [],
  };
  return check
    .run(facts, { params: {}, governmentHosts: [] })
    .findings.map(({ kind, outcome, message }) => `${outcome} ${kind} ${message}`);
}

describe('answers about pictures', () => {
  it('asks first about those that failed, once each, and never about files or those explained', () => {
    const frames = framesOf([
      picture('/bg.png', 'unknown', { kind: 'background' }),
      picture('/a.png', 'failed'),
      picture('/a.png', 'failed'),
      picture('/told.png', 'failed', { status: 404 }),
      picture('file:///C:/a.png', 'failed'),
      picture('/ok.png', 'loaded'),
      picture('/hidden-bg.png', 'unknown', { visible: false }),
    ]);
    expect(unexplained(frames)).toEqual([`${PAGE}a.png`, `${PAGE}bg.png`]);
  });

  it.each<[string, ImageAnswer, string]>([
    ['a refusal', { status: 403, asked: true }, 'fail http-error .*403'],
    ['a server error', { status: 500, asked: true }, 'fail http-error .*500'],
    ['too many questions', { status: 429, asked: true }, 'review http-error .*429'],
    [
      'a picture for whoever asks alone',
      { status: 200, servedType: 'image/png', asked: true },
      'review not-loaded .*单独访问',
    ],
    [
      'a page in place of a picture',
      { status: 200, servedType: 'text/html', asked: true },
      'fail not-loaded .*不是可显示',
    ],
    [
      'no such host',
      { netError: 'net::ERR_NAME_NOT_RESOLVED', asked: true },
      'fail not-loaded .*域名无法解析',
    ],
    ['another extension', { netError: 'net::ERR_BLOCKED_BY_CLIENT' }, 'review not-loaded .*其他扩展'],
    ['nothing', { asked: true }, 'fail not-loaded .*未能加载'],
  ])('%s explains a picture that did not appear', (_name, answer, expected) => {
    const [finding, ...rest] = judged([picture('/a.png', 'failed')], { '/a.png': answer });
    expect(rest).toEqual([]);
    expect(finding).toMatch(new RegExp(`^${expected}`));
  });

  it('judges a background only when its file is not there', () => {
    const background = () => [picture('/bg.png', 'unknown', { kind: 'background' })];
    expect(judged(background(), { '/bg.png': { status: 404, asked: true } })).toEqual([
      expect.stringMatching(/^fail http-error/),
    ]);
    expect(judged(background(), { '/bg.png': { status: 403, asked: true } })).toEqual([]);
    expect(judged(background(), { '/bg.png': { status: 200, asked: true } })).toEqual([]);
  });

  it('leaves pictures that appeared alone', () => {
    expect(judged([picture('/ok.png', 'loaded')], { '/ok.png': { status: 500 } })).toEqual([]);
  });

  it('says whom it could not ask', () => {
    expect(unaskedSkips(3, ['a.cn', 'b.cn'], 0)).toEqual([
      { what: '3 张图片的服务器答复', why: '未授权访问 a.cn、b.cn，无法核对' },
    ]);
    expect(unaskedSkips(0, [], 2)).toHaveLength(1);
    expect(unaskedSkips(0, [], 0)).toEqual([]);
  });
});
