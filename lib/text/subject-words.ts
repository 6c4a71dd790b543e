// What groups and platforms of subjects are called, once for screens, files and papers.
import type { Platform, SubjectGroup } from '@/lib/model/register';

export const GROUP_WORD: Record<SubjectGroup, string> = {
  district: '区',
  department: '市级部门',
  own: '本单位',
  other: '其他',
};

export const PLATFORM_WORD: Record<Platform, string> = {
  wechat: '微信公众号',
  weibo: '新浪微博',
  'wechat-video': '微信视频号',
  toutiao: '今日头条',
  douyin: '抖音',
  app: '移动客户端',
  other: '其他',
};
