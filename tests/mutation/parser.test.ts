/** The tests that the mutation run judges, in one file: each mutant then loads the parser once. `npm test` runs them where they stand. */
import '../importer/normalise/normalise.test';
import '../importer/parse/dateline.test';
import '../importer/parse/parse-document.test';
import '../importer/parse/properties.test';
import '../importer/parse/shapes.test';
import '../importer/profiles/profile-files.test';
import '../importer/readers/decode.test';
