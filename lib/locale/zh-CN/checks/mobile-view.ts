// Chinese wording of the check of the view on phones.
import type { CheckWording } from '@/lib/locale/check-wording';

const wording: CheckWording = {
  title: '手机视图',
  passing: '页面在手机宽度下显示完整。',
  failing: '发现 {n} 处手机显示问题。',
  advice: '请按手机屏幕适配页面：声明视口，表格和图片随屏幕缩放或在自身区域内滚动，不设固定宽度。',
  sees: '按 375×812 像素的手机屏幕打开页面：有无视口声明，页面是否比屏幕宽、由什么撑宽，内容是否被截断，小于 12 像素的文字，小于 24 像素且相互太近的按钮和链接；发现问题时自动取证。',
  cannotSee:
    '未用真实手机，字体和浏览器差异不能反映；登录后或在应用、小程序内的页面看不到；页面没有视口声明时，手机按 980 像素排版，不能据此认定显示不完整。',
  onDemand: {
    button: '检查手机视图',
    reason: '在页面上打开手机大小的预览并检查显示是否完整，需要本网站的访问权。',
  },
};
export default wording;

export const groups = {
  'no-viewport': '未适配手机',
  'fixed-viewport': '未适配手机',
  overflow: '手机上需左右滑动',
  'cut-off': '手机上内容被截断',
  'small-text': '手机上文字过小',
  'small-targets': '手机上按钮、链接过小',
} as const;
export type MobileProblem = keyof typeof groups;

interface Piece {
  tag: string;
  text: string;
  rect: { width: number };
}

const TAGS: Record<string, string> = {
  table: '表格',
  img: '图片',
  video: '视频',
  iframe: '框架',
  pre: '代码',
  a: '链接',
  body: '整个页面',
  form: '表单',
  input: '输入框',
  ul: '列表',
};

function named({ tag, text, rect }: Piece): string {
  const short = text.slice(0, 20);
  return `${TAGS[tag] ?? '内容块'}${short && tag !== 'body' ? `“${short}”` : ''}（宽 ${Math.round(rect.width)} 像素）`;
}

const others = (count: number) => (count > 1 ? `等 ${count} 处` : '');

export const sentences = {
  noViewport: '页面没有视口声明，手机按电脑页面缩小显示，说明未作手机适配；内容是否完整请查看手机视图。',
  fixedViewport: (width: number) =>
    `页面的视口固定为 ${Math.round(width)} 像素，手机上会缩小显示，未按手机屏幕适配；内容是否完整请查看手机视图。`,
  overflow: (screen: number, width: number, piece?: Piece, count = 0) =>
    piece
      ? `手机屏幕宽 ${screen} 像素，页面宽 ${Math.round(width)} 像素，需左右滑动才能看全；撑宽页面的是${named(piece)}${others(count)}。`
      : `手机屏幕宽 ${screen} 像素，页面宽 ${Math.round(width)} 像素，可左右滑动，未找到撑宽页面的可见内容，请核实。`,
  cutOff: (screen: number, piece: Piece, count: number) =>
    `手机屏幕宽 ${screen} 像素，${named(piece)}${others(count)}超出屏幕且不能滑动查看，内容被截断。`,
  smallText: (characters: number, all: number, piece?: Piece) =>
    `手机上有 ${characters} 个字小于 12 像素，占全部文字的 ${Math.max(1, Math.round((characters / Math.max(all, 1)) * 100))}%${piece?.text ? `，如“${piece.text.slice(0, 20)}”` : ''}。`,
  smallTargets: (count: number, all: number, piece?: Piece) =>
    `手机上 ${all} 个按钮和链接中有 ${count} 个小于 24 像素且相互太近，不便点按${piece?.text ? `，如“${piece.text.slice(0, 20)}”` : ''}。`,
};
