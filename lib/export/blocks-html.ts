// A paper as one self-contained page for reading and print: no script, no outside address, everything escaped.
import type { Block, Paper } from '@/lib/report/blocks';
import { cleanText } from './clean-text';
import { type Picture, pictureDataUrl } from './pictures';

const CSS = `
@page { size: A4; margin: 37mm 26mm 35mm 28mm; }
@page :right { @bottom-right { content: "— " counter(page) " —"; font: 14pt "宋体", SimSun, serif; padding-right: 1em; } }
@page :left { @bottom-left { content: "— " counter(page) " —"; font: 14pt "宋体", SimSun, serif; padding-left: 1em; } }
html { color-scheme: light; background: #fff; color: #000; print-color-adjust: exact; }
body { margin: 0; }
main { max-width: 156mm; margin: 0 auto; padding: 24px 16px; font: 16pt/28pt "Times New Roman", "仿宋_GB2312", "FangSong_GB2312", "仿宋", FangSong, STFangsong, "Noto Serif CJK SC", serif; overflow-wrap: anywhere; }
h1 { font: 22pt/36pt "Times New Roman", "方正小标宋简体", "FZXiaoBiaoSong-B05S", "宋体", SimSun, STSong, "Noto Serif CJK SC", serif; text-align: center; text-wrap: balance; margin: 0 0 28pt; }
h2, h3, h4, p { margin: 0; text-indent: 2em; font-size: 16pt; line-height: 28pt; font-weight: 400; text-align: justify; white-space: pre-line; }
h2, .lead-1 { font-family: "Times New Roman", "黑体", SimHei, STHeiti, "Noto Sans CJK SC", sans-serif; }
h3, .lead-2 { font-family: "Times New Roman", "楷体_GB2312", "KaiTi_GB2312", "楷体", KaiTi, STKaiti, "Noto Serif CJK SC", serif; }
h4, .lead-3 { font-weight: 700; }
h2, h3, h4 { break-after: avoid; }
.addressee { text-indent: 0; }
.signature { text-align: right; text-indent: 0; padding-right: 2em; }
p:not(.signature) + .signature { margin-top: 28pt; }
.center { text-align: center; text-indent: 0; }
.note { font-size: 12pt; }
.annex-list { text-indent: -3em; padding-left: 5em; margin-top: 28pt; text-align: left; }
.annex { text-indent: 0; break-before: page; break-after: avoid; margin: 28pt 0; font-family: "Times New Roman", "黑体", SimHei, STHeiti, "Noto Sans CJK SC", sans-serif; }
.item { text-align: left; }
.wide { overflow-x: auto; margin: 8pt 0 14pt; }
table { width: 100%; border-collapse: collapse; font-size: 10.5pt; line-height: 1.4; }
caption { font: 14pt/28pt "Times New Roman", "黑体", SimHei, STHeiti, "Noto Sans CJK SC", sans-serif; }
th, td { border: 1px solid #000; padding: 2pt 4pt; text-align: left; white-space: pre-line; }
th { font-weight: 700; text-align: center; background: #ededed; }
tdp:not(.signature) + .signature { margin-top: 28pt; }
.center { text-align: center; } td.right { text-align: right; }
thead { display: table-header-group; } tr { break-inside: avoid; }
figure { margin: 8pt 0; text-align: center; break-inside: avoid; }
img { max-width: 100%; max-height: 106mm; width: auto; height: auto; }
figcaption { font-size: 12pt; }
.page { break-before: page; }
@media print { main { max-width: none; padding: 0; } .wide { overflow: visible; } }
`;

/** The page as text. `pictures` by id. */
export async function paperHtml(paper: Paper, pictures: ReadonlyMap<string, Picture>): Promise<string> {
  // The hash admits this style sheet alone; text that slipped through as markup could still load and run nothing.
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(CSS));
  const hash = btoa(String.fromCharCode(...new Uint8Array(digest)));
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width">
<title>${escaped(paper.title)}</title>
<style>${CSS}</style>
</head>
<body>
<main>
${paper.blocks.map((block) => draw(block, pictures)).join('\n')}
</main>
</body>
</html>
`;
}

function draw(block: Block, pictures: ReadonlyMap<string, Picture>): string {
  switch (block.kind) {
    case 'title':
      return `<h1>${escaped(block.text)}</h1>`;
    case 'heading':
      return `<h${block.level + 1}>${escaped(block.text)}</h${block.level + 1}>`;
    case 'paragraph': {
      const lead = block.lead
        ? `<span class="lead-${block.lead.level}">${escaped(block.lead.text)}</span>`
        : '';
      return `<p${block.style ? ` class="${block.style}"` : ''}>${lead}${escaped(block.text)}</p>`;
    }
    case 'list':
      return block.items.map((item) => `<p class="item">${escaped(item)}</p>`).join('\n');
    case 'table':
      return drawTable(block);
    case 'picture': {
      const picture = pictures.get(block.id);
      if (!picture) return `<p class="center note">${escaped(block.caption)}（图片无法读取）</p>`;
      return `<figure><img src="${pictureDataUrl(picture)}" width="${picture.width}" height="${picture.height}" alt="${escaped(block.caption)}"><figcaption>${escaped(block.caption)}</figcaption></figure>`;
    }
    case 'page-break':
      return '<div class="page"></div>';
  }
}

function drawTable({ caption, columns, rows }: Extract<Block, { kind: 'table' }>): string {
  const head = columns.map(({ title }) => `<th scope="col">${escaped(title)}</th>`).join('');
  const body = rows.map((row) => {
    const cells = columns.map(
      ({ align }, index) => `<td${align ? ` class="${align}"` : ''}>${escaped(row[index] ?? '')}</td>`,
    );
    return `<tr>${cells.join('')}</tr>`;
  });
  return `<div class="wide"><table>
<caption>${escaped(caption)}</caption>
<thead><tr>${head}</tr></thead>
<tbody>
${body.join('\n')}
</tbody>
</table></div>`;
}

function escaped(text: string): string {
  return cleanText(text)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;');
}
