import type { GraphQLResolveInfo } from "graphql";
import { type FieldsByTypeName, parseResolveInfo, type ResolveTree } from "graphql-parse-resolve-info";

/** What the query asks of a page of structures, looked at before the SQL is written. */
export interface Selection {
  readonly commune: boolean;
  readonly facettes: boolean;
}

const sousChamps = ({ fieldsByTypeName }: { fieldsByTypeName: FieldsByTypeName }, nom: string): ResolveTree[] =>
  Object.values(fieldsByTypeName)
    .flatMap((champs) => Object.values(champs))
    .filter(({ name }) => name === nom);

/** Reads the selection under `structures`. */
export function lireSelection(info: GraphQLResolveInfo): Selection {
  const lue = parseResolveInfo(info);
  if (lue === null || lue === undefined || !estUnArbre(lue)) return { commune: false, facettes: false };
  const noeuds = sousChamps(lue, "edges").flatMap((edges) => sousChamps(edges, "node"));
  return {
    commune: noeuds.some((noeud) => sousChamps(noeud, "commune").length > 0),
    facettes: sousChamps(lue, "facettes").length > 0,
  };
}

const estUnArbre = (lue: ResolveTree | FieldsByTypeName): lue is ResolveTree => "fieldsByTypeName" in lue;
