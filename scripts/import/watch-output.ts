/**
 * Lets whoever reads what is printed go away, as `head` does when it has what it wants: that is no failure, and an import goes on.
 *
 * @returns whether somebody still reads
 */
export function watchOutput(): () => boolean {
  let isRead = true;
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    isRead = false;
  });
  return () => isRead;
}
