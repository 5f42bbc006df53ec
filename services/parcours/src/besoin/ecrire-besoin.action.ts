import { randomUUID } from "node:crypto";
import type { Sql } from "@coordination/database";
import { saisieInvalide, versionPerimee } from "@coordination/server-kit";
import type { Contexte } from "../contexte.ts";
import { agirEtRendre, agirSurLeBesoin } from "../dossier/agir.ts";
import type { Appel } from "../dossier/demander-appui.action.ts";
import { HORS_DOSSIER } from "../dossier/etats.ts";
import { ajouterHorsDossier } from "../hors-dossier/ajouter.action.ts";
import { retirerCeQuiAttend } from "../orientation/retirer.ts";
import { exigerUsager } from "../usager/exiger-usager.ts";
import { changerUsager } from "../usager/usager.repository.ts";
import { usagerAEcrire } from "../usager/usager-a-ecrire.ts";
import type { AjouterBesoinInput, ModifierBesoinInput } from "./besoin.input.ts";
import {
  changerBesoin,
  insererBesoin,
  type LigneBesoin,
  requireBesoin,
  verrouillerBesoin,
} from "./besoin-du-dossier.repository.ts";
import { besoinIntrouvable, exigerBesoinVu } from "./besoin-vu.ts";
import { exigerCriteres } from "./criteres-admis.ts";
import { libelleDuBesoin } from "./libelle-besoin.rule.ts";

/**
 * Adds a need to a case, or without one. Throws as `agir`, BAD_USER_INPUT naming the criterion, or `usager` and `porteurId` where they
 * are missing or too many; without a case, as `ajouterHorsDossier`. Returns the need.
 */
export async function ajouterBesoin(contexte: Contexte, input: AjouterBesoinInput, appel: Appel): Promise<LigneBesoin> {
  const { parcoursId = null, usager = null, porteurId = null } = input;
  if (parcoursId === null && usager === null)
    throw saisieInvalide(
      "input.usager",
      "Sans parcoursId, dites de qui il s'agit : c'est une orientation hors dossier.",
    );
  if (parcoursId !== null && usager !== null)
    throw saisieInvalide(
      "input.usager",
      "La personne est celle du dossier : donnez parcoursId ou usager, pas les deux.",
    );
  if (parcoursId !== null && porteurId !== null)
    throw saisieInvalide("input.porteurId", "Un dossier a déjà son équipe : porteurId ne vaut que hors dossier.");
  const criteres = await exigerCriteres(input.criteres, contexte, "input.");
  if (usager !== null) return ajouterHorsDossier(contexte, { input, usager, porteurId, criteres }, appel);
  const { rendu } = await agirEtRendre(
    contexte,
    {
      operation: "ajouterBesoin",
      action: "AJOUTER_BESOIN",
      parcoursId: parcoursId ?? "",
      version: null,
      input,
      ...appel,
    },
    async (tx, { id: dossierId }) => {
      const id = randomUUID();
      await insererBesoin(tx, { id, dossierId, criteres, libelle: input.libelle ?? libelleDuBesoin(criteres) });
      return { suite: { resume: "Un besoin est ajouté." }, rendu: await requireBesoin(tx, id) };
    },
  );
  return rendu;
}

/**
 * Changes a need, of a case that is open or of none; without a case, the person too. A need that is given up takes with it the referrals
 * that had not begun. Throws as `agir`, VERSION_CONFLICT on the need's version, BAD_USER_INPUT naming the field. Returns the need.
 */
export async function modifierBesoin(
  contexte: Contexte,
  input: ModifierBesoinInput,
  appel: Appel,
): Promise<LigneBesoin> {
  const { besoinId, version } = input;
  const connu = await exigerBesoinVu(contexte, besoinId);
  const criteres = input.criteres ? await exigerCriteres(input.criteres, contexte, "input.") : null;
  const { usager = null } = input;
  if (usager !== null) await exigerUsager(contexte, usager, "input.usager");
  return agirSurLeBesoin(
    contexte,
    { operation: "modifierBesoin", action: "AJOUTER_BESOIN", parcoursId: connu.dossierId, input, ...appel },
    async (tx, tenue) => {
      if (usager !== null && tenue.statut !== HORS_DOSSIER)
        throw saisieInvalide("input.usager", "Ce besoin est d'un dossier : la fiche se rectifie par modifierUsager.");
      const besoin = await verrouillerBesoin(tx, besoinId);
      if (besoin === undefined) throw besoinIntrouvable("input.besoinId");
      if (besoin.version !== version) throw versionPerimee(besoin.version);
      await changerBesoin(tx, {
        id: besoin.id,
        libelle: input.libelle ?? besoin.libelle,
        statut: input.statut ?? besoin.statut,
        criteres: criteres ?? besoin.criteres,
      });
      if (usager !== null) await changerUsager(tx, usagerAEcrire(contexte.coffre, tenue.usagerId, usager));
      const conclure = (fin: Sql, dossierId: string) => retirerCeQuiAttend(fin, dossierId, besoin.id);
      return {
        suite: { resume: "Un besoin change.", ...(input.statut === "ABANDONNE" ? { conclure } : {}) },
        rendu: await requireBesoin(tx, besoin.id),
      };
    },
  );
}
