/** What a fuzz run found in one document. */
export interface Finding {
  readonly kind: 'exception' | 'slow' | 'line-lost' | 'silent';
  readonly detail: string;
}

/** An exception as a finding: nothing that is read may throw. */
export const exceptionIn = (error: unknown): Finding => ({
  kind: 'exception',
  detail: error instanceof Error ? (error.stack ?? error.message) : String(error),
});
