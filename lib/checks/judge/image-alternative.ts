// What is wrong with the alt text of a picture: judged by the text alone, as a person who hears it would.

export type AlternativeFault = 'file-name' | 'placeholder-text';

/** Texts that name the thing "picture" or an editor's default, and nothing of what it shows. */
const PLACEHOLDERS = new Set(
  (
    '图片 图像 照片 相片 图 图标 插图 配图 题图 头图 大图 小图 缩略图 封面图 轮播图 焦点图 新闻图片 文章图片 图片新闻 图片描述 图片说明 图片名称 图片标题 ' +
    '请输入图片描述 在这里插入图片描述 输入图片说明 点击查看大图 点击放大 图片加载中 加载中 暂无图片 无标题 未命名 替代文本 描述 说明 默认 ' +
    'image images img pic pics picture photo photos icon thumbnail thumb alt alttext alternate untitled noname null undefined nan none default placeholder spacer loading blank test'
  ).split(' '),
);

const FILE = /\.(?:jpe?g|jfif|png|gif|bmp|webp|svgz?|tiff?|ico|avif|heic|psd)$/i;
/** Names that cameras, telephones, chat programs, word processors and file servers give. */
const MADE_NAMES = [
  /^(?:img|dsc|dscn|dscf|dji|pic|image|photo|mmexport|screenshot|snipaste|wps图片|微信图片|微信截图|qq图片|qq截图|企业微信截图|屏幕截图|截图)[\s_-]*(?:\(?\d{2,}\)?[\s_-]*)+$/i,
  /^(?:[0-9a-f]{16,}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i,
  /^[wp]0?2?0\d{10,}$/i,
  /^\d{8,}(?:[_-]\d+)*$/,
  /^u=\d+,\d+&/i,
];

/** 'file-name' and 'placeholder-text' are certain about the text; whether the picture needs one is for the caller. */
export function alternativeFault(alt: string): AlternativeFault | undefined {
  const text = alt.replace(/\s+/g, ' ').trim();
  if (!text) return undefined;
  // A name such as “城市.jpg” or “a b.png” is a file's; a sentence that ends in a file's name is rare, but may be one.
  if (FILE.test(text) && text.length <= 120 && !/[，。；]/.test(text)) return 'file-name';
  if (MADE_NAMES.some((shape) => shape.test(text))) return 'file-name';
  const bare = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\d_.,:;!?()[\]{}<>【】《》。、，：；#*-]+/g, '')
    .replace(/^第?[一二三四五六七八九十]+张?/, '');
  if (PLACEHOLDERS.has(bare) || /^(?:图片?|image|img|pic)$/.test(bare)) return 'placeholder-text';
  return undefined;
}
