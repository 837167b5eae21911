/** Exit code of a broken set-up, the same for every command of the project. */
const EXIT_BROKEN_SETUP = 3;

/** What still holds the process after a failure, such as a pool of connections, gets this long. */
const LAST_WORDS_MS = 2000;

/** What a person can mend: the message is one sentence that says what is wrong and what to do. */
export class SetupError extends Error {}

/**
 * Runs a command's main function and turns what it returns or throws into the exit code.
 * A broken set-up is told in one sentence; the stack trace is shown only where DEBUG is set.
 *
 * @param {() => Promise<number | void>} main
 */
export async function runCommand(main) {
  try {
    const code = await main();
    if (typeof code === 'number') process.exitCode = code;
  } catch (error) {
    process.stderr.write(`${describe(error)}\n`);
    process.exitCode = EXIT_BROKEN_SETUP;
    setTimeout(() => process.exit(), LAST_WORDS_MS).unref();
  }
}

function describe(error) {
  if (process.env.DEBUG && error instanceof Error) return error.stack;
  if (error instanceof SetupError) return error.message;
  const message = error instanceof Error ? error.message : String(error);
  return `Something went wrong that should not: ${message} (run again with DEBUG=1 for the details)`;
}
