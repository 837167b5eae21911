/** What has been begun and is waited for later. */
export class UnderWay {
  readonly #begun: Promise<unknown>[] = [];

  note(work: Promise<unknown>): void {
    // Until it is waited for, a failure is not an unhandled one.
    work.catch(() => undefined);
    this.#begun.push(work);
  }

  /** Waits until all is done; fails where any of it has failed. */
  async settle(): Promise<void> {
    const results = await Promise.allSettled(this.#begun.splice(0));
    const failed = results.find((result) => result.status === 'rejected');
    if (failed !== undefined) throw failed.reason;
  }
}
