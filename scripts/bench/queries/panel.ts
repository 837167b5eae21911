const ACCOUNT = { email: 'bench@example.org', firstname: 'Bench', lastname: 'Mark', password: 'Secret-1234' };

/** Calls of the APIs and of the admin panel; what is not answered with 200 is an error. */
export interface Panel {
  get<Answer>(path: string): Promise<Answer>;
  graphql<Answer>(query: string): Promise<Answer>;
}

async function answerOf<Answer>(response: Response): Promise<Answer> {
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as Answer;
}

/** Makes the first administrator of a new database and answers its calls. */
export async function openPanel(url: string): Promise<Panel> {
  const json = { 'content-type': 'application/json' };
  const register = { method: 'POST', headers: json, body: JSON.stringify(ACCOUNT) };
  const { data } = await answerOf<{ readonly data: { readonly token: string } }>(
    await fetch(`${url}/admin/register-admin`, register),
  );
  const headers = { authorization: `Bearer ${data.token}` };
  return {
    get: async (path) => answerOf(await fetch(url + path, path.startsWith('/api') ? {} : { headers })),
    graphql: async (query) =>
      answerOf(await fetch(`${url}/graphql`, { method: 'POST', headers: json, body: JSON.stringify({ query }) })),
  };
}
