// Instants as the office reads them: Beijing time, whatever the computer's zone.

const TIME = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});
const DAY_TIME = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** `HH:mm:ss` in Asia/Shanghai of an ISO instant. */
export function clockTime(at: string): string {
  return TIME.format(new Date(at));
}

/** `YYYY-MM-DD HH:mm` in Asia/Shanghai of an ISO instant. */
export function dayTime(at: string): string {
  const parts = new Map(DAY_TIME.formatToParts(new Date(at)).map(({ type, value }) => [type, value]));
  return `${parts.get('year')}-${parts.get('month')}-${parts.get('day')} ${parts.get('hour')}:${parts.get('minute')}`;
}
