// Reads a hand-over file suspiciously, one inspection after the other, and checks its content hash at the end.
import type { z } from 'zod';
import type { PageFacts } from '@/lib/model/page-facts';
import { canonicalJson } from '@/lib/text/canonical-json';
import { byteLinesOf } from './file-lines';
import { FileRefused, schemaVersion } from './file-refused';
import {
  damagedHandover,
  EndLine,
  FactsLine,
  FileHash,
  HANDOVER_FAMILY,
  HANDOVER_VERSION,
  HandoverHeader,
  handoverVersions,
  ImageLine,
  SessionLine,
  type Shared,
  sharedTables,
} from './handover-format';
import { type ImageMime, imageBytes } from './image-data';
import { tableShapes } from './tables';

/** A picture as it lies in a file: bytes, for a Blob of each would be kept by the browser though nobody asks for it. */
export interface FilePicture {
  bytes: Uint8Array<ArrayBuffer>;
  mime: ImageMime;
}

/** One inspection of a file with its pictures and facts. */
export interface FileSession {
  content: SessionLine;
  facts: Map<string, PageFacts>;
  images: Map<string, FilePicture>;
}

/** What `visit` of `readHandover` gets to see, in the order of the file. */
export interface HandoverVisitor {
  /** Header and shared records, before the first session. */
  start(header: HandoverHeader, shared: Shared): Promise<void>;
  /** Some sessions at a time, at most a few megabytes; while it works the next are read; no two calls overlap. */
  sessions(sessions: readonly FileSession[]): Promise<void>;
}

const FOREIGN = '所选文件不是政务网站检查台的检查交接文件，请核对后重新选择。';
const NEWER = '该交接文件由更新版本的政务网站检查台生成，请先升级扩展再导入。';
const TOO_LARGE = '交接文件超过 2 GB，未作任何改动，请在原电脑上分检查员导出后再合并。';
const MOST_BYTES = 2 * 1024 ** 3;
/** Longest line: a picture of 48 MB, or a whole file of version 1. */
const LONGEST_LINE = 192 * 1024 * 1024;
/** So much is handed over at once: sessions, or bytes of their pictures. */
const MOST_SESSIONS = 12;
const MOST_PICTURES = 8 * 1024 * 1024;

/**
 * Reads a file of any version and hands it over piece by piece; nothing of it is sure before the call resolves, because
 * the hash comes last. Rejects with FileRefused.
 * @param options.checked the hash was found right before (a Blob does not change), so it is not worked out again.
 */
export async function readHandover(
  file: Blob,
  visitor: HandoverVisitor,
  { checked = false }: { checked?: boolean } = {},
): Promise<void> {
  if (file.size > MOST_BYTES) throw new FileRefused(TOO_LARGE);
  const reader = new Reader(visitor);
  try {
    await readLines(file, reader, checked);
    await reader.finish();
  } finally {
    await reader.settled();
  }
}

async function readLines(file: Blob, reader: Reader, checked: boolean): Promise<void> {
  const hash = new FileHash();
  let lines = 0;
  let end: z.infer<typeof EndLine> | undefined;
  for await (const { json, bytes } of jsonLines(file)) {
    if (end) throw damagedHandover('结束行之后还有内容');
    if ('end' in json) {
      end = EndLine.safeParse(json).data;
      if (!end) throw damagedHandover('结束行无法识别');
      continue;
    }
    lines += 1;
    if (reader.version !== 1 && !checked) await hash.add(bytes);
    await reader.take(json);
  }
  if (reader.version === 1) return;
  if (!end || end.lines !== lines) throw damagedHandover('文件没有结束行，可能未传完');
  if (checked || end.hash === (await hash.hex())) return;
  if (end.hash !== (await canonicalHash(file))) {
    throw damagedHandover('内容校验码不符，文件生成后被改动过');
  }
}

