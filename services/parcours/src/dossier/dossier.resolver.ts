import { appliquer, type Eligibilite as EligibiliteJugee } from "@coordination/rules";
import { exigerPortee, introuvable } from "@coordination/server-kit";
import { Eligibilite } from "@coordination/vocabulaire";
import { Arg, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import type { ActeurEcrit } from "../acces/acteur-ecrit.ts";
import { PORTEE_LIRE } from "../acces/session.ts";
import { Commune, Professionnel, Structure } from "../candidat/reference.type.ts";
import type { Contexte } from "../contexte.ts";
import { lireEvaluation } from "../evaluation/enregistrer.action.ts";
import { Evaluation } from "../evaluation/evaluation.type.ts";
import { texteDeLaNote } from "../note/ajouter.action.ts";
import { Note } from "../note/note.type.ts";
import type { UsagerDuDossier } from "../usager/usager.resolver.ts";
import { Usager } from "../usager/usager.type.ts";
import { actionsDuDossier } from "./actions.rule.ts";
import { estIdentifiant } from "./agir.ts";
import { type DemandeEcrite, objetDeLaDemande } from "./demande.ts";
import type { LigneDossier } from "./dossier.repository.ts";
import { type ActeurDuParcours, ActionParcours, DemandeAppui, DoublonPossible, Parcours } from "./dossier.type.ts";
import { recevabilite } from "./recevabilite.rule.ts";
import { rolesSurLeDossier } from "./roles.rule.ts";

/** A case by its identifier, as this actor may see it; null when there is none, or none for them. */
export async function resoudreParcours(id: unknown, { acteur, loaders }: Contexte): Promise<LigneDossier | null> {
  exigerPortee(acteur, PORTEE_LIRE);
  const dossier = typeof id === "string" && estIdentifiant(id) ? await loaders.dossierById.load(id) : null;
  return dossier === null ? null : { ...dossier };
}

const estDeLEquipe = ({ acteur }: Contexte, dossier: LigneDossier): boolean =>
  acteur !== null && rolesSurLeDossier(acteur, dossier).includes("EQUIPE");

/** The demand, seen through today's rights: the answer kept for an idempotency key may be older than they are. */
async function lireDemande({ id }: LigneDossier, { coffre, loaders }: Contexte): Promise<DemandeEcrite> {
  const vu = await loaders.dossierById.load(id);
  if (vu === null) throw introuvable("parcoursId", "Ce dossier n'existe pas.");
  return coffre.dechiffrer(objetDeLaDemande(id), vu.demandeChiffree) as DemandeEcrite;
}

/** Who acted, as the API shows them. */
export const montrerActeur = (acteur: ActeurEcrit): ActeurDuParcours => {
  const { professionnelId, structureId, pourLeCompteDe, libelle } = acteur;
  return {
    professionnel: professionnelId === null ? null : { id: professionnelId },
    structure: structureId === null ? null : { id: structureId },
    pourLeCompteDe: pourLeCompteDe === undefined ? null : { id: pourLeCompteDe },
    libelle,
  };
};

@Resolver(() => Parcours)
export class ParcoursResolver {
  @Query(() => Parcours, { nullable: true, description: "Un dossier ; nul quand il n'existe pas, ou pas pour moi." })
  parcours(
    @Arg("id", () => ID, { description: "Le dossier." }) id: string,
    @Ctx() contexte: Contexte,
  ): Promise<LigneDossier | null> {
    return resoudreParcours(id, contexte);
  }

  @FieldResolver(() => Commune, { description: "Où vit la personne." })
  commune(@Root() { codeInsee }: LigneDossier): Commune {
    return { codeInsee };
  }

  @FieldResolver(() => Structure, { description: "Le DAC à qui le dossier est confié." })
  dac(@Root() { dacId }: LigneDossier): Structure {
    return { id: dacId };
  }

  @FieldResolver(() => Professionnel, { nullable: true, description: "Qui suit le dossier." })
  referent(@Root() { referentId }: LigneDossier): Professionnel | null {
    return referentId === null ? null : { id: referentId };
  }

  @FieldResolver(() => Usager, { description: "La personne." })
  async usager(@Root() dossier: LigneDossier, @Ctx() { loaders }: Contexte): Promise<UsagerDuDossier | null> {
    const usager = await loaders.usagerById.load(dossier.usagerId);
    const { id: dossierId, dacId, acces } = dossier;
    return usager === null ? null : { ...usager, lecture: { dossierId, dacId, acces } };
  }

  @FieldResolver(() => DemandeAppui, { description: "La demande qui l'a ouvert. La lire laisse une trace." })
  async demande(@Root() dossier: LigneDossier, @Ctx() contexte: Contexte): Promise<DemandeAppui> {
    const lue = await lireDemande(dossier, contexte);
    await contexte.loaders.trace.load({
      dossierId: dossier.id,
      dacId: dossier.dacId,
      acces: dossier.acces,
      objet: "DEMANDE",
    });
    const { professionnelId, structureId, nom, lien, telephone, ...demande } = lue;
    return {
      ...demande,
      niveauPropose: demande.niveauPropose ?? null,
      autresActeurs: dossier.autresActeurs,
      recueLe: dossier.creeLe,
      demandeur: {
        nature: dossier.demandeurNature,
        professionnel: professionnelId === null ? null : { id: professionnelId },
        structure: structureId === null ? null : { id: structureId },
        nom,
        lien,
        telephone,
      },
    };
  }

  @FieldResolver(() => Eligibilite, {
    nullable: true,
    description:
      "Ce qui fait qu'une demande est recevable, condition par condition ; nulle pour qui n'est pas de l'équipe.",
  })
  async recevabilite(@Root() dossier: LigneDossier, @Ctx() contexte: Contexte): Promise<EligibiliteJugee | null> {
    if (!estDeLEquipe(contexte, dossier)) return null;
    return appliquer(recevabilite, { ...(await lireDemande(dossier, contexte)), autresActeurs: dossier.autresActeurs });
  }

  @FieldResolver(() => [Evaluation], { description: "Ses évaluations ; vide pour qui n'est pas de l'équipe." })
  @Directive("@listSize(assumedSize: 3)")
  async evaluations(@Root() { id }: LigneDossier, @Ctx() { loaders, coffre }: Contexte): Promise<Evaluation[]> {
    return (await loaders.evaluationsByDossier.load(id)).map((ligne) => lireEvaluation(coffre, ligne));
  }

  @FieldResolver(() => [Note], { description: "Les notes de l'équipe ; vide pour qui n'en est pas." })
  @Directive("@listSize(assumedSize: 20)")
  async notes(@Root() { id }: LigneDossier, @Ctx() { loaders, coffre }: Contexte): Promise<Note[]> {
    const notes = await loaders.notesByDossier.load(id);
    return notes.map((note) => ({
      auteur: montrerActeur(note.auteur),
      texte: texteDeLaNote(coffre, note),
      le: note.le,
    }));
  }

  @FieldResolver(() => [DoublonPossible], {
    description: "D'autres équipes semblent suivre la même personne : combien de dossiers, et qui appeler.",
  })
  @Directive("@listSize(assumedSize: 2)")
  async doublonsPossibles(@Root() { id }: LigneDossier, @Ctx() { loaders }: Contexte): Promise<DoublonPossible[]> {
    const doublons = await loaders.doublonsByDossier.load(id);
    return doublons.map(({ dacId, nombre }) => ({ dac: { id: dacId }, nombre }));
  }

  @FieldResolver(() => [ActionParcours], {
    description: "Exactement ce que les mutations accepteraient de moi maintenant.",
  })
  @Directive("@listSize(assumedSize: 6)")
  async actionsPossibles(
    @Root() dossier: LigneDossier,
    @Ctx() { acteur, loaders }: Contexte,
  ): Promise<ActionParcours[]> {
    const roles = acteur === null ? [] : rolesSurLeDossier(acteur, dossier);
    if (roles.length === 0) return [];
    const [evaluations, besoins] = await Promise.all([
      loaders.evaluationsByDossier.load(dossier.id),
      loaders.besoinsByDossier.load(dossier.id),
    ]);
    const permises = actionsDuDossier(dossier.statut, roles, {
      evaluations: evaluations.length,
      besoinsAdressables: besoins.filter(({ criteres }) => criteres.urgence !== "VITALE").length,
    });
    return Object.values(ActionParcours).filter((action) => permises.has(action));
  }
}
