// Words of the rules about tables, lists, headings and paragraphs.
export const structureWords = {
  'article-misused': {
    title: 'article 元素中只有导航',
    advice: '请改用 nav 或 aside 元素。',
  },
  'blockquote-indent': {
    title: '用引用元素做缩进',
    advice: '请改用样式表设置缩进。',
  },
  'carousel-no-pause': {
    title: '轮播内容未见暂停按钮',
    advice: '请提供暂停按钮，并可用键盘操作。',
  },
  'heading-fake': {
    title: '文字看起来是标题，但不是标题元素',
    advice: '请改用 h1 至 h6。',
  },
  'heading-long': {
    title: '标题过长',
    advice: '请将标题压缩为短语，说明移入正文。',
  },
  'heading-several-top': {
    title: '页面有多个一级标题',
    advice: '请只保留一个概括本页内容的一级标题。',
  },
  'id-duplicate': {
    title: '元素的 id 重复',
    advice: '请为每个元素使用不同的 id。',
  },
  'list-fake': {
    title: '用符号或序号模拟列表',
    advice: '请改用 ul 或 ol 元素。',
  },
  'list-single': {
    title: '列表只有一项',
    advice: '只有一项时请改用段落。',
  },
  'order-on-screen': {
    title: '内容在屏幕上的顺序与源代码不一致',
    advice: '请调整源代码顺序，使读屏和按 Tab 键的顺序与所见一致。',
  },
  'paragraph-breaks': {
    title: '用连续换行分段',
    advice: '请改用 p 元素分段。',
  },
  'paragraph-empty': {
    title: '空段落',
    advice: '请删除空段落，用样式表设置间距。',
  },
  'skip-link-missing': {
    title: '导航之前没有跳到正文的链接，也没有主要内容区',
    advice: '请在页首提供“跳到正文”链接，或用 main 元素标出主要内容。',
  },
  'table-by-css': {
    title: '用样式表的表格方式排版',
    advice: '请确认去掉样式后阅读顺序合理。',
  },
  'table-empty-cells': {
    title: '表格一行中多数单元格为空',
    advice: '请写明“无”或“—”，避免空单元格。',
  },
  'table-empty-header': {
    title: '表头单元格为空',
    advice: '请填写表头；左上角不作表头的，改用 td 元素。',
  },
  'table-irregular': {
    title: '表格各行的单元格数不一致',
    advice: '请拆成几个简单的表格，或用 headers 标明关系。',
  },
  'table-layout': {
    title: '用表格排版',
    advice: '请改用样式表排版；暂时保留的，加 role="presentation"。',
  },
  'table-nested': {
    title: '表格中套表格',
    advice: '请拆成几个表格，或改用样式表排版。',
  },
  'table-no-caption': {
    title: '数据表格没有标题',
    advice: '请用 caption 写明表格标题。',
  },
  'table-no-headers': {
    title: '数据表格没有表头',
    advice: '请用 th 标出表头。',
  },
  'table-no-scope': {
    title: '既有行表头又有列表头，未标明方向',
    advice: '请为表头加 scope="col" 或 scope="row"。',
  },
  'table-only-headers': {
    title: '表格只有表头',
    advice: '请补充数据，或改用其他元素。',
  },
  'table-summary': {
    title: '使用已废弃的 summary 属性',
    advice: '请把说明写入 caption 或表格前的正文。',
  },
  'table-two-row-headers': {
    title: '一行有多个行表头',
    advice: '请用 scope 或 headers 标明各级表头的关系。',
  },
} as const;
