import { Arg, Ctx, Directive, FieldResolver, ID, Int, Mutation, Resolver, Root } from "type-graphql";
import { Commune } from "../commune/commune.type.ts";
import type { Contexte } from "../context.ts";
import { Structure } from "../structure/structure.type.ts";
import { definirTerritoire } from "./definir-territoire.action.ts";
import { DefinirTerritoireInput } from "./territoire.input.ts";
import { populationDe } from "./territoire.repository.ts";
import { Territoire } from "./territoire.type.ts";

@Resolver(() => Territoire)
export class TerritoireResolver {
  @FieldResolver(() => Structure, { description: "La CPTS ou le DAC dont c'est le territoire." })
  structure(@Root() { structureId }: Territoire, @Ctx() { loaders }: Contexte): Promise<Structure | null> {
    return loaders.structureById.load(structureId);
  }

  @FieldResolver(() => [Commune], { description: "Ses communes, par code INSEE." })
  @Directive("@listSize(assumedSize: 200)")
  communes(@Root() territoire: Territoire, @Ctx() contexte: Contexte): Promise<Commune[]> {
    return communesDe(territoire, contexte);
  }

  @FieldResolver(() => Int, { description: "Population de ses communes, chaque habitant compté une fois." })
  async population(@Root() territoire: Territoire, @Ctx() contexte: Contexte): Promise<number> {
    return populationDe(await communesDe(territoire, contexte));
  }

  @Mutation(() => Territoire, {
    description:
      "Définit le territoire d'une CPTS ou d'un DAC, une liste datée de communes ; le précédent s'arrête la veille. Par les siens ou par une agence.",
  })
  async definirTerritoire(
    @Arg("input", () => DefinirTerritoireInput, { description: "Le territoire." }) input: DefinirTerritoireInput,
    @Arg("cleIdempotence", () => ID, {
      description: "Choisie par le client : la même demande n'est faite qu'une fois.",
    })
    cle: string,
    @Ctx() contexte: Contexte,
  ): Promise<Territoire> {
    const id = await definirTerritoire(contexte, input, cle);
    contexte.oublier();
    const territoire = await contexte.loaders.territoireById.load(id);
    if (territoire === null) throw new Error(`territoire ${id} écrit et introuvable`);
    return territoire;
  }
}

async function communesDe({ id }: Territoire, { loaders }: Contexte): Promise<Commune[]> {
  const codes = await loaders.codesByTerritoire.load(id);
  const communes = await loaders.communeByCode.loadMany(codes.map(({ codeInsee }) => codeInsee));
  return communes.flatMap((commune) => {
    if (commune instanceof Error) throw commune;
    return commune === null ? [] : [commune];
  });
}
