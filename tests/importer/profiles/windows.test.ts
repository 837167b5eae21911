import { withoutWindow } from '../../../src/importer/profiles/windows';

describe('the time that a heading names', () => {
  it.each([
    ['most read (weekly)', '7d', 'most read'],
    ['popular articles in past 24 hours', '24h', 'popular articles'],
    ['週間アクセスランキング', '7d', 'アクセスランキング'],
    ['nhk週間ランキング', '7d', 'nhk ランキング'],
    ['一週間アクセスランキング', '7d', 'アクセスランキング'],
    ['アクセスランキング 24時間', '24h', 'アクセスランキング'],
  ])('%s', (heading, window, label) => {
    expect(withoutWindow(heading)).toEqual({ window, label });
  });

  it.each([
    ...['midweek most read', 'weekend most read', 'most popular in the past 17 days', 'most popular in 124 hours'],
    ...[
      'most read past 2 weeks',
      'most read in the last 6 months',
      '3週間アクセスランキング',
      '10日間アクセスランキング',
    ],
    ...['3か月間アクセスランキング', '数日間ランキング'],
  ])('is not invented for %s', (heading) => {
    expect(withoutWindow(heading)).toBeNull();
  });
});
