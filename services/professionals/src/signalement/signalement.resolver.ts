import { Signalement, StatutSignalement } from "@coordination/vocabulaire";
import { Arg, Ctx, Directive, ID, Mutation, Query, Resolver } from "type-graphql";
import type { Contexte } from "../context.ts";
import { CLE_IDEMPOTENCE } from "../declaration/cle-idempotence.ts";
import { exigerDeclarant } from "../declaration/droit.ts";
import { concernesPar } from "./concernes.ts";
import { SignalerErreurProfessionnelInput, TraiterSignalementProfessionnelInput } from "./signalement.input.ts";
import { findSignalement, findSignalementsDe } from "./signalement.repository.ts";
import { SignalementDeProfessionnel } from "./signalement.type.ts";
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

  @Query(() => [SignalementDeProfessionnel], {
    description:
      "Les signalements reçus sur un professionnel, les plus anciens d'abord : tous pour une agence, pour une structure ceux qui la concernent.",
  })
  @Directive("@listSize(assumedSize: 20)")
  async signalementsDeProfessionnel(
    @Arg("professionnelId", () => ID, { description: "La personne." }) professionnelId: string,
    @Arg("statuts", () => [StatutSignalement], { nullable: true, description: "Dans l'un de ces états seulement." })
    statuts: StatutSignalement[] | null,
    @Ctx() contexte: Contexte,
  ): Promise<SignalementDeProfessionnel[]> {
    exigerDeclarant(contexte);
    const concernes = await concernesPar(contexte, professionnelId);
    const recus = await findSignalementsDe(contexte.sql, { professionnelId, statuts: statuts ?? null });
    return Promise.all(
      recus.filter(concernes).map(async ({ situationId, champ, attendu, commentaire, ...signalement }) => ({
        signalement,
        situation: situationId === null ? null : await contexte.loaders.situationById.load(situationId),
        champ,
        attendu,
        commentaire,
      })),
    );
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
    @Arg("input", () => TraiterSignalementProfessionnelInput, { description: "La réponse." })
    input: TraiterSignalementProfessionnelInput,
    @Arg("cleIdempotence", () => ID, CLE_IDEMPOTENCE) cleIdempotence: string,
    @Ctx() contexte: Contexte,
  ): Promise<Signalement | null> {
    return findSignalement(contexte.sql, await traiterSignalement(contexte, input, cleIdempotence));
  }
}
