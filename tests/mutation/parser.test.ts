/**
 * The tests that the mutation run judges, in one file: each mutant then loads the parser once. `npm test` runs them where they stand.
 * The quick ones first, since the first test that fails ends the run of a mutant. Left out: `parse/large-pages.test.ts`, whose
 * two pages of 20,000 lines take as long as all other tests together, and are about size, not about what is read.
 */
import '../importer/parse/dateline.test';
import '../importer/parse/parse-document.test';
import '../importer/normalise/normalise.test';
import '../importer/parse/shapes.test';
import '../importer/readers/decode.test';
import '../importer/profiles/profile-files.test';
import '../importer/parse/properties.test';
