// Barriers of pictures, sound, film and frames: alternatives that are none, movement, players without captions.
import { isEmptyAlt, isEmptyFrameTitle, isVague, plain } from '@/lib/text/barrier-words';
import {
  attribute,
  closest,
  localNameOf,
  nextNodeOf,
  nodeTextOf,
  parentElementOf,
  queryAll,
} from '../dom/native';
import { type Scene, type Theme, trimmed } from './scene';

const EXTENSION = /\.(?:jpe?g|png|gif|bmp|webp|svg|tiff?|ico)$/i;
const PREFIX =
  /^(?:(?:这是)?(?:一张|一幅)?(?:图片|图像|照片)(?:[:：]|为|是|显示)|(?:an? )?(?:image|picture|photo|graphic|icon) (?:of|showing)\b)/i;
const DECORATIVE = /装饰|分隔线|分割线|占位|背景图|decorat|spacer|divider|separator|bullet/i;
const POSTER =
  /一图读懂|图解|海报|长图|流程图|示意图|infographic|poster|flow-?chart|chart|diagram|\bsale\b|screenshot|tujie|haibao/i;
const PLAYER =
  /youtube\.com\/embed|youtube-nocookie|player\.(?:youku|bilibili|vimeo)|v\.qq\.com|video|player|\.(?:mp4|swf|m3u8)/i;

