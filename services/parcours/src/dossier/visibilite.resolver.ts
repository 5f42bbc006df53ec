import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from "type-graphql";
import { accederEnBrisDeGlace } from "../acces/bris-de-glace.action.ts";
import type { Contexte } from "../contexte.ts";
import { modifierUsager } from "../usager/modifier-usager.action.ts";
import { UsagerInput } from "../usager/usager.input.ts";
import type { LigneDossier } from "./dossier.repository.ts";
import { DossierExporte, Parcours } from "./dossier.type.ts";
import { exporterDossier } from "./exporter.action.ts";
import { transfererParcours } from "./transferer.action.ts";

const CLE = { description: "Choisie par le client, de 8 à 200 caractères : la même demande n'est faite qu'une fois." };
const VERSION = { description: "La version du dossier, telle qu'on l'a lue." };
const A_BLANC = { defaultValue: false, description: "Vrai : rien n'est écrit, et le verdict est le même." };
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
    @Arg("motif", () => String, { description: "Pourquoi : gardé au journal des accès." }) motif: string,
    @Arg("cleIdempotence", () => ID, CLE) cle: string,
    @Arg("aBlanc", () => Boolean, A_BLANC) aBlanc: boolean,
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
    @Arg("cleIdempotence", () => ID, CLE) cle: string,
    @Arg("aBlanc", () => Boolean, A_BLANC) aBlanc: boolean,
    @Ctx() contexte: Contexte,
  ): Promise<LigneDossier> {
    return transfererParcours(contexte, { parcoursId, version, dacId, motif }, { cle, aBlanc });
  }

  @Mutation(() => Parcours, { description: "Rectifie ce que l'on sait de la personne." })
  modifierUsager(
    @Arg("parcoursId", () => ID, DOSSIER) parcoursId: string,
    @Arg("version", () => Int, VERSION) version: number,
    @Arg("usager", () => UsagerInput, { description: "Toute la fiche, telle qu'elle doit être." }) usager: UsagerInput,
    @Arg("cleIdempotence", () => ID, CLE) cle: string,
    @Arg("aBlanc", () => Boolean, A_BLANC) aBlanc: boolean,
    @Ctx() contexte: Contexte,
  ): Promise<LigneDossier> {
    return modifierUsager(contexte, { parcoursId, version, usager }, { cle, aBlanc });
  }
}
