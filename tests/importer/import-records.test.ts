import { batchesOf } from '../../src/importer/batches/batches-of';
import { eachInHalves } from '../../src/importer/batches/each-in-halves';
import { wavesOf } from '../../src/importer/batches/waves';
import { importRecords } from '../../src/importer/import-records';
import type { PlannedDocument } from '../../src/importer/plan/planned-document';
import type { ArticleFields, DocumentRecord } from '../../src/importer/records';
import type { DocumentResult } from '../../src/importer/report';
import type { Store, StoredState } from '../../src/importer/store';

const FIELDS: ArticleFields = {
  ...{ headline: 'Tide', kicker: null, description: null, body: [], photos: [], authors: [], datePublished: null },
  ...{ datePublishedPrecision: null, dateModified: null, dateline: null, articleSection: null, inLanguage: null },
  ...{ tags: [], sourceUrl: null, publisher: null },
};

function record(identity: string, article: string | null, headline = 'Tide'): DocumentRecord {
  return {
    source: {
      ...{ identity, path: identity, index: 0, url: null, capturedAt: null, sha256: `${identity} ${headline}` },
      ...{ encoding: 'utf-8', raw: headline, parserVersion: '1', profile: 'general' },
    },
    article: { identity: article, fields: { ...FIELDS, headline } },
    rankingLists: [],
    diagnostics: [],
  };
}

/** A store in memory that knows what it was given, and refuses articles called "Refused". */
function memoryStore(): Store & { readonly sizes: number[] } {
  const sources = new Map<string, DocumentRecord>();
  const articles = new Map<string, ArticleFields>();
  const sizes: number[] = [];
  const stateOf = ({ source, article }: DocumentRecord): StoredState => {
    if (source.identity === 'poison') throw new Error('can not be asked for');
    const fields = articles.get(article?.identity ?? '') ?? null;
    const said = { version: null, own: null };
    const known = fields === null ? null : { documentId: article?.identity ?? '', fields, base: fields, ...said };
    const read = sources.get(source.identity)?.source;
    return { source: read === undefined ? null : { ...read, contentHash: read.sha256 }, article: known };
  };
  return {
    sizes,
    loadMany: async (records) => records.map(stateOf),
    checkMany: async (plans) => plans.map(() => ({ refused: null })),
    async applyMany(plans) {
      sizes.push(plans.length);
      return plans.map(({ record: { article, source }, record: whole }) => {
        if (article?.fields.headline === 'Refused') return { refused: 'not this one' };
        sources.set(source.identity, whole);
        if (article !== null && article.identity !== null) articles.set(article.identity, article.fields);
        return { refused: null };
      });
    },
  };
}

async function* stream<Item>(items: readonly Item[]): AsyncGenerator<Item> {
  yield* items;
}

async function results(records: readonly DocumentRecord[], store: Store, documents = 100): Promise<string[]> {
  const limits = { documents, characters: 1000, looksAhead: true };
  const found: DocumentResult[] = [];
  for await (const result of importRecords(stream(records), store, { importedAt: '', limits })) {
    found.push(result);
  }
  return found.map(({ path, action }) => `${path} ${action}`);
}

