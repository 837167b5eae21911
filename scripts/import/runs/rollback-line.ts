const WORDS = {
  ...{ articlesRemoved: 'articles removed', articlesRestored: 'restored', listsRemoved: 'ranking lists removed' },
  ...{ listsRestored: 'ranking lists restored', tagsRemoved: 'tags removed', kept: 'kept' },
} as const;

/** What a rollback did, for people; null where there was nothing to take back. */
export function rollbackLine(counts: Readonly<Partial<Record<keyof typeof WORDS, number>>> | null): string {
  if (counts === null) return 'there is nothing to take back';
  const parts = Object.entries(WORDS).flatMap(([name, words]) => {
    const count = counts[name as keyof typeof WORDS] ?? 0;
    return count > 0 ? [`${count} ${words}`] : [];
  });
  return parts.length === 0 ? 'nothing but the ledger had changed' : parts.join(', ');
}
