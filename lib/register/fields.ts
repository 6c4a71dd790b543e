// The columns of a register file, by their own titles and those that offices use.
import type { ColumnMapping, ImportField } from '@/lib/import/column-mapping';

export type RegisterField =
  | 'kind'
  | 'name'
  | 'unit'
  | 'group'
  | 'platform'
  | 'account'
  | 'url'
  | 'aliases'
  | 'siteIdCode'
  | 'sponsor'
  | 'filing'
  | 'openedDay'
  | 'changedDay'
  | 'closedDay'
  | 'hasServices'
  | 'contact'
  | 'phone'
  | 'note';

/** In the order of our own file. */
export const REGISTER_FIELDS: readonly ImportField<RegisterField>[] = [
  { name: 'kind', title: '类型', synonyms: ['类别', '对象类型', '对象类别', '检查对象类型'] },
  {
    name: 'name',
    title: '名称',
    synonyms: [
      /(检查)?对象名称|(政府|政务)?网站名称?|(政务)?新媒体名称|(账号|帐号|公众号|微信|微博|客户端|app)名称|网站\/?账号名称/,
    ],
  },
  {
    name: 'unit',
    title: '单位',
    synonyms: [/单位名称|所属(单位|部门)|(填报|责任|运维|管理|开设)单位|单位全称/],
  },
  {
    name: 'group',
    title: '分组',
    synonyms: [/组别|单位(类别|类型|性质|分类)|层级|区\/?市级部门|所属(类别|层级)/],
  },
  {
    name: 'platform',
    title: '平台',
    synonyms: [/(新媒体|所属|账号|开设|平台)?(平台|平台名称|平台类型|类型)|渠道/],
  },
  {
    name: 'account',
    title: '账号',
    synonyms: [
      /(平台)?(账号|帐号)(id|标识|标识码)?|id|微信号|原始id|微博号|抖音号|(账号|帐号)名称|新媒体名称/,
    ],
  },
  {
    name: 'url',
    title: '网址',
    synonyms: [
      /(网站|首页|主页|账号|下载|访问|链接|平台|域名)?(网址|地址|链接|url|域名|首页)|网站(主)?域名|(英文)?域名|url地址|主页/,
    ],
  },
  { name: 'aliases', title: '其他域名', synonyms: [/(其它|备用|别名)域名|域名别名/] },
  {
    name: 'siteIdCode',
    title: '网站标识码',
    synonyms: [/(政府|政务)?(网站)?标识(编)?码|网站(唯一)?(识别|标志)码/],
  },
  { name: 'sponsor', title: '主办单位', synonyms: [/主办(机关|部门)?(名称)?|主管单位|主办单位名称/] },
  {
    name: 'filing',
    title: '备案状态',
    synonyms: [/(是否)?备案(情况)?|(是否)?(已)?备案|账号状态|运行状态|状态/],
  },
  {
    name: 'openedDay',
    title: '开设日期',
    synonyms: [/(账号|网站)?(开设|开通|开办|注册|上线|成立)(备案)?(日期|时间)|备案(日期|时间)/],
  },
  { name: 'changedDay', title: '变更日期', synonyms: [/变更(备案)?(日期|时间)/] },
  {
    name: 'closedDay',
    title: '关停日期',
    synonyms: [/(关停|注销|关闭|下线|关停注销|关停\/注销)(备案)?(日期|时间)/],
  },
  { name: 'hasServices', title: '提供办事服务', synonyms: [/(是否)?(有|提供)?办事服务|是否提供办事服务/] },
  { name: 'contact', title: '联系方式', synonyms: [/联系人(姓名)?|负责人|管理员|联系人及电话/] },
  {
    name: 'phone',
    title: '联系电话',
    synonyms: [/(办公|手机|固定)?(电话|手机|电话号码|手机号码?)|联系人电话/],
  },
  { name: 'note', title: '备注', synonyms: ['说明', '其他说明'] },
];

/** What a register file cannot do without, besides required fields, in one sentence; undefined when it has it. */
export function registerLacks(mapping: ColumnMapping<RegisterField>): string | undefined {
  if (mapping.name === undefined && mapping.account === undefined) {
    return '没有找到“名称”列，请在上面为其选择列，或换一个文件。';
  }
  return mapping.url === undefined && mapping.platform === undefined && mapping.siteIdCode === undefined
    ? '没有找到“网址”“平台”“网站标识码”中的任何一列，看不出是网站还是新媒体，请在上面为其选择列。'
    : undefined;
}
