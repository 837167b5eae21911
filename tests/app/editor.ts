import request from 'supertest';
import type { TestApp } from './strapi';

const ACCOUNT = { email: 'editor@example.org', firstname: 'Edith', lastname: 'Editor', password: 'Secret-1234' };

export interface Answer {
  readonly status: number;
  readonly body: any;
}

/** The admin panel's calls, as it sends them. Documents are answered in `body.data`. */
export interface Editor {
  create(uid: string, data: object): Promise<any>;
  update(uid: string, id: string, data: object): Promise<any>;
  tryCreate(uid: string, data: object): Promise<Answer>;
  tryUpdate(uid: string, id: string, data: object): Promise<Answer>;
  publish(uid: string, id: string, data?: object): Promise<any>;
  unpublish(uid: string, id: string): Promise<void>;
  discard(uid: string, id: string): Promise<void>;
  remove(uid: string, id: string): Promise<void>;
  clone(uid: string, id: string, data: object): Promise<any>;
  read(uid: string, id: string, status?: 'draft' | 'published'): Promise<any>;
  post(path: string, body: object): Promise<Answer>;
  get(path: string): Promise<Answer>;
}

/** Registers the first administrator, as the panel does on its first visit, and answers with the panel's calls. */
export async function startEditor(app: TestApp): Promise<Editor> {
  const server = app.strapi.server.httpServer;
  const registered = await request(server).post('/admin/register-admin').send(ACCOUNT);
  const { token } = registered.body.data;
  const send = async (method: 'get' | 'post' | 'put' | 'delete', path: string, body?: object): Promise<Answer> => {
    const call = request(server)[method](path).set('Authorization', `Bearer ${token}`);
    const { status, body: answer } = body === undefined ? await call : await call.send(body);
    return { status, body: answer };
  };
  const expectOk = async (answer: Promise<Answer>): Promise<any> => {
    const { status, body } = await answer;
    if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`);
    return body.data;
  };
  const at = (uid: string, rest = '') => `/content-manager/collection-types/${uid}${rest}`;
  return {
    create: (uid, data) => expectOk(send('post', at(uid), data)),
    update: (uid, id, data) => expectOk(send('put', at(uid, `/${id}`), data)),
    tryCreate: (uid, data) => send('post', at(uid), data),
    tryUpdate: (uid, id, data) => send('put', at(uid, `/${id}`), data),
    publish: (uid, id, data = {}) => expectOk(send('post', at(uid, `/${id}/actions/publish`), data)),
    unpublish: (uid, id) => expectOk(send('post', at(uid, `/${id}/actions/unpublish`), {})),
    discard: (uid, id) => expectOk(send('post', at(uid, `/${id}/actions/discard`), {})),
    remove: (uid, id) => expectOk(send('delete', at(uid, `/${id}`))),
    clone: (uid, id, data) => expectOk(send('post', at(uid, `/clone/${id}`), data)),
    read: (uid, id, status = 'draft') => expectOk(send('get', at(uid, `/${id}?status=${status}`))),
    post: (path, body) => send('post', path, body),
    get: (path) => send('get', path),
  };
}
