type Method = (this: unknown, ...given: unknown[]) => unknown;

/** Methods that hand elements to a function; each call of it is a step. */
const CALLING = [
  ...['map', 'filter', 'forEach', 'find', 'findIndex', 'findLastIndex', 'some', 'every', 'flatMap', 'reduce', 'sort'],
] as const;

let steps = 0;

const counting =
  (given: unknown): Method =>
  (...values) => {
    steps += 1;
    return (given as Method)(...values);
  };

/** Replaces a method until the returned function puts it back. */
function replace(owner: object, name: string | symbol, by: (original: Method) => Method): () => void {
  const before = Object.getOwnPropertyDescriptor(owner, name) as PropertyDescriptor;
  Object.defineProperty(owner, name, { ...before, value: by(before.value as Method) });
  return () => void Object.defineProperty(owner, name, before);
}

function replaceAll(): readonly (() => void)[] {
  const calling = CALLING.map((name) =>
    replace(
      Array.prototype,
      name,
      (original) =>
        function (first, ...rest) {
          return original.call(this, typeof first === 'function' ? counting(first) : first, ...rest);
        },
    ),
  );
  const copying = ['slice', Symbol.iterator].map((name) =>
    replace(
      Array.prototype,
      name,
      (original) =>
        function (...given) {
          const result = original.apply(this, given);
          steps += (Array.isArray(result) ? result : (this as unknown[])).length;
          return result;
        },
    ),
  );
  // Whatever searches with a pattern goes through its exec where that is not the built-in one.
  const searching = replace(
    RegExp.prototype,
    'exec',
    (original) =>
      function (text) {
        steps += 1 + String(text).length;
        return original.call(this, text);
      },
  );
  return [...calling, ...copying, searching];
}

/**
 * How many steps some work takes: elements that are looked at or copied, and characters that patterns search. A count says on every machine
 * and under every load whether work grows faster than what it is done on.
 */
export function stepsOf(work: () => unknown): number {
  const before = replaceAll();
  steps = 0;
  try {
    work();
    return steps;
  } finally {
    for (let at = before.length - 1; at >= 0; at -= 1) before[at]?.();
  }
}
