import { factories } from '@strapi/strapi';

export default factories.createCoreController('api::ranking-list.ranking-list');
