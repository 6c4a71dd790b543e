// Says in one sentence why the database did not do what was asked.
import { DeskError } from './desk-error';

/** The refusal for a failure of the repository. The technical cause goes along as `cause`. */
export function storageError(error: unknown): DeskError {
  const names = new Set<string>();
  for (let cause: unknown = error; cause instanceof Error && names.size < 5; cause = innerOf(cause)) {
    names.add(cause.name);
  }
  const refusal = new DeskError('storage', sentenceFor(names));
  refusal.cause = error;
  return refusal;
}

function innerOf(error: Error): unknown {
  return (error as { inner?: unknown }).inner ?? error.cause;
}

function sentenceFor(names: ReadonlySet<string>): string {
  if (names.has('QuotaExceededError')) return '本机存储空间不足，未能保存，请清理磁盘后重试。';
  if (names.has('VersionError')) return '本机数据已由更新版本的扩展打开，未能保存，请刷新本页面后重试。';
  if (names.has('TimeoutError')) {
    return '暂时打不开本机数据库（正在升级，或被其他检查台页面占用），未作任何改动，请稍后重试；仍不成功的，请关闭其他检查台页面。';
  }
  if (names.has('InvalidStateError') || names.has('DatabaseClosedError') || names.has('MissingAPIError')) {
    return '未能打开本机数据库，未作任何改动，请关闭其他检查台页面后重试。';
  }
  // A full disk comes under many names, most of which say nothing (seen in Chromium 156).
  return '本机数据库读写失败，未作任何改动，请检查磁盘空间后重试；仍不成功的，请重新启动浏览器。';
}
