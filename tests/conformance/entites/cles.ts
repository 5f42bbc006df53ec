import { buildSubgraph } from "@coordination/server-kit";
import { services } from "@coordination/tools";
import { type DefinitionNode, Kind, parse } from "graphql";

/** A key by which a subgraph says that it resolves a type. */
export interface Cle {
  readonly service: string;
  readonly type: string;
  readonly champ: string;
}

/** Every key of every subgraph, as its schema says: a new one is tested by being there. Keys of several fields are refused. */
export async function lesCles(): Promise<readonly Cle[]> {
  const schemas = await Promise.all(Object.values(services).map(({ definition }) => buildSubgraph(definition)));
  return schemas.flatMap(({ name, sdl }) =>
    parse(sdl).definitions.flatMap((definition) =>
      clesDe(definition).map(({ type, champ }) => ({ service: name, type, champ })),
    ),
  );
}

function clesDe(definition: DefinitionNode): { type: string; champ: string }[] {
  if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION) return [];
  const { directives = [], name } = definition;
  return directives.flatMap((directive) => {
    if (directive.name.value !== "key") return [];
    const arguments_ = new Map(directive.arguments?.map((argument) => [argument.name.value, argument.value]));
    const resolvable = arguments_.get("resolvable");
    if (resolvable?.kind === Kind.BOOLEAN && !resolvable.value) return [];
    const champs = arguments_.get("fields");
    if (champs?.kind !== Kind.STRING || !/^\w+$/.test(champs.value)) throw new Error(`A key to test: ${name.value}`);
    return [{ type: name.value, champ: champs.value }];
  });
}
