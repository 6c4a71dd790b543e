// Words of the rules about links.
export const linkWords = {
  'link-adjacent': {
    title: '相邻的两个链接指向同一地址',
    advice: '请把图片和文字合并为一个链接，避免读屏软件和键盘用户重复经过。',
  },
  'link-alt-repeats': {
    title: '链接内图片的替代文本与链接文字重复',
    advice: '请将链接内图片的替代文本留空（alt=""）。',
  },
  'link-anchor-missing': {
    title: '页内链接的目标不存在',
    advice: '请核对锚点名称，使链接跳到页面中实际存在的位置。',
  },
  'link-as-button': {
    title: '链接标为按钮，但可能不响应空格键',
    advice: '请改用 button 元素，或补充空格键操作。',
  },
  'link-colour-only': {
    title: '正文中的链接仅靠颜色与周围文字区分',
    advice: '请为正文中的链接加下划线或其他非颜色的标记。',
  },
  'link-dead': {
    title: '链接没有实际目标',
    advice: '请填写链接地址；仅用于执行操作的，请改用 button 元素。',
  },
  'link-file': {
    title: '链接指向文件，但未说明文件类型',
    advice: '请在链接文字中注明文件格式和大小，如“（PDF，2 MB）”。',
  },
  'link-hidden-text': {
    title: '链接中有读屏软件读不到的隐藏文字',
    advice: '需要读屏软件读出的文字，请勿用 display:none 或 visibility:hidden 隐藏。',
  },
  'link-image': {
    title: '链接直接指向图片文件',
    advice: '请提供说明图片内容的页面或文字。',
  },
  'link-long': {
    title: '链接文字过长',
    advice: '请将链接文字压缩为能说明目标的短语。',
  },
  'link-media': {
    title: '链接指向音视频文件，未见文字稿',
    advice: '请提供文字稿或字幕，并在链接旁给出入口。',
  },
  'link-new-window': {
    title: '链接在新窗口打开，但未提示',
    advice: '请在链接文字或标题中提示“新窗口打开”，或在原窗口打开。',
  },
  'link-raw-address': {
    title: '链接文字是网址',
    advice: '请用说明目标内容的文字代替网址。',
  },
  'link-same-text': {
    title: '文字相同的链接指向不同地址',
    advice: '请补充文字，使不同目标的链接可以区分。',
  },
  'link-script': {
    title: '链接靠脚本执行，没有实际地址',
    advice: '请填写可用的链接地址，或改用 button 元素。',
  },
  'link-symbol': {
    title: '链接文字只有符号',
    advice: '请补充说明目标的文字，或用 aria-label 命名。',
  },
  'link-target-small': {
    title: '点击区域小于 24×24 像素',
    advice: '请扩大链接的点击区域或间距。',
  },
  'link-title-repeats': {
    title: '链接的 title 与链接文字重复',
    advice: '请删除重复的 title，或补充不同的说明。',
  },
  'link-unseparated': {
    title: '相邻链接之间没有分隔',
    advice: '请用列表组织链接，或在链接之间加分隔符号、间距。',
  },
  'link-vague': {
    title: '链接文字未说明目标',
    advice: '请写明目标内容，如“更多通知公告”，或用 aria-label 补充。',
  },
} as const;
