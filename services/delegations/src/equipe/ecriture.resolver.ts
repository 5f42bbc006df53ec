import { GraphQLIsoDate } from "@coordination/vocabulaire";
import { Arg, Ctx, ID, Mutation, Resolver } from "type-graphql";
import type { Contexte } from "../context.ts";
import { attesterFormation } from "./attester-formation.action.ts";
import { declarerEquipe } from "./declarer.action.ts";
import { DeclarerEquipeProtocoleInput } from "./equipe.input.ts";
import type { LigneEquipe } from "./equipe.repository.ts";
import { EquipeProtocole } from "./equipe.type.ts";
import { mettreFinAEquipe } from "./mettre-fin.action.ts";

const CLE = { description: "Choisie par le client, de 8 à 200 caractères : la même demande n'est faite qu'une fois." };

@Resolver(() => EquipeProtocole)
export class EquipeEcritureResolver {
  @Mutation(() => EquipeProtocole, {
    description:
      "Déclare l'équipe qui met en œuvre un protocole : délégants, délégués et lieu, vérifiés dans l'annuaire. Par les gens de la structure, ou par une agence.",
  })
  async declarerEquipeProtocole(
    @Arg("input", () => DeclarerEquipeProtocoleInput, { description: "L'équipe." }) input: DeclarerEquipeProtocoleInput,
    @Arg("cleIdempotence", () => ID, CLE) cleIdempotence: string,
    @Ctx() contexte: Contexte,
  ): Promise<LigneEquipe | null> {
    return relire(await declarerEquipe(contexte, input, cleIdempotence), contexte);
  }

  @Mutation(() => EquipeProtocole, {
    description: "Atteste la formation d'un délégué de l'équipe. Par les gens de la structure, ou par une agence.",
  })
  async attesterFormation(
    @Arg("equipeId", () => ID, { description: "L'équipe." }) equipeId: string,
    @Arg("professionnelId", () => ID, { description: "Le délégué formé." }) professionnelId: string,
    @Arg("le", () => GraphQLIsoDate, { description: "Date de l'attestation ; pas dans l'avenir." }) le: string,
    @Arg("organisme", () => String, { description: "Qui a formé." }) organisme: string,
    @Arg("cleIdempotence", () => ID, CLE) cleIdempotence: string,
    @Ctx() contexte: Contexte,
  ): Promise<LigneEquipe | null> {
    return relire(
      await attesterFormation(contexte, { equipeId, professionnelId, le, organisme }, cleIdempotence),
      contexte,
    );
  }

  @Mutation(() => EquipeProtocole, {
    description: "Met fin à une équipe ; elle reste lisible. Par les gens de la structure, ou par une agence.",
  })
  async mettreFinAEquipe(
    @Arg("id", () => ID, { description: "L'équipe." }) id: string,
    @Arg("le", () => GraphQLIsoDate, { description: "Son dernier jour, compris." }) le: string,
    @Arg("motif", () => String, { description: "Pourquoi elle prend fin." }) motif: string,
    @Arg("cleIdempotence", () => ID, CLE) cleIdempotence: string,
    @Ctx() contexte: Contexte,
  ): Promise<LigneEquipe | null> {
    return relire(await mettreFinAEquipe(contexte, { id, le, motif }, cleIdempotence), contexte);
  }
}

const relire = (id: string, { loaders }: Contexte): Promise<LigneEquipe | null> => loaders.equipeById.load(id);
