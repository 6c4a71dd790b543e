// The wording that comes with the extension: neutral, in official style; every office changes it to its own.
import type { PaperTexts } from '@/lib/model/paper-template';

export const DEFAULT_TEMPLATE_NAME = '通用模板';

const bulletin = `# 关于{{round.name}}政府网站与政府系统政务新媒体检查情况的通报
@ 各区人民政府，市政府各委、办、局，各市属机构：
按照政府网站与政务新媒体常态化监管的要求，{{office}}依据检查指标，组织开展了{{round.name}}检查。现将检查情况和有关要求通报如下：
一、检查情况
（一）总体情况
1.政府网站。本轮检查对象为{{website.checked}}，共{{website.count}}个，进行了{{website.coverage}}，{{website.unqualified.text}}。{{website.averages}}。
2.政府系统政务新媒体。本轮检查对象为全市政府系统政务新媒体{{media.count}}个（其中：{{media.platforms}}），进行了{{media.coverage}}，{{media.unqualified.text}}。{{media.averages}}。
（二）典型做法
1.政府网站。
{{practice.website}}
2.政府系统政务新媒体。
{{practice.media}}
（三）“我为政府网站找错”平台留言情况
本轮共收到网民留言{{citizen.count}}条，涉及{{citizen.districts}}个区和{{citizen.departments}}个市级部门。{{citizen.top.names}}收到的留言较多，这{{citizen.top.count}}家单位合计占留言总数的{{citizen.top.share}}。反映的问题主要是：{{citizen.kinds}}。按期办结率为{{citizen.ontime.rate}}，{{citizen.overdue.text}}。
二、存在的问题
（一）政府网站方面
{{problems.website}}
（二）政府系统政务新媒体方面
{{problems.media}}
三、下一步工作
（一）抓好问题整改。各单位要对照问题清单逐项核实、逐项整改，明确责任人和完成时限，整改结果及时反馈{{office}}；能立即改正的立即改正，一时难以改正的说明原因和计划。
（二）加强日常巡检。各单位要把本轮发现较多的问题列为日常巡检重点，定期检查栏目更新、链接、附件、搜索、互动和办事功能，防止问题反复出现。
（三）管好政务新媒体账号。各主管主办单位要及时办理账号开设、变更和注销备案，落实内容审核，按要求转载重要信息，对长期不更新或者功能不可用的账号及时清理。
（四）认真开展自查。各区、各部门要按时完成下一轮自查，自查情况在本区、本部门网站公开。公开时间：【待补：自查情况公开时间】。
附件：1.政府网站得分排名　2.政务新媒体检查情况　3.检查发现问题统计　4.“我为政府网站找错”平台留言情况
> {{office}}
> {{date}}
附件1
{{annex.ranking}}
附件2
{{annex.media}}
附件3
{{annex.problems}}
附件4
{{annex.citizens}}
`;

const notice = `# 关于{{round.name}}检查发现问题的整改通知
@ {{unit.name}}：
在{{round.name}}政府网站与政府系统政务新媒体检查中，检查了你单位政府网站{{unit.websites}}个、政务新媒体账号{{unit.accounts}}个（{{unit.subjects}}），发现问题{{unit.problem.count}}项、{{unit.problem.occurrences}}处。现将有关情况和要求通知如下：
一、检查结果
{{unit.results}}
二、问题清单
{{unit.problems}}
三、整改要求
请你单位对照问题清单逐项整改，同类问题一并排查，于{{unit.due}}前将整改情况（包括整改措施、完成时间和整改后的页面截图）反馈{{office}}。对问题有不同意见的，请在期限内书面说明。
> {{office}}
> {{date}}
`;

const selfReport = `# {{unit.name}}{{round.name}}政府网站与政务新媒体自查情况
按照政府网站与政务新媒体检查指标和常态化监管要求，{{unit.name}}对所属政府网站和政务新媒体开展了{{round.name}}自查。现将自查情况公开如下：
一、自查范围
本次自查对象为政府网站{{unit.websites}}个、政务新媒体{{unit.accounts}}个：{{unit.subjects}}。尚未完成检查的对象：{{unit.unfinished}}。
二、自查结果
{{unit.results}}
三、发现的问题
共发现问题{{unit.problem.count}}项、{{unit.problem.occurrences}}处，具体如下：
{{unit.problems}}
四、整改情况
【待补：整改措施和完成情况】
> {{unit.name}}
> {{date}}
`;

export const DEFAULT_TEXTS: PaperTexts = { bulletin, notice, selfReport };
