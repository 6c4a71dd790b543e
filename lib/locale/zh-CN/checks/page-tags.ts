// Chinese wording of the check of page tags.
import type { CheckWording } from '@/lib/locale/check-wording';

const wording: CheckWording = {
  title: '网页标签',
  passing: '本页应有的网页标签齐全，内容未见异常。',
  failing: '发现 {n} 处网页标签问题。',
  advice:
    '请按《政府网站发展指引》（国办发〔2017〕47号）在页面模板中设置网页标签：首页设站点标签，栏目页设栏目标签，内容页设标题、发布日期（YYYY-MM-DD HH:MM）和来源，内容与页面一致。',
  sees: '页面源代码中的网页标签（meta）：首页的 SiteName、SiteDomain、SiteIDCode，栏目页的 ColumnName、ColumnDescription、ColumnKeywords、ColumnType，内容页的 ArticleTitle、PubDate、ContentSource：是否缺失、为空、为占位内容、重复且不一致，名称书写和日期格式是否规范、与页面显示的发布日期是否一致，域名、名称、标识码是否与本网站相符。',
  cannotSee:
    '页面类型由地址、标签和内容推断，推断不出的不判断缺失；标签内容是否贴切、栏目类型是否恰当需人工判断；框架内页面的标签不计入。',
};

export default wording;
