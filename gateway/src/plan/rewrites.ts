import type { FetchDataRewrite } from "@apollo/query-planner";
import { type Entry, isEntry, readOwn, writeOwn } from "./own-property.ts";
import type { TypeMatch } from "./types-of.ts";

const ON_TYPE = "... on ";

/** Applies what the planner asks to rename or set in an answer (interface objects, aliases of its own). */
export function applyRewrites(
  rewrites: readonly FetchDataRewrite[] | undefined,
  value: unknown,
  match: TypeMatch,
): void {
  for (const rewrite of rewrites ?? []) {
    const last = rewrite.path.at(-1);
    if (last !== undefined) atPath(value, rewrite.path.slice(0, -1), match, (entry) => apply(rewrite, last, entry));
  }
}

function apply(rewrite: FetchDataRewrite, field: string, entry: Entry): void {
  if (rewrite.kind === "ValueSetter") {
    writeOwn(entry, field, rewrite.setValueTo);
    return;
  }
  const value = readOwn(entry, field);
  if (value === undefined || value === null) return;
  writeOwn(entry, rewrite.renameKeyTo, value);
  writeOwn(entry, field, undefined);
}

function atPath(value: unknown, path: readonly string[], match: TypeMatch, change: (entry: Entry) => void): void {
  if (Array.isArray(value)) {
    for (const element of value) atPath(element, path, match, change);
    return;
  }
  if (!isEntry(value)) return;
  const [first, ...rest] = path;
  if (first === undefined) change(value);
  else if (!first.startsWith(ON_TYPE)) atPath(readOwn(value, first), rest, match, change);
  else if (isOn(value, first.slice(ON_TYPE.length), match)) atPath(value, rest, match, change);
}

/** An object that does not say its type is taken for the one expected. */
function isOn({ __typename: typeName }: Entry, condition: string, match: TypeMatch): boolean {
  return typeof typeName !== "string" || match(typeName, condition);
}
