/** The HTTP status that says that a run can't go on, and why: `{ stopped }`. */
export const STOPPED = 409;
