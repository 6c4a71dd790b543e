// Recognises what was never meant for visitors: test texts, unfilled templates, values of a program, filler text.

export type Leftover =
  | { kind: 'test-text' | 'template' | 'program-value' | 'filler-text'; piece: string; certain: boolean }
  | { kind: 'empty-notice'; piece: string; certain: false };

/** Bullets, brackets, dates and numbering around a title. */
const TRIM =
  /^[\s·•●■◆>»\-—【[(（]+|[\s】\])）。.…]+$|[\s[(（]*\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?[\])）]*$/g;

/** Whole texts that nobody publishes on purpose. */
const TEST_CERTAIN =
  /^(?:测试一下|测试测试(?:测试)*|(?:这是)?(?:一[条个篇])?测试(?:标题|文章|新闻|稿件?|信息标题|文档)\d{0,6}|这是(?:一[条个篇])?测试\S{0,6}|test(?:test)+|test[-_ ]?\d{2,8}|测试\d{2,8}|测试[-_ ]?test|test[-_ ]?测试|ceshi\d{0,6}|hello,? ?world!?|asdf+g?h?j?k?l?)$/i;
/** Whole texts that usually are leftovers but may be a name: 测试 alone is also a menu item of an examination site. */
const TEST_LIKELY =
  /^(?:测试|test|测试(?:信息|数据|内容|页面?|栏目|专栏|专题|公告|通知|图片|用例?|链接|账号)|(?:新建|未命名)(?:栏目|页面|文章|网页)\d{0,3}|请输入(?:标题|内容|正文)|标题标题(?:标题)*|内容内容(?:内容)*|(?:aaa+|111+|123123+|qwe(?:rty)?))$/i;
/** At the end of a title, in brackets: “…的通知（测试）”. */
const TEST_MARK = /[（(【[]\s*(?:测试|test)\s*[）)】\]]$/i;

const FILLER =
  /lorem ipsum|dolor sit amet|此处显示\s*(?:class|id)?\s*["“]?[\w-]*["”]?\s*的内容|^(?:无标题文档|无标题页|untitled document|untitled page|new document|document title)$/i;

const TEMPLATES: RegExp[] = [
  /\{\{\s*[A-Za-z_$][^{}]{0,120}\}\}/,
  /\$\{\s*[A-Za-z_$][^{}]{0,120}\}/,
  /<%[=#@!-]?[^%]{1,200}%>/,
  /\{\$[A-Za-z_][\w.[\]'"|:-]{0,80}\}/,
  /\{(?:dede|pboot|pe|eyou|php|aspcms|cms|wap):[^}]{1,120}\}/i,
  /\[!--[\w.]{1,60}--\]/,
  /<!--#(?:include|echo)\b[^>]{0,120}-->/i,
];

/** A program's value where a word should be: alone, behind a label, in a date, or glued to Chinese. */
const VALUE = 'undefined|null|NaN|\\[object Object\\]';
const PROGRAM_ALONE = new RegExp(`^(?:${VALUE})$`);
const PROGRAM_LABEL = new RegExp(`[\\u4e00-\\u9fff]{1,8}\\s*[：:]\\s*(?:${VALUE})(?![\\w.])`);
const PROGRAM_DATE = /NaN\s*[-/.年:：]\s*(?:NaN|aN)|Invalid Date|undefined[-/年.]undefined/;
const PROGRAM_GLUED =
  /[\u4e00-\u9fff](?:undefined|NaN|\[object Object\])(?![A-Za-z])|(?<![A-Za-z])(?:undefined|NaN|\[object Object\])[\u4e00-\u9fff]/;

/** Whole texts that say that a column has nothing. */
const EMPTY =
  /^(?:(?:该|本)?栏目)?(?:暂无|没有|无|暂时没有)(?:相关|任何)?(?:内容|信息|数据|资料|文章|新闻|记录|公告|文件|更新|数据显示)[!！。~～.…]*$|^(?:(?:本|该)?(?:栏目|页面|网页|内容|网站)|正在)(?:正在)?(?:建设|更新|完善|维护|升级)(?:中|之中)[,，!！。.…]*(?:敬请期待[!！。.…]*)?$|^敬请期待[!！。.…]*$|^内容(?:正在)?(?:建设|更新|整理)中[!！。.…]*$/;

/** What is left over in one whole text of a page, or undefined. `heading`: the text is a title of page or section. */
export function findLeftover(text: string, heading: boolean): Leftover | undefined {
  const filler = FILLER.exec(text.trim());
  if (filler) return { kind: 'filler-text', piece: filler[0], certain: true };
  for (const template of TEMPLATES) {
    const found = template.exec(text);
    if (found) return { kind: 'template', piece: found[0].slice(0, 60), certain: true };
  }
  return programValue(text) ?? testText(text, heading) ?? emptyNotice(text);
}

function programValue(text: string): Leftover | undefined {
  const whole = text.trim();
  if (PROGRAM_ALONE.test(whole)) return { kind: 'program-value', piece: whole, certain: whole !== 'null' };
  const found = PROGRAM_DATE.exec(text) ?? PROGRAM_LABEL.exec(text) ?? PROGRAM_GLUED.exec(text);
  return found ? { kind: 'program-value', piece: found[0], certain: true } : undefined;
}

function testText(text: string, heading: boolean): Leftover | undefined {
  if (text.length > 80) return undefined;
  const title = text.trim().replace(TRIM, '').replace(TRIM, '');
  if (TEST_CERTAIN.test(title)) return { kind: 'test-text', piece: title, certain: true };
  if (TEST_LIKELY.test(title))
    return { kind: 'test-text', piece: title, certain: heading && title === '测试页面' };
  const mark = TEST_MARK.exec(text.trim());
  return mark ? { kind: 'test-text', piece: text.trim().slice(-20), certain: false } : undefined;
}

function emptyNotice(text: string): Leftover | undefined {
  const whole = text.trim();
  if (whole.length > 30 || !EMPTY.test(whole)) return undefined;
  return { kind: 'empty-notice', piece: whole, certain: false };
}