describe('importing in batches', () => {
  it('plans two captures of one article one after the other, and answers in the order of the documents', async () => {
    const records = [record('a', 'one'), record('b', 'one', 'Tide turns'), record('c', 'two'), record('d', 'one')];
    const store = memoryStore();
    expect(await results(records, store)).toEqual(['a create', 'b update', 'c create', 'd update']);
    expect(store.sizes).toEqual([2, 1, 1]);
  });

  it('stores a later capture with the next batch, and still answers in the order of the documents', async () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'];
    const records = names.map((name) => record(name, name === 'c' ? 'b' : name, `Tide ${name}`));
    const store = memoryStore();
    const actions = names.map((name) => `${name} ${name === 'c' ? 'update' : 'create'}`);
    expect(await results(records, store, 4)).toEqual(actions);
    expect(store.sizes).toEqual([3, 5, 2]);
  });

  it('lets few documents wait, however many captures one article has', async () => {
    const records = Array.from({ length: 40 }, (_, at) =>
      record(`${at}`, at % 8 === 7 ? `${at}` : 'one', `Tide ${at}`),
    );
    const store = memoryStore();
    const actions = records.map((_, at) => `${at} ${at % 8 === 7 || at === 0 ? 'create' : 'update'}`);
    expect(await results(records, store, 8)).toEqual(actions);
    expect(Math.max(...store.sizes)).toBeLessThanOrEqual(8 + 2);
  });

  it('reads the same source twice in one batch once', async () => {
    expect(await results([record('a', null), record('a', null)], memoryStore())).toEqual(['a create', 'a unchanged']);
  });

  it('rejects what the store refuses, and what it can not be asked for, and nothing else', async () => {
    const records = [record('a', null), record('b', null, 'Refused'), record('poison', null), record('c', null)];
    expect(await results(records, memoryStore())).toEqual(['a create', 'b rejected', 'poison rejected', 'c create']);
  });

  it('plans again what was not stored since its article has changed, and asks a saved plan once for each', async () => {
    const records = [record('a', null), record('b', null)];
    const store = memoryStore();
    const options = { importedAt: '', isDetailed: true };
    const plan: (PlannedDocument | undefined)[] = [];
    for await (const { planned } of importRecords(stream(records), memoryStore(), options)) plan.push(planned);
    let stale = 3;
    const busy: Store = {
      ...store,
      applyMany: async (plans) =>
        (stale -= 1) >= 0 ? plans.map(() => ({ refused: 'busy', isStale: true })) : store.applyMany(plans),
    };
    const expected = (identity: string) => plan.splice(0, 1).find((planned) => planned?.identity === identity) ?? null;
    const found = [];
    for await (const { action } of importRecords(stream(records), busy, { ...options, expected })) found.push(action);
    expect([found, stale]).toEqual([['create', 'create'], -1]);
  });

  it('rejects what changes each time, but not for what was stored meanwhile', async () => {
    const store = memoryStore();
    const oneAtATime: Store = {
      ...store,
      async applyMany([first, ...others]) {
        const headline = first?.record.article?.fields.headline;
        const stored = first === undefined || headline === 'Never' ? [] : await store.applyMany([first]);
        const left = [...(headline === 'Never' ? [first] : []), ...others];
        return [...stored, ...left.map(() => ({ refused: 'busy', isStale: true }))];
      },
    };
    const records = Array.from({ length: 12 }, (_, at) => record(`${at}`, null, at === 11 ? 'Never' : 'Tide'));
    const actions = records.map((_, at) => `${at} ${at === 11 ? 'rejected' : 'create'}`);
    expect(await results(records, oneAtATime)).toEqual(actions);
  });

  it('takes no more at once than it may', async () => {
    const store = memoryStore();
    await results(
      Array.from({ length: 7 }, (_, at) => record(`${at}`, null)),
      store,
      3,
    );
    expect(store.sizes).toEqual([3, 3, 1]);
  });
});

/** Lets all that need not wait for anybody go on. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Imports one document at a time, each stored slowly; answers what became of each, and what the store was asked in which order. */
async function importSlowly(records: readonly DocumentRecord[], looksAhead: boolean, store: Store = memoryStore()) {
  const asked: string[] = [];
  const slow: Store = {
    ...store,
    loadMany(some, rules) {
      asked.push(...some.map(({ source }) => `load ${source.identity}`));
      return store.loadMany(some, rules);
    },
    async applyMany(plans) {
      await turn();
      asked.push(...plans.map((plan) => `store ${plan.record.source.identity}`));
      return store.applyMany(plans);
    },
  };
  const limits = { documents: 1, characters: 1000, looksAhead };
  const actions: string[] = [];
  for await (const { action } of importRecords(stream(records), slow, { importedAt: '', limits })) actions.push(action);
  return { actions, asked };
}

