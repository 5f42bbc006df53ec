import "@coordination/vocabulaire";
import fc from "fast-check";
import {
  Arg,
  Args,
  ArgsType,
  buildSchema,
  Ctx,
  createResolversMap,
  Field,
  FieldResolver,
  ID,
  Info,
  InputType,
  Int,
  ObjectType,
  Query,
  Resolver,
  Root,
  UseMiddleware,
} from "type-graphql";
import { describe, expect, it } from "vitest";
import { appelerDirectement, createInstances } from "../src/appels-directs.ts";

@InputType()
class Tranche {
  @Field(() => Int, { nullable: true })
  de?: number | null;
  @Field(() => [Tranche], { nullable: true })
  dedans?: Tranche[] | null;
}

@InputType()
class Filtre extends Tranche {
  @Field(() => [ID], { nullable: true })
  codes?: string[] | null;
  @Field(() => Tranche, { nullable: true })
  tranche?: Tranche | null;
}

@ArgsType()
class Lot {
  @Field(() => Int)
  taille!: number;
}

@ObjectType()
class Livre {
  @Field(() => ID)
  id!: string;
}

@Resolver(() => Livre)
class LivreResolver {
  readonly rayon = "rayon du haut";

  @Query(() => [String])
  chercher(
    @Arg("filtre", () => Filtre, { nullable: true }) filtre: Filtre | null,
    @Ctx() contexte: object,
    @Arg("tranches", () => [Tranche], { nullable: true }) tranches: Tranche[] | null,
    @Arg("premiers", () => Int) premiers: number,
    @Info() info: unknown,
  ): unknown {
    return [this.rayon, filtre, contexte, tranches, premiers, info];
  }

  @Query(() => String)
  parLot(@Args(() => Lot) lot: Lot): unknown {
    return lot;
  }

  @Query(() => String)
  @UseMiddleware(async (_donnees, suite) => ["vu", await suite()])
  garde(): unknown {
    return "lu";
  }

  @FieldResolver(() => String)
  titre(@Root() livre: Livre, @Ctx() contexte: object): unknown {
    return [this.rayon, livre, contexte];
  }
}

type Champs = Record<string, Record<string, (...recu: unknown[]) => unknown>>;

async function ouvrir(): Promise<{ deTypeGraphql: Champs; directs: Champs }> {
  const instances = createInstances();
  const schema = await buildSchema({
    resolvers: [LivreResolver],
    orphanedTypes: [Livre],
    container: instances,
    validate: false,
  });
  const deTypeGraphql = createResolversMap(schema) as unknown as Champs;
  const directs = createResolversMap(schema) as unknown as Champs;
  appelerDirectement(directs, [LivreResolver], instances);
  return { deTypeGraphql, directs };
}

const { tranche } = fc.letrec<{ tranche: unknown }>((lier) => ({
  tranche: fc.option(
    fc.record(
      { de: fc.option(fc.integer()), dedans: fc.option(fc.array(lier("tranche"), { maxLength: 2 })) },
      { requiredKeys: [] },
    ),
  ),
}));
const filtre = fc.option(
  fc.record(
    {
      de: fc.option(fc.integer()),
      dedans: fc.option(fc.array(tranche, { maxLength: 2 })),
      codes: fc.option(fc.array(fc.string(), { maxLength: 2 })),
      tranche,
    },
    { requiredKeys: [] },
  ),
);
const args = fc.record(
  { filtre, tranches: fc.option(fc.array(tranche, { maxLength: 3 })), premiers: fc.integer() },
  { requiredKeys: ["premiers"] },
);

describe("L'appel direct des méthodes", () => {
  it("leur donne ce que type-graphql leur donne, classes comprises", async () => {
    const { deTypeGraphql, directs } = await ouvrir();
    expect(directs.Query?.chercher).not.toBe(deTypeGraphql.Query?.chercher);
    const contexte = { acteur: null };
    await fc.assert(
      fc.asyncProperty(args, async (donnes) => {
        const recu = [undefined, donnes, contexte, "info"];
        expect(directs.Query?.chercher?.(...recu)).toStrictEqual(await deTypeGraphql.Query?.chercher?.(...recu));
      }),
    );
  });

  it("leur donne l'objet d'un champ, et l'instance qui sert à type-graphql", async () => {
    const { deTypeGraphql, directs } = await ouvrir();
    expect(directs.Livre?.titre).not.toBe(deTypeGraphql.Livre?.titre);
    const livre = { id: "1" };
    expect(directs.Livre?.titre?.(livre, {}, "contexte", "info")).toEqual(["rayon du haut", livre, "contexte"]);
  });

  it("laisse à type-graphql ce qui demande plus : une classe d'arguments, un intermédiaire", async () => {
    const { deTypeGraphql, directs } = await ouvrir();
    expect(directs.Query?.parLot).toBe(deTypeGraphql.Query?.parLot);
    expect(directs.Query?.garde).toBe(deTypeGraphql.Query?.garde);
    expect(await directs.Query?.garde?.(undefined, {}, {}, "info")).toEqual(["vu", "lu"]);
  });

  it("ne touche pas aux classes d'un autre service du même processus", async () => {
    const { deTypeGraphql } = await ouvrir();
    const directs = { Query: { ...deTypeGraphql.Query } };
    appelerDirectement(directs, [], createInstances());
    expect(directs.Query).toEqual(deTypeGraphql.Query);
  });
});
