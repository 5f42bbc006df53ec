import { GraphQLCodeInsee, GraphQLIsoDate } from "@coordination/vocabulaire";
import { Arg, Ctx, Directive, FieldResolver, ID, Int, Mutation, Resolver, Root } from "type-graphql";
import { Commune } from "../commune/commune.type.ts";
import type { Contexte } from "../context.ts";
import { relireStructure } from "../declaration/relire.ts";
import { PublicPrioritaire, StatutMedicobus } from "../enums.type.ts";
import { Medicobus, Passage } from "./medicobus.type.ts";
import { PassageInput } from "./passage.input.ts";
import { planifier } from "./planifier-passages.action.ts";

@Resolver(() => Medicobus)
export class MedicobusResolver {
  @FieldResolver(() => [Passage], { description: "Les passages à venir dans une commune ou partout." })
  @Directive("@listSize(assumedSize: 30)")
  passages(
    @Root() { id }: Medicobus,
    @Arg("codeInsee", () => GraphQLCodeInsee, { nullable: true, description: "Dans cette commune seulement." })
    codeInsee: string | null,
    @Arg("du", () => GraphQLIsoDate, { nullable: true, description: "Premier jour, aujourd'hui par défaut." }) du:
      | string
      | null,
    @Arg("au", () => GraphQLIsoDate, { nullable: true, description: "Dernier jour compris, sans limite par défaut." })
    au: string | null,
    @Ctx() { loaders, aujourdhui }: Contexte,
  ): Promise<Passage[]> {
    return loaders.passagesByMedicobus({ codeInsee: codeInsee ?? null, du: du ?? aujourdhui, au: au ?? null }).load(id);
  }

  @FieldResolver(() => [PublicPrioritaire], { description: "À qui il donne la priorité, sans exclure les autres." })
  async publicsPrioritaires(@Root() { id }: Medicobus, @Ctx() { loaders }: Contexte): Promise<PublicPrioritaire[]> {
    return (await loaders.medicobusByStructure.load(id))?.publicsPrioritaires ?? [];
  }

  @FieldResolver(() => StatutMedicobus, { description: "Où il en est ; candidat tant que rien d'autre n'est déclaré." })
  async statut(@Root() { id }: Medicobus, @Ctx() { loaders }: Contexte): Promise<StatutMedicobus> {
    return (await loaders.medicobusByStructure.load(id))?.statut ?? "CANDIDAT";
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: "Vague d'appel à projets ; nulle quand elle n'est pas déclarée.",
  })
  async vague(@Root() { id }: Medicobus, @Ctx() { loaders }: Contexte): Promise<number | null> {
    return (await loaders.medicobusByStructure.load(id))?.vague ?? null;
  }

  @Mutation(() => Medicobus, {
    description:
      "Tout le programme à venir d'un médicobus : un passage prévu qui n'y est pas est annulé. Par les siens, ou par une agence.",
  })
  async planifierPassages(
    @Arg("medicobusId", () => ID, { description: "Le médicobus." }) medicobusId: string,
    @Arg("passages", () => [PassageInput], { description: "Les passages à venir, tous." }) passages: PassageInput[],
    @Arg("cleIdempotence", () => ID, {
      description: "Choisie par le client : la même demande n'est faite qu'une fois.",
    })
    cle: string,
    @Ctx() contexte: Contexte,
  ): Promise<Medicobus> {
    return relireStructure(await planifier(contexte, { medicobusId, passages }, cle), contexte);
  }
}

@Resolver(() => Passage)
export class PassageResolver {
  @FieldResolver(() => Commune, { description: "La commune du passage." })
  commune(@Root() { codeInsee }: Passage, @Ctx() { loaders }: Contexte): Promise<Commune | null> {
    return loaders.communeByCode.load(codeInsee);
  }
}
