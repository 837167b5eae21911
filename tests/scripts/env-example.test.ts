import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './run-module';

const CONFIG = path.join(ROOT, 'config');
/** Not settings of the application: Node's own, and Strapi's switch for its banner. */
const NOT_EXPLAINED = ['NODE_ENV', 'STARTUP_MESSAGE'];

/** `env.int('PORT', 1337)` → `PORT` */
function settingsRead(): string[] {
  const files = readdirSync(CONFIG, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  const text = files.map((file) => readFileSync(path.join(CONFIG, file), 'utf8')).join('\n');
  const names = [...text.matchAll(/\benv(?:\.\w+)?\('([A-Z_]+)'/g)].map(([, name = '']) => name);
  return [...new Set(names)].filter((name) => !NOT_EXPLAINED.includes(name)).sort();
}

describe('.env.example', () => {
  const example = readFileSync(path.join(ROOT, '.env.example'), 'utf8');
  const explained = [...example.matchAll(/^# ([A-Z_]+)=/gm)].map(([, name = '']) => name);

  it('explains every setting that the configuration reads, and no other', () => {
    const ofStrapi = ['STRAPI_TELEMETRY_DISABLED'];
    expect(explained.toSorted()).toEqual([...settingsRead(), ...ofStrapi].sort());
  });
});
