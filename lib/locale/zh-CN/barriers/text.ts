// Words of the rules about text, language and the page as a whole.
export const textWords = {
  'direction-missing': {
    title: '从右向左书写的文字未标明方向',
    advice: '请加 dir="rtl"。',
  },
  'direction-wrong': {
    title: '文字的书写方向标注有误',
    advice: '请去掉不相符的 dir="rtl"。',
  },
  'fixed-width': {
    title: '版面宽度固定，窄屏或放大后可能须左右滚动',
    advice: '请使用可伸缩的布局，使页面在 320 像素宽时不需要左右滚动。',
  },
  'lang-doubtful': {
    title: '页面标注的语言与内容可能不符',
    advice: '请核对 html 元素的 lang。',
  },
  'lang-part-wrong': {
    title: '局部标注的语言与文字不符',
    advice: '请核对该处的 lang。',
  },
  'lang-wrong': {
    title: '页面标注的语言与内容不符',
    advice: '中文页面请将 html 元素的 lang 设为 zh-CN。',
  },
  'page-wide': {
    title: '页面超出窗口宽度，须左右滚动',
    advice: '请检查超宽的元素，使内容随窗口宽度排列。',
  },
  'text-abbreviation': {
    title: '缩写没有给出全称',
    advice: '请在首次出现处写出全称，或填写 abbr 元素的 title。',
  },
  'text-all-caps': {
    title: '成段文字全部大写',
    advice: '请使用正常大小写。',
  },
  'text-ascii-art': {
    title: '用字符拼成的图形没有替代说明',
    advice: '请改用图片并填写替代文本，或对读屏软件隐藏并另附说明。',
  },
  'text-by-colour': {
    title: '文字说明只以颜色指代内容',
    advice: '请同时用文字、符号等方式指明。',
  },
  'text-by-css': {
    title: '文字由样式表生成，读屏软件和复制、翻译可能得不到',
    advice: '请把有意义的文字写在页面内容中。',
  },
  'text-by-place': {
    title: '文字说明只以位置或形状指代内容',
    advice: '请同时写明所指内容的名称。',
  },
  'text-center-element': {
    title: '使用已废弃的 center 元素',
    advice: '请改用样式表设置居中。',
  },
  'text-clipped': {
    title: '文字区域高度固定，放大文字后可能被截断',
    advice: '请使用最小高度或随内容伸缩的高度。',
  },
  'text-font-element': {
    title: '使用已废弃的 font 元素',
    advice: '请改用样式表设置字体和颜色。',
  },
  'text-foreign': {
    title: '外文段落或词句未标明语言',
    advice: '请在该处加 lang，如 lang="en"。',
  },
  'text-hard': {
    title: '句子过长，不易读懂',
    advice: '请拆成短句，使用平实的语言。',
  },
  'text-italic': {
    title: '大段文字使用斜体',
    advice: '请改用正体。',
  },
  'text-justified': {
    title: '文字两端对齐，字距可能不匀',
    advice: '请改为左对齐。',
  },
  'text-line-height': {
    title: '多行文字行距过小',
    advice: '请将行距设为字号的 1.5 倍左右。',
  },
  'text-long-lines': {
    title: '每行文字过长',
    advice: '请将每行控制在 40 个汉字或 80 个西文字符以内。',
  },
  'text-moving': {
    title: '文字持续移动或闪动',
    advice: '请提供暂停、停止或隐藏的方式。',
  },
  'text-preformatted': {
    title: 'pre 元素中不是代码',
    advice: '请改用段落、列表或表格。',
  },
  'text-spaced-letters': {
    title: '用空格拉开字距，读屏软件会逐字读出',
    advice: '请去掉字间空格，用样式表的 letter-spacing 调整字距。',
  },
  'text-time-limit': {
    title: '内容提到时间限制',
    advice: '请确认用户可以取消、调整或延长时间。',
  },
  'text-tiny': {
    title: '文字小于 12 像素',
    advice: '请将文字设为 12 像素以上，正文宜为 14 像素以上。',
  },
  'text-underlined': {
    title: '非链接文字带下划线，易误认为链接',
    advice: '请改用其他强调方式。',
  },
  'text-wall': {
    title: '大段文字没有分段或小标题',
    advice: '请分段并加小标题或列表。',
  },
  'title-placeholder': {
    title: '页面标题是占位文字',
    advice: '请填写能说明本页内容的标题，如“文章标题 - 栏目 - 网站名称”。',
  },
  'title-site-name': {
    title: '内页标题只有网站名称',
    advice: '请在标题中写明本页内容。',
  },
} as const;
