/** The application could not be started; the message is for people. */
export class BrokenSetUpError extends Error {}
