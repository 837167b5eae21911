import { isRelative, otherWords } from '../../../../src/importer/parse/dates/dateline-words';
import { rows } from '../../rows';

/** Dates and times are masked out before the rest is looked at. */
const masked = (text: string) => text.replaceAll('#', '\ue000');

describe('what a line of dates says besides', () => {
  rows([
    ...['###', '###T####', '#### ####', '', ' ', '—'],
    ...['Published: ####', 'First published ####', 'Posted on ####', 'issued ####', 'Created ####', 'Released ####'],
    ...['Date: ####', 'Time ####', 'Updated ####', 'last updated at ####', 'Last update: ####', 'modified ####'],
    ...['Revised ####', 'Edited ####', 'on ####', 'at the ####', 'of ####', 'online ####'],
    ...['first ####', 'last ####', 'Day ####', 'Mon, ####', 'Monday ####', 'tue ####', 'Tues ####', 'Tuesday ####'],
    ...['wed ####', 'Wednesday ####', 'thu ####', 'thur ####', 'Thurs ####', 'Thursday ####', 'fri ####'],
    ...['Friday ####', 'sat ####', 'Saturday ####', 'sun ####', 'Sunday ####'],
    ...[
      '公開 ####',
      '掲載：###',
      '配信 ###',
      '発信 ###',
      '投稿 ###',
      '入力 ###',
      '最終更新 ###',
      '更新：###',
      '改訂 ###',
    ],
    ...['등록 ###', '입력 ###', '게재 ###', '승인 ###', '최종수정 ###', '최종 수정 ###', '수정 ###', '업데이트 ###'],
    ...['发布 ###', '发表 ###', '發布 ###', '時間 ###', '时间：###', '日時 ###', '日期 ###', '修改 ###'],
    ...['تاريخ النشر ###', 'النشر ###', 'نشر ###', 'آخر تحديث ###', 'تحديث ###'],
    ...['### (木)', '###（日）', '### 木曜日', '### 木曜', '### 星期三', '### 星期天', '### 周三', '### 週六'],
    ...['### 목요일', '###(목)', '### (三)', '于 ###', '於 ###', 'في ###', 'الساعة ###', 'الأحد ###', 'الاثنين ###'],
    ...['الإثنين ###', 'الثلاثاء ###', 'الأربعاء ###', 'الخميس ###', 'الجمعة ###', 'السبت ###'],
  ])('%s: nothing', (text) => {
    expect(otherWords(masked(text))).toBe('');
  });

  rows([
    ['By Lena Ortmann | ####', 'By Lena Ortmann'],
    ['#### | By Lena Ortmann', 'By Lena Ortmann'],
    ['Society — ####', 'Society'],
    ['####, Harbor News / ', 'Harbor News'],
    ['· Harbor · ####', 'Harbor'],
    ['####Tx', 'Tx'],
    ['T####', 'T'],
    ['Money ####', 'Money'],
    ['####T #####', 'T'],
    ['Sundays in Asanagi ####', 'Sundays in Asanagi'],
    ['Onward ####', 'Onward'],
    ['記者 ####', '記者'],
    ['Harbor #### News', 'Harbor   News'],
  ])('%s: %j', (text, expected) => {
    expect(otherWords(masked(text))).toBe(expected);
  });
});

describe('times relative to now', () => {
  rows([
    ...[
      '4 hours ago',
      'an hour ago',
      'a day ago',
      'one week ago',
      '4h ago',
      '12 min ago',
      '3 mo ago',
      '120 seconds ago',
    ],
    ...[
      'published 2 days ago',
      'posted 5 minutes ago',
      'updated about 2 hours ago',
      'over 3 years ago',
      'almost a year ago',
    ],
    ...['1 sec ago', '5 m ago', '9 hrs ago', '2 yrs ago', '1 yr ago', '2w ago', '7d ago', '1 month ago'],
    ...['just now', 'yesterday', 'today', 'moments ago'],
    ...[
      '3時間前',
      '約3時間前',
      '約 3 時間 前',
      '5分前',
      '10秒前',
      '2日前',
      '1週間前',
      '2か月前',
      '2ヶ月前',
      '2カ月前',
      '1年前',
    ],
    ...['3시간 전', '3 시간 전', '10분전', '5초 전', '2일 전', '1주 전', '2개월 전', '1년 전'],
    ...[
      '3小时前',
      '3 小時前',
      '5分钟前',
      '5分鐘前',
      '10秒前',
      '2天前',
      '1周前',
      '1週前',
      '2个月前',
      '2個月前',
      '1年前',
    ],
    ...['刚刚', '昨天', 'منذ ساعة', 'قبل 3 ساعات', 'منذ 12 دقيقة'],
  ])('%s', (text) => {
    expect(isRelative(text)).toBe(true);
  });

  rows([
    ...['4 hours', '4 hours ago today', 'some 4 hours ago', 'ago', '1234 hours ago', 'hours ago', '4 hourx ago'],
    ...['it was just now', 'today and', 'until yesterday', 'x3時間前', '3時間前x', '1234時間前', '時間前'],
    ...['x3시간 전', '3시간 전x', '1234시간 전', 'x3小时前', '3小时前x', '1234天前', '昨天x', 'x刚刚'],
    ...['xمنذ ساعة', 'منذ', 'منذ ساعة واحدة', 'منذ 1234 ساعة', 'منذ س', ''],
  ])('%j is none', (text) => {
    expect(isRelative(text)).toBe(false);
  });
});
