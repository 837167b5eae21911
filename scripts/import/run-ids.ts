/** As much of a run's id as people type; `latest` and any beginning of an id are understood as well. */
const SHORT = 8;

/** A run's id as it's shown in tables. */
export const shortId = (runId: string): string => runId.slice(0, SHORT);
