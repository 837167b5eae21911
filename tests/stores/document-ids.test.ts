import { newDocumentId, snapshotDocumentId } from '../../src/stores/bulk/document-ids';

describe('document ids', () => {
  const ids = Array.from({ length: 10_000 }, newDocumentId);

  it('have the form that Strapi gives', () => {
    for (const id of [...ids, snapshotDocumentId('top stories')]) expect(id).toMatch(/^[a-z][a-z0-9]{23}$/);
  });

  it('rise, each behind the one before, and differ by chance besides', () => {
    expect(ids.toSorted()).toEqual(ids);
    expect(new Set(ids.map((id) => id.slice(11))).size).toBe(ids.length);
  });

  it('begin with the time', () => {
    const timeOf = (id: string): number => Number.parseInt(id.slice(1, 11), 36) / 1296;
    // Ten thousand are more than the clock has moments for: the last ones run ahead of it.
    expect(Math.abs(timeOf(newDocumentId()) - Date.now())).toBeLessThan(1000);
  });

  it('of one snapshot are one', () => {
    expect(snapshotDocumentId('top stories')).toBe(snapshotDocumentId('top stories'));
    expect(snapshotDocumentId('top stories')).not.toBe(snapshotDocumentId('most read'));
  });
});
