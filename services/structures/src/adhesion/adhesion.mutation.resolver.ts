import { GraphQLIsoDate } from "@coordination/vocabulaire";
import { Arg, Ctx, ID, Mutation, Resolver } from "type-graphql";
import type { Contexte } from "../context.ts";
import { adherer } from "./adherer.action.ts";
import { AdhererInput } from "./adhesion.input.ts";
import { Adhesion } from "./adhesion.type.ts";
import { mettreFin } from "./mettre-fin.action.ts";

@Resolver()
export class AdhesionMutationResolver {
  @Mutation(() => Adhesion, { description: "Déclare une adhésion volontaire : par les siens, pour le groupement." })
  async adherer(
    @Arg("input", () => AdhererInput, { description: "L'adhésion." }) input: AdhererInput,
    @Arg("cleIdempotence", () => ID, {
      description: "Choisie par le client : la même demande n'est faite qu'une fois.",
    })
    cle: string,
    @Ctx() contexte: Contexte,
  ): Promise<Adhesion> {
    return relire(await adherer(contexte, input, cle), contexte);
  }

  @Mutation(() => Adhesion, {
    description: "Met fin à une adhésion : par les siens du groupement, ou par le membre, qui part quand il veut.",
  })
  async mettreFinAAdhesion(
    @Arg("id", () => ID, { description: "L'adhésion." }) id: string,
    @Arg("le", () => GraphQLIsoDate, { description: "Son dernier jour compris." }) le: string,
    @Arg("cleIdempotence", () => ID, {
      description: "Choisie par le client : la même demande n'est faite qu'une fois.",
    })
    cle: string,
    @Ctx() contexte: Contexte,
  ): Promise<Adhesion> {
    return relire(await mettreFin(contexte, { id, le }, cle), contexte);
  }
}

/** The membership as it stands after a write. */
async function relire(id: string, contexte: Contexte): Promise<Adhesion> {
  contexte.oublier();
  const adhesion = await contexte.loaders.adhesionById.load(id);
  if (adhesion === null) throw new Error(`adhésion ${id} écrite et introuvable`);
  return adhesion;
}
