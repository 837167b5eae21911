import { canBeHeadline, canBeSubhead } from '../../../src/importer/parse/wording';
import { judged } from '../rows';

const long = (length: number, end = '') => 'x'.repeat(length - end.length) + end;
const cjk = (length: number, end = '') => '雪'.repeat(length - end.length) + end;

describe('a headline', () => {
  judged(
    canBeHeadline,
    [
      ...[
        'Bell of Lake Town Kept',
        'Who Keeps the Bell?',
        'Bell Kept!',
        'Bell Kept in U.S.',
        'Bell in Ho...',
        'iPhone Sales Fall',
      ],
      ...[
        'x9 Rocket Flies',
        '9 Bells',
        '鐘を残す',
        long(400).replace('x', 'X'),
        long(150, '?').replace('x', 'X'),
        'Lake?',
      ],
      ...['Bell Kept; Cat Sleeps', 'Bell (Kept)', 'U.S. Bell Kept', 'Bell. the'],
    ],
    [
      ...[
        'It rang.',
        'Bell kept:',
        'Bell kept：',
        'Bell kept,',
        'Bell kept、',
        'Bell kept;',
        'Bell kept；',
        '…',
        '',
        'the bell kept',
      ],
      ...[
        '— X, Mikaze',
        '– X',
        '-X',
        '- X',
        'Seen in Asanagi. Reuters/Ode',
        'Seen in town.” “Reuters',
        '鳴った。猫',
        long(401).replace('x', 'X'),
      ],
      ...[
        long(151, '?').replace('x', 'X'),
        'Why? The Bell?',
        'Seen here.  Reuters',
        'Seen here.) “Reuters',
        'i Phone',
        'bell9Kept.',
      ],
    ],
  );
});

describe('a sub-head', () => {
  const capital = (length: number) => long(length).replace('x', 'X');
  judged(
    canBeSubhead,
    ['Bell kept', 'Bell', '鐘', capital(70), cjk(30), '9 Bells', '¿Bell', 'Bell / Cat', 'Bell. Cat'],
    [
      ...[
        'Bell kept.',
        'bell kept',
        capital(71),
        cjk(31),
        '9',
        '',
        'See http://x',
        'Bell:',
        'Bell：',
        'Bell,',
        'Bell、',
        'Bell;',
        'Bell；',
      ],
      ...[
        '- Bell',
        '—Bell',
        '–Bell',
        '―Bell',
        '*Bell',
        '•Bell',
        '・Bell',
        '"Bell',
        '“Bell',
        '「鐘',
        '『鐘',
        '(Bell',
        '（鐘',
        '[Bell',
        '［鐘',
      ],
      ...['#Bell', '@Bell', 'é bell'],
    ],
  );
});
