import { mkdirSync, writeFileSync } from 'node:fs';
import { inProject } from './paths.mjs';
import { say } from './messages.mjs';

/** Runs named checks one by one, tells each result, and counts them. */
export class Checklist {
  passed = 0;
  failed = 0;
  /** What could not be checked, and why; never left unsaid. */
  skipped = [];

  /**
   * @param {string} name what must hold
   * @param {() => unknown} check throws or rejects with the reason where it does not
   */
  async check(name, check) {
    try {
      await check();
      this.passed += 1;
      say(`  ✓ ${name}`);
    } catch (error) {
      this.failed += 1;
      say(`  ✗ ${name}: ${error.message}`);
    }
  }

  skip(name, why) {
    this.skipped.push(`${name}: ${why}`);
    say(`  – ${name}: not checked, ${why}`);
  }

  /** @param {string} suite name of the file in reports/ that the summary of all suites reads */
  write(suite) {
    writeReport(suite, { passed: this.passed, failed: this.failed, skipped: this.skipped });
  }
}

/**
 * @param {string} suite
 * @param {{passed: number, failed: number, skipped: readonly string[]}} counts
 */
export function writeReport(suite, counts) {
  mkdirSync(inProject('reports'), { recursive: true });
  writeFileSync(inProject('reports', `${suite}.json`), `${JSON.stringify({ suite, ...counts }, null, 2)}\n`);
}

/** Fails the check it stands in where the two differ. */
export function expectEqual(actual, expected) {
  const [seen, wanted] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (seen !== wanted) throw new Error(`seen ${seen}, expected ${wanted}`);
}
