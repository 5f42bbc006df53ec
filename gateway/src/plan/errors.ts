import type { ResponsePath } from "@apollo/query-planner";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import { type Entry, readOwn } from "./own-property.ts";

/** Where a fetch stands in the answer; `byEntity` when its errors count in entities. */
interface Place {
  readonly path: ResponsePath;
  readonly data: Entry;
  readonly byEntity: boolean;
}

type Path = readonly (string | number)[];

/** The errors of a subgraph, as the client reads them: on the paths of its own request, and signed by the subgraph. */
export function subgraphErrors(
  subgraph: string,
  errors: readonly GraphQLFormattedError[],
  place: Place,
): GraphQLError[] {
  const paths = place.byEntity ? pathsOf(place.data, place.path) : [];
  return errors.map((error) => {
    const path = pathInAnswer(error.path, place, paths);
    return new GraphQLError(error.message || `Error while fetching subquery from service "${subgraph}"`, {
      ...(path === undefined ? {} : { path }),
      extensions: {
        ...error.extensions,
        serviceName: subgraph,
        code: error.extensions?.code ?? "DOWNSTREAM_SERVICE_ERROR",
      },
    });
  });
}

function pathInAnswer(path: Path | undefined, place: Place, paths: readonly Path[]): Path | undefined {
  const rank = path?.[1];
  if (place.byEntity && typeof rank === "number") return [...(paths[rank] ?? []), ...(path ?? []).slice(2)];
  return path === undefined ? undefined : [...place.path, ...path];
}

/** The path of each object found at the place, in order, with its ranks in the lists. */
function pathsOf(value: unknown, path: ResponsePath, parent: Path = []): Path[] {
  if (value === undefined || value === null) return [];
  const [head, ...rest] = path;
  if (head === undefined) return [parent];
  if (Array.isArray(value)) {
    const inside = head === "@" ? rest : path;
    return value.flatMap((element: unknown, rank) => pathsOf(element, inside, [...parent, rank]));
  }
  return pathsOf(readOwn(value as Entry, String(head)), rest, [...parent, head]);
}
