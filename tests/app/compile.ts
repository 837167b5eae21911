import { execFileSync } from 'node:child_process';
import path from 'node:path';

/** Compiles the application once before the suites that boot it: Strapi loads `dist`. */
export default function compile(): void {
  const root = path.resolve(__dirname, '../..');
  execFileSync(process.execPath, [require.resolve('typescript/bin/tsc'), '-p', root], { stdio: 'inherit' });
}
