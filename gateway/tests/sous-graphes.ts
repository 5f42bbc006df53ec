import "reflect-metadata";
import { composeServices } from "@apollo/composition";
import {
  type AppelInterne,
  buildSubgraph,
  createExecutor,
  interdit,
  type SubgraphExecutor,
  saisieInvalide,
} from "@coordination/server-kit";
import { parse } from "graphql";
import { pino } from "pino";
import {
  Arg,
  Ctx,
  Directive,
  Field,
  FieldResolver,
  ID,
  Int,
  InterfaceType,
  ObjectType,
  Query,
  Resolver,
  Root,
} from "type-graphql";

/*
 * Three small subgraphs in a chain: `catalogue` names things, `stocks` weighs them,
 * `livraisons` needs what `stocks` said to answer. Enough to see every way a fetch can fail.
 */

interface Contexte {
  readonly appel: AppelInterne;
}

@InterfaceType({ description: "Une chose.", resolveType: () => "Livre" })
@Directive('@key(fields: "id")')
abstract class Chose {
  @Field(() => ID, { description: "Clé." }) id!: string;
  @Field(() => String, { description: "Nom." }) nom!: string;
}

@ObjectType({ implements: Chose, description: "Un livre." })
@Directive('@key(fields: "id")')
class Livre extends Chose {}

@Resolver()
class CatalogueResolver {
  @Query(() => Chose, { nullable: true, description: "Une chose." })
  chose(@Arg("id", () => ID, { description: "Clé." }) id: string): unknown {
    return { id, nom: `Livre ${id}` };
  }

  @Query(() => [Chose], { description: "Des choses." })
  choses(@Arg("ids", () => [ID], { description: "Clés." }) ids: string[]): unknown {
    return ids.map((id) => ({ id, nom: `Livre ${id}` }));
  }

  @Query(() => String, { nullable: true, description: "Qui demande." })
  moi(@Ctx() { appel }: Contexte): string | null {
    return appel.acteur === null ? null : JSON.stringify(appel.acteur);
  }

  @Query(() => Int, { nullable: true, description: "Un défaut." })
  defaut(): number {
    throw new TypeError("secret : /srv/interne");
  }

  @Query(() => Int, {
    nullable: true,
    description: "Un ancien nom.",
    deprecationReason: "Déprécié le 2026-11-22, retiré au plus tôt le 2027-11-22 : `inventaire` le remplace.",
  })
  ancien(): number {
    return 1;
  }

  @Query(() => Int, { nullable: true, description: "Un refus." })
  refus(): number {
    throw interdit("la portée « test »");
  }

  @Query(() => Int, { nullable: true, description: "Une faute de saisie." })
  faute(): number {
    throw saisieInvalide("age", "L'âge est faux.");
  }
}

@ObjectType("Chose", { description: "Une chose." })
@Directive('@key(fields: "id")')
@Directive("@interfaceObject")
class ChosePesee {
  @Field(() => ID, { description: "Clé." }) id!: string;
  @Field(() => Int, { nullable: true, description: "Poids." }) poids!: number | null;
}

@Resolver(() => ChosePesee)
class StocksResolver {
  @Query(() => Int, { nullable: true, description: "Nombre de choses." })
  inventaire(): number {
    return 3;
  }

  @FieldResolver(() => Int, { nullable: true, description: "Poids." })
  poids(@Root() { id }: ChosePesee): number {
    return id.length * 100;
  }
}

@ObjectType("Chose", { description: "Une chose." })
@Directive('@key(fields: "id")')
@Directive("@interfaceObject")
class ChoseLivree {
  @Field(() => ID, { description: "Clé." }) id!: string;
  @Field(() => Int, { nullable: true, description: "Poids." }) @Directive("@external") poids!: number | null;
}

@Resolver(() => ChoseLivree)
class LivraisonsResolver {
  @Query(() => Int, { nullable: true, description: "Nombre de camions." })
  camions(): number {
    return 2;
  }

  @FieldResolver(() => String, { nullable: true, description: "Ce que coûte la livraison." })
  @Directive('@requires(fields: "poids")')
  livraison(@Root() { poids }: ChoseLivree): string {
    return poids === null ? "poids inconnu" : `pour ${poids} g`;
  }
}

const ABSENT = "absent";

/** The three subgraphs as executors, and their supergraph at the given addresses. */
export async function createSousGraphes(): Promise<{
  executors: Record<"catalogue" | "stocks" | "livraisons", SubgraphExecutor>;
  sdl: SdlAux;
}> {
  const schemas = await Promise.all([
    buildSubgraph<Contexte>({
      name: "catalogue",
      resolvers: [CatalogueResolver],
      orphanedTypes: [Livre],
      references: {
        Chose: ({ id }) => ({ id, nom: `Livre ${id}` }),
        Livre: ({ id }) => ({ id, nom: `Livre ${id}` }),
      },
    }),
    buildSubgraph<Contexte>({
      name: "stocks",
      resolvers: [StocksResolver],
      orphanedTypes: [ChosePesee],
      references: { Chose: ({ id }) => (id === ABSENT ? null : { id }) },
    }),
    buildSubgraph<Contexte>({
      name: "livraisons",
      resolvers: [LivraisonsResolver],
      orphanedTypes: [ChoseLivree],
      references: { Chose: (reference) => ({ ...reference }) },
    }),
  ]);
  const [catalogue, stocks, livraisons] = schemas.map((schema) =>
    createExecutor<Contexte>(
      { ...schema, createContexte: (appel) => ({ appel }), verifierPret: async () => {} },
      { logger: pino({ level: "silent" }) },
    ),
  );
  if (catalogue === undefined || stocks === undefined || livraisons === undefined) throw new Error("three subgraphs");
  const sdl: SdlAux = (urls) => {
    const { supergraphSdl, errors } = composeServices(
      schemas.map(({ name, sdl }) => ({ name, typeDefs: parse(sdl), url: urls[name] ?? `http://${name}.invalid` })),
    );
    if (supergraphSdl === undefined) throw new Error(errors?.map(({ message }) => message).join("\n"));
    return supergraphSdl;
  };
  return { executors: { catalogue, stocks, livraisons }, sdl };
}

/** The supergraph, each subgraph at its address. */
type SdlAux = (urls: Readonly<Record<string, string>>) => string;
