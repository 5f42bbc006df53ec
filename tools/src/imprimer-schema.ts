import { composeServices } from "@apollo/composition";
import { buildSubgraph } from "@coordination/server-kit";
import { buildSchema, parse, printSchema, validate } from "graphql";
import { services } from "./services.ts";

/**
 * Every file of `schema/`, computed from the code: name in the folder → text.
 * Throws when the four do not compose, when composition warns, or when a named operation is not valid on the graph.
 */
export async function imprimerSchema(): Promise<ReadonlyMap<string, string>> {
  const subgraphs = await Promise.all(Object.values(services).map(({ definition }) => buildSubgraph(definition)));
  const composition = composeServices(
    subgraphs.map(({ name, sdl }) => ({ name, typeDefs: parse(sdl), url: `http://${name}.interne/graphql` })),
  );
  if (composition.errors !== undefined) throw new Error(composition.errors.map(({ message }) => message).join("\n"));
  const avertissements = composition.hints.filter(({ definition }) => definition.level.name === "WARN");
  if (avertissements.length > 0) throw new Error(avertissements.map((hint) => hint.toString()).join("\n"));
  const api = printSchema(composition.schema.toAPISchema().toGraphQLJSSchema());
  verifierOperations(api);
  return new Map([
    ...subgraphs.map(({ name, sdl }) => [`subgraphs/${name}.graphql`, sdl] as const),
    ["supergraph.graphql", `${composition.supergraphSdl}\n`],
    ["api.graphql", `${api}\n`],
  ]);
}

/** The operations that services run through the internal door must be valid on the public schema. */
function verifierOperations(api: string): void {
  const schema = buildSchema(api);
  for (const { nom, texte } of Object.values(services).flatMap(({ operations }) => operations)) {
    const erreurs = validate(schema, parse(texte));
    if (erreurs.length > 0) throw new Error(`Opération ${nom} : ${erreurs.map(({ message }) => message).join(" ; ")}`);
  }
}
