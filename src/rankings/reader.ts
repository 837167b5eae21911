import type { Core } from '@strapi/strapi';
import type { Reader } from './build-rankings';

/** Whether those who ask may read articles: rights to lists give none to what lists link to. */
export async function readerOf(strapi: Core.Strapi, state: { readonly auth?: unknown }): Promise<Reader> {
  try {
    await strapi.get('auth').verify(state.auth, { scope: ['api::article.article.find'] });
    return { mayReadArticles: true };
  } catch {
    return { mayReadArticles: false };
  }
}
