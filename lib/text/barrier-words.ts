// Word lists and patterns, Chinese first, that tell vague, misleading or purely sensory wording.

/** Link and button texts that say nothing about the target. Compared after `plain`. */
const VAGUE = new Set(
  '更多 查看更多 更多内容 更多信息 了解更多 点击更多 全部 查看全部 点击这里 点这里 点击此处 请点击这里 请点击 点击 点击查看 点击进入 点击下载 这里 此处 详情 查看详情 详细 详细内容 查看详细 详细信息 查看 阅读全文 阅读更多 全文 查看全文 进入 立即进入 打开 下载 链接 网页 页面 网站 here clickhere click more readmore seemore viewmore learnmore showmore details detail viewdetails link thislink page thispage website site go continue view download readthis this info information moreinfo moreinformation start next previous'.split(
    ' ',
  ),
);

/** Lower case without blanks, punctuation, arrows. */
export function plain(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

export function isVague(text: string): boolean {
  return isPlainVague(plain(text));
}

/** The same of a text that is `plain` already. */
export function isPlainVague(text: string): boolean {
  return VAGUE.has(text);
}

const BY_PLACE_CHINESE =
  /(?:点击|单击|点选|请见|详见|请看|参见|参阅|选择|按下|使用|填写|扫描)[^。；，！]{0,10}(?:左|右|上|下|顶|底)(?:侧|边|方|面|部|角|栏|图|表)|(?:见|如)(?:左|右|上|下)(?:图|表)|(?:左|右)(?:侧|边|上角|下角|方)的?[^。；，！]{0,8}(?:按钮|图标|链接|菜单|导航|栏目|选项|二维码)|(?:圆形|方形|圆圈|三角形|大)的?(?:按钮|图标)/;
const BY_PLACE_ENGLISH =
  /\b(?:on|to|at|in) the (?:far |top |bottom |upper |lower )?(?:left|right|top|bottom)(?:[- ]hand)?\b(?! track| order| direction| place| time)|\b(?:left|right)[- ]hand (?:side|column|menu)\b|\b(?:round|square|circular|triangular|big) (?:button|icon)\b/i;

/** Words that point at something by its place or shape only; '' when none. */
export function sensoryWords(text: string): string {
  return (BY_PLACE_CHINESE.exec(text) ?? BY_PLACE_ENGLISH.exec(text))?.[0] ?? '';
}

const COLOUR_CHINESE =
  /(?:红|绿|黄|蓝|橙|紫|灰)色?(?:的)?(?:部分|字体|文字|字样|标记|标注|标识|星号|字段|选项|项目?|区域|按钮|图标|为必|表示|代表|显示|高亮)|标(?:为)?(?:红|绿|黄|蓝)/;
const COLOUR_ENGLISH =
  /\b(?:in|the|marked|highlighted|shown|coloured|colored) (?:red|green|blue|yellow|orange|purple|pink|gr[ae]y)\b(?! (?:party|paper|book|list|cross|sea|house|card))/i;

/** Words that name something by its colour; '' when none. */
export function colourWords(text: string): string {
  return (COLOUR_CHINESE.exec(text) ?? COLOUR_ENGLISH.exec(text))?.[0] ?? '';
}

const TIME_LIMIT =
  /(?:\d+|[一二三四五六七八九十两]+)\s*(?:秒|分钟)(?:钟)?(?:后|内|之内)[^。；]{0,8}(?:自动|完成|跳转|提交|退出|返回|关闭|失效|过期|填写)|登录超时|自动(?:跳转|退出登录|刷新)|\b(?:in|within) \d+ (?:seconds?|minutes?)\b|\bsession (?:will )?(?:expires?|times? out)\b/i;

/** One of these is in every announcement: most texts are done with after this. */
const TIME_WORD = /秒|分钟|超时|自动/;
const TIME_WORD_ENGLISH = /second|minute|session/i;
/** Looking for words in either case takes long: only texts that may hold one are looked through. */
const ENGLISH_WORD = /[A-Za-z]{6}/;

/** Words that announce a time limit; '' when none. */
export function timeLimitWords(text: string): string {
  if (!TIME_WORD.test(text) && !(ENGLISH_WORD.test(text) && TIME_WORD_ENGLISH.test(text))) return '';
  return TIME_LIMIT.exec(text)?.[0] ?? '';
}

/** Alternative texts that stand for no text. Compared after `plain`. */
const EMPTY_ALT = new Set(
  '图片 图像 图 照片 插图 配图 缩略图 占位图 默认图片 无 空 暂无 暂无图片 image img images picture pic photo photograph graphic spacer blank placeholder untitled null undefined none alt nbsp imageplaceholder'.split(
    ' ',
  ),
);

export function isEmptyAlt(alt: string): boolean {
  return EMPTY_ALT.has(plain(alt));
}

/** Page titles that an editor never filled in. */
const EMPTY_TITLE =
  /^(?:无标题|无标题文档|无标题页|无标题网页|未命名|新建网页|新建网页\s*\d+|untitled(?:\s*(?:document|page))?(?:[-\s]*\d+)?|document|new page(?:\s*\d+)?|title|page title|标题|网页标题|test|测试|insert_?title|your title here|\{\{.*\}\}|undefined|null)$/i;

export function isEmptyTitle(title: string): boolean {
  return EMPTY_TITLE.test(title.trim());
}

/** The same for frames, whose titles often are the element's own name. */
export function isEmptyFrameTitle(title: string): boolean {
  return (
    isEmptyTitle(title) || /^(?:\w*frame\d*|框架|内嵌框架|嵌入框架|content|内容|main)$/i.test(title.trim())
  );
}

/** Says that a new window opens. */
export function tellsNewWindow(text: string): boolean {
  return /新(?:窗口|标签|页面)|外部链接|站外|new (?:window|tab)|opens in|external/i.test(text);
}

/** File types that a visitor should be told of before following the link. */
export function fileType(address: string): string {
  const path = address.replace(/[?#].*$/, '');
  return (
    /\.(pdf|docx?|xlsx?|pptx?|wps|et|ofd|caj|rtf|zip|rar|7z|exe|apk|csv)$/i.exec(path)?.[1]?.toLowerCase() ??
    ''
  );
}

export function mediaType(address: string): string {
  const path = address.replace(/[?#].*$/, '');
  return (
    /\.(mp3|wav|ogg|m4a|aac|wma|mp4|mov|avi|wmv|flv|webm|mkv|rmvb?|m3u8)$/i.exec(path)?.[1]?.toLowerCase() ??
    ''
  );
}

export function imageType(address: string): string {
  const path = address.replace(/[?#].*$/, '');
  return /\.(jpe?g|png|gif|bmp|webp|svg|tiff?)$/i.exec(path)?.[1]?.toLowerCase() ?? '';
}

const FILE_WORDS: Record<string, RegExp> = {
  pdf: /pdf/i,
  word: /doc|word|文档|wps|附件/i,
  excel: /xls|excel|表格?|et|附件/i,
  slides: /ppt|幻灯|演示/i,
  archive: /zip|rar|7z|压缩|打包/i,
};

/** The text or its neighbourhood already names the type. */
export function tellsFileType(text: string, type: string): boolean {
  if (text.toLowerCase().includes(type)) return true;
  const kind = /^docx?$|wps|rtf/.test(type)
    ? 'word'
    : /^xlsx?$|^et$|csv/.test(type)
      ? 'excel'
      : /^pptx?$/.test(type)
        ? 'slides'
        : /zip|rar|7z/.test(type)
          ? 'archive'
          : type;
  return FILE_WORDS[kind]?.test(text) ?? false;
}
