import type { Batch } from './batch';
import type { BulkSchema } from './schema';
import type { Column, Session } from './sessions/session';

/** The one picture of a photo is the first of its field. */
const FIRST = 1;
const FIELD = 'image';

interface ImageRow {
  readonly photo: number;
  readonly file: number;
}

/** The files that editors added to photos, by the photo's row. */
export async function findImages(
  session: Session,
  { photos, imageLinks }: BulkSchema,
  photoIds: readonly number[],
): Promise<ReadonlyMap<number, number>> {
  if (photoIds.length === 0) return new Map();
  const photo = session.name(imageLinks.owner);
  const sql =
    `select ${photo} as photo, ${session.name(imageLinks.file)} as file from ${session.name(imageLinks.name)} ` +
    `where ${session.isOneOf(photo)} and ${session.name(imageLinks.ownerType)} = '${photos.uid}' and field = '${FIELD}'`;
  const rows = await session.select<ImageRow>(sql, [session.list(photoIds)]);
  return new Map(rows.map(({ photo: id, file }) => [Number(id), Number(file)]));
}

/** Gives photos that were stored anew the files that they had. */
export async function insertImages(
  { session, schema: { photos, imageLinks } }: Batch,
  photoIds: readonly number[],
  files: readonly (number | undefined)[],
): Promise<void> {
  const rows = photoIds.flatMap((id, at) => {
    const file = files[at];
    return file === undefined ? [] : [[file, id, photos.uid, FIELD, FIRST]];
  });
  if (rows.length === 0) return;
  const names = [imageLinks.file, imageLinks.owner, imageLinks.ownerType, 'field', 'order'];
  await session.insert(
    imageLinks.name,
    names.map((name): Column => ({ name, kind: 'plain' })),
    rows,
  );
}
