// The columns of a word list file: their titles in the template, and the other titles under which offices keep them.

export type WordColumn = 'word' | 'correct' | 'kind' | 'severity' | 'exceptions' | 'note';

export const COLUMNS: Record<WordColumn, { title: string; width: number; also: RegExp }> = {
  word: {
    title: '词语',
    width: 24,
    also: /^(?:词语?|用语|原词|(?:错误|不规范|不当|禁用|违规|敏感|问题|易错)(?:用?语|用词|词语?|词汇|表述|表达|写法|内容)|错词|错误)$/,
  },
  correct: {
    title: '规范用语',
    width: 24,
    also: /^(?:规范(?:用语|表述|写法)|正确(?:用语|用词|词语?|表述|表达|写法)|正词|建议(?:用语|改为|修改)?|(?:应|修)?改为|应为|正确)$/,
  },
  kind: { title: '类型', width: 10, also: /^(?:类型|性质|要求|种类)$/ },
  severity: { title: '程度', width: 10, also: /^(?:严重)?(?:程度|级别|等级)$|^严重性$/ },
  exceptions: {
    title: '例外语境',
    width: 30,
    also: /^(?:例外(?:语境|情形|情况|词语?)?|排除(?:词语?)?|白名单)$/,
  },
  note: { title: '备注', width: 30, also: /^(?:备注|说明|解释|出处|依据)$/ },
};

export const KIND_WORDS = { forbidden: '禁用', required: '必备' } as const;
export const SEVERITY_WORDS = { serious: '严重', general: '一般' } as const;
/** A note that begins so marks a row of the template that is no entry. */
export const SAMPLE_MARK = '【示例】';

/** The column of a title; undefined when it is none of ours. */
export function columnOf(title: string): WordColumn | undefined {
  const plain = title.normalize('NFKC').replace(/[\s*:：]|[（(].*?[）)]/g, '');
  return (Object.keys(COLUMNS) as WordColumn[]).find((name) => COLUMNS[name].also.test(plain));
}
