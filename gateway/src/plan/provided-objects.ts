import { federationMetadata, isObjectType, type Schema } from "@apollo/federation-internals";
import { Edge, QueryGraph, type Vertex } from "@apollo/query-graphs";
import type { QueryPlanner } from "@apollo/query-planner";

/** What Apollo keeps to itself, and we need: its fields as they are written, for want of a way in. */
interface PlannerInside {
  federatedQueryGraph: QueryGraph;
}
type Parts = ConstructorParameters<typeof QueryGraph>;
interface GraphInside {
  readonly _outEdges: Parts[2];
  readonly typesToVertices: Parts[3];
  readonly rootVertices: Parts[4];
}

/**
 * Mends a defect of Apollo's planner (2.14): where a field with `@provides` leads to an interface object, a type of that
 * interface can be asked for by no path, and the query fails. The place that stands for what is provided is a copy of the
 * interface object's, made before the casts to its types are: they are added to it here. Past a cast, the subgraph is asked
 * by key, where nothing is provided any more: they lead to the original.
 */
export function castProvidedObjects(planner: QueryPlanner): void {
  const inside = planner as unknown as PlannerInside;
  const graph = inside.federatedQueryGraph;
  const { _outEdges, typesToVertices, rootVertices } = graph as unknown as GraphInside;
  const copies = graph.vertices.filter((vertex) => isProvidedObject(vertex, graph.sources));
  if (copies.length === 0) return;
  const outEdges = _outEdges.map((edges) => [...edges]);
  for (const copy of copies) {
    const ofCopy = outEdges[copy.index];
    const original = graph
      .verticesForType(copy.type.name)
      .find(({ source, provideId }) => source === copy.source && provideId === undefined);
    if (ofCopy === undefined || original === undefined) continue;
    for (const { transition, conditions } of graph.outEdges(original)) {
      if (transition.kind !== "InterfaceObjectFakeDownCast") continue;
      ofCopy.push(new Edge(ofCopy.length, copy, original, transition, conditions));
    }
  }
  // Built again rather than changed: what a graph knows of itself is computed with it.
  inside.federatedQueryGraph = new QueryGraph(
    graph.name,
    graph.vertices,
    outEdges,
    typesToVertices,
    rootVertices,
    graph.sources,
    graph.subgraphToArgs,
    graph.subgraphToArgIndices,
    graph.schema,
    true,
  );
}

function isProvidedObject({ provideId, type, source }: Vertex, sources: ReadonlyMap<string, Schema>): boolean {
  const schema = sources.get(source);
  if (provideId === undefined || schema === undefined || !isObjectType(type)) return false;
  return federationMetadata(schema)?.isInterfaceObjectType(type) === true;
}
