// The report as one self-contained page for print or PDF: no script, no outside address, everything escaped.
import type { Evidence } from '@/lib/model/session';
import type { PageChecks } from '@/lib/report/check-report';
import { elementPagesText, elementPageText } from '@/lib/report/identity-pages';
import type { Problem } from '@/lib/report/problem-list';
import type { ScoreRow } from '@/lib/report/score-rows';
import { shanghaiMinute } from '@/lib/report/shanghai-time';
import type { SheetReport } from '@/lib/report/sheet-report';
import { VERDICT_WORD } from '@/lib/report/words';
import { formatPoints } from '@/lib/scoring/format-points';
import { cleanText } from './clean-text';
import { type Picture, pictureDataUrl } from './pictures';
import { PRINT_CSS } from './print-css';

/** Markup that is already safe; only `html` makes it. */
class Html {
  constructor(readonly source: string) {}
}

type Part = string | number | null | Html | Html[];

/** The page as text. `pictures` by evidence id. */
export async function sheetHtml(
  report: SheetReport,
  pictures: ReadonlyMap<string, Picture>,
): Promise<string> {
  // The hash admits this style sheet alone; text that slipped through as markup could still load and run nothing.
  const policy = `default-src 'none'; img-src data:; style-src 'sha256-${await sha256(PRINT_CSS)}'; base-uri 'none'; form-action 'none'`;
  const page = html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width">
<title>${report.title}</title>
<style>${new Html(PRINT_CSS)}</style>
</head>
<body>
<main>
${scoreSection(report)}
${problemSection(report, pictures)}
${checkSection(report)}
${noteSection(report)}
</main>
</body>
</html>
`;
  return page.source;
}

function scoreSection(report: SheetReport): Html {
  const columns = [
    '类别',
    '指标',
    '分值',
    '评分点',
    '计分标准',
    '认定',
    '处数',
    '扣（加）分',
    '计算依据',
    '备注',
  ];
  return html`<section>
<h1>${report.title}</h1>
<dl class="head">${report.head.map(({ label, text }) => html`<div><dt>${label}</dt><dd>${text}</dd></div>`)}</dl>
${report.warning ? html`<p class="warning">${report.warning}</p>` : ''}
<table class="score" aria-label="评分表">
${tableHead(columns)}
${report.parts.map(
  (part) => html`<tbody>
<tr class="band"><th scope="rowgroup" colspan="10">${part.heading}</th></tr>
${part.rows.map(scoreRow)}
</tbody>
`,
)}<tbody>
<tr class="total"><th scope="row" colspan="7">合计</th><td class="number">${points(report.total)}</td><td colspan="2">${report.result}</td></tr>
</tbody>
</table>
<ul>${report.explanation.map((line) => html`<li>${line}</li>`)}</ul>
</section>`;
}

function scoreRow(row: ScoreRow): Html {
  // A hit in the bonus part is an achievement and not shown as a fault.
  const look = row.status === 'hit' && row.verdict !== VERDICT_WORD.hit ? 'gain' : row.status;
  return html`<tr class="${look}"><td>${row.category}</td><td>${row.indicator}</td><td class="number">${points(row.indicatorPoints)}</td><td>${row.criterion}</td><td>${row.rule}</td><td class="verdict">${row.verdict}</td><td class="number">${row.count}</td><td class="number">${points(row.points)}</td><td>${row.reason}</td><td>${row.note}</td></tr>
`;
}

function problemSection(report: SheetReport, pictures: ReadonlyMap<string, Picture>): Html {
  const { problems, otherEvidence } = report.problems;
  const columns = ['序号', '问题', '所在页面', '位置', '截图', '依据', '整改建议'];
  const table = html`<table class="problems" aria-label="问题清单">
${tableHead(columns)}
<tbody>
${problems.map((problem) => problemRow(problem, pictures))}</tbody>
</table>`;
  return html`<section>
<h2>问题清单</h2>
${problems.length > 0 ? table : html`<p>没有认定的问题。</p>`}
${otherEvidence.length > 0 ? html`<h3>其他取证图片（未列入以上问题）</h3>` : ''}
${otherEvidence.map((evidence) => figure(evidence, pictures, `${evidence.url}　${shanghaiMinute(evidence.at)}`))}
</section>`;
}

function problemRow(problem: Problem, pictures: ReadonlyMap<string, Picture>): Html {
  return html`<tr><td class="number">${problem.number}</td><td>${problem.problem}</td><td class="address">${problem.pages.join('\n')}</td><td class="address">${problem.spot}</td><td>${problem.evidence.map((evidence) => figure(evidence, pictures, ''))}${problem.seeAlso.map((number) => html`<p>见图${number}</p>`)}</td><td>${problem.rule}</td><td>${problem.advice}</td></tr>
`;
}

function figure(evidence: Evidence, pictures: ReadonlyMap<string, Picture>, more: string): Html {
  const picture = pictures.get(evidence.id);
  const caption = [`图${evidence.number}`, evidence.caption, more].filter((text) => text !== '').join('　');
  if (!picture) return html`<p>${caption}（图片无法读取）</p>`;
  const alt = [`图${evidence.number}`, evidence.caption, evidence.title]
    .filter((text) => text !== '')
    .join('；');
  return html`<figure><img src="${pictureDataUrl(picture)}" width="${picture.width}" height="${picture.height}" alt="${alt}"><figcaption>${caption}</figcaption></figure>`;
}

function checkSection(report: SheetReport): Html {
  const columns = ['检查项', '结果', '疑似问题', '需人工核实', '用时（毫秒）', '说明（错误与未检查内容）'];
  const table = html`<table class="checks" aria-label="自动检查">
${tableHead(columns)}
${report.pages.map(
  (page) => html`<tbody>
<tr class="band"><th scope="rowgroup" colspan="6">${pageHeading(page)}</th></tr>
${page.checks.map(
  (check) =>
    html`<tr class="${check.outcome}"><td>${check.title}</td><td>${check.outcomeWord}</td><td class="number">${check.failing}</td><td class="number">${check.reviewing}</td><td class="number">${check.ms}</td><td>${[check.error, ...check.skipped.map(skipText)].filter((line) => line !== '').join('\n')}</td></tr>
`,
)}${
  page.skipped.length > 0
    ? html`<tr><td>页面未检查内容</td><td></td><td></td><td></td><td></td><td>${page.skipped.map(skipText).join('\n')}</td></tr>
`
    : ''
}</tbody>
`,
)}</table>`;
  return html`<section>
<h2>自动检查</h2>
<p>以下均为机器检查发现的疑似问题，未经检查员认定的不计入得分；逐条明细见 XLSX 格式的“自动检查”表。</p>
${report.pages.length > 0 ? table : html`<p>本次检查没有运行自动检查。</p>`}
${identityTable(report)}
</section>`;
}

/** Where each identification element is missing; nothing when no page was looked at for them. */
function identityTable({ identity }: SheetReport): Html {
  if (identity.inspected === 0) return html``;
  return html`<h3>标识要素逐页汇总（共 ${identity.inspected} 页）</h3>
<table class="checks" aria-label="标识要素逐页汇总">
${tableHead(['标识要素', '结果', '页面'])}
<tbody>
${identity.elements.map(
  (element) =>
    html`<tr><td>${element.name}</td><td>${elementPagesText(element)}</td><td class="address">${element.pages.map(elementPageText).join('\n')}</td></tr>
`,
)}</tbody>
</table>`;
}

function noteSection(report: SheetReport): Html {
  return html`<section>
<h2>说明</h2>
<table class="notes" aria-label="说明">
<tbody>
${report.notes.map(({ label, text }) => html`<tr><th scope="row">${label}</th><td>${text}</td></tr>\n`)}</tbody>
</table>
</section>`;
}

function tableHead(columns: string[]): Html {
  return html`<thead><tr>${columns.map((title) => html`<th scope="col">${title}</th>`)}</tr></thead>`;
}

function pageHeading({ url, finalUrl, title, at }: PageChecks): string {
  const led = finalUrl !== url ? `，实际到达 ${finalUrl}` : '';
  return `${title || '（无标题）'}　${url}${led}　${shanghaiMinute(at)}`;
}

function skipText({ what, why }: { what: string; why: string }): string {
  return `未检查：${what}（${why}）`;
}

function points(hundredths: number | null): string {
  return hundredths === null ? '' : formatPoints(hundredths);
}

/** Tagged template: whatever is put in is escaped, unless it was made by this same tag. */
function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  let source = strings[0] ?? '';
  parts.forEach((part, i) => {
    source += render(part) + (strings[i + 1] ?? '');
  });
  return new Html(source);
}

function render(part: Part): string {
  if (part === null) return '';
  if (part instanceof Html) return part.source;
  if (Array.isArray(part)) return part.map((one) => one.source).join('');
  return cleanText(String(part))
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;');
}

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return btoa(String.fromCharCode(...new Uint8Array(digest)));
}
