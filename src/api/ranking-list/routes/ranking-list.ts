import { factories } from '@strapi/strapi';

export default factories.createCoreRouter('api::ranking-list.ranking-list');
