/** Exit codes of the import script. */
export const EXIT = { done: 0, someFailed: 1, wrongUsage: 2, brokenSetUp: 3 } as const;
