/** What to open and what to copy, once the server runs. @param {string} url */
export function welcome(url) {
  return `
copydesk runs. Stop it with Ctrl-C.

  Admin panel   ${url}/admin   (create the first administrator there)
  REST          ${url}/api/articles
  GraphQL       ${url}/graphql

Two lines to copy:

  ${restExample(url)}

  ${graphqlExample(url)}

`;
}

const restExample = (url) => `curl -g '${url}/api/ranking-lists?populate[entries][populate]=article'`;

const graphqlExample = (url) =>
  `curl ${url}/graphql -H 'content-type: application/json' -d '{"query": "{ articles { headline datePublished tags { name } } }"}'`;