describe('looking ahead', () => {
  it('looks the next documents up while the last ones are stored', async () => {
    const { asked } = await importSlowly([record('a', 'one', 'Tide'), record('b', 'two', 'Ebb')], true);
    expect(asked).toEqual(['load a', 'load b', 'store a', 'store b']);
  });

  it('does not where storing keeps the thread busy', async () => {
    const { asked } = await importSlowly([record('a', 'one', 'Tide'), record('b', 'two', 'Ebb')], false);
    expect(asked).toEqual(['load a', 'store a', 'load b', 'store b']);
  });

  it('looks those up again that what is stored meanwhile has to do with', async () => {
    const records = [
      record('a', 'one'),
      record('b', 'one', 'Ebb'),
      record('c', 'two', 'Flood'),
      record('b', null, 'Ebb'),
    ];
    const { actions, asked } = await importSlowly(records, true);
    expect(actions).toEqual(['create', 'update', 'create', 'unchanged']);
    expect(asked.filter((what) => what.startsWith('load'))).toEqual(['load a', 'load b', 'load b', 'load c', 'load b']);
  });

  it('asks once more where the store could not be asked', async () => {
    const store = memoryStore();
    let isDown = false;
    const { actions } = await importSlowly([record('a', null), record('b', null, 'Ebb')], true, {
      ...store,
      loadMany(records, rules) {
        isDown = !isDown && records[0]?.source.identity === 'b';
        return isDown ? Promise.reject(new Error('down')) : store.loadMany(records, rules);
      },
    });
    expect(actions).toEqual(['create', 'create']);
  });

  it('answers for what is stored before the next documents come', async () => {
    let letGo = (): void => undefined;
    const first = new Promise<void>((resolve) => (letGo = resolve));
    async function* waiting(): AsyncGenerator<DocumentRecord> {
      yield record('a', null);
      await first;
      yield record('b', null, 'Ebb');
    }
    const limits = { documents: 1, characters: 1000, looksAhead: true };
    const actions: string[] = [];
    for await (const { path } of importRecords(waiting(), memoryStore(), { importedAt: '', limits })) {
      actions.push(path);
      letGo();
    }
    expect(actions).toEqual(['a', 'b']);
  });

  /** Imports two documents into a store that can't store; answers what is asked of it, and when the import has ended. */
  async function importInVain(
    second: () => Promise<DocumentRecord>,
    load: () => Promise<void> = async () => undefined,
  ) {
    async function* two(): AsyncGenerator<DocumentRecord> {
      yield record('a', null);
      yield await second();
    }
    const events: string[] = [];
    const store: Store = {
      ...memoryStore(),
      async loadMany(records, rules) {
        const [identity] = records.map(({ source }) => source.identity);
        events.push(`load ${identity}`);
        if (identity === 'b') await load();
        events.push(`loaded ${identity}`);
        return memoryStore().loadMany(records, rules);
      },
      applyMany: () => turn().then(() => Promise.reject(new Error('gone'))),
    };
    const options = { importedAt: '', limits: { documents: 1, characters: 1000, looksAhead: true } };
    const results = importRecords(two(), store, options);
    await expect(results.next()).rejects.toThrow('gone');
    events.push('end');
    return events;
  }

  it('asks the store nothing behind its end, however late the next documents come', async () => {
    let letGo = (_: DocumentRecord): void => undefined;
    const events = await importInVain(() => new Promise<DocumentRecord>((resolve) => (letGo = resolve)));
    letGo(record('b', null, 'Ebb'));
    await turn();
    expect(events).toEqual(['load a', 'loaded a', 'end']);
  });

  it('ends when the store has answered', async () => {
    const events = await importInVain(
      async () => record('b', null, 'Ebb'),
      async () => {
        for (let turns = 0; turns < 5; turns += 1) await turn();
      },
    );
    expect(events).toEqual(['load a', 'loaded a', 'load b', 'loaded b', 'end']);
  });

  it('lets nobody hear of documents that could not be read, once storing has failed', async () => {
    const heard: unknown[] = [];
    const hear = (error: unknown): void => void heard.push(error);
    process.on('unhandledRejection', hear);
    await importInVain(() => Promise.reject(new Error('unreadable')));
    await turn();
    process.off('unhandledRejection', hear);
    expect(heard).toEqual([]);
  });
});

describe('batches', () => {
  it('end where their size is reached; one large item has one of its own', async () => {
    const batches = [];
    for await (const batch of batchesOf(stream([[1, 1], [9, 1, 2], [], [2]]), (size) => size, {
      documents: 3,
      characters: 4,
    })) {
      batches.push(batch);
    }
    expect(batches).toEqual([[1, 1], [9], [1, 2], [2]]);
  });

  it('are not collected before they are asked for', async () => {
    let read = 0;
    async function* counted(): AsyncGenerator<readonly number[]> {
      for (; read < 100; read += 1) yield [read];
    }
    const batches = batchesOf(counted(), () => 1, { documents: 10, characters: 1000 });
    await batches.next();
    await turn();
    expect(read).toBeLessThan(20);
  });

  it('come apart into waves that hold each source and each article once', () => {
    const records = [record('a', 'one'), record('b', 'two'), record('a', 'two'), record('c', 'one'), record('d', null)];
    expect(wavesOf(records)).toEqual([
      [0, 1, 4],
      [2, 3],
    ]);
  });
});

describe('work in halves', () => {
  it('fails for the items alone that fail by themselves', async () => {
    let calls = 0;
    const settled = await eachInHalves([1, 2, 3, 4, 5, 6, 7, 8], async (items) => {
      calls += 1;
      if (items.includes(6)) throw new Error(`not ${items.join()}`);
      return items.map((item) => item * 10);
    });
    expect(settled.map((one) => ('value' in one ? one.value : String(one.error)))).toEqual([
      10,
      20,
      30,
      40,
      50,
      'Error: not 6',
      70,
      80,
    ]);
    expect(calls).toBe(7);
  });
});
