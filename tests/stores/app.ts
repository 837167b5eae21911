import { startApp, type TestApp } from '../app/strapi';
import { freshDatabase } from './databases';

/** Boots the application on an empty database of the kind that TEST_DATABASE_CLIENT names. */
export async function startOnFreshDatabase(): Promise<TestApp> {
  const database = await freshDatabase();
  Object.assign(process.env, database.settings);
  const app = await startApp();
  return {
    ...app,
    async stop() {
      await app.stop();
      await database.drop();
    },
  };
}
