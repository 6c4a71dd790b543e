// Asks whether restoring a backup finds room on disk, before anything is changed: the database keeps what is replaced until all of
// the new is written, and one that runs full in its middle may be lost (see disk-room).
import { ROOM, roomOnDisk } from './disk-room';
import { FileRefused } from './file-refused';
import type { Repository } from './repository';

/** What a backup holds, bytes: its records as lines of JSON, and its pictures. */
export interface BackupSize {
  records: number;
  pictures: number;
}

/**
 * Room at the highest point, as multiples of bytes; pictures take their size once. Seen in Chromium 156 in fifteen restores of up to 490 MB
 * of records: 1.3 for new ones (the log and the tables made of it), and no more than 1.25 for those that they replace (kept for taking
 * back, and copied when tables are merged).
 */
const NEW_RECORDS = 1.5;
const OLD_RECORDS = 1.25;

/** Rejects with FileRefused when the disk has too little room for restoring this; where the browser does not tell, nothing is refused. */
export async function askForRestoreRoom(repository: Repository, size: BackupSize): Promise<void> {
  const room = await roomOnDisk();
  if (!room) return;
  const incoming = ROOM + size.pictures + NEW_RECORDS * size.records;
  // Stored pictures are a part of what is used but are not copied; they are looked through only where that decides.
  if (room.left >= incoming + OLD_RECORDS * room.used) return;
  const old = Math.max(0, room.used - (await storedPictures(repository)));
  const needed = incoming + OLD_RECORDS * old;
  if (room.left < needed) throw new FileRefused(noRoom(needed, room.left), 'storage');
}

async function storedPictures(repository: Repository): Promise<number> {
  let bytes = 0;
  await repository.transaction('read', ({ evidenceImages }) => {
    bytes = 0;
    return evidenceImages.scan(200, (images) => {
      for (const { blob } of images) bytes += blob.size;
    });
  });
  return bytes;
}

const MEGABYTE = 1024 * 1024;

function noRoom(needed: number, left: number): string {
  const [want, have] = [Math.ceil(needed / MEGABYTE), Math.floor(left / MEGABYTE)];
  return `恢复该备份约需 ${want} MB 磁盘空间，本机可用空间只有 ${have} MB，未作任何改动，请清理磁盘，至少再腾出 ${want - have} MB 后重试。`;
}
