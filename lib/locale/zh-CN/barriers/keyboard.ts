// Words of the rules about working without a mouse.
export const keyboardWords = {
  'access-key': {
    title: '设置了快捷键，可能与读屏软件冲突',
    advice: '请确认必要，并在页面上说明。',
  },
  'access-key-twice': {
    title: '快捷键重复',
    advice: '请使用不同的快捷键。',
  },
  'button-symbol': {
    title: '按钮只有符号',
    advice: '请用 aria-label 或隐藏文字命名。',
  },
  'button-vague': {
    title: '图片按钮的替代文本未说明用途',
    advice: '请写明按钮的用途，如“搜索”。',
  },
  'click-out-of-reach': {
    title: '可以点击，但键盘可能无法到达',
    advice: '请改用 button 或带地址的链接，或加 tabindex="0" 和键盘操作。',
  },
  'dialog-unmarked': {
    title: '弹出层未标明是对话框',
    advice: '请加 role="dialog" 和名称，打开时移入焦点，可按 Esc 键关闭。',
  },
  'focus-hidden': {
    title: '样式取消了焦点框，且未见替代',
    advice: '请保留焦点框，或提供同样明显的焦点样式。',
  },
  'focus-static': {
    title: '不可操作的内容可以获得焦点',
    advice: '请去掉 tabindex="0"。',
  },
  'focus-weak': {
    title: '焦点样式不明显',
    advice: '请使用 2 像素以上、对比明显的焦点框。',
  },
  'hover-menu': {
    title: '菜单只在鼠标悬停时出现',
    advice: '请使菜单在获得焦点时也出现（:focus-within）。',
  },
  'hover-only': {
    title: '只响应鼠标悬停',
    advice: '请同时响应焦点（onfocus）。',
  },
  'key-blurred': {
    title: '元素获得焦点后立即失去',
    advice: '请删除 onfocus 中的 blur()。',
  },
  'key-trap': {
    title: '键盘焦点可能无法离开',
    advice: '请确认按 Tab 键可以离开该元素。',
  },
  'link-by-script': {
    title: '用脚本模拟的链接，键盘无法使用',
    advice: '请改用带地址的链接。',
  },
  'mouse-only': {
    title: '只响应鼠标操作',
    advice: '请提供等效的键盘操作。',
  },
  'role-out-of-reach': {
    title: '标为可操作的控件，但键盘无法到达',
    advice: '请加 tabindex="0" 和键盘操作，或改用原生控件。',
  },
} as const;
