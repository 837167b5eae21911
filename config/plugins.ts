import type { Core } from '@strapi/strapi';

/** An article with its tags and their articles is 6 deep; a list's entries with their articles' tags, 7. */
const GRAPHQL_DEPTH = 10;

const config = ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Plugin => ({
  copydesk: { enabled: true, resolve: './src/plugins/copydesk' },
  graphql: {
    // Who does not serve does without: building its schema takes a quarter of the time and a tenth of the memory of a boot.
    enabled: env.bool('GRAPHQL_ENABLED', true),
    config: {
      endpoint: '/graphql',
      shadowCRUD: true,
      landingPage: env('NODE_ENV') === 'development',
      depthLimit: GRAPHQL_DEPTH,
      defaultLimit: 25,
      maxLimit: 100,
      apolloServer: { introspection: true },
    },
  },
  'users-permissions': { config: { jwtSecret: env('JWT_SECRET') } },
});

export default config;
