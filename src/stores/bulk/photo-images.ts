import { isOfField } from './is-of-field';
import type { Column, Session } from './sessions/session';
import type { MorphTable, Table } from './tables';

/** The one picture of a photo is the first of its field. */
const FIRST = 1;
const FIELD = 'image';

/** Components that may have a picture, and the table that says which file it is. */
export interface ImageField {
  readonly table: Pick<Table, 'uid'>;
  readonly images: MorphTable;
}

interface ImageRow {
  readonly id: number;
  readonly photo: number;
  readonly file: number;
}

async function selectLinks(
  session: Session,
  { table, images }: ImageField,
  photoIds: readonly number[],
): Promise<readonly ImageRow[]> {
  if (photoIds.length === 0) return [];
  const photo = `image.${session.name(images.owner)}`;
  const sql =
    `select image.id as id, ${photo} as photo, image.${session.name(images.file)} as file from ${session.name(images.name)} as image ` +
    `where ${session.isOneOf(photo)} and image.${session.name(images.ownerType)} = '${table.uid}' and ${isOfField(FIELD, 'image')}`;
  return session.select<ImageRow>(sql, [session.list(photoIds)]);
}

/** The files that editors added to photos, by the photo's row. */
export async function findImages(
  session: Session,
  field: ImageField,
  photoIds: readonly number[],
): Promise<ReadonlyMap<number, number>> {
  const rows = await selectLinks(session, field, photoIds);
  return new Map(rows.map(({ photo: id, file }) => [Number(id), Number(file)]));
}

/** Gives photos that were stored anew the files that they had. */
export async function insertImages(
  session: Session,
  { table, images }: ImageField,
  photoIds: readonly number[],
  files: readonly (number | undefined)[],
): Promise<void> {
  const rows = photoIds.flatMap((id, at) => {
    const file = files[at];
    return file === undefined ? [] : [[file, id, table.uid, FIELD, FIRST]];
  });
  if (rows.length === 0) return;
  const names = [images.file, images.owner, images.ownerType, 'field', 'order'];
  await session.insert(
    images.name,
    names.map((name): Column => ({ name, kind: 'plain' })),
    rows,
  );
}

/** Takes the files from photos that go; the files themselves stay in the media library. */
export async function removeImages(session: Session, field: ImageField, photoIds: readonly number[]): Promise<void> {
  const ids = (await selectLinks(session, field, photoIds)).map(({ id }) => id);
  if (ids.length > 0) await session.remove(field.images.name, 'id', ids);
}

/** Those of the files that the media library still has. */
export async function standingFiles(
  session: Session,
  { images }: ImageField,
  files: readonly number[],
): Promise<ReadonlySet<number>> {
  if (files.length === 0) return new Set();
  const sql = `select id from ${session.name(images.files)} where ${session.isOneOf('id')}`;
  const rows = await session.select<{ readonly id: number }>(sql, [session.list(files)]);
  return new Set(rows.map(({ id }) => id));
}
