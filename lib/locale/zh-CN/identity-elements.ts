// Official names of the eight identification elements, for findings, sheets and screens.

export const identityElementNames = {
  govMark: '党政机关网站标识',
  errorReportEntry: '“我为政府网站找错”入口',
  siteIdCode: '网站标识码',
  sponsor: '主办单位',
  contact: '联系方式',
  icpFiling: 'ICP备案号',
  policeFiling: '公安备案号',
  siteMap: '站点地图',
} as const;
