import fc from 'fast-check';
import type { Profile } from '../../../../src/importer/profiles/profile';

/** Invented words of one script: enough to write pages that read like a newspaper's. */
export interface Words {
  readonly headline: fc.Arbitrary<string>;
  readonly sentence: fc.Arbitrary<string>;
  readonly subhead: fc.Arbitrary<string>;
  readonly person: fc.Arbitrary<string>;
  readonly tag: fc.Arbitrary<string>;
  /** What parts two sentences of a paragraph. */
  readonly between: string;
}

export type Script = 'latin' | 'japanese' | 'korean' | 'chinese' | 'arabic';

const from = (...texts: readonly string[]): fc.Arbitrary<string> => fc.constantFrom(...texts);
const joined = (separator: string, ...parts: readonly fc.Arbitrary<string>[]): fc.Arbitrary<string> =>
  fc.tuple(...parts).map((words) => words.join(separator));
const figure = fc.integer({ min: 2, max: 99 }).map(String);

const NOUN = from(
  'Ferry',
  'Harbor',
  'Lighthouse',
  'Orchard',
  'Village',
  'Bakery',
  'Reservoir',
  'Library',
  'Bridge',
  'Mayor',
);
const VERB = from(
  'Opens',
  'Returns',
  'Loses',
  'Finds',
  'Promotes',
  'Repairs',
  'Answers',
  'Counts',
  'Paints',
  'Borrows',
);
const OBJECT = from(
  'Lost Letters',
  'Night Buses',
  'Old Pier',
  'Second Bell',
  'Eleven Lamps',
  'Pear Train',
  'Paper Boats',
);

const LATIN: Words = {
  headline: fc
    .tuple(
      joined(' ', NOUN, VERB, OBJECT),
      from('', ' in Mikaze', '; 3 Hurt', ' (Update 1)', ' for First Time in U.S.'),
    )
    .map((parts) => parts.join('')),
  sentence: fc
    .tuple(NOUN, VERB, OBJECT, figure)
    .map(
      ([noun, verb, object, count]) =>
        `The ${noun} ${verb} ${object}`.toLowerCase().replace('the', 'The') + `, and ${count} people came to see it.`,
    ),
  subhead: from('Two winters of repairs', 'No bell at night', 'What the town asks'),
  person: joined(' ', from('Mina', 'Taro', 'Ken'), from('Aoki', 'Midorikawa', 'Ode')),
  tag: from('Snow', 'Ferries', 'Old Pier', 'Kurosato'),
  between: ' ',
};

const JAPANESE: Words = {
  headline: joined(
    '',
    from('朝凪市', '黒里村', '緑川町'),
    from('の灯台', 'の渡し船', 'の図書館'),
    from('が再開', '、3年ぶり復活', 'に新しい鐘'),
  ),
  sentence: fc
    .tuple(from('灯台の明かり', '渡し船の鐘', '図書館の本'), figure, from('見守った', '待っていた', '手を振った'))
    .map(([thing, count, did]) => `${thing}が戻り、市民${count}人が桟橋で${did}。`),
  subhead: from('二つの冬', '夜の鐘', '町の願い'),
  person: joined('', from('青木', '緑川'), from('美奈', '太郎')),
  tag: from('大雪', '渡し船', '朝凪市'),
  between: '',
};

const CHINESE: Words = {
  headline: joined(
    '',
    from('朝凪市', '黑里村'),
    from('灯塔', '渡船', '图书馆'),
    from('重新开放', '三年后恢复', '迎来新钟'),
  ),
  sentence: fc
    .tuple(from('灯塔的灯光', '渡船的钟声', '图书馆的书'), figure, from('观看', '等候', '挥手'))
    .map(([thing, count, did]) => `${thing}回来了，${count}名市民在码头${did}。`),
  subhead: from('两个冬天', '夜里的钟', '镇上的愿望'),
  person: joined('', from('林', '王'), from('小雨', '大海')),
  tag: from('大雪', '渡船', '朝凪市'),
  between: '',
};

const KOREAN: Words = {
  headline: joined(
    ' ',
    from('아침물시', '검은마을'),
    from('등대', '나룻배', '도서관'),
    from('다시 열려', '3년 만에 복귀', '새 종 달아'),
  ),
  sentence: fc
    .tuple(
      from('등대의 불빛이', '나룻배의 종소리가', '도서관의 책이'),
      figure,
      from('지켜봤다', '기다렸다', '손을 흔들었다'),
    )
    .map(([thing, count, did]) => `${thing} 돌아오자 시민 ${count}명이 부두에서 ${did}.`),
  subhead: from('두 번의 겨울', '밤의 종', '마을의 바람'),
  person: joined('', from('김', '이'), from('미나', '바다')),
  tag: from('폭설', '나룻배', '부두'),
  between: ' ',
};

const ARABIC: Words = {
  headline: joined(
    ' ',
    from('منارة', 'عبارة', 'مكتبة'),
    from('المدينة', 'القرية'),
    from('تفتح أبوابها من جديد', 'تعود بعد سنوات'),
  ),
  sentence: fc
    .tuple(from('عاد ضوء المنارة', 'عاد جرس العبارة', 'عادت كتب المكتبة'), figure, from('شاهده', 'انتظره'))
    .map(([thing, count, did]) => `${thing} إلى المدينة و${did} ${count} من السكان على الرصيف.`),
  subhead: from('شتاءان من العمل', 'جرس الليل'),
  person: joined(' ', from('منى', 'سامي'), from('البحري', 'الحداد')),
  tag: from('ثلوج', 'عبارات'),
  between: ' ',
};

export const WORDS: Readonly<Record<Script, Words>> = {
  latin: LATIN,
  japanese: JAPANESE,
  chinese: CHINESE,
  korean: KOREAN,
  arabic: ARABIC,
};

/** A paragraph of the script: several sentences. */
export const paragraphOf = ({ sentence, between }: Words): fc.Arbitrary<string> =>
  fc.array(sentence, { minLength: 2, maxLength: 4 }).map((sentences) => sentences.join(between));

/** A headline as lists cut it. */
export const cutHeadlineOf = ({ headline }: Words): fc.Arbitrary<string> =>
  headline.map((text) => `${text.slice(0, -2).trimEnd()}...`);

/** The script of a text: what a label is written in decides what a page around it is written in. */
export function scriptOf(text: string): Script {
  if (/[\uac00-\ud7af]/.test(text)) return 'korean';
  if (/[\u0600-\u06ff]/.test(text)) return 'arabic';
  if (/[\u3040-\u30ff]/.test(text)) return 'japanese';
  return /[\u3400-\u9fff]/.test(text) ? 'chinese' : 'latin';
}

/** The scripts that a site's names are written in; the general reading takes all of them. */
export function scriptsOf({ publisher, sourceNames, rankings }: Profile): readonly Script[] {
  if (publisher === null) return Object.keys(WORDS) as Script[];
  const names = [publisher, ...sourceNames, ...rankings.map(({ label }) => label)];
  return [...new Set(names.map((name) => scriptOf(name)))];
}
