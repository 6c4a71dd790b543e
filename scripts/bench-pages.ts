// Makes government portal pages of a wanted size, the same for the same size, for benches and tests.

/** Columns as portals have them; the name stands over a dated list. */
const COLUMNS = [
  '要闻动态',
  '通知公告',
  '政策文件',
  '政策解读',
  '人事信息',
  '财政预决算',
  '招标采购',
  '部门动态',
];
const WORDS = [
  '市政府',
  '召开',
  '常务会议',
  '研究',
  '部署',
  '重点工作',
  '关于',
  '印发',
  '实施方案',
  '的通知',
  '便民服务',
];
const SERVICES = [
  '社会保障',
  '户籍办理',
  '住房公积金',
  '医疗卫生',
  '教育招生',
  '交通出行',
  '企业开办',
  '不动产登记',
];

/**
 * HTML of a portal home page with about `elements` elements (never more, at most 1 % fewer from 1,000 on): header, navigation
 * with menus, news columns with dated lists, services, tables, a form, a footer with marks. It carries the usual
 * faults: pictures without text, pale text, links without a name, unlabelled fields, repeated ids.
 */
export function portalPage(elements: number): string {
  const page = new PageBuilder();
  const header = page.header();
  const footer = page.footer();
  const blocks: string[] = [];
  // Head, body, main and their like are counted by the frame below.
  const budget = elements - FRAME_ELEMENTS;
  for (let index = 0; page.count < budget - LARGEST_BLOCK; index += 1) blocks.push(page.block(index));
  const rest: string[] = [];
  while (page.count < budget) rest.push(page.element('span', 'class="tag"', '便民'));
  return `<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>示例市人民政府门户网站</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="SiteName" content="示例市人民政府">
<meta name="SiteDomain" content="www.example.gov.cn"><meta name="SiteIDCode" content="3300000001">
<style>${STYLE}</style></head>
<body>${header}<main class="wrap">${blocks.join('\n')}<p>${rest.join('')}</p></main>${footer}</body></html>`;
}

/** A page of nothing but paragraphs, the worst case named in axe-core's issue 2445. */
export function paragraphsPage(paragraphs: number): string {
  const rows = Array.from(
    { length: paragraphs },
    (_, index) => `<p class="c${index % 7}">第 ${index + 1} 段${sentence(index, 6)}</p>`,
  );
  return `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>长文</title>
<style>${STYLE}</style></head><body><h1>长文</h1>${rows.join('\n')}</body></html>`;
}

const FRAME_ELEMENTS = 12;
const LARGEST_BLOCK = 120;

const STYLE = `body{margin:0;font:14px/1.6 sans-serif;color:#333;background:#f4f6f9}
.wrap{width:1200px;margin:0 auto}.top{background:#0b5cad;color:#fff}.top a{color:#fff}
.menu{display:flex;list-style:none;margin:0;padding:0}.menu>li{position:relative;padding:0 18px;line-height:44px}
.menu ul{display:none;position:absolute;left:0;top:44px;background:#fff;z-index:20;padding:8px}.menu li:hover ul{display:block}
.row{display:flex;gap:20px;margin:16px 0}.box{flex:1;background:#fff;border:1px solid #e2e6ec;padding:12px;position:relative}
.box h2{font-size:18px;margin:0 0 8px;border-bottom:2px solid #0b5cad}.box .more{position:absolute;right:12px;top:14px;color:#bbb}
.list{margin:0;padding:0;list-style:none}.list li{display:flex;justify-content:space-between;border-bottom:1px dotted #ddd}
.list a{color:#333;text-decoration:none;overflow:hidden;white-space:nowrap;text-overflow:ellipsis;max-width:420px}
.date{color:#aaa;font-size:12px}.banner{position:relative;height:120px;overflow:hidden;background:linear-gradient(#1c6dbf,#7db7ee)}
.banner p{position:absolute;left:20px;bottom:0;color:#fff;margin:0;background:rgba(0,0,0,.4);padding:4px}
.grid{display:grid;grid-template-columns:repeat(8,1fr);gap:8px}.grid a{display:block;text-align:center;color:#0b5cad}
table{border-collapse:collapse;width:100%}td,th{border:1px solid #ccc;padding:4px}.scroll{height:80px;overflow:auto}
.foot{background:#22364d;color:#8ea3bb;padding:20px 0;font-size:12px}.foot a{color:#8ea3bb}.c3{color:#999}.c5{color:#777;background:#eee}
.float{position:fixed;right:4px;top:40%;width:40px;background:#fff}.hidden{display:none}.tag{color:#ccc;margin:0 2px}`;

const PIXEL = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';

/** A run of words that depends on the number alone. */
function sentence(seed: number, length: number): string {
  let text = '';
  for (let i = 0; i < length; i += 1) text += WORDS[(seed * 7 + i * 5 + (seed >> 3)) % WORDS.length];
  return text;
}

function day(seed: number): string {
  return `2026-${String((seed % 12) + 1).padStart(2, '0')}-${String((seed % 28) + 1).padStart(2, '0')}`;
}

/** Builds markup and counts the elements in it. */
class PageBuilder {
  count = 0;
  private links = 0;

