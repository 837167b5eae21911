import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ROOT, RUNNER, settingsFor } from './script-run';

it('what is parsed may be read no further, as by `head`', async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'copydesk-closed-'));
  const pages = Array.from({ length: 5000 }, (_, at) =>
    JSON.stringify({
      id: String(at),
      text: `Gull No. ${at} Returns\n14:15 JST, April 10, 2025\nIt was seen on the quay.`,
    }),
  );
  writeFileSync(path.join(folder, 'gulls.jsonl'), pages.join('\n'));
  const args = ['-e', RUNNER, '--', 'parse', '--format=ndjson', path.join(folder, 'gulls.jsonl')];
  const child = spawn(process.execPath, args, { cwd: ROOT, env: settingsFor(folder) });
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  child.stdout.once('data', () => child.stdout.destroy());
  const code = await new Promise((done) => child.once('exit', done));
  rmSync(folder, { recursive: true, force: true });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
});
