import type { Core } from '@strapi/strapi';

const ROLE = 'plugin::users-permissions.role';
const PERMISSION = 'plugin::users-permissions.permission';

/** What anyone may do: read what is published. Everything else is an administrator's decision. */
const ROLE_TYPES = ['public', 'authenticated'] as const;
const READABLE = ['article.article', 'tag.tag', 'ranking-list.ranking-list'] as const;
const QUERIES = ['find', 'findOne', 'history', 'ofArticle'].map((name) => `api::ranking-list.rankings.${name}`);
const ACTIONS = [...READABLE.flatMap((name) => [`api::${name}.find`, `api::${name}.findOne`]), ...QUERIES];

interface Right {
  readonly type: string;
  readonly action: string;
}

const RIGHTS: readonly Right[] = ROLE_TYPES.flatMap((type) => ACTIONS.map((action) => ({ type, action })));

function nameOf({ type, action }: Right): string {
  return `${type} ${action}`;
}

async function grant(strapi: Core.Strapi, { type, action }: Right): Promise<void> {
  const role = await strapi.db.query(ROLE).findOne({ where: { type }, select: ['id'] });
  if (role === null) return;
  const granted = await strapi.db.query(PERMISSION).findOne({ where: { action, role: role.id }, select: ['id'] });
  if (granted === null) await strapi.db.query(PERMISSION).create({ data: { action, role: role.id } });
}

/** Strapi lets anyone sign up; visitors of a newspaper's archive need no account. */
async function closeSignUp(strapi: Core.Strapi): Promise<void> {
  const store = strapi.store({ type: 'plugin', name: 'users-permissions', key: 'advanced' });
  const advanced = (await store.get({})) as Record<string, unknown> | null;
  await store.set({ value: { ...advanced, allow_register: false } });
}

/**
 * Grants reading to everyone and closes the sign-up, each right once in a database's life: what was granted is remembered, so
 * that what an administrator took away stays away.
 */
export async function grantRights(strapi: Core.Strapi): Promise<void> {
  const store = strapi.store({ type: 'plugin', name: 'copydesk', key: 'granted-rights' });
  const remembered = (await store.get({})) as readonly string[] | null;
  const missing = RIGHTS.filter((right) => !(remembered ?? []).includes(nameOf(right)));
  if (missing.length === 0) return;
  await strapi.db.transaction(async () => {
    for (const right of missing) await grant(strapi, right);
    if (remembered === null) await closeSignUp(strapi);
    await store.set({ value: [...(remembered ?? []), ...missing.map(nameOf)] });
  });
}
