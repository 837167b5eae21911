type Words = readonly [string, ...string[]];

/** Invented places, people and things: the corpus reads like news, and nobody wrote it. */
export const PLACES: Words = [
  'Asanagi',
  'Mikaze',
  'Kurosato',
  'Tarumino',
  'Hoshikage',
  'Umenoki',
  'Sorachi Bay',
  'Nagihama',
];
export const PEOPLE: Words = [
  'Noriko Takemiya',
  'Shozo Kajiwara',
  'Itsuki Sakaki',
  'Haruto Minagawa',
  'Sawako Hirota',
  'Ren Oda',
];
export const SECTIONS: Words = ['Politics', 'Society', 'Culture', 'Sports', 'Business', 'World'];
export const VERBS: Words = [
  'approves',
  'delays',
  'opens',
  'reviews',
  'restores',
  'moves',
  'counts',
  'rebuilds',
  'names',
  'closes',
];
export const THINGS: Words = [
  ...([
    'harbor bridge',
    'night bus network',
    'tide archive',
    'fish market',
    'reading room',
    'lighthouse road',
  ] as const),
  ...['ferry timetable', 'puppet theater', 'sail loft', 'pear orchard', 'weather tower', 'paper mill'],
];
export const CIRCUMSTANCES: Words = [
  ...(['after a long debate', 'before the spring tide', 'for the first time in 40 years', 'despite doubts'] as const),
  ...['with help from volunteers', 'as visitors return', 'in a vote of 15 to 11', 'without raising fares'],
];
export const TAGS: Words = [
  ...([
    'Asanagi',
    'Transport',
    'Infrastructure',
    'Sea',
    'Education',
    'Baseball',
    'Food',
    'Weather',
    'Theater',
  ] as const),
  ...[
    'Elections',
    'Budget',
    'Schools',
    'Ports',
    'Tourism',
    'Health',
    'Farming',
    'Paper',
    'Music',
    'Museums',
    'Ferries',
  ],
];
export const SENTENCES: Words = [
  'The plan had been discussed for more than a year, and few in the town had expected a result before the summer.',
  'Officials said that the work would be done in two parts, so that one side could stay open to carts and bicycles.',
  'An inspection two years ago had found cracks in 31 of 212 beams, none of which was thought to be dangerous at the time.',
  '“A door that is closed is not cheaper than one that is mended,” said a member of the council to laughter.',
  'Shopkeepers along the quay asked for a second look at the figures, which they said left out the winter months.',
  'By the evening about 300 people had signed a list that lay open on a table beside the ticket window.',
  'The oldest resident, who is 97, said that she had seen three such plans come and go, and had liked the second best.',
  'Work is to begin in January and to last for four years, with a pause each August for the lantern festival.',
  'The prefecture will carry two thirds of the cost; the rest is to come from fees that have yet to be set.',
  'A school class had counted the steps from the station to the sea and found eleven more than the sign says.',
];
