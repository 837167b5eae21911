/**
 * Imports one document per store and prints, as JSON, the instants as the database has them: run as a process of its own, since a process's zone is set
 * before it starts.
 */
const path = require('node:path');

const dist = path.resolve(__dirname, '../../dist');
const { createStrapi } = require('@strapi/strapi');
const { createBulkStore } = require(path.join(dist, 'src/stores/bulk-store'));
const { createDocumentStore } = require(path.join(dist, 'src/stores/document-store'));
const { importRecords } = require(path.join(dist, 'src/importer/import-records'));

/** Texts as the server itself writes them; SQLite has numbers. */
const AS_TEXT = { postgres: '??::text', mysql: "date_format(??, '%Y-%m-%d %H:%i:%s.%f')", sqlite: '??' };

async function* only(record) {
  yield record;
}

async function main() {
  const records = JSON.parse(process.argv[2]);
  const strapi = createStrapi({ appDir: path.resolve(__dirname, '../..'), distDir: dist });
  strapi.log.level = 'error';
  await strapi.load();
  const options = { importedAt: '2025-05-01T00:00:00.000Z' };
  const stores = [createDocumentStore, createBulkStore].map((create) =>
    create(strapi, { status: 'published', runId: 'zone' }),
  );
  for (const [at, store] of stores.entries()) {
    for await (const { action } of importRecords(only(records[at]), store, options))
      if (action !== 'create') throw new Error(action);
  }
  const cast = AS_TEXT[strapi.db.dialect.client];
  const column = (name) => strapi.db.connection.raw(`${cast} as ??`, [name, name]);
  const rows = await strapi.db
    .getConnection('articles')
    .select('slug', column('date_published'), column('created_at'), column('published_at'))
    .orderBy('id');
  process.stdout.write(JSON.stringify({ zone: process.env.TZ, rows }));
  await strapi.destroy();
}

main().catch((error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});
