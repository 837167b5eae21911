import { factories } from '@strapi/strapi';

export default factories.createCoreService('api::ranking-list.ranking-list');
