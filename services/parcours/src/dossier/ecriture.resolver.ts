import { Arg, Ctx, Directive, ID, Int, Mutation, Resolver } from "type-graphql";
import { ABlanc, CleIdempotence } from "../acces/arguments-d-ecriture.ts";
import type { Contexte } from "../contexte.ts";
import { enregistrerEvaluation } from "../evaluation/enregistrer.action.ts";
import { EnregistrerEvaluationInput } from "../evaluation/evaluation.type.ts";
import { ajouterNote } from "../note/ajouter.action.ts";
import { demanderAppui } from "./demander-appui.action.ts";
import { DemanderAppuiInput, QualifierDemandeInput } from "./dossier.input.ts";
import type { LigneDossier } from "./dossier.repository.ts";
import { MotifCloture, Parcours } from "./dossier.type.ts";
import { cloturer, designerReferent, rouvrir } from "./mouvements.action.ts";
import { qualifierDemande } from "./qualifier.action.ts";

const VERSION = { description: "La version du dossier, telle qu'on l'a lue." };
const DOSSIER = { description: "Le dossier." };

@Resolver(() => Parcours)
export class ParcoursEcritureResolver {
  @Mutation(() => Parcours, {
    description:
      "Porte d'entrée unique : un professionnel, une structure, la personne ou son aidant demande l'appui du DAC de la commune.",
  })
  @Directive("@cost(weight: 10)")
  demanderAppui(
    @Arg("input", () => DemanderAppuiInput, { description: "La demande." }) input: DemanderAppuiInput,
    @CleIdempotence() cle: string,
    @ABlanc() aBlanc: boolean,
    @Ctx() contexte: Contexte,
  ): Promise<LigneDossier> {
    return demanderAppui(contexte, input, { cle, aBlanc });
  }

  @Mutation(() => Parcours, { description: "Désigne qui suit le dossier ; une demande reçue entre alors en analyse." })
  designerReferent(
    @Arg("parcoursId", () => ID, DOSSIER) parcoursId: string,
    @Arg("version", () => Int, VERSION) version: number,
    @Arg("professionnelId", () => ID, { description: "Le référent." }) professionnelId: string,
    @CleIdempotence() cle: string,
    @ABlanc() aBlanc: boolean,
    @Ctx() contexte: Contexte,
  ): Promise<LigneDossier> {
    return designerReferent(contexte, { parcoursId, version, professionnelId }, { cle, aBlanc });
  }

  @Mutation(() => Parcours, {
    description:
      "Recevable, réorientée ou refusée ; un refus porte un motif codé, et aucun code n'invoque l'âge ni la pathologie.",
  })
  qualifierDemande(
    @Arg("input", () => QualifierDemandeInput, { description: "La décision." }) input: QualifierDemandeInput,
    @CleIdempotence() cle: string,
    @ABlanc() aBlanc: boolean,
    @Ctx() contexte: Contexte,
  ): Promise<LigneDossier> {
    return qualifierDemande(contexte, input, { cle, aBlanc });
  }

  @Mutation(() => Parcours, {
    description: "Enregistre une évaluation multidimensionnelle sur une grille et sa version.",
  })
  enregistrerEvaluation(
    @Arg("input", () => EnregistrerEvaluationInput, { description: "L'évaluation." }) input: EnregistrerEvaluationInput,
    @CleIdempotence() cle: string,
    @ABlanc() aBlanc: boolean,
    @Ctx() contexte: Contexte,
  ): Promise<LigneDossier> {
    return enregistrerEvaluation(contexte, input, { cle, aBlanc });
  }

  @Mutation(() => Parcours, { description: "Ajoute une note de l'équipe." })
  ajouterNote(
    @Arg("parcoursId", () => ID, DOSSIER) parcoursId: string,
    @Arg("texte", () => String, { description: "Le texte." }) texte: string,
    @CleIdempotence() cle: string,
    @ABlanc() aBlanc: boolean,
    @Ctx() contexte: Contexte,
  ): Promise<LigneDossier> {
    return ajouterNote(contexte, { parcoursId, texte }, { cle, aBlanc });
  }

  @Mutation(() => Parcours, { description: "Clôt un dossier, ou passe le relais à quelqu'un de nommé." })
  cloturerParcours(
    @Arg("parcoursId", () => ID, DOSSIER) parcoursId: string,
    @Arg("version", () => Int, VERSION) version: number,
    @Arg("motif", () => MotifCloture, { description: "Pourquoi." }) motif: MotifCloture,
    @Arg("relais", () => ID, { nullable: true, description: "À qui, pour un passage de relais." }) relais:
      | string
      | null,
    @CleIdempotence() cle: string,
    @ABlanc() aBlanc: boolean,
    @Ctx() contexte: Contexte,
  ): Promise<LigneDossier> {
    const demande = { parcoursId, version, motif, relais: relais ?? null };
    return cloturer(contexte, demande, { cle, aBlanc });
  }

  @Mutation(() => Parcours, { description: "Reprend un dossier clos, ou une demande écartée." })
  rouvrirParcours(
    @Arg("parcoursId", () => ID, DOSSIER) parcoursId: string,
    @Arg("version", () => Int, VERSION) version: number,
    @Arg("motif", () => String, { description: "Pourquoi." }) motif: string,
    @CleIdempotence() cle: string,
    @ABlanc() aBlanc: boolean,
    @Ctx() contexte: Contexte,
  ): Promise<LigneDossier> {
    return rouvrir(contexte, { parcoursId, version, motif }, { cle, aBlanc });
  }
}
