import type { RankingWindow } from '../documents';

/** How headings name the time that a list counts, folded. */
const PHRASES: Readonly<Record<RankingWindow, readonly string[]>> = {
  '24h': [
    ...[
      'in the past 24 hours',
      'in the last 24 hours',
      'over the past 24 hours',
      'in past 24 hours',
      'in 24 hours',
      'past 24 hours',
      'last 24 hours',
      '24 hours',
      '24 hour',
      '24h',
    ],
    ...['in the past day', 'of the day', "today's", 'today', 'daily', '24時間', 'デイリー', '日間', '今日の', '本日の'],
    ...['24시간', '일간', '오늘의', '24小时', '24小時', '日榜', '今日', 'اليوم'],
  ],
  '7d': [
    ...[
      'in the past week',
      'in the last week',
      'over the past week',
      'past week',
      'in the past 7 days',
      'in the last 7 days',
    ],
    ...[
      'past 7 days',
      'last 7 days',
      '7 days',
      'past seven days',
      'of the week',
      'this week',
      "week's",
      'weekly',
      'week',
    ],
    ...[
      '1週間',
      '一週間',
      '7日間',
      '週間',
      'ウイークリー',
      'ウィークリー',
      '今週の',
      '주간',
      '이번 주',
      '7天',
      '一周',
      '本周',
      '本週',
      '周榜',
      'هذا الأسبوع',
    ],
  ],
  '30d': [
    ...[
      'in the past month',
      'in the last month',
      'over the past month',
      'past month',
      'in the past 30 days',
      'in the last 30 days',
    ],
    ...['past 30 days', 'last 30 days', '30 days', 'of the month', 'this month', "month's", 'monthly', 'month'],
    ...[
      '1か月',
      '1ヶ月',
      '1カ月',
      '30日間',
      '月間',
      'マンスリー',
      '今月の',
      '월간',
      '이번 달',
      '30天',
      '本月',
      '月榜',
      'هذا الشهر',
    ],
  ],
};

const WINDOW_PHRASES: readonly { readonly phrase: string; readonly window: RankingWindow }[] = (
  Object.entries(PHRASES) as [RankingWindow, readonly string[]][]
)
  .flatMap(([window, phrases]) => phrases.map((phrase) => ({ phrase, window })))
  .sort((left, right) => right.phrase.length - left.phrase.length);

const HINT =
  /(?:24|7|30) ?[hd時日시天小]|day|daily|week|month|[日週月周天间間]|デイリー|クリー|マンスリー|일간|주간|월간|시간|오늘|이번|اليوم|هذا/;
const EDGES = /^[\s()[\]:|・/,-]+|[\s()[\]:|・/,-]+$/g;
const EMPTY_BRACKETS = /[([]\s?[)\]]/g;

/** Whether a folded text may name a window at all: a cheap look. */
export function mayHoldWindow(folded: string): boolean {
  return HINT.test(folded);
}

const HOURS = /^\d{1,2} ?(?:h|hours?|時間|시간|小时|小時)$/;

/** Whether a folded line is nothing but a time that lists count: `24時間`, `weekly`. */
export function isWindow(folded: string): boolean {
  return HOURS.test(folded) || withoutWindow(folded)?.label === '';
}

const LATIN = /[a-z0-9]/;
/** What makes another time of the phrase behind it: `3週間`, `数日間`, `6か月間`. */
const NUMBER = /[0-9一二三四五六七八九十数かヶヵカ]/;

/** Whether a phrase stands for itself at a place, and is no part of a word (`midweek`) or of a longer time (`17 days`). */
function standsAlone(folded: string, phrase: string): boolean {
  const at = folded.indexOf(phrase);
  if (at < 0) return false;
  const [before, after] = [folded.charAt(at - 1), folded.charAt(at + phrase.length)];
  return LATIN.test(phrase.charAt(0))
    ? !LATIN.test(before) && !(LATIN.test(phrase.at(-1) ?? '') && LATIN.test(after))
    : !NUMBER.test(before);
}

/**
 * A heading without its window: `popular articles in the past week` → `popular articles`, 7d.
 *
 * @param folded the heading, folded
 * @returns null where it names no window
 */
export function withoutWindow(folded: string): { readonly label: string; readonly window: RankingWindow } | null {
  if (!HINT.test(folded)) return null;
  const found = WINDOW_PHRASES.find(({ phrase }) => standsAlone(folded, phrase));
  if (found === undefined) return null;
  const label = folded
    .replace(found.phrase, ' ')
    .replace(EMPTY_BRACKETS, ' ')
    .replace(/\s{2,}/g, ' ')
    .replace(EDGES, '');
  return { label, window: found.window };
}
