import { namesPlace, readsAsCaption, saysCaption } from '../../../src/importer/parse/caption-signs';
import { rows } from '../rows';

describe('words that only captions have', () => {
  rows([
    ...[
      'The lake is seen at dawn',
      'Bells are pictured here',
      'A cat was shown',
      'Cats were seen',
      'The bell as seen from town',
    ],
    ...[
      'The mayor, left, shakes hands',
      'The mayor, right',
      'The mayor (center)',
      'The mayor (far left)',
      'A cat, centre, sits',
    ],
    ...[
      'The mayor, front left',
      'The mayor, back right',
      'The mayor, top left',
      'A cat, bottom right',
      'A cat, foreground',
    ],
    ...['Cats, background, sit', 'A cat, second from left', 'A cat, second from right', 'A cat, third from left, sits'],
    ...[
      'A cat, third from right',
      'From left, two cats',
      'Cats from top left',
      'Cats from bottom left',
      'Cats, from far left: x',
    ],
    ...['Cats in this photo', 'Cats in a picture', 'Cats in an undated photograph', 'Cats in this combination photo'],
    ...['Cats in a composite picture', 'Cats in a handout photo', 'Cats in this file photo', 'file photo of cats'],
  ])('%s', (text) => {
    expect(saysCaption(text)).toBe(true);
  });

  rows([
    ...[
      'Bell Is Kept',
      'Cats left town',
      'A cat, lefty',
      'A cat, left behind',
      'Oasis seen',
      'The mayor, rightly',
      'profile photos',
    ],
    ...['Turned from leftist', 'Lake seen', 'Photo of cats', 'The photographer', 'Cats, far, left it', '', 'left'],
  ])('not: %j', (text) => {
    expect(saysCaption(text)).toBe(false);
  });
});

describe('the name of a place alone', () => {
  rows([
    ...[
      'The Foreign Ministry in Tokyo',
      'The Bell Tower at Asanagi Harbor',
      'The Station near Asanagi',
      'The Hall of Asanagi',
    ],
    ...[
      'The Old Bell Tower House in Asanagi',
      'Osaka District Court',
      'Asanagi Building',
      'Tax Office',
      'Bell Ministry',
    ],
    ...['Tax Agency', 'Rice Exchange', 'Police Headquarters', 'Asanagi Station', 'Asanagi Airport', 'Lake Hospital'],
    ...[
      'Lake University',
      'Lake Palace',
      'Rose Garden',
      'Lake Park',
      'Bell Museum',
      'Lake Castle',
      'City Hall',
      'Bell Tower',
      'Lake Bridge',
    ],
  ])('%s', (text) => {
    expect(namesPlace(text)).toBe(true);
  });

  rows([
    ...[
      'Bell Kept in Asanagi',
      'The Bell',
      'The Ministry in tokyo',
      'The Ministry in Tokyo Opens Today',
      'The A B C D E in Tokyo',
    ],
    ...[
      'In The Ministry in Tokyo',
      'Court',
      'One Two Three Court',
      'Osaka Courts',
      'osaka Court',
      'Osaka Court Opens',
      'The in Tokyo',
    ],
  ])('not: %s', (text) => {
    expect(namesPlace(text)).toBe(false);
  });
});

describe('sentence case that reads as a caption', () => {
  rows([
    ...[
      'A cat sleeps',
      'An old bell',
      'The lake town',
      'Cats sleep on Monday in town',
      'Cats on Tuesday',
      'Cats on Wednesday',
    ],
    ...[
      'Cats on Thursday',
      'Cats on Friday',
      'Cats on Saturday',
      'Cats on Sunday',
      'Cats in January',
      'Cats in February',
    ],
    ...[
      'Cats in March 2025',
      'Cats on April 10',
      'Cats on May 9, 2025',
      'Cats in June',
      'Cats in July',
      'Cats in August, 1999',
    ],
    ...[
      'Cats in September',
      'Cats in October',
      'Cats in November',
      'Cats in December',
      'Cats on Jan. 3',
      'Cats on Feb. 3',
    ],
    ...['Cats on Aug. 3', 'Cats on Sept. 13', 'Cats on Oct. 3', 'Cats on Nov. 3', 'Cats on Dec. 3'],
  ])('%s', (text) => {
    expect([readsAsCaption(text, false), readsAsCaption(text, true)]).toEqual([true, true]);
  });

  rows(['Cats watch a bell', 'Cats watch an owl', 'Cats watch the lake'])('%s, where more speaks for it', (text) => {
    expect([readsAsCaption(text, false), readsAsCaption(text, true)]).toEqual([false, true]);
  });

  rows([
    ...[
      'Cats sleep',
      'Another cat',
      'Then cats sleep',
      'See The lake',
      'Cats marched in April to town',
      'Cats on Mondayish',
      'Cats a',
    ],
    ...['Cats in May 1899', 'Cats by May'],
  ])('not: %s', (text) => {
    expect([readsAsCaption(text, false), readsAsCaption(text, true)]).toEqual([false, false]);
  });
});
