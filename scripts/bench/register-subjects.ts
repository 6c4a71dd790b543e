// A made-up register for the benches: 74 websites, the rest accounts on all platforms.
import type { Subject } from '../../lib/model/session';

/** Every call gives the same subjects. */
export function registerSubjects(count: number): Subject[] {
  return Array.from({ length: count }, (_, n) => subject(n));
}

function subject(n: number): Subject {
  const common = {
    id: `s${n}`,
    unit: `示例市单位${n % 74}`,
    group: n % 3 === 0 ? ('district' as const) : ('department' as const),
    aliases: [],
    adHoc: false,
    hasServices: true,
    filing: { state: 'filed' as const, openedDay: '2020-03-04' },
  };
  if (n < 74) {
    const host = `site${n}.shili.gov.cn`;
    return {
      ...common,
      kind: 'website',
      name: `示例网站${n}`,
      url: `http://${host}/`,
      host,
      siteIdCode: `${5001000000 + n}`,
    };
  }
  const platform = (['wechat', 'weibo', 'wechat-video', 'toutiao', 'douyin', 'app', 'other'] as const)[n % 7];
  return {
    ...common,
    kind: 'new-media',
    name: `示例账号${n}`,
    account: `gh_${n}`,
    ...(platform && { platform }),
  };
}
