import { Arg, Ctx, ID, Mutation, Resolver } from "type-graphql";
import type { Contexte } from "../context.ts";
import { relireStructure } from "../declaration/relire.ts";
import { Structure } from "../structure/structure.type.ts";
import { enregistrerProjet } from "./enregistrer-projet.action.ts";
import { EnregistrerProjetDeSanteInput } from "./projet-de-sante.input.ts";

@Resolver()
export class ProjetDeSanteResolver {
  @Mutation(() => Structure, {
    description:
      "Projet de santé : un constat daté et sourcé. Par les siens pour ce qu'il contient, par une agence pour ce que l'ARS en a constaté.",
  })
  async enregistrerProjetDeSante(
    @Arg("input", () => EnregistrerProjetDeSanteInput, { description: "Ce qui est déclaré." })
    input: EnregistrerProjetDeSanteInput,
    @Arg("cleIdempotence", () => ID, {
      description: "Choisie par le client : la même demande n'est faite qu'une fois.",
    })
    cle: string,
    @Ctx() contexte: Contexte,
  ): Promise<Structure> {
    return relireStructure(await enregistrerProjet(contexte, input, cle), contexte);
  }
}
