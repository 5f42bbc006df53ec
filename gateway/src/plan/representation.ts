import type { QueryPlanSelectionNode } from "@apollo/query-planner";
import { type Entry, isEntry, mergeInto, readOwn, writeOwn } from "./own-property.ts";
import type { TypeMatch } from "./types-of.ts";

/** What a fetch requires of an entity; null when something is not known of it, so that it is not asked about. */
export function representationOf(
  source: Entry | null,
  requires: readonly QueryPlanSelectionNode[],
  match: TypeMatch,
): Entry | null {
  if (source === null) return null;
  const result: Entry = {};
  for (const required of requires) {
    if (required.kind === "Field") {
      const name = required.alias ?? required.name;
      const value = readOwn(source, name);
      if (value === undefined) return null;
      writeOwn(result, name, required.selections === undefined ? value : inside(value, required.selections, match));
    } else if (required.typeCondition !== undefined && isOn(source, required.typeCondition, match)) {
      mergeInto(result, representationOf(source, required.selections, match));
    }
  }
  return result;
}

const inside = (value: unknown, selections: readonly QueryPlanSelectionNode[], match: TypeMatch): unknown =>
  Array.isArray(value)
    ? value.map((element) => inside(element, selections, match))
    : representationOf(isEntry(value) ? value : null, selections, match);

const isOn = ({ __typename: typeName }: Entry, condition: string, match: TypeMatch): boolean =>
  typeof typeName === "string" && match(typeName, condition);
