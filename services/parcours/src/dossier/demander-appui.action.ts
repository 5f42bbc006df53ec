import { randomUUID } from "node:crypto";
import { appliquer } from "@coordination/rules";
import { regleNonRemplie, saisieInvalide } from "@coordination/server-kit";
import { ecrireActeur } from "../acces/acteur-ecrit.ts";
import { ecrireEnTantQue } from "../acces/session.ts";
import { dacCompetents } from "../annuaire.operations.ts";
import type { Contexte } from "../contexte.ts";
import { exigerReferences, poserReferences } from "../reference/references-donnees.ts";
import { exigerMedecinTraitant } from "../usager/medecin-traitant.ts";
import { controlerUsager } from "../usager/saisir-usager.rule.ts";
import { insererUsager } from "../usager/usager.repository.ts";
import { usagerAEcrire } from "../usager/usager-a-ecrire.ts";
import { type DemandeEcrite, objetDeLaDemande } from "./demande.ts";
import type { DemanderAppuiInput } from "./dossier.input.ts";
import { insererDossier, type LigneDossier, noterEvenement, requireDossier } from "./dossier.repository.ts";
import { recevabilite } from "./recevabilite.rule.ts";
import { tient } from "./roles.rule.ts";

/** How a mutation was called. */
export interface Appel {
  readonly cle: string;
  readonly aBlanc: boolean;
}

/**
 * Opens a case at the DAC of the commune: one entry for everyone who may ask. A demand that the person opposes, or that says
 * nothing to coordinate, is still received: the team decides, the rule only tells. Returns the case.
 * @throws UNAUTHENTICATED, FORBIDDEN, BAD_USER_INPUT; SUBGRAPH_UNAVAILABLE when the directory does not say which DAC answers:
 * nothing is then written
 */
export async function demanderAppui(
  contexte: Contexte,
  input: DemanderAppuiInput,
  { cle, aBlanc }: Appel,
): Promise<LigneDossier> {
  const { coffre, aujourdhui, maintenant } = contexte;
  const references = { champ: "input.referencesExternes", references: input.referencesExternes ?? [] };
  exigerReferences(references.champ, references.references);
  const fausse = controlerUsager(input.usager, aujourdhui);
  if (fausse !== null) throw saisieInvalide(`input.usager.${fausse.champ}`, fausse.explication);
  exigerInformation(input);
  await exigerMedecinTraitant(contexte, input.usager, "input.usager.medecinTraitantId");
  const dacId = await exigerDac(contexte, input);
  const demande: DemandeEcrite = {
    professionnelId: input.demandeur.professionnelId ?? null,
    structureId: input.demandeur.structureId ?? null,
    nom: input.demandeur.nom,
    lien: input.demandeur.lien ?? null,
    telephone: input.demandeur.telephone ?? null,
    personneInformee: input.personneInformee,
    accordPersonne: input.accordPersonne,
    motif: input.motif,
    difficulte: input.difficulte,
    medecinTraitantInformeLe: input.medecinTraitantInforme === true ? maintenant.toISOString() : null,
    niveauPropose: input.niveauPropose ?? null,
  };
  return ecrireEnTantQue(contexte, { operation: "demanderAppui", cle, aBlanc, input }, async (tx, auteur) => {
    const [id, usagerId] = [randomUUID(), randomUUID()];
    await insererUsager(tx, usagerAEcrire(coffre, usagerId, input.usager));
    await insererDossier(tx, {
      id,
      usagerId,
      annee: aujourdhui.slice(0, 4),
      codeInsee: input.codeInsee,
      dacId,
      demandeChiffree: coffre.chiffrer(objetDeLaDemande(id), demande),
      demandeurNature: input.demandeur.nature,
      autresActeurs: input.autresActeurs,
      creePar: auteur.sub,
    });
    const acteur = ecrireActeur(auteur, demande.structureId);
    const cote = tient(auteur, dacId) ? "EQUIPE" : "DEMANDEUR";
    await poserReferences(tx, auteur, { cote, cible: id }, references, acteur);
    await noterEvenement(tx, {
      dossierId: id,
      type: "DEMANDE_RECUE",
      acteur,
      resume: "La demande d'appui est reçue.",
    });
    return requireDossier(tx, id);
  });
}

/** Someone is never talked about without knowing: the one condition that the requester can meet, and must. */
function exigerInformation(input: DemanderAppuiInput): void {
  const jugee = appliquer(recevabilite, input);
  const informee = jugee.conditions.find(({ code }) => code === "PERSONNE_INFORMEE");
  if (informee?.verdict !== "OUI")
    throw regleNonRemplie({ ...jugee, conditions: informee === undefined ? [] : [informee] });
}

async function exigerDac({ annuaire, appel }: Contexte, { codeInsee, dacId }: DemanderAppuiInput): Promise<string> {
  const lieu = "input.codeInsee";
  const { pointEntree } = await annuaire.demander(dacCompetents, { codeInsee }, appel, { codeInsee: lieu });
  if (pointEntree === null) throw saisieInvalide(lieu, "Aucune commune ne porte ce code INSEE.");
  const [premier, ...autres] = pointEntree.dac;
  if (premier === undefined) throw saisieInvalide(lieu, "Aucun DAC n'est connu pour cette commune.");
  if (dacId === null || dacId === undefined) {
    if (autres.length === 0) return premier.id;
    const choix = pointEntree.dac.map(({ id, nom }) => `${nom} (${id})`).join(", ");
    throw saisieInvalide("input.dacId", `Plusieurs DAC répondent pour cette commune : ${choix}.`);
  }
  const choisi = pointEntree.dac.find(({ id }) => id === dacId);
  if (choisi === undefined) throw saisieInvalide("input.dacId", "Ce DAC ne répond pas pour cette commune.");
  return choisi.id;
}
