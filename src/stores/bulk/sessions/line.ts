/** Does one thing after the other, without whoever asks for it having to wait. */
export class Line {
  #last: Promise<unknown> = Promise.resolve();
  #failure: { readonly error: unknown } | null = null;

  /** Does a thing when all before it are done; where one failed, it fails likewise. */
  add<Value>(work: () => Promise<Value>): Promise<Value> {
    const done = this.#last.then(() => {
      if (this.#failure !== null) throw this.#failure.error;
      return work();
    });
    this.#last = done.catch((error: unknown) => {
      this.#failure ??= { error };
    });
    return done;
  }

  /** Waits until all is done. */
  async end(): Promise<void> {
    await this.add(() => Promise.resolve());
  }
}
