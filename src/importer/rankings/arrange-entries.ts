/** A row as far as its place goes. */
export interface PlacedRow {
  /** The position that an editor pinned it to, null where none. */
  readonly pinnedPosition: number | null;
  readonly hidden: boolean;
}

/** The free place that is nearest to the wanted one: a pin beyond the end means the end. */
function placeNear(wanted: number, count: number, taken: ReadonlySet<number>): number {
  let place = Math.min(wanted, count);
  while (taken.has(place) && place > 1) place -= 1;
  while (taken.has(place)) place += 1;
  return place;
}

function pinnedPlaces<Row extends PlacedRow>(shown: readonly Row[]): ReadonlyMap<number, Row> {
  const pinned = shown.filter(({ pinnedPosition }) => pinnedPosition !== null);
  // From the last to the first, so that rows that are pinned beyond the end keep their order.
  const sorted = [...pinned].reverse().sort((one, other) => (other.pinnedPosition ?? 0) - (one.pinnedPosition ?? 0));
  const places = new Map<number, Row>();
  for (const row of sorted) places.set(placeNear(row.pinnedPosition ?? 1, shown.length, new Set(places.keys())), row);
  return places;
}

/** A row with the position that readers see it at; null where they don't see it. */
export interface Arranged<Row> {
  readonly row: Row;
  readonly position: number | null;
}

/**
 * The curated order: rows stand as they were saved, pinned ones where they are pinned. Readers count those that they see from 1 to n; a
 * hidden row keeps its place in the form and has no position.
 */
export function arrangeEntries<Row extends PlacedRow>(rows: readonly Row[]): readonly Arranged<Row>[] {
  const shown = rows.filter(({ hidden }) => !hidden);
  const pinned = pinnedPlaces(shown);
  const inPins = new Set(pinned.values());
  const others = shown.filter((row) => !inPins.has(row));
  const ordered = shown.map((_, at) => pinned.get(at + 1) ?? others.shift());
  let next = 0;
  return rows.map((row) => {
    if (row.hidden) return { row, position: null };
    next += 1;
    return { row: ordered[next - 1] ?? row, position: next };
  });
}
