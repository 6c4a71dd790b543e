// Gathers the official page tags among a page's meta elements: any case, name or property, doubled sets, blanks.
import type { IdentityMeta } from '@/lib/model/facts/identity';
import { PageTag } from '@/lib/model/summary';
import { comparable } from '@/lib/text/fold';
import { isOddTagName, tagKey } from '@/lib/text/page-tag-names';

export interface TagCopies {
  tag: PageTag;
  state: 'present' | 'empty' | 'missing';
  /** Of several copies the first with content, blanks at the ends dropped; '' when there is none. */
  value: string;
  /** Further contents that say something else. */
  others: string[];
  copies: number;
  /** The name as written when every copy has full-width letters or blanks in it; '' when one is right. */
  oddName: string;
}

/** Each official tag once, in the order of `PageTag`. */
export function collectTags(metas: readonly IdentityMeta[]): TagCopies[] {
  const byName = new Map<string, string[]>();
  const written = new Map<string, string[]>();
  for (const { name, content, attribute } of metas) {
    if (attribute === 'http-equiv') continue;
    const key = tagKey(name);
    byName.set(key, [...(byName.get(key) ?? []), clean(content)]);
    written.set(key, [...(written.get(key) ?? []), name.trim()]);
  }
  return PageTag.options.map((tag) => {
    const copies = byName.get(tag.toLowerCase()) ?? [];
    const names = written.get(tag.toLowerCase()) ?? [];
    const filled = copies.filter((content) => content !== '');
    const value = filled[0] ?? '';
    const others = [...new Set(filled.filter((other) => comparable(other) !== comparable(value)))];
    return {
      tag,
      state: copies.length === 0 ? 'missing' : filled.length === 0 ? 'empty' : 'present',
      value,
      others,
      copies: copies.length,
      oddName: names.every(isOddTagName) ? (names[0] ?? '') : '',
    };
  });
}

/** Without blanks at the ends, invisible ones included. */
function clean(content: string): string {
  return content.replace(/^[\s\u200b-\u200f\u3000\ufeff]+|[\s\u200b-\u200f\u3000\ufeff]+$/g, '');
}

const LEFTOVER =
  /^(?:null|undefined|nan|none|\[object object\]|#+|-+|\.+|\*+|x{3,}|todo|test|测试(?:站点|网站|栏目|标题|文章|数据)?|示例|无标题|未命名|新建(?:栏目|站点|文章)|(?:网站|站点|栏目|文章|内容|发布)?(?:名称|域名|标识码|描述|关键词|关键字|类型|类别|标题|日期|时间|来源)|author,\s?email address|content|value|description|keywords?)$/i;
/** Marks of a template that was not filled in. */
const TEMPLATE = /\{\{|\}\}|\$\{|<%|%>|\{\$|<!--|\[!--|\{[a-z][\w.:-]*\}|^\{[^{}]*\}$|<\/?trs_|\{ms:|\{cms:/i;
/** Names of page parts that shared headers leave in column tags. */
const PART =
  /^(?:公共|通用|网站)?(?:头部?|尾部?|页头|页脚|页眉|头文件|底部|导航|模板|母版|include|header|footer|head|foot|template)$/i;

/** How sure it is that a content was never filled in: 'sure', 'likely', or undefined when it reads like content. */
export function placeholderOf(tag: PageTag, value: string): 'sure' | 'likely' | undefined {
  const bare = value.replace(/\s+/g, ' ');
  if (TEMPLATE.test(bare) || LEFTOVER.test(bare) || bare.toLowerCase() === tag.toLowerCase()) return 'sure';
  if (tag === 'PubDate' && /^(?:0000|1900|1970|0001)-?0?[01]-?0?[01]\b/.test(bare)) return 'sure';
  if (/^(?:公共头|公共尾|公共部分)$/.test(bare) || (tag.startsWith('Column') && PART.test(bare)))
    return 'likely';
  return undefined;
}
