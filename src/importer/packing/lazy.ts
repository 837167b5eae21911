/** An object with a property that is made from bytes when somebody first asks for it. */
class Lazy {
  readonly #bytes: Buffer;
  #made: { readonly value: unknown } | null = null;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  static valueOf(lazy: Lazy, make: (bytes: Buffer) => unknown): unknown {
    lazy.#made ??= { value: make(lazy.#bytes) };
    return lazy.#made.value;
  }
}

/**
 * A way to make objects with one lazy property, which is their own as any other: copies have it, and so has their JSON.
 *
 * All of them share one getter. With a getter for each, V8 takes each object for one of a kind, and every look at any of its properties goes the
 * slow way.
 *
 * @param name of the lazy property; it takes the place of one of that name, else it is the last
 * @param make its value
 */
export function lazily<Known extends object, Name extends string, Value>(
  name: Name,
  make: (bytes: Buffer) => Value,
): (known: Known, bytes: Buffer) => Omit<Known, Name> & Readonly<Record<Name, Value>> {
  const descriptor: PropertyDescriptor & ThisType<Lazy> = {
    configurable: true,
    enumerable: true,
    get() {
      return Lazy.valueOf(this, make);
    },
  };
  return (known, bytes) => {
    const lazy = new Lazy(bytes) as unknown as Record<string, unknown>;
    for (const key in known) {
      if ((key as string) === name) Object.defineProperty(lazy, name, descriptor);
      else lazy[key] = known[key];
    }
    if (!(name in known)) Object.defineProperty(lazy, name, descriptor);
    return lazy as Omit<Known, Name> & Readonly<Record<Name, Value>>;
  };
}