export function mediaTheme(scene: Scene): Theme {
  function judgeAlt(image: Element, alt: string, source: string): void {
    const file = fileName(source);
    const named = trimmed(image, 'aria-label') !== '' || attribute(image, 'aria-labelledby') !== null;
    if (named) return;
    const title = trimmed(image, 'title');
    if (EXTENSION.test(alt) && alt.toLowerCase() === file.toLowerCase())
      // Where the picture offers its file, the name says what one gets.
      scene.note(offersFile(image, file) ? 'alt-like-file-name' : 'alt-file-name', image, alt);
    else if (EXTENSION.test(alt) || /^(?:img|dsc|image|pic|微信图片|屏幕截图|未标题)[-_ ]?\d+$/i.test(alt))
      scene.note('alt-like-file-name', image, alt);
    else if (isEmptyAlt(alt)) scene.note('alt-placeholder', image, alt);
    else if (PREFIX.test(alt)) scene.note('alt-prefix', image, alt);
    else if (DECORATIVE.test(alt)) scene.note('alt-decorative', image, alt);
    else if (looksUnrelated(alt, file)) scene.note('alt-unrelated', image, `${alt} / ${file}`);
    if (alt.length > 120) scene.note('alt-long', image, `${alt.length} 字`);
    if (title && plain(title) !== plain(alt)) scene.note('alt-and-title', image, `${alt} / ${title}`);
    if (/^(?:presentation|none)$/.test(trimmed(image, 'role'))) scene.note('alt-presentational', image, alt);
    if (isVague(alt) && localNameOf(image) === 'input') scene.note('button-vague', image, alt);
    if (repeatsNeighbour(image, alt)) scene.note('alt-repeats-text', image, alt);
    if (
      POSTER.test(`${alt} ${file} ${title}`) &&
      alt.length < 60 &&
      (image as HTMLImageElement).naturalHeight !== 1
    )
      scene.note('image-of-text', image, alt || file);
  }

  /** true: the picture lies in a link that downloads or opens the file of this name. */
  function offersFile(image: Element, file: string): boolean {
    const link = closest(image, 'a[href]');
    if (!link) return false;
    const address = trimmed(link, 'href');
    return attribute(link, 'download') !== null || fileName(address).toLowerCase() === file.toLowerCase();
  }

  /** Size on screen, or as declared while the picture has not arrived. */
  function sizeOf(image: Element): { width: number; height: number } {
    const box = scene.rect(image);
    const declared = (name: string) => Number.parseInt(trimmed(image, name), 10) || 0;
    return {
      width: Math.max(box.width, declared('width')),
      height: Math.max(box.height, declared('height')),
    };
  }

  function repeatsNeighbour(image: Element, alt: string): boolean {
    if (closest(image, 'a,button') || plain(alt).length < 2) return false;
    for (let node = nextNodeOf(image); node; node = nextNodeOf(node)) {
      const text =
        node.nodeType === 3
          ? (nodeTextOf(node) ?? '')
          : node.nodeType === 1
            ? scene.text(node as Element, 100)
            : '';
      if (text.trim()) return plain(text) === plain(alt);
    }
    return false;
  }

  function judgeEmptyAlt(image: Element, source: string): void {
    const title = trimmed(image, 'title');
    if (title) scene.note('alt-empty-with-title', image, title);
    if (closest(image, 'a,button')) return;
    const { width, height } = sizeOf(image);
    const file = fileName(source);
    if (
      /spacer|blank|pixel|transparent|clear\.gif|space\.gif/i.test(file) ||
      (width > 0 && width <= 2) ||
      (height > 0 && height <= 2)
    ) {
      scene.note('image-spacer', image, file);
      return;
    }
    const parent = parentElementOf(image);
    const alone = parent !== null && scene.text(parent, 20) === '';
    const large = width >= 150 && height >= 100;
    if (
      !DECORATIVE.test(file) &&
      !/(?:^|[-_])(?:line|bg|dot|arrow|icon|ico|jt|btn)(?:[-_.\d]|$)/i.test(file) &&
      (large || (alone && (width === 0 || width >= 32)))
    )
      scene.note('alt-empty-large', image, file);
  }

  function judgeImage(image: Element): void {
    const alt = attribute(image, 'alt');
    const source = trimmed(image, 'src');
    if (/\.gif(?:[?#]|$)/i.test(source) && !/loading|spacer|blank|pixel/i.test(source)) {
      const { width, height } = sizeOf(image);
      if (/anim|flash|滚动|动画|float|piao|move/i.test(source) || (width >= 60 && height >= 40))
        scene.note('image-animated', image, fileName(source));
    }
    if (alt === null || trimmed(image, 'aria-hidden') === 'true') return;
    if (alt.trim() === '') judgeEmptyAlt(image, source);
    else judgeAlt(image, alt.trim(), source);
  }

  function judgeFilm(element: Element, name: string): void {
    const captions =
      queryAll(element, 'track[kind=captions],track[kind=subtitles],track:not([kind])', 1).length > 0;
    const muted = attribute(element, 'muted') !== null;
    if (name === 'video' && !captions && !muted) scene.note('video-no-captions', element);
    if (name === 'audio' && scene.visible(element)) scene.note('audio-no-transcript', element);
    const controls = attribute(element, 'controls') !== null;
    if (attribute(element, 'autoplay') !== null) scene.note('media-autoplay', element);
    if (!controls && (name === 'video' || attribute(element, 'autoplay') !== null))
      scene.note('media-no-controls', element);
  }

  function judgeFrame(frame: Element): void {
    const title = trimmed(frame, 'title') || trimmed(frame, 'aria-label');
    const source = trimmed(frame, 'src');
    if (PLAYER.test(source)) scene.note('frame-player', frame, source);
    if (!title || trimmed(frame, 'aria-hidden') === 'true') return;
    if (isEmptyFrameTitle(title)) scene.note('frame-title-placeholder', frame, title);
    else if (looksUnrelated(title, source.replace(/[?#].*$/, '').replace(/^https?:\/\/|\.\w+$/g, '')))
      scene.note('frame-title-unrelated', frame, `${title} / ${source}`);
  }

  function judgeObject(element: Element): void {
    const type = trimmed(element, 'type');
    if (
      localNameOf(element) === 'object' &&
      !scene.text(element, 20) &&
      !trimmed(element, 'aria-label') &&
      !trimmed(element, 'title')
    )
      scene.note('object-no-text', element);
    if (/shockwave|flash/i.test(type) || /\.swf/i.test(trimmed(element, 'src') + trimmed(element, 'data')))
      scene.note('object-flash', element);
  }

  return {
    visit(element, name) {
      if (name === 'img') {
        if (scene.visible(element)) judgeImage(element);
      } else if (name === 'input' && /^image$/i.test(trimmed(element, 'type'))) {
        const alt = trimmed(element, 'alt');
        if (alt) judgeAlt(element, alt, trimmed(element, 'src'));
      } else if (name === 'video' || name === 'audio') judgeFilm(element, name);
      else if (name === 'iframe' || name === 'frame') judgeFrame(element);
      else if (name === 'object' || name === 'embed') judgeObject(element);
      else if (name === 'button') {
        const text = scene.text(element, 40);
        const named =
          trimmed(element, 'aria-label') ||
          trimmed(element, 'title') ||
          attribute(element, 'aria-labelledby');
        if (text && !named && plain(text) === '') scene.note('button-symbol', element, text);
      }
    },
  };
}

function fileName(source: string): string {
  const name = /([^/\\]*)$/.exec(source.replace(/[?#].*$/, ''))?.[1] ?? '';
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** A short Latin name that shares no word with the words of an address, e.g. 'Twitter' for bbc-logo.png. */
function looksUnrelated(name: string, address: string): boolean {
  if (!/^[A-Za-z]+(?: [A-Za-z]+)?$/.test(name) || name.length < 4) return false;
  const words = address
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter(
      (word) => word.length >= 3 && !/^(?:jpg|jpeg|png|gif|svg|webp|www|com|net|org|gov|html?)$/.test(word),
    );
  if (words.length === 0) return false;
  const own = name.toLowerCase().split(' ');
  return !own.some((part) => words.some((word) => word.includes(part.slice(0, 4)) || part.includes(word)));
}
