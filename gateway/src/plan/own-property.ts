/** Names that an ordinary object already answers to: a client may alias a field so. */
const isInherited = (name: string): boolean => name in Object.prototype;

export type Entry = Record<string, unknown>;

/** The value that the object itself holds under this name. */
export const readOwn = (object: Entry, name: string): unknown =>
  isInherited(name) && !Object.hasOwn(object, name) ? undefined : object[name];

/** Writes a value under any name: an assignment to `__proto__` would change what the object is. */
export function writeOwn(object: Entry, name: string, value: unknown): void {
  if (name === "__proto__") {
    Object.defineProperty(object, name, { value, enumerable: true, configurable: true, writable: true });
  } else {
    object[name] = value;
  }
}

export const isEntry = (value: unknown): value is Entry =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * Merges what a subgraph answered into what is known already, lists of the same length element by element.
 * A null takes nothing back of an object that another subgraph gave: the answer depends on no order of arrival.
 */
export function mergeInto(target: Entry, source: unknown): void {
  if (!isEntry(source)) return;
  for (const name of Object.keys(source)) {
    const added = source[name];
    if (added === undefined) continue;
    const known = readOwn(target, name);
    if (isEntry(known) && (isEntry(added) || added === null)) mergeInto(known, added);
    else if (Array.isArray(known) && Array.isArray(added) && known.length === added.length) mergeLists(known, added);
    else writeOwn(target, name, added);
  }
}

function mergeLists(target: unknown[], source: readonly unknown[]): void {
  source.forEach((added, rank) => {
    const known = target[rank];
    if (isEntry(known) && isEntry(added)) mergeInto(known, added);
    else target[rank] = added;
  });
}
