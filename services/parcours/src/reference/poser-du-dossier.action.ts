import type { Sql } from "@coordination/database";
import { type Acteur, interdit, introuvable } from "@coordination/server-kit";
import { ecrireActeur } from "../acces/acteur-ecrit.ts";
import { ecrireEnTantQue } from "../acces/session.ts";
import type { Contexte } from "../contexte.ts";
import { estIdentifiant } from "../dossier/agir.ts";
import type { Appel } from "../dossier/demander-appui.action.ts";
import { findDossiersByIds, type LigneDossier } from "../dossier/dossier.repository.ts";
import { rolesSurLeDossier } from "../dossier/roles.rule.ts";
import { tenirDossier } from "../dossier/verrou.ts";
import { estDemandeur } from "./reference.repository.ts";
import type { Reference } from "./reference.rule.ts";
import { exigerReferences, poserReferences } from "./references-donnees.ts";

/**
 * The numbers that the software of the team, or of who asked, gives to a case, at any time. Returns the case.
 * @throws UNAUTHENTICATED, FORBIDDEN for whoever sees the case and is neither, NOT_FOUND, BAD_USER_INPUT naming the reference
 */
export function poserReferencesDuParcours(
  contexte: Contexte,
  {
    parcoursId,
    referencesExternes,
  }: { readonly parcoursId: string; readonly referencesExternes: readonly Reference[] },
  appel: Appel,
): Promise<LigneDossier> {
  const champ = "referencesExternes";
  exigerReferences(champ, referencesExternes);
  const demande = { operation: "poserReferencesDuParcours", input: { parcoursId, referencesExternes }, ...appel };
  return ecrireEnTantQue(contexte, demande, async (tx, lui) => {
    const dossier = estIdentifiant(parcoursId) ? await tenirEtLire(tx, parcoursId) : undefined;
    if (dossier === undefined) throw introuvable("parcoursId", "Ce dossier n'existe pas.");
    const { id, dacId } = dossier;
    const cote = await coteDe(tx, lui, dossier);
    const auteur = ecrireActeur(lui, cote === "EQUIPE" ? dacId : null);
    await poserReferences(tx, lui, { cote, cible: id }, { champ, references: referencesExternes }, auteur);
    return dossier;
  });
}

async function tenirEtLire(tx: Sql, id: string): Promise<LigneDossier | undefined> {
  await tenirDossier(tx, id);
  const [dossier] = await findDossiersByIds(tx, [id]);
  return dossier;
}

async function coteDe(tx: Sql, lui: Acteur, dossier: LigneDossier): Promise<"EQUIPE" | "DEMANDEUR"> {
  if (rolesSurLeDossier(lui, dossier).includes("EQUIPE")) return "EQUIPE";
  if (await estDemandeur(tx, dossier.id)) return "DEMANDEUR";
  throw interdit("être de l'équipe du dossier, ou l'avoir demandé");
}
