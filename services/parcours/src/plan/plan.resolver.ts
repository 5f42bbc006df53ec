import { GraphQLIsoDate, Verdict } from "@coordination/vocabulaire";
import { Arg, Ctx, Directive, FieldResolver, ID, Int, Mutation, Resolver, Root } from "type-graphql";
import { ABlanc, CleIdempotence } from "../acces/arguments-d-ecriture.ts";
import { Besoin } from "../besoin/besoin.type.ts";
import type { LigneBesoin } from "../besoin/besoin-du-dossier.repository.ts";
import { MembreCercle } from "../cercle/cercle.type.ts";
import { voirMembre } from "../cercle/membre-vu.ts";
import type { Contexte } from "../contexte.ts";
import type { LigneDossier } from "../dossier/dossier.repository.ts";
import { Parcours } from "../dossier/dossier.type.ts";
import type { LigneOrientation } from "../orientation/orientation.repository.ts";
import { Orientation } from "../orientation/orientation.type.ts";
import { constaterObjectif } from "./constater.action.ts";
import { etablirPlan, reevaluer, validerLePlan } from "./plan.action.ts";
import type { LignePlan } from "./plan.repository.ts";
import { ActionPlan, EtablirPlanInput, Plan } from "./plan.type.ts";

/** Jamais passé, jamais imposé : rien de ce que nous avons lu ne fixe de période. */
const jourDeReevaluation = (sansLui: string) =>
  ({ nullable: true, description: `Le jour où la situation sera à réévaluer ; sans lui, ${sansLui}.` }) as const;
const VERSION = { description: "La version du dossier, telle qu'on l'a lue." };

@Resolver(() => Parcours)
export class PlanEcritureResolver {
  @Mutation(() => Parcours, { description: "Écrit le plan personnalisé, à partir d'une évaluation." })
  etablirPlan(
    @Arg("input", () => EtablirPlanInput, { description: "Le plan." }) input: EtablirPlanInput,
    @CleIdempotence() cle: string,
    @ABlanc() aBlanc: boolean,
    @Ctx() contexte: Contexte,
  ): Promise<LigneDossier> {
    return etablirPlan(contexte, input, { cle, aBlanc });
  }

  @Mutation(() => Parcours, {
    description: "Valide le plan, avec la personne et son médecin traitant : le suivi commence.",
  })
  validerPlan(
    @Arg("parcoursId", () => ID, { description: "Le dossier." }) parcoursId: string,
    @Arg("version", () => Int, VERSION) version: number,
    @Arg("aReevaluerLe", () => GraphQLIsoDate, jourDeReevaluation("celui qui était fixé reste")) aReevaluerLe:
      | string
      | null,
    @CleIdempotence() cle: string,
    @ABlanc() aBlanc: boolean,
    @Ctx() contexte: Contexte,
  ): Promise<LigneDossier> {
    const demande = { parcoursId, version, aReevaluerLe: aReevaluerLe ?? null };
    return validerLePlan(contexte, demande, { cle, aBlanc });
  }

  @Mutation(() => Parcours, { description: "La situation a changé : le dossier revient en évaluation." })
  reevaluer(
    @Arg("parcoursId", () => ID, { description: "Le dossier." }) parcoursId: string,
    @Arg("version", () => Int, VERSION) version: number,
    @Arg("motif", () => String, { description: "Pourquoi." }) motif: string,
    @Arg("aReevaluerLe", () => GraphQLIsoDate, jourDeReevaluation("il n'y en a plus")) aReevaluerLe: string | null,
    @CleIdempotence() cle: string,
    @ABlanc() aBlanc: boolean,
    @Ctx() contexte: Contexte,
  ): Promise<LigneDossier> {
    const demande = { parcoursId, version, motif, aReevaluerLe: aReevaluerLe ?? null };
    return reevaluer(contexte, demande, { cle, aBlanc });
  }

  @Mutation(() => Parcours, {
    description: "Dit d'un objectif du plan validé s'il est atteint. INCONNU : on ne sait plus.",
  })
  constaterObjectif(
    @Arg("parcoursId", () => ID, { description: "Le dossier." }) parcoursId: string,
    @Arg("version", () => Int, VERSION) version: number,
    @Arg("objectifId", () => ID, { description: "Le repère de l'objectif, dans la dernière version du plan." })
    objectifId: string,
    @Arg("atteint", () => Verdict, { description: "S'il est atteint." }) atteint: Verdict,
    @CleIdempotence() cle: string,
    @ABlanc() aBlanc: boolean,
    @Ctx() contexte: Contexte,
  ): Promise<LigneDossier> {
    return constaterObjectif(contexte, { parcoursId, version, objectifId, atteint }, { cle, aBlanc });
  }

  @FieldResolver(() => Plan, { nullable: true, description: "Son plan personnalisé, dans sa dernière version." })
  async plan(@Root() { id }: LigneDossier, @Ctx() { loaders }: Contexte): Promise<LignePlan | null> {
    return (await loaders.plansByDossier.load(id))[0] ?? null;
  }

  @FieldResolver(() => [Besoin], { description: "Ses besoins ; vide pour qui n'est pas de l'équipe." })
  @Directive("@listSize(assumedSize: 5)")
  besoins(@Root() { id }: LigneDossier, @Ctx() { loaders }: Contexte): Promise<LigneBesoin[]> {
    return loaders.besoinsByDossier.load(id);
  }
}

@Resolver(() => Plan)
export class PlanResolver {
  @FieldResolver(() => [ActionPlan], {
    description: "Celles qu'aucun besoin couvert, ou en cours d'orientation, ne porte.",
  })
  @Directive("@listSize(assumedSize: 10)")
  async actionsSansSuite(
    @Root() { dossierId, actions }: LignePlan,
    @Ctx() { loaders }: Contexte,
  ): Promise<ActionPlan[]> {
    const besoins = await loaders.besoinsByDossier.load(dossierId);
    const suivis = new Set(
      besoins.filter(({ statut }) => statut === "COUVERT" || statut === "EN_ORIENTATION").map(({ id }) => id),
    );
    return actions.filter(({ besoinId }) => besoinId === null || !suivis.has(besoinId));
  }
}

@Resolver(() => ActionPlan)
export class ActionPlanResolver {
  @FieldResolver(() => Besoin, { nullable: true, description: "Le besoin auquel elle répond." })
  besoin(@Root() { besoinId }: ActionPlan, @Ctx() { loaders }: Contexte): Promise<LigneBesoin | null> | null {
    return besoinId === null ? null : loaders.besoinById.load(besoinId);
  }

  @FieldResolver(() => [Orientation], {
    description: "À qui le besoin auquel elle répond a été adressé ; vide quand elle ne répond à aucun.",
  })
  @Directive("@listSize(assumedSize: 5)")
  orientations(
    @Root() { besoinId }: ActionPlan,
    @Ctx() { loaders }: Contexte,
  ): Promise<LigneOrientation[]> | LigneOrientation[] {
    return besoinId === null ? [] : loaders.orientationsByBesoin.load(besoinId);
  }

  @FieldResolver(() => MembreCercle, {
    nullable: true,
    description: "Qui s'en charge ; le reste quand il a quitté le cercle, et son passage dit alors quand.",
  })
  async responsable(@Root() { membreId }: ActionPlan, @Ctx() contexte: Contexte): Promise<MembreCercle | null> {
    const { loaders } = contexte;
    const membre = membreId ? await loaders.membreById.load(membreId) : null;
    const dossier = membre === null ? null : await loaders.dossierById.load(membre.dossierId);
    return membre === null || dossier === null ? null : voirMembre(membre, dossier, contexte);
  }
}