/** The hash of a file whose lines are written in another way than the program writes them. */
async function canonicalHash(file: Blob): Promise<string> {
  const hash = new FileHash();
  for await (const { json } of jsonLines(file)) if (!('end' in json)) await hash.add(canonicalJson(json));
  return hash.hex();
}

interface JsonLine {
  json: Record<string, unknown>;
  /** As it is written. */
  bytes: Uint8Array<ArrayBuffer>;
}

/** The lines of the file as objects; a file of version 1 as its one document. */
async function* jsonLines(file: Blob): AsyncGenerator<JsonLine> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let number = 0;
  try {
    for await (const bytes of byteLinesOf(file, LONGEST_LINE)) {
      const json = objectOf(decoder.decode(bytes));
      number += 1;
      if (json) yield { json, bytes };
      else if (number === 1) {
        const whole = file.size <= LONGEST_LINE ? objectOf(await file.text()) : undefined;
        if (schemaVersion(whole?.schema, HANDOVER_FAMILY) === undefined) throw new FileRefused(FOREIGN);
        yield { json: whole as JsonLine['json'], bytes };
        return;
      } else throw damagedHandover(`第${number}行无法识别`);
    }
  } catch (error) {
    if (error instanceof FileRefused) throw error;
    throw number === 0
      ? new FileRefused(FOREIGN, 'invalid', error)
      : damagedHandover(`第${number + 1}行无法读取`, error);
  }
  if (number === 0) throw new FileRefused(FOREIGN);
}

