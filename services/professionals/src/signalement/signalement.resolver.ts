import { Signalement, StatutSignalement } from "@coordination/vocabulaire";
import { Arg, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import type { Contexte } from "../context.ts";
import { CLE_IDEMPOTENCE } from "../declaration/cle-idempotence.ts";
import { SignalerErreurProfessionnelInput } from "./signalement.input.ts";
import { findSignalement } from "./signalement.repository.ts";
import { signalerErreur } from "./signaler-erreur.action.ts";
import { traiterSignalement } from "./traiter-signalement.action.ts";

@Resolver(() => Signalement)
export class SignalementResolver {
  @Query(() => Signalement, {
    nullable: true,
    description: "Où en est un signalement sur un professionnel ; nul quand aucun n'a ce numéro.",
  })
  signalementProfessionnel(
    @Arg("numero", () => ID, { description: "Le numéro de suivi." }) numero: string,
    @Ctx() { sql }: Contexte,
  ): Promise<Signalement | null> {
    return findSignalement(sql, numero);
  }

  @Mutation(() => Signalement, {
    description: "Signale une donnée fausse de l'annuaire, sans identité nécessaire ; rend un numéro de suivi.",
  })
  async signalerErreurProfessionnel(
    @Arg("input", () => SignalerErreurProfessionnelInput, { description: "Ce qui est faux." })
    input: SignalerErreurProfessionnelInput,
    @Arg("cleIdempotence", () => ID, CLE_IDEMPOTENCE) cleIdempotence: string,
    @Ctx() contexte: Contexte,
  ): Promise<Signalement | null> {
    return findSignalement(contexte.sql, await signalerErreur(contexte, input, cleIdempotence));
  }

  @Mutation(() => Signalement, {
    description: "Répond à un signalement sur un professionnel : une agence, ou la structure concernée.",
  })
  async traiterSignalementProfessionnel(
    @Arg("numero", () => ID, { description: "Le numéro de suivi." }) numero: string,
    @Arg("statut", () => StatutSignalement, { description: "Ce qu'il devient." }) statut: StatutSignalement,
    @Arg("reponse", () => String, {
      nullable: true,
      description: "Ce que lira celui qui a signalé ; obligatoire pour corriger ou rejeter.",
    })
    reponse: string | null,
    @Arg("cleIdempotence", () => ID, CLE_IDEMPOTENCE) cleIdempotence: string,
    @Ctx() contexte: Contexte,
  ): Promise<Signalement | null> {
    const traite = await traiterSignalement(contexte, { numero, statut, reponse: reponse ?? null }, cleIdempotence);
    return findSignalement(contexte.sql, traite);
  }
}
