import type { Schema, Struct } from '@strapi/strapi';

export interface ArticleAuthor extends Struct.ComponentSchema {
  collectionName: 'components_article_authors';
  info: {
    displayName: 'Author';
    icon: 'user';
  };
  attributes: {
    affiliation: Schema.Attribute.String;
    name: Schema.Attribute.String & Schema.Attribute.Required;
  };
}

export interface ArticlePhoto extends Struct.ComponentSchema {
  collectionName: 'components_article_photos';
  info: {
    displayName: 'Photo';
    icon: 'picture';
  };
  attributes: {
    caption: Schema.Attribute.Text;
    creditText: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 1000;
      }>;
    image: Schema.Attribute.Media<'images'>;
  };
}

export interface RankingEntry extends Struct.ComponentSchema {
  collectionName: 'components_ranking_entries';
  info: {
    displayName: 'Entry';
    icon: 'bulletList';
  };
  attributes: {
    article: Schema.Attribute.Relation<'oneToOne', 'api::article.article'>;
    description: Schema.Attribute.Text;
    headline: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 1000;
      }>;
    headlineKey: Schema.Attribute.String & Schema.Attribute.Private;
    hidden: Schema.Attribute.Boolean & Schema.Attribute.DefaultTo<false>;
    linkState: Schema.Attribute.Enumeration<['resolved', 'unresolved', 'ambiguous', 'manual']> &
      Schema.Attribute.DefaultTo<'unresolved'>;
    pinned: Schema.Attribute.Boolean & Schema.Attribute.DefaultTo<false>;
    position: Schema.Attribute.Integer &
      Schema.Attribute.SetMinMax<
        {
          min: 1;
        },
        number
      >;
    truncated: Schema.Attribute.Boolean & Schema.Attribute.Private & Schema.Attribute.DefaultTo<false>;
    url: Schema.Attribute.Text;
  };
}

declare module '@strapi/strapi' {
  export namespace Public {
    export interface ComponentSchemas {
      'article.author': ArticleAuthor;
      'article.photo': ArticlePhoto;
      'ranking.entry': RankingEntry;
    }
  }
}
