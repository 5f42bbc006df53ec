import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from "type-graphql";
import { ABlanc, CleIdempotence } from "../acces/arguments-d-ecriture.ts";
import { accederEnBrisDeGlace } from "../acces/bris-de-glace.action.ts";
import type { Contexte } from "../contexte.ts";
import { modifierUsager } from "../usager/modifier-usager.action.ts";
import { UsagerInput } from "../usager/usager.input.ts";
import type { LigneDossier } from "./dossier.repository.ts";
import { DossierExporte, Parcours } from "./dossier.type.ts";
import { exporterDossier } from "./exporter.action.ts";
import { transfererParcours } from "./transferer.action.ts";

const VERSION = { description: "La version du dossier, telle qu'on l'a lue." };
const DOSSIER = { description: "Le dossier." };

@Resolver(() => Parcours)
export class VisibiliteResolver {
  @Query(() => DossierExporte, {
    description: "Copie lisible du dossier, que son équipe remet à la personne (droit d'accès) ; laisse une trace.",
  })
  exporterDossier(
    @Arg("parcoursId", () => ID, DOSSIER) parcoursId: string,
    @Ctx() contexte: Contexte,
  ): Promise<DossierExporte> {
    return exporterDossier(contexte, parcoursId);
  }

  @Mutation(() => Parcours, {
    description: "Accès exceptionnel d'une heure : motif obligatoire, équipe prévenue, chaque lecture au journal.",
  })
  accederEnBrisDeGlace(
    @Arg("parcoursId", () => ID, DOSSIER) parcoursId: string,
    @Arg("motif", () => String, {
      description: "Pourquoi, sans nommer la personne : gardé au journal des accès, dont rien ne s'efface.",
    })
    motif: string,
    @CleIdempotence() cle: string,
    @ABlanc() aBlanc: boolean,
    @Ctx() contexte: Contexte,
  ): Promise<LigneDossier> {
    return accederEnBrisDeGlace(contexte, { parcoursId, motif }, { cle, aBlanc });
  }

  @Mutation(() => Parcours, {
    description:
      "Un autre DAC est compétent : le dossier le suit, avec son histoire, et l'équipe d'avant ne le voit plus.",
  })
  transfererParcours(
    @Arg("parcoursId", () => ID, DOSSIER) parcoursId: string,
    @Arg("version", () => Int, VERSION) version: number,
    @Arg("dacId", () => ID, { description: "Le DAC qui le reçoit." }) dacId: string,
    @Arg("motif", () => String, { description: "Pourquoi." }) motif: string,
    @CleIdempotence() cle: string,
    @ABlanc() aBlanc: boolean,
    @Ctx() contexte: Contexte,
  ): Promise<LigneDossier> {
    return transfererParcours(contexte, { parcoursId, version, dacId, motif }, { cle, aBlanc });
  }

  @Mutation(() => Parcours, { description: "Rectifie ce que l'on sait de la personne." })
  modifierUsager(
    @Arg("parcoursId", () => ID, DOSSIER) parcoursId: string,
    @Arg("version", () => Int, VERSION) version: number,
    @Arg("usager", () => UsagerInput, { description: "Toute la fiche, telle qu'elle doit être." }) usager: UsagerInput,
    @CleIdempotence() cle: string,
    @ABlanc() aBlanc: boolean,
    @Ctx() contexte: Contexte,
  ): Promise<LigneDossier> {
    return modifierUsager(contexte, { parcoursId, version, usager }, { cle, aBlanc });
  }
}
