// Chinese wording of the check of identification elements.
import type { CheckWording } from '@/lib/locale/check-wording';

const wording: CheckWording = {
  title: '网站标识要素',
  passing: '八项标识要素齐全，书写和链接未见异常。',
  failing: '发现 {n} 处标识要素问题。',
  advice:
    '请在页脚补全党政机关网站标识、找错入口、网站标识码、主办单位、联系方式、ICP备案号、公安备案号和站点地图，并核对号码与链接。',
  sees: '页面及可读取框架中的党政机关网站标识、“我为政府网站找错”入口、网站标识码、主办单位、联系方式、ICP备案号、公安备案号和站点地图：是否存在、是否可见、号码书写是否规范、链接是否指向主管部门、各处标识码是否一致。脚本生成的内容会稍候再读。',
  cannotSee:
    '图片中的文字、无法读取的框架、封闭的组件内部；标识证书、备案号码是否属于本网站需登录主管部门系统核对。',
};

export default wording;
