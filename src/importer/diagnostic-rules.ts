import type { Severity } from './documents';
import { PLAN_DIAGNOSTICS } from './plan/plan-diagnostics';

/** A row of the table: what the code means, and one line of advice to whoever meets it. */
export interface DiagnosticRule {
  readonly severity: Severity;
  readonly message: string;
  readonly advice: string;
}

/** The one table of diagnostic codes. They are stable: scripts and editors rely on them. `docs/diagnostics.md` is made from it. */
export const DIAGNOSTIC_RULES = {
  'empty-document': {
    severity: 'error',
    message: 'The document has no text.',
    advice: 'Check the export: the file is empty or holds only white space.',
  },
  'binary-document': {
    severity: 'error',
    message: 'The document is not text.',
    advice: 'Leave images and other binary files out of the import folder.',
  },
  'invalid-bytes': {
    severity: 'warning',
    message: 'Some bytes are no characters of the charset; they are shown as U+FFFD.',
    advice: 'Export the document again, or mend the characters in the entry.',
  },
  'unknown-capture-time': {
    severity: 'warning',
    message: 'The stated time of the capture is no instant; it is not used.',
    advice: 'State date, time and zone, as ISO 8601 does; --field-map says which field of a record holds it.',
  },
  'document-too-large': {
    severity: 'error',
    message: 'The document is larger than allowed.',
    advice: 'Check what it is; raise --max-document-size where it is a real document.',
  },
  'archive-too-large': {
    severity: 'error',
    message: 'The archive expands to more than is allowed.',
    advice: 'Check what it is; raise --max-archive-size where it is a real archive.',
  },
  'broken-archive': {
    severity: 'error',
    message: 'The archive can not be read any further.',
    advice: 'Check that the file is complete; what was read before it stands.',
  },
  'encrypted-entry': {
    severity: 'error',
    message: 'The entry of the archive is encrypted.',
    advice: 'Unpack the archive with its password and import the folder.',
  },
  'invalid-record': {
    severity: 'error',
    message: 'The record can not be read.',
    advice: 'Mend the record; --field-map says which of its fields hold text and address.',
  },
  'invalid-json-ld': {
    severity: 'warning',
    message: 'The structured data of the page is broken; the page is read without it.',
    advice: 'Nothing to do, unless fields are missing.',
  },
  'invalid-front-matter': {
    severity: 'warning',
    message: 'The front matter is no YAML with keys; the document is read without it.',
    advice: 'Mend the lines between the two rules at the top.',
  },
  'unreadable-path': {
    severity: 'error',
    message: 'The path can not be read.',
    advice: 'Check the spelling and the permissions of the path.',
  },
  'no-article': {
    severity: 'error',
    message: 'The document holds no article and no ranking list, only furniture of a page.',
    advice: 'Check the export: the page may have been an error page or a sign-in page.',
  },
  ...PLAN_DIAGNOSTICS,
  'missing-headline': {
    severity: 'warning',
    message: 'The document has no headline.',
    advice: 'Give the article a headline before it is published.',
  },
  'missing-dateline': {
    severity: 'warning',
    message: 'The document has no dateline that could be read.',
    advice: 'Set the date of publication by hand, or look for the dateline in the body.',
  },
  'missing-body': {
    severity: 'warning',
    message: 'The article has no paragraphs.',
    advice: 'Check the export: the page may have been a photo page, or cut off.',
  },
  'relative-date': {
    severity: 'warning',
    message: 'The dateline counts from an unknown moment; it is kept as printed.',
    advice: 'Set the date of publication by hand, or export with absolute times.',
  },
  'date-without-year': {
    severity: 'warning',
    message: 'The dateline states no year; it is kept as printed.',
    advice: 'Set the date of publication by hand.',
  },
  'ambiguous-date': {
    severity: 'warning',
    message: 'Day and month of the dateline can not be told apart; it is kept as printed.',
    advice: 'Set dateOrder in the profile of the site.',
  },
  'impossible-date': {
    severity: 'warning',
    message: 'The calendar has no such day; the dateline is kept as printed.',
    advice: 'Look the date up and set it by hand.',
  },
  'impossible-time': {
    severity: 'warning',
    message: 'A clock shows no such time; only the day is taken.',
    advice: 'Look the time up and set it by hand.',
  },
  'unknown-zone': {
    severity: 'warning',
    message: 'The zone of the dateline is unknown or stands for several; the time has no offset.',
    advice: 'Name the zone in the profile of the site (zones).',
  },
  'update-without-year': {
    severity: 'info',
    message: 'The update note states no year; it stays in the dateline.',
    advice: 'Set dateModified by hand where it matters.',
  },
  'several-datelines': {
    severity: 'info',
    message: 'A further line of dates stands beside the dateline; it is dropped.',
    advice: 'Look whether the right one was taken.',
  },
  'empty-ranking-list': {
    severity: 'info',
    message: 'The heading of a ranking list has no rows.',
    advice: 'Nothing to do, unless the page did show rows.',
  },
  'duplicate-position': {
    severity: 'warning',
    message: 'Two rows of a ranking list have the same number; both stay.',
    advice: 'Look at the page; editors can mend the order in the ranking list.',
  },
  'duplicate-entry': {
    severity: 'info',
    message: 'Two rows of a ranking list have the same headline; both stay.',
    advice: 'Nothing to do, unless the page did show another row.',
  },
  'missing-position': {
    severity: 'info',
    message: 'The printed numbers of a ranking list have a gap.',
    advice: 'Look whether the export lost a row.',
  },
  'list-not-ranked': {
    severity: 'info',
    message: 'A list that ranks nothing is left out.',
    advice: 'If it is a popularity list, add its heading to the rankings of the profile.',
  },
  'unknown-line': {
    severity: 'warning',
    message: 'A line below the article fits no rule; it is not in the body.',
    advice: 'Look whether the line belongs to the article; if it is furniture, add it to the profile.',
  },
  'text-after-list': {
    severity: 'info',
    message: 'Text below a list is taken as part of the body.',
    advice: 'Look whether it belongs to the article; if it is furniture, add it to the profile.',
  },
  'glued-line': {
    severity: 'warning',
    message: 'A related headline and a paragraph stand on one line; the headline is left out.',
    advice: 'Look at the paragraph, and mend it where the seam was misjudged.',
  },
  'template-remains': {
    severity: 'warning',
    message: 'Remains of a page template stand in the text.',
    advice: 'Remove them from the article, or mend the export.',
  },
  'repeated-line': {
    severity: 'info',
    message: 'A headline or caption is printed twice; the second one is left out.',
    advice: 'Nothing to do.',
  },
  'doubtful-headline': {
    severity: 'info',
    message: 'Several lines could be the headline.',
    advice: 'Look whether the right one was taken.',
  },
  'several-documents': {
    severity: 'info',
    message: 'The file holds several articles; each becomes a document of its own.',
    advice: 'Nothing to do.',
  },
  'more-findings': {
    severity: 'info',
    message: 'Further findings are left out of the report.',
    advice: 'parse --explain shows every line with its role.',
  },
  'furniture-dropped': {
    severity: 'info',
    message: 'Dropped as furniture of the page.',
    advice: 'Nothing to do.',
  },
} as const satisfies Record<string, DiagnosticRule>;
