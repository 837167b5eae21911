import { matchesOf, READ } from './calendar-dates';

/** Words in a line of dates that say what the date behind them means. */
const MODIFIED =
  /(?:last )?(?:updated|update|modified|revised|edited)|最終更新|更新|改訂|최종 ?수정|수정|업데이트|修改|آخر تحديث|تحديث/gi;

const PUBLISHED =
  /(?:first )?(?:published|posted|issued|created|released|date|(?:local )?time)|公開|掲載|配信|発信|投稿|入力|등록|입력|게재|승인|发布|发表|發布|時間|时间|日時|日期|تاريخ النشر|النشر|نشر/gi;

/** Words and weekdays that say nothing more than the date itself. `the` may begin a name: `The Japan News 1 April 2025`. */
const FILLERS =
  /\b(?:on|at|the(?! [a-z])|of|online|last|first|day|mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:rs?|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)\b|[日月火水木金土]曜日?|[(（][日月火水木金土][)）]|星期[一二三四五六日天]|[周週][一二三四五六日]|[월화수목금토일]요일|[(（][월화수목금토일一二三四五六][)）]|于|於|في|الساعة|الأحد|الاثنين|الإثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت/gi;

/** An ISO date and its time are joined by a `T`. */
const JOINT = /\ue000T(?=\ue000)/g;

/** What stands between a byline or a section and the date: `By Lena Ortmann | March 3, 2025` */
const EDGES = /^[\s|/·•｜,–—-]+|[\s|/·•｜,–—-]+$/g;

const LETTER = /[\p{L}\p{N}]/u;

/** Where a line says that the date behind it, or before it, is that of an update; `rest` has dates and times masked out. */
export function modifiedIn(rest: string): readonly number[] {
  return LETTER.test(rest) ? matchesOf(MODIFIED, rest).map(({ index }) => index) : [];
}

/**
 * What a line says besides dates, times and the words that belong to them.
 *
 * @param rest the line with dates and times masked out
 * @returns `''` where nothing is left
 */
export function otherWords(rest: string): string {
  if (!LETTER.test(rest)) return '';
  const left = rest
    .replace(JOINT, READ)
    .replace(MODIFIED, ' ')
    .replace(PUBLISHED, ' ')
    .replace(FILLERS, ' ')
    .replace(/\ue000+/g, ' ')
    .replace(EDGES, '');
  return LETTER.test(left) ? left : '';
}

const RELATIVE: readonly RegExp[] = [
  /^(?:published |posted |updated )?(?:about |over |almost )?(?:\d{1,3} ?|an? |one )(?:s|sec|second|m|min|minute|h|hr|hour|d|day|w|week|month|mo|y|yr|year)s? ago$/,
  /^(?:just now|yesterday|today|moments ago)$/,
  /^(?:約 ?)?\d{1,3} ?(?:秒|分|時間|日|週間|か月|ヶ月|カ月|年) ?前$/,
  /^\d{1,3} ?(?:초|분|시간|일|주|개월|년) ?전$/,
  /^(?:\d{1,3} ?(?:秒|分钟|分鐘|小时|小時|天|周|週|个月|個月|年)前|刚刚|昨天)$/,
  /^(?:منذ|قبل) (?:\d{1,3} )?\p{L}{2,10}$/u,
];

/** Whether a folded line is a time relative to now, such as `4 hours ago`. */
export function isRelative(folded: string): boolean {
  return RELATIVE.some((pattern) => pattern.test(folded));
}