  element(tag: string, attributes: string, inner: string): string {
    this.count += 1;
    return `<${tag}${attributes ? ` ${attributes}` : ''}>${inner}</${tag}>`;
  }

  /** An element without content. */
  private empty(tag: string, attributes: string): string {
    this.count += 1;
    return `<${tag} ${attributes}>`;
  }

  private link(text: string, extra = ''): string {
    this.links += 1;
    return this.element('a', `href="/art/2026/${this.links % 12}/art_${this.links}.html"${extra}`, text);
  }

  header(): string {
    const menu = COLUMNS.map((name, index) => {
      const sub = SERVICES.slice(0, 4)
        .map((item) => this.element('li', '', this.link(item)))
        .join('');
      return this.element('li', '', this.link(name) + this.element('ul', `id="sub${index}"`, sub));
    }).join('');
    const search =
      this.empty('input', 'type="text" name="q" placeholder="请输入关键字"') +
      this.element('button', 'type="button"', '搜索');
    return this.element(
      'div',
      'class="top"',
      this.element(
        'div',
        'class="wrap"',
        this.empty('img', `src="${PIXEL}" alt="示例市人民政府" width="320" height="60"`) +
          this.element('form', 'action="/search"', search) +
          this.element('ul', 'class="menu"', menu),
      ),
    );
  }

  footer(): string {
    const lines = [
      `主办单位：示例市人民政府办公室　${this.link('网站地图')}`,
      `网站标识码：3300000001　${this.link('联系我们')}`,
      this.element('a', 'href="https://beian.miit.gov.cn/"', '示ICP备05000001号-1'),
      this.element(
        'a',
        'href="http://bszs.conac.cn/sitename?method=show&amp;id=1"',
        this.empty('img', `src="${PIXEL}" width="40" height="40"`),
      ),
    ].map((line) => this.element('p', '', line));
    const aside = this.element(
      'div',
      'class="float"',
      this.link('', ' class="qr"') + this.element('span', '', '微信'),
    );
    return this.element('div', 'class="foot"', this.element('div', 'class="wrap"', lines.join(''))) + aside;
  }

  block(index: number): string {
    switch (index % 6) {
      case 0:
      case 3:
        return this.columns(index);
      case 1:
        return this.services(index);
      case 4:
        return this.table(index);
      case 5:
        return this.form(index);
      default:
        return this.banner(index) + this.columns(index);
    }
  }

  private columns(index: number): string {
    const boxes = [0, 1, 2].map((offset) => {
      const rows = Array.from({ length: 8 }, (_, row) =>
        this.element(
          'li',
          '',
          this.link(sentence(index * 31 + offset * 9 + row, 7)) +
            this.element('span', 'class="date"', day(index + row)),
        ),
      );
      const name = COLUMNS[(index + offset) % COLUMNS.length] ?? '';
      const heading = this.element('h2', `id="col${(index + offset) % 40}"`, name);
      return this.element(
        'div',
        'class="box"',
        heading +
          this.link('更多&gt;&gt;', ' class="more"') +
          this.element('ul', 'class="list"', rows.join('')),
      );
    });
    return this.element('div', 'class="row"', boxes.join(''));
  }

  private services(index: number): string {
    const tiles = SERVICES.map((name, item) => {
      const alt = item % 3 === 0 ? '' : ` alt="${name}"`;
      return this.link(
        `${this.empty('img', `src="${PIXEL}" width="48" height="48"${alt}`)}${this.element('span', '', name)}`,
      );
    });
    return this.element(
      'div',
      'class="box"',
      this.element('h2', '', `便民服务${index}`) + this.element('div', 'class="grid"', tiles.join('')),
    );
  }

  private banner(index: number): string {
    return this.element(
      'div',
      'class="banner"',
      this.link(this.empty('img', `src="${PIXEL}" width="1200" height="120"`)) +
        this.element('p', '', sentence(index, 5)),
    );
  }

  private table(index: number): string {
    const rows = Array.from({ length: 8 }, (_, row) => {
      const cells = [row + 1, sentence(index + row, 3), day(row), '办结'].map((cell) =>
        this.element('td', '', String(cell)),
      );
      return this.element('tr', '', cells.join(''));
    });
    const head = this.element(
      'tr',
      '',
      ['序号', '事项', '日期', '状态'].map((name) => this.element('td', '', name)).join(''),
    );
    return this.element(
      'div',
      'class="box scroll"',
      this.element('table', '', this.element('tbody', '', head + rows.join(''))),
    );
  }

  private form(index: number): string {
    const options = SERVICES.map((name) => this.element('option', '', name)).join('');
    const fields = [
      this.element('label', `for="mail${index}"`, '邮箱'),
      this.empty('input', `id="mail${index}" type="text"`),
      this.empty('input', 'type="text" title="验证码"'),
      this.empty('input', 'type="image" src="/submit.gif"'),
      this.element('select', '', options),
      this.element('div', 'role="button" onclick="void 0"', '提交'),
      this.element('div', 'class="hidden"', this.element('p', '', '提交成功') + this.link('返回')),
    ];
    return this.element('form', 'class="box" action="/letter"', fields.join(''));
  }
}
