import { Ctx, Directive, FieldResolver, Int, Resolver, Root } from "type-graphql";
import { Commune } from "../commune/commune.type.ts";
import type { Contexte } from "../context.ts";
import { Structure } from "../structure/structure.type.ts";
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

  @FieldResolver(() => Int, { description: "Population de ses communes." })
  async population(@Root() territoire: Territoire, @Ctx() contexte: Contexte): Promise<number> {
    return populationDe(await communesDe(territoire, contexte));
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
