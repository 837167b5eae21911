/** The command line asks for something that can't be done; the message is for people. */
export class UsageError extends Error {}
