/**
 * The tests that the mutation run judges, in one file: each mutant then loads the parser once. `npm test` runs them where they stand.
 * The quick ones first, since the first test that fails ends the run of a mutant. `stryker.config.mjs` says what is left out, and why.
 */
import '../importer/parse/dates/zones.test';
import '../importer/parse/dates/months.test';
import '../importer/parse/dates/dateline-words.test';
import '../importer/parse/dates/calendar-dates.test';
import '../importer/parse/dates/clock-times.test';
import '../importer/parse/dates/statements.test';
import '../importer/parse/dateline.test';
import '../importer/parse/breadcrumb.test';
import '../importer/parse/bylines.test';
import '../importer/parse/caption-signs.test';
import '../importer/parse/choose-site.test';
import '../importer/parse/choose-dateline.test';
import '../importer/parse/credits.test';
import '../importer/parse/furniture.test';
import '../importer/parse/head-length.test';
import '../importer/parse/headline.test';
import '../importer/parse/labels.test';
import '../importer/parse/lines.test';
import '../importer/parse/markers.test';
import '../importer/parse/number-words.test';
import '../importer/parse/ranking-list.test';
import '../importer/parse/related-line.test';
import '../importer/parse/tags.test';
import '../importer/parse/title-case.test';
import '../importer/parse/wording.test';
import '../importer/parse/wording-headlines.test';
import '../importer/parse/parse-document.test';
import '../importer/parse/stated.test';
import '../importer/normalise/normalise.test';
import '../importer/parse/shapes.test';
import '../importer/readers/decode.test';
import '../importer/profiles/profile-files.test';
