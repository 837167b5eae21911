/** What no document has caused: the run can't go on, whatever comes next. Its message is a sentence for people that says what to do. */
export class RunStoppedError extends Error {}
