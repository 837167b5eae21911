import type { Core } from '@strapi/strapi';

/** Strategies that an administrator hands out with care: their holders may preview drafts. */
const TRUSTED_STRATEGIES: ReadonlySet<string> = new Set(['content-api-token', 'admin-token']);

interface RequestState {
  readonly route?: { readonly info?: { readonly type?: string } };
  readonly auth?: { readonly strategy?: { readonly name?: string } };
}

/**
 * Whether the code runs for a visitor: a request to REST or GraphQL without an API token. Visitors who signed in count, too.
 * Calls outside of requests and those of the admin panel don't.
 */
export function isPublicRequest(strapi: Core.Strapi): boolean {
  const state = strapi.requestContext.get()?.state as RequestState | undefined;
  if (state?.route?.info?.type !== 'content-api') return false;
  return !TRUSTED_STRATEGIES.has(state.auth?.strategy?.name ?? '');
}
