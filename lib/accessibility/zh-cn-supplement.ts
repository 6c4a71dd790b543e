// Chinese texts that axe-core 4.14.1 lacks in its zh_CN locale, and corrections of the few that are broken there.
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: axe fills these placeholders itself.
import type { CheckTexts } from './zh-cn-locale';

const SPACING = (name: string) => ({
  fail: {
    default: `style 属性中的 ${name} 不得使用 !important，否则不得小于 \${data.minValue}em（当前 \${data.value}em）`,
    omitted: `style 属性中的 ${name} 不得使用 !important，否则不得小于 \${data.minValue}em（当前 \${data.value}em）；受影响的文字不止所列元素`,
  },
  incomplete: `无法判断 style 属性中的 ${name} 是否达到最小值`,
});

export const SUPPLEMENT: {
  rules: Record<string, { description: string; help: string }>;
  checks: Record<string, CheckTexts>;
} = {
  rules: {
    'aria-tab-name': {
      description: '确保每个 ARIA 选项卡节点都有可访问名称',
      help: 'ARIA 选项卡节点必须有可访问名称',
    },
    'summary-name': {
      description: '确保 summary 元素有可识别的文本',
      help: 'summary 元素必须有可识别的文本',
    },
  },
  checks: {
    'aria-allowed-attr': {
      fail: { caseSensitive: '下列 ARIA 属性值区分大小写，必须小写：${data.values}' },
      incomplete: {
        default: '请确认该元素的 ARIA 属性被忽略时是否不受影响：${data.values}',
        caseSensitive: '下列 ARIA 属性值区分大小写，辅助技术可能无法正确处理：${data.values}',
      },
    },
    'aria-allowed-attr-elm': {
      pass: '该元素允许使用这些 ARIA 属性',
      fail: {
        singular: '${data.nodeName} 元素不允许使用 ARIA 属性：${data.values}',
        plural: '${data.nodeName} 元素不允许使用 ARIA 属性：${data.values}',
      },
    },
    'aria-conditional-attr': {
      fail: { radio: '删除 aria-checked 属性，或将其设置为“${data.checkState}”，与单选按钮的真实状态一致' },
    },
    'aria-errormessage': {
      fail: { unsupported: '辅助技术普遍不支持在 aria-errormessage 中引用多个 ID' },
    },
    'aria-no-deprecated-attr': {
      pass: '未使用已弃用的 ARIA 属性',
      incomplete: {
        singular: '该属性已弃用，不应使用：${data.values}',
        plural: '这些属性已弃用，不应使用：${data.values}',
      },
    },
    'aria-prohibited-attr': {
      fail: { noRoleSingular: '${data.prohibited} 属性不能在没有有效 role 属性的 ${data.nodeName} 上使用' },
      incomplete: {
        visibleLabelSingular:
          '${data.prohibited} 属性未得到良好支持，但 aria-labelledby 引用的元素在页面上可见，请确认该名称是否必要',
        visibleLabelPlural:
          '${data.prohibited} 属性未得到良好支持，但 aria-labelledby 引用的元素在页面上可见，请确认这些名称是否必要',
        unresolvedLabel: '${data.prohibited} 属性未得到良好支持，且引用的元素不存在，请确认该名称是否必要',
      },
    },
    'aria-required-children': {
      fail: {
        unallowedPresentational: '元素含有表示性子元素，因 ${data.values} 不能忽略',
        'aria-busy-fail':
          '元素有不允许的子元素：${data.values}；aria-busy="true" 不能使角色不符的子元素成为允许的子元素',
      },
    },
    'aria-valid-attr-value': {
      incomplete: {
        controlsWithinPopup:
          '使用 aria-haspopup 时，无法判断 aria-controls 引用的 ID 在页面上是否存在：${data.needsReview}',
      },
    },
    'autocomplete-valid': {
      incomplete: 'autocomplete 属性的值不是标准值，请确认是否有可用的标准值',
    },
    'color-contrast': {
      incomplete: {
        emptyValue: '元素没有值，请输入内容后再检查颜色对比度',
        colorParse: '无法解析颜色值 ${data.colorParse}',
      },
    },
    'color-contrast-enhanced': {
      incomplete: {
        emptyValue: '元素没有值，请输入内容后再检查颜色对比度',
        colorParse: '无法解析颜色值 ${data.colorParse}',
      },
    },
    'error-occurred': {
      pass: '未发生错误',
      incomplete: '检查该元素时出错，请人工检查此类问题',
    },
    'focusable-content': {
      incomplete: '请确认 tabindex 为负的元素能否获得键盘焦点，使该区域可以滚动',
    },
    'important-letter-spacing': SPACING('letter-spacing'),
    'important-line-height': SPACING('line-height'),
    'important-word-spacing': SPACING('word-spacing'),
    'label-content-name-mismatch': {
      incomplete: {
        default: '无法判断可见文本是否包含在可访问名称中',
        valueText: '元素内的文本可能是取值，而不是标签',
      },
    },
    listitem: {
      incomplete: '无法判断列表项是否有 <ul>、<ol> 或 role="list" 父元素',
    },
    'only-dlitems': { incomplete: '无法判断 dl 元素是否仅包含允许的直接子元素' },
    'only-listitems': { incomplete: '无法判断列表元素是否仅包含允许的直接子元素' },
    'target-offset': {
      incomplete: { tooManyRects: '重叠元素过多，无法得出目标的大小' },
    },
    'td-headers-attr': {
      fail: {
        'cell-header-not-in-table': 'headers 属性引用了本表格以外的单元格',
        'cell-header-not-th': 'headers 属性必须引用表头单元格，不能引用数据单元格',
        'header-refs-self': '带有 headers 属性的单元格引用了自身',
      },
    },
  },
};
