const ACCOUNT = { email: 'bench@example.org', firstname: 'Bench', lastname: 'Mark', password: 'Secret-1234' };

/** Calls of the APIs and of the admin panel; what is not answered with 2xx is an error. */
export interface Panel {
  get<Answer>(path: string): Promise<Answer>;
  post<Answer>(path: string, body: object): Promise<Answer>;
  put<Answer>(path: string, body: object): Promise<Answer>;
  graphql<Answer>(query: string): Promise<Answer>;
}

const JSON_TYPE = { 'content-type': 'application/json' };

async function send<Answer>(url: string, method: string, headers: object, body?: object): Promise<Answer> {
  const init =
    body === undefined
      ? { method, headers: { ...headers } }
      : { method, headers: { ...headers, ...JSON_TYPE }, body: JSON.stringify(body) };
  const response = await fetch(url, init);
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as Answer;
}

/** Makes the first administrator of a new database and answers its calls; those of the public APIs go without login. */
export async function openPanel(url: string): Promise<Panel> {
  type Registered = { readonly data: { readonly token: string } };
  const { data } = await send<Registered>(`${url}/admin/register-admin`, 'POST', {}, ACCOUNT);
  const headers = { authorization: `Bearer ${data.token}` };
  return {
    get: (path) => send(url + path, 'GET', path.startsWith('/api') ? {} : headers),
    post: (path, body) => send(url + path, 'POST', headers, body),
    put: (path, body) => send(url + path, 'PUT', headers, body),
    graphql: (query) => send(`${url}/graphql`, 'POST', {}, { query }),
  };
}
