import { capturesOf, headlineOf, listOf, stateOf, type Capture, type MonthSize } from './month';

/** What the answers about a generated time have to be, worked out from the captures themselves in the plainest way. */
export interface ExpectedRow {
  readonly position: number;
  readonly headline: string;
  readonly linked: boolean;
  readonly movement: string | null;
  readonly previousPosition: number | null;
  readonly daysOnList: number;
  readonly firstSeenAt: string;
}

export interface ExpectedRanking {
  readonly title: string;
  readonly articleSection: string | null;
  readonly window: string | null;
  readonly capturedAt: string;
  readonly previousAt: string | null;
  readonly entries: readonly ExpectedRow[];
  readonly out: readonly string[];
}

export interface ExpectedArticleRanking {
  readonly title: string;
  readonly articleSection: string | null;
  readonly window: string | null;
  readonly bestPosition: number;
  readonly bestAt: string;
  readonly firstSeenAt: string;
  readonly lastSeenAt: string;
  readonly captures: number;
  readonly daysOnList: number;
  readonly currentPosition: number | null;
}

const dayOf = (at: string): string => at.slice(0, 10);

function movementOf(before: readonly number[] | undefined, article: number, at: number): string | null {
  if (before === undefined) return null;
  const was = before.indexOf(article);
  if (was < 0) return 'new';
  return was === at ? 'same' : was > at ? 'up' : 'down';
}

/** Answers questions about a generated time by looking at all of it. */
export class Reference {
  private readonly byList: readonly (readonly Capture[])[];

  constructor(private readonly size: MonthSize) {
    const byList: Capture[][] = Array.from({ length: size.lists }, () => []);
    for (const capture of capturesOf(size)) byList[capture.list]?.push(capture);
    this.byList = byList;
  }

  /** How many captures a list has up to a time. */
  captures(list: number, at: string): readonly Capture[] {
    return (this.byList[list] ?? []).filter((capture) => capture.at <= at);
  }

  /** A list as of a time. */
  ranking(list: number, at: string): ExpectedRanking {
    const captures = this.captures(list, at);
    const [before, now] = captures.length === 1 ? [undefined, captures[0]] : captures.slice(-2);
    if (now === undefined) throw new Error(`List ${list} had not begun at ${at}`);
    const { title, articleSection, window } = listOf(list);
    return {
      ...{ title, articleSection, window, capturedAt: now.at, previousAt: before?.at ?? null },
      entries: now.rows.map((article, place) => this.row(captures, before, article, place)),
      out: (before?.rows ?? []).filter((article) => !now.rows.includes(article)).map(headlineOf),
    };
  }

  /** The captures of a list up to a time, newest first. */
  history(list: number, at: string, limit = Infinity): readonly ExpectedRanking[] {
    return [...this.captures(list, at)]
      .reverse()
      .slice(0, limit)
      .map((capture) => this.ranking(list, capture.at));
  }

  /** Where an article has ranked up to a time, in the order of the lists. */
  articleRankings(article: number, at: string): readonly ExpectedArticleRanking[] {
    return this.byList.flatMap((_, list) => {
      const all = this.captures(list, at);
      const found = all.flatMap((capture) => {
        const place = capture.rows.indexOf(article) + 1;
        return place === 0 ? [] : [{ at: capture.at, place }];
      });
      const bestPosition = Math.min(...found.map(({ place }) => place));
      const best = found.find(({ place }) => place === bestPosition);
      const [first, last, newest] = [found[0], found.at(-1), all.at(-1)];
      if (best === undefined || first === undefined || last === undefined) return [];
      const { title, articleSection, window } = listOf(list);
      return [
        {
          ...{ title, articleSection, window, bestPosition, bestAt: best.at, captures: found.length },
          ...{ firstSeenAt: first.at, lastSeenAt: last.at },
          daysOnList: new Set(found.map((one) => dayOf(one.at))).size,
          currentPosition: last.at === newest?.at ? last.place : null,
        },
      ];
    });
  }

  private row(captures: readonly Capture[], before: Capture | undefined, article: number, place: number): ExpectedRow {
    const stood = captures.filter(({ rows }) => rows.includes(article));
    const was = before?.rows.indexOf(article) ?? -1;
    return {
      ...{ position: place + 1, headline: headlineOf(article), linked: stateOf(article) === 'published' },
      movement: movementOf(before?.rows, article, place),
      previousPosition: was < 0 ? null : was + 1,
      daysOnList: new Set(stood.map(({ at }) => dayOf(at))).size,
      firstSeenAt: stood[0]?.at ?? '',
    };
  }
}
