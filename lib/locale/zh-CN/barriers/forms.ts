// Words of the rules about forms.
export const formWords = {
  'captcha-image': {
    title: '只有图片验证码',
    advice: '请提供语音、短信或其他方式的验证。',
  },
  'error-by-look': {
    title: '出错的输入框只以外观标示',
    advice: '请用文字指出错误，并加 aria-invalid="true"。',
  },
  'error-no-help': {
    title: '输入格式有要求，但未说明',
    advice: '请写明格式要求和示例，并与输入框关联。',
  },
  'error-not-identified': {
    title: '提示有错误，但未指明是哪一项',
    advice: '请逐项指出错误，并加 aria-invalid="true"。',
  },
  'error-unlinked': {
    title: '错误提示未与输入框关联',
    advice: '请用 aria-describedby 关联错误提示。',
  },
  'field-input-type': {
    title: '电话、邮箱输入框未使用相应的类型',
    advice: '请使用 type="tel"、type="email"，便于手机调出合适的键盘。',
  },
  'field-no-autocomplete': {
    title: '填写个人信息的输入框未标明用途',
    advice: '请按用途填写 autocomplete，如 name、tel、email。',
  },
  'fieldset-no-legend': {
    title: 'fieldset 没有标题',
    advice: '请用 legend 写明本组内容。',
  },
  'form-no-submit': {
    title: '表单没有提交按钮',
    advice: '请提供提交按钮。',
  },
  'form-reset': {
    title: '表单有重置按钮，易误触清空',
    advice: '请确认确有必要，或删除重置按钮。',
  },
  'group-unnamed': {
    title: '单选或复选框没有归为一组',
    advice: '请用 fieldset 和 legend 归组并写明问题。',
  },
  'hint-unlinked': {
    title: '填写说明未与输入框关联',
    advice: '请用 aria-describedby 关联填写说明。',
  },
  'label-dangling': {
    title: '标签没有对应的输入框',
    advice: '请使 label 的 for 与输入框的 id 一致。',
  },
  'label-duplicate': {
    title: '多个输入框的标签相同',
    advice: '请使用不同的标签，或用 fieldset 分组。',
  },
  'label-empty': {
    title: '标签是空的',
    advice: '请填写标签文字，或删除空标签。',
  },
  'label-far': {
    title: '标签与输入框相距过远',
    advice: '请将标签放在输入框旁边。',
  },
  'label-placeholder-only': {
    title: '输入框只有占位提示，没有标签',
    advice: '请另加可见的标签。',
  },
  'label-shared': {
    title: '多个标签指向同一个输入框',
    advice: '请使每个输入框对应一个标签。',
  },
  'label-title-only': {
    title: '输入框只有 title，没有可见标签',
    advice: '请另加可见的标签。',
  },
  'legend-empty': {
    title: '分组标题是空的',
    advice: '请填写 legend。',
  },
  'required-unmarked': {
    title: '必填项只以星号或文字标示',
    advice: '请加 required 或 aria-required="true"，并说明星号含义。',
  },
  'select-alone': {
    title: '下拉框没有配套的提交按钮，可能选择后立即跳转',
    advice: '请提供“前往”按钮，不要在选择时自动跳转。',
  },
  'select-jumps': {
    title: '下拉框选择后立即跳转',
    advice: '请提供“前往”按钮，不要在选择时自动跳转。',
  },
} as const;
