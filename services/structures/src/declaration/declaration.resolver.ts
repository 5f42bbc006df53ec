import { Arg, Ctx, ID, Mutation, Resolver } from "type-graphql";
import type { Contexte } from "../context.ts";
import { Structure } from "../structure/structure.type.ts";
import { EnregistrerStructureInput } from "./enregistrement.input.ts";
import { enregistrer } from "./enregistrer.action.ts";
import { mettreAJour } from "./mettre-a-jour.action.ts";
import { MettreAJourStructureInput } from "./mise-a-jour.input.ts";
import { relireStructure } from "./relire.ts";

@Resolver()
export class DeclarationResolver {
  @Mutation(() => Structure, {
    description:
      "Crée ou met à jour une structure que FINESS ne décrit pas (ESP, médicobus, CPTS en projet, SAMU…), ou déclare ce que " +
      "FINESS ne dit pas d'une autre (forme juridique, phase). Profil « agence ».",
  })
  async enregistrerStructure(
    @Arg("input", () => EnregistrerStructureInput, { description: "Ce qui est déclaré." })
    input: EnregistrerStructureInput,
    @Arg("cleIdempotence", () => ID, {
      description: "Choisie par le client : la même demande n'est faite qu'une fois.",
    })
    cle: string,
    @Ctx() contexte: Contexte,
  ): Promise<Structure> {
    return relireStructure(await enregistrer(contexte, input, cle), contexte);
  }

  @Mutation(() => Structure, {
    description:
      "Horaires, contacts, soins non programmés, équipements, zone d'intervention, lieux, collèges, assistants médicaux… : par les siens.",
  })
  async mettreAJourStructure(
    @Arg("input", () => MettreAJourStructureInput, { description: "Ce qui est déclaré." })
    input: MettreAJourStructureInput,
    @Arg("cleIdempotence", () => ID, {
      description: "Choisie par le client : la même demande n'est faite qu'une fois.",
    })
    cle: string,
    @Ctx() contexte: Contexte,
  ): Promise<Structure> {
    return relireStructure(await mettreAJour(contexte, input, cle), contexte);
  }
}
