/**
 * Runs jest's tests within one process that stays: jest itself starts anew for every mutant, which takes seconds, and there are
 * thousands of them. The tests are the same, and so are jest's own parts that define, run and judge them (jest-circus and expect).
 */
import { createRequire } from 'node:module';
import { join, sep } from 'node:path';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  determineHitLimitReached,
  DryRunStatus,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import { expect } from 'expect';
import * as circus from 'jest-circus';

const require = createRequire(import.meta.url);
/** A runner works in the sandbox, where `buildCommand` has compiled everything beside its source; this file is loaded before that. */
const inSandbox = (...names) => join(process.cwd(), ...names);
const STATUS = { passed: TestStatus.Success, failed: TestStatus.Failed, skipped: TestStatus.Skipped };

const { describe, it, test, beforeAll, afterAll, beforeEach, afterEach } = circus;
Object.assign(globalThis, { describe, it, test, beforeAll, afterAll, beforeEach, afterEach, expect });

/** What the instrumented sources share with the runner. */
const shared = (globalThis.__stryker__ ??= {});

function forget(folder) {
  for (const file of Object.keys(require.cache)) if (file.startsWith(folder)) delete require.cache[file];
}

/**
 * What a line was read as is remembered from document to document. Here nothing is: a memory would hand the reading of one mutant to
 * the next, and would hide from most tests what they reach.
 */
function rememberNothing() {
  const module = inSandbox('src', 'importer', 'normalise', 'remember.js');
  if (module in require.cache) return;
  const asIs = (compute) => compute;
  Object.assign(require(module), { remembered: asIs, rememberedLines: asIs, rememberedFor: asIs });
}

const nameOf = (block) => (block.parent === undefined ? '' : `${nameOf(block.parent)} ${block.name}`.trim());

/** Names of tests, made different where several tests have the same one. */
function namer() {
  const seen = new Map();
  return (of) => {
    const name = nameOf(of);
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name} (${count})`;
  };
}

class CircusRunner {
  static inject = [];
  stale = false;

  capabilities() {
    return { reloadEnvironment: true };
  }

  async dryRun() {
    shared.mutantCoverage = undefined;
    this.load();
    const tests = await this.run({ chosen: null, bail: false });
    return { status: DryRunStatus.Complete, tests, mutantCoverage: shared.mutantCoverage };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit, disableBail, reloadEnvironment, mutantActivation }) {
    const isStatic = mutantActivation === 'static';
    if (reloadEnvironment || this.stale) forget(inSandbox('src') + sep);
    this.stale = reloadEnvironment || isStatic;
    Object.assign(shared, { hitCount: hitLimit === undefined ? undefined : 0, hitLimit });
    try {
      if (isStatic) shared.activeMutant = activeMutant.id;
      this.load();
      shared.activeMutant = activeMutant.id;
      const tests = await this.run({
        chosen: testFilter === undefined ? null : new Set(testFilter),
        bail: !disableBail,
      });
      const { hitCount } = shared;
      const limit = determineHitLimitReached(hitCount, hitLimit);
      return toMutantRunResult(limit ?? { status: DryRunStatus.Complete, tests });
    } catch (error) {
      // The sources do not even load with the mutant.
      return { status: 'killed', failureMessage: String(error), killedBy: [], nrOfTests: 0 };
    } finally {
      shared.activeMutant = undefined;
    }
  }

  load() {
    circus.resetState();
    forget(inSandbox('tests') + sep);
    rememberNothing();
    require(inSandbox('tests', 'mutation', 'parser.test.js'));
  }

  async run({ chosen, bail }) {
    const results = [];
    const idOf = namer();
    let id = '';
    let failed = false;
    const handler = ({ name, test: current }) => {
      if (name === 'test_start') {
        id = idOf(current);
        if ((bail && failed) || (chosen !== null && !chosen.has(id))) current.mode = 'skip';
        else shared.currentTestId = id;
      } else if (name === 'test_done' || name === 'test_skip') {
        shared.currentTestId = undefined;
        const status = name === 'test_skip' ? 'skipped' : current.errors.length > 0 ? 'failed' : 'passed';
        failed ||= status === 'failed';
        results.push({ id, name: id, status: STATUS[status], timeSpentMs: current.duration ?? 0, ...why(current) });
      }
    };
    circus.addEventHandler(handler);
    try {
      await circus.run();
    } finally {
      circus.removeEventHandler(handler);
    }
    return results;
  }
}

function why({ errors: [error] }) {
  const [thrown] = Array.isArray(error) ? error : [error];
  return thrown === undefined ? {} : { failureMessage: String(thrown?.message ?? thrown).slice(0, 2000) };
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'circus', CircusRunner)];
