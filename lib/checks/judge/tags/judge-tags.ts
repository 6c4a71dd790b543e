// Judges the page tags (网页标签) of one page by its kind; what the kind does not ask for is only noted.
import type { CheckContext, FindingDraft } from '@/lib/checks/engine/define-check';
import type { IdentityFacts } from '@/lib/model/facts/identity';
import type { PageFacts } from '@/lib/model/page-facts';
import type { Skip } from '@/lib/model/primitives';
import type { PageTag, PageTagsSummary } from '@/lib/model/summary';
import { shanghaiDay } from '@/lib/text/days';
import { type PageKind, pageKindOf } from '../page-kind';
import { collectTags, placeholderOf, type TagCopies } from './collect-tags';
import { contradiction, printedDates, pubDateForm } from './pub-date';
import { codeDoubt, domainDoubt, nameDoubt, type SiteDoubt } from './site-tags';

/** Mandatory tags by kind of page (国办发〔2017〕47号, annex). */
const REQUIRED: Record<Exclude<PageKind['kind'], 'unsure'>, PageTag[]> = {
  home: ['SiteName', 'SiteDomain', 'SiteIDCode'],
  column: ['ColumnName', 'ColumnDescription', 'ColumnKeywords', 'ColumnType'],
  article: ['ArticleTitle', 'PubDate', 'ContentSource'],
};
const KIND_WORD = { home: '首页', column: '栏目页', article: '内容页', unsure: '页面' } as const;
const GROUP = { home: '站点标签', column: '栏目标签', article: '内容标签', unsure: '网页标签' } as const;

export interface TagJudgement {
  outcome?: 'inapplicable';
  findings: FindingDraft[];
  skipped: Skip[];
  summary: PageTagsSummary;
}

/** Judges the tags of the top document. `facts` without identity facts of the top document give no judgement. */
export function judgeTags(page: PageFacts, subject?: CheckContext<unknown>['subject']): TagJudgement {
  const facts = page.frames.find(({ top }) => top)?.facts.identity;
  if (!facts) return { outcome: 'inapplicable', findings: [], skipped: [skip('未能读取页面')], summary: [] };
  const copies = collectTags(facts.metas);
  const kind = pageKindOf(page.url, facts, subject?.host);
  const judge = new Judge(page, facts, kind, subject);
  const findings = copies.flatMap((tag) => judge.tag(tag));
  const summary = copies.map(({ tag, state, value, others, copies: count }) => {
    const note = [others.length ? '有多处且内容不同' : count > 1 ? '重复出现' : '', judge.noteOf(tag)].filter(
      Boolean,
    );
    return {
      tag,
      state,
      ...(value ? { value } : {}),
      ...(note.length ? { note: note.join('；') } : {}),
    };
  });
  if (kind.kind !== 'unsure') return { findings, skipped: [], summary };
  const none = copies.every(({ state }) => state === 'missing');
  if (none && facts.page.textLength >= 4 && !facts.page.frameset && !facts.page.emptyApp)
    findings.push(judge.noTags());
  const skipped = [skip('不能确定是首页、栏目页还是内容页，未判断缺少哪些标签')];
  return findings.length > 0
    ? { findings, skipped, summary }
    : { outcome: 'inapplicable', findings, skipped, summary };
}

function skip(why: string): Skip {
  return { what: '网页标签', why };
}

class Judge {
  private readonly required: Set<PageTag>;
  private readonly notes = new Map<PageTag, string>();
  private readonly today: string;

  constructor(
    private readonly page: PageFacts,
    private readonly facts: IdentityFacts,
    private readonly kind: PageKind,
    private readonly subject: CheckContext<unknown>['subject'],
  ) {
    this.required = new Set(kind.kind === 'unsure' ? [] : REQUIRED[kind.kind]);
    this.today = shanghaiDay(page.at);
  }

  noteOf(tag: PageTag): string {
    return this.notes.get(tag) ?? '';
  }

