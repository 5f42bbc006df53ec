import { GraphQLCodeInsee, GraphQLInstant } from "@coordination/vocabulaire";
import { GraphQLError } from "graphql";
import { pino } from "pino";
import {
  Arg,
  Directive,
  Field,
  FieldResolver,
  ID,
  InterfaceType,
  ObjectType,
  Query,
  Resolver,
  Root,
} from "type-graphql";
import { buildSubgraph, createExecutor, type Service, type SubgraphExecutor, saisieInvalide } from "../src/index.ts";

@InterfaceType({ description: "Un ouvrage.", resolveType: ({ genre }: { genre: string }) => genre })
@Directive('@key(fields: "id")')
abstract class Ouvrage {
  @Field(() => ID, { description: "Identifiant." })
  id!: string;
}

@ObjectType({ implements: Ouvrage, description: "Un roman." })
@Directive('@key(fields: "id")')
class Roman extends Ouvrage {}

@Resolver(() => Ouvrage)
class OuvrageResolver {
  @Query(() => Ouvrage, { nullable: true, description: "Un ouvrage." })
  ouvrage(
    @Arg("commune", () => GraphQLCodeInsee, { nullable: true }) _commune: string | null,
    @Arg("depuis", () => GraphQLInstant, { nullable: true }) _depuis: Date | null,
  ): unknown {
    return { id: "1", genre: "Roman" };
  }
  @FieldResolver(() => String, { nullable: true, description: "Échoue comme un défaut." })
  defaut(@Root() _ouvrage: Ouvrage): string {
    throw new Error("mot de passe de la base : secret");
  }
  @FieldResolver(() => String, { nullable: true, description: "Échoue comme une saisie." })
  saisie(@Root() _ouvrage: Ouvrage): string {
    throw saisieInvalide("titre", "Le titre est vide.");
  }
  @FieldResolver(() => String, { nullable: true, description: "Échoue avec un code qui n'est pas au catalogue." })
  horsCatalogue(@Root() _ouvrage: Ouvrage): string {
    throw new GraphQLError("détail interne", { extensions: { code: "INCONNU_DU_CATALOGUE" } });
  }
}

const definition: Service<object>["definition"] = {
  name: "catalogue",
  resolvers: [OuvrageResolver],
  orphanedTypes: [Roman],
  references: { Ouvrage: ({ id }) => (id === "absent" ? null : { id, genre: "Roman" }) },
};

export const SECRET = "un-secret-de-test-de-plus-de-trente-deux-caracteres";

/** A small subgraph, and what it logged. */
export async function ouvrirCatalogue(): Promise<{
  executor: SubgraphExecutor;
  journal: string[];
  sdl: string;
}> {
  const journal: string[] = [];
  const schema = await buildSubgraph(definition);
  const executor = createExecutor(
    { ...schema, createContexte: () => ({}), verifierPret: async () => {} },
    { logger: pino({}, { write: (ligne: string) => void journal.push(ligne) }) },
  );
  return { executor, journal, sdl: schema.sdl };
}