function objectOf(text: string): Record<string, unknown> | undefined {
  try {
    const json: unknown = JSON.parse(text);
    return typeof json === 'object' && json !== null && !Array.isArray(json)
      ? (json as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

/** Puts lines together to sessions and checks that they fit. */
class Reader {
  version: number | undefined;
  #header: HandoverHeader | undefined;
  #shared: Shared = Object.fromEntries(sharedTables.map((table) => [table, []])) as unknown as Shared;
  #started = false;
  #current: FileSession | undefined;
  /** Sessions that are whole and wait to be handed over. */
  #ready: FileSession[] = [];
  #readyBytes = 0;
  #line = 0;
  #sessions = new Set<string>();
  #pictures = 0;
  #visit: Promise<void> = Promise.resolve();

  constructor(private readonly visitor: HandoverVisitor) {}

  async take(json: Record<string, unknown>): Promise<void> {
    if (this.version === undefined) {
      this.version = schemaVersion(json.schema, HANDOVER_FAMILY);
      if (this.version === undefined) throw new FileRefused(FOREIGN);
      if (this.version > HANDOVER_VERSION) throw new FileRefused(NEWER);
      let lines = [json];
      const from = this.version;
      for (const step of handoverVersions.filter((one) => one.version >= from)) {
        lines = step.toNext?.(lines) ?? lines;
      }
      for (const line of lines) await this.#take(line);
      return;
    }
    await this.#take(json);
  }

  async finish(): Promise<void> {
    if (!this.#header) throw new FileRefused(FOREIGN);
    await this.#start();
    await this.#close();
    await this.#handOver();
    await this.#visit;
    if (this.#sessions.size !== this.#header.sessions || this.#pictures !== this.#header.pictures) {
      throw damagedHandover('记录数与文件头不一致');
    }
  }

  /** Resolves when no visit is under way any more, however it ended. */
  settled(): Promise<void> {
    return this.#visit.catch(() => undefined);
  }

  async #take(json: Record<string, unknown>): Promise<void> {
    this.#line += 1;
    if (!this.#header) {
      this.#header = this.#parse(HandoverHeader, json);
      return;
    }
    const [kind = '', content] = Object.entries(json)[0] ?? [];
    const table = sharedTables.find((name) => name === kind);
    if (table) {
      if (this.#started) throw damagedHandover(`第${this.#line}行次序不对`);
      const schema: z.ZodType<object> = tableShapes[table].record;
      (this.#shared[table] as object[]).push(this.#parse(schema, content, kind));
      return;
    }
    await this.#start();
    if (kind === 'session') {
      await this.#close();
      this.#current = {
        content: this.#parse(SessionLine, content),
        facts: new Map(),
        images: new Map(),
      };
      this.#pictures += this.#current.content.evidence.length;
      this.#checkSession(this.#current.content);
    } else if (kind === 'facts') {
      const { runId, facts } = this.#parse(FactsLine, content, kind);
      if (!this.#current?.content.runs.some(({ id }) => id === runId))
        throw damagedHandover('网页记录不对应');
      this.#current.facts.set(runId, facts);
    } else if (kind === 'image') {
      const { id, mime, base64 } = this.#parse(ImageLine, content, kind);
      const evidence = this.#current?.content.evidence.find((one) => one.id === id);
      const bytes = imageBytes(base64, mime);
      if (!evidence || !bytes || evidence.mime !== mime) throw damagedHandover('取证图片无法读取');
      this.#current?.images.set(id, { bytes, mime });
    } else throw damagedHandover(`第${this.#line}行无法识别`);
  }

  async #start(): Promise<void> {
    if (this.#started || !this.#header) return;
    this.#started = true;
    await this.visitor.start(this.#header, this.#shared);
  }

  async #close(): Promise<void> {
    const current = this.#current;
    this.#current = undefined;
    if (!current) return;
    if (current.images.size !== current.content.evidence.length) throw damagedHandover('缺少取证图片');
    this.#ready.push(current);
    for (const { bytes } of current.images.values()) this.#readyBytes += bytes.length;
    if (this.#ready.length >= MOST_SESSIONS || this.#readyBytes >= MOST_PICTURES) await this.#handOver();
  }

  async #handOver(): Promise<void> {
    const sessions = this.#ready;
    this.#ready = [];
    this.#readyBytes = 0;
    if (sessions.length === 0) return;
    // Some are stored while the next are read, so there are never more than two portions in memory.
    await this.#visit;
    this.#visit = this.visitor.sessions(sessions);
    this.#visit.catch(() => undefined);
  }

  #checkSession({ session, ...parts }: SessionLine): void {
    if (this.#sessions.has(session.id)) throw damagedHandover('有重复的记录');
    this.#sessions.add(session.id);
    const { subjects, rounds, sets } = this.#shared;
    if (!subjects.some(({ id }) => id === session.subjectId)) throw damagedHandover('检查对象不对应');
    if (!rounds.some(({ id }) => id === session.roundId)) throw damagedHandover('检查轮次不对应');
    if (!sets.some(({ id, version }) => id === session.setId && version === session.setVersion)) {
      throw damagedHandover('指标体系不对应');
    }
    const lists: { sessionId: string }[][] = Object.values(parts);
    if (lists.flat().some(({ sessionId }) => sessionId !== session.id))
      throw damagedHandover('混有其他检查的记录');
    if (parts.journal.some(({ seq }, index) => seq !== index + 1)) throw damagedHandover('操作记录不连续');
    const keys = [
      parts.evidence.map(({ id }) => id),
      parts.evidence.map(({ number }) => `${number}`),
      parts.runs.map(({ id }) => id),
      parts.journal.map(({ id }) => id),
      parts.verdicts.map(({ criterionId }) => criterionId),
    ];
    if (keys.some((list) => new Set(list).size !== list.length)) throw damagedHandover('有重复的记录');
  }

  #parse<T>(schema: z.ZodType<T>, json: unknown, inside?: string): T {
    const parsed = schema.safeParse(json);
    if (parsed.success) return parsed.data;
    const path = [...(inside ? [inside] : []), ...(parsed.error.issues[0]?.path ?? [])].join('.');
    throw damagedHandover(`第${this.#line}行“${path}”处内容不符合要求`, parsed.error);
  }
}