  tag(copies: TagCopies): FindingDraft[] {
    const { tag, state, value, others } = copies;
    const required = this.required.has(tag);
    if (state === 'missing') return required ? [this.missing(tag)] : [];
    if (state === 'empty')
      return required
        ? [
            this.draft('empty', tag, this.outcome(), `${this.where()}的网页标签 ${tag} 没有内容。`, {
              expected: '填写实际内容',
              found: '内容为空',
            }),
          ]
        : [];
    const placeholder = placeholderOf(tag, value);
    if (placeholder) {
      this.notes.set(tag, '疑似未填写的占位内容');
      if (!required && !this.isOfUnsure(tag)) return [];
      return [
        this.draft(
          'placeholder',
          tag,
          placeholder === 'sure' && required ? this.outcome() : 'review',
          `${this.where()}的网页标签 ${tag} 是占位内容，没有填写实际内容。`,
          { expected: '填写实际内容', found: value },
        ),
      ];
    }
    const found: FindingDraft[] = [];
    if (copies.oddName) {
      this.notes.set(tag, '标签名称书写不规范');
      if (required || this.isOfUnsure(tag))
        found.push(
          this.draft(
            'malformed-name',
            tag,
            'review',
            `网页标签 ${tag} 的名称夹有空格或全角字符，检查程序可能识别不到。`,
            { expected: `name="${tag}"`, found: `name="${copies.oddName.slice(0, 60)}"` },
          ),
        );
    }
    if (others.length && (required || this.isOfUnsure(tag)))
      found.push(
        this.draft('duplicated-differing', tag, 'review', `网页标签 ${tag} 出现多次，内容不一致。`, {
          expected: '只出现一次',
          found: [value, ...others].join('；'),
        }),
      );
    if (tag === 'PubDate') found.push(...this.pubDate(value));
    const doubt = this.siteDoubt(tag, value);
    if (doubt) {
      this.notes.set(tag, doubt.note);
      // Beyond the home page the site's tags are not asked for: what is wrong with them is only noted.
      if (doubt.kind && required) {
        const outcome = doubt.outcome === 'fail' ? this.outcome() : 'review';
        found.push(this.draft(doubt.kind, tag, outcome, doubt.message, doubt));
      }
    }
    return found;
  }

  /** Of a page of unclear kind what stands there is judged, what does not stand there is not. */
  private isOfUnsure(tag: PageTag): boolean {
    return this.kind.kind === 'unsure' && /^(?:ArticleTitle|PubDate|ContentSource)$/.test(tag);
  }

  noTags(): FindingDraft {
    return this.draft('missing', 'all', 'review', '页面没有任何网页标签，未能判断页面类型，请人工核对。', {
      expected: '按页面类型设置网页标签',
      found: '未发现',
    });
  }

  private missing(tag: PageTag): FindingDraft {
    const commented = this.facts.outline?.commentedTags.includes(tag.toLowerCase()) ?? false;
    if (commented) this.notes.set(tag, '仅在源代码注释中');
    const unsure = this.outcome() === 'review';
    return this.draft(
      'missing',
      tag,
      this.outcome(),
      `${this.where()}缺少网页标签 ${tag}${commented ? '（仅在源代码注释中）' : ''}${unsure ? '，请核对页面类型' : ''}。`,
      { expected: `<meta name="${tag}" content="…">`, found: commented ? '已被注释' : '未发现' },
    );
  }

  private pubDate(value: string): FindingDraft[] {
    if (!this.required.has('PubDate') && this.kind.kind !== 'unsure') return [];
    const { form, day, remark } = pubDateForm(value, this.today);
    const found: FindingDraft[] = [];
    if (form !== 'right') {
      this.notes.set('PubDate', remark);
      found.push(
        this.draft(
          'malformed-date',
          'PubDate',
          form === 'wrong' ? this.outcome() : 'review',
          `网页标签 PubDate 的日期格式不规范：${remark}。`,
          { expected: 'YYYY-MM-DD HH:MM', found: value },
        ),
      );
    }
    const against = day ? contradiction(day, printedDates(this.facts.outline, this.today)) : undefined;
    if (against)
      found.push({
        ...this.draft(
          'date-differs',
          'PubDate',
          against.sure && this.kind.kind === 'article' ? this.outcome() : 'review',
          `网页标签 PubDate 与页面显示的发布日期不一致，相差 ${against.days} 天。`,
          { expected: against.printed.text, found: value },
        ),
        locator: {
          url: this.page.url,
          frame: '',
          selector: against.printed.selector,
          text: against.printed.text,
        },
      });
    return found;
  }

  private siteDoubt(tag: PageTag, value: string): SiteDoubt | undefined {
    if (tag === 'SiteDomain') return domainDoubt(value, this.page.url, this.subject);
    if (tag === 'SiteIDCode') return codeDoubt(value, this.page, this.subject?.siteIdCode);
    if (tag === 'SiteName') return nameDoubt(value, this.facts.page.title, this.page, this.subject?.name);
    return undefined;
  }

  /** Scripts of a page that was still changing may add tags later. */
  private outcome(): 'fail' | 'review' {
    return this.kind.sure && this.facts.page.settled ? 'fail' : 'review';
  }

  private where(): string {
    return this.kind.kind === 'unsure' || this.kind.sure
      ? KIND_WORD[this.kind.kind]
      : `页面（疑为${KIND_WORD[this.kind.kind]}）`;
  }

  private draft(
    kind: string,
    item: string,
    outcome: 'fail' | 'review',
    message: string,
    { expected, found }: { expected: string; found: string },
  ): FindingDraft {
    return {
      kind,
      item,
      outcome,
      group: GROUP[this.kind.kind],
      message,
      expected,
      found: found.slice(0, 300),
      locator: { url: this.page.url, frame: '', selector: '' },
    };
  }
}
