import { exigerFirst } from "@coordination/server-kit";
import { Signalement, StatutSignalement } from "@coordination/vocabulaire";
import { Arg, Ctx, Directive, ID, Int, Mutation, Query, Resolver } from "type-graphql";
import type { Contexte } from "../context.ts";
import { exigerLesSiensOuAgence } from "../declaration/droit.ts";
import { SignalerErreurStructureInput, TraiterSignalementStructureInput } from "./signalement.input.ts";
import { findSignalement, findSignalements } from "./signalement.repository.ts";
import { SignalementDeStructure } from "./signalement.type.ts";
import { signaler } from "./signaler.action.ts";
import { traiter } from "./traiter.action.ts";

@Resolver()
export class SignalementResolver {
  @Query(() => Signalement, {
    nullable: true,
    description: "Où en est un signalement fait sur une structure ; nul quand aucun ne porte ce numéro.",
  })
  signalement(
    @Arg("numero", () => ID, { description: "Numéro de suivi." }) numero: string,
    @Ctx() { sql }: Contexte,
  ): Promise<Signalement | null> {
    return findSignalement(sql, numero);
  }

  @Query(() => [SignalementDeStructure], {
    description: "Les signalements reçus sur une structure, les plus anciens d'abord : pour les siens et les agences.",
  })
  @Directive('@listSize(slicingArguments: ["first"], requireOneSlicingArgument: false)')
  async signalementsDeStructure(
    @Arg("structureId", () => ID, { description: "La structure." }) structureId: string,
    @Arg("statuts", () => [StatutSignalement], { nullable: true, description: "Dans l'un de ces états seulement." })
    statuts: StatutSignalement[] | null,
    @Arg("first", () => Int, { defaultValue: 50, description: "Combien, 100 au plus." }) first: number,
    @Ctx() { acteur, sql }: Contexte,
  ): Promise<SignalementDeStructure[]> {
    exigerLesSiensOuAgence(acteur, structureId);
    return findSignalements(sql, { structureId, statuts: statuts ?? null, limite: exigerFirst(first) });
  }

  @Mutation(() => Signalement, {
    description: "Signale une donnée fausse d'une structure ; rend un numéro de suivi. Ouvert à tous.",
  })
  async signalerErreurStructure(
    @Arg("input", () => SignalerErreurStructureInput, { description: "Ce qui est faux." })
    input: SignalerErreurStructureInput,
    @Arg("cleIdempotence", () => ID, {
      description: "Choisie par le client : la même demande n'est faite qu'une fois.",
    })
    cle: string,
    @Ctx() contexte: Contexte,
  ): Promise<Signalement> {
    return relire(await signaler(contexte, input, cle), contexte);
  }

  @Mutation(() => Signalement, { description: "Répond à un signalement : par les siens, ou par une agence." })
  async traiterSignalementStructure(
    @Arg("input", () => TraiterSignalementStructureInput, { description: "La réponse." })
    input: TraiterSignalementStructureInput,
    @Arg("cleIdempotence", () => ID, {
      description: "Choisie par le client : la même demande n'est faite qu'une fois.",
    })
    cle: string,
    @Ctx() contexte: Contexte,
  ): Promise<Signalement> {
    return relire(await traiter(contexte, input, cle), contexte);
  }
}

async function relire(numero: string, { sql }: Contexte): Promise<Signalement> {
  const signalement = await findSignalement(sql, numero);
  if (signalement === null) throw new Error("signalement écrit et introuvable");
  return signalement;
}
