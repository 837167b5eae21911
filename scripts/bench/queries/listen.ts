import Database from 'better-sqlite3';

/** A statement, and what was being done when it was first prepared. */
export interface Heard {
  readonly asked: string;
  readonly sql: string;
}

/** Hears the statements of this process, whichever library prepares them. */
export interface Ear {
  /** Names what is being done from now on. */
  label(asked: string): void;
  readonly heard: readonly Heard[];
  stop(): void;
}

/** Lists of values differ in length only. */
const sameShape = (sql: string): string => sql.replaceAll(/\((?:\?, )+\?\)/g, '(?)').replaceAll(/(?:\(\?\), )+/g, '');

/**
 * Begins to listen. Statements are told apart by their shape and by what is being done; those that an earlier step has prepared for good are not heard again.
 */
export function listen(): Ear {
  const { prototype } = Database as unknown as { readonly prototype: { prepare(sql: string): unknown } };
  const { prepare } = prototype;
  const heard = new Map<string, Heard>();
  let asked = '';
  prototype.prepare = function (sql: string) {
    const key = `${asked} ${sameShape(sql)}`;
    if (asked !== '' && !heard.has(key)) heard.set(key, { asked, sql });
    return prepare.call(this, sql);
  };
  return {
    label: (name) => void (asked = name),
    get heard() {
      return [...heard.values()];
    },
    stop: () => void (prototype.prepare = prepare),
  };
}
