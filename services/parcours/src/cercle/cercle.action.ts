import { randomUUID } from "node:crypto";
import { introuvable, saisieInvalide } from "@coordination/server-kit";
import { destinataireStructure, professionnelConnu } from "../annuaire.operations.ts";
import type { Contexte } from "../contexte.ts";
import { agir } from "../dossier/agir.ts";
import type { Appel } from "../dossier/demander-appui.action.ts";
import type { LigneDossier } from "../dossier/dossier.repository.ts";
import { estEnCours } from "../partage/fondement.rule.ts";
import { findMembres, finirMembre, insererMembre } from "./cercle.repository.ts";
import type { InviterAuCercleInput } from "./cercle.type.ts";
import { objetDuProche } from "./membre-vu.ts";

const ROLE_MAXIMUM = 200;

/**
 * Someone joins the circle; the directory vouches for a professional or a structure. Returns the case. Throws as `agir`,
 * BAD_USER_INPUT naming the field, NOT_FOUND, SUBGRAPH_UNAVAILABLE when the directory does not answer: nothing is then written.
 */
export async function inviterAuCercle(
  contexte: Contexte,
  input: InviterAuCercleInput,
  appel: Appel,
): Promise<LigneDossier> {
  const { parcoursId, professionnelId = null, structureId = null, proche = null, role, depuis } = input;
  if ([professionnelId, structureId, proche].filter((donne) => donne !== null).length !== 1) {
    throw saisieInvalide("input", "Donnez un professionnel, une structure ou un proche : un seul des trois.");
  }
  if (proche?.trim() === "") throw saisieInvalide("input.proche", "Le nom du proche est vide.");
  if (role.trim() === "" || role.length > ROLE_MAXIMUM) {
    throw saisieInvalide("input.role", `Le rôle compte de 1 à ${ROLE_MAXIMUM} caractères.`);
  }
  await exigerConnu(contexte, { professionnelId, structureId });
  return agir(
    contexte,
    { operation: "inviterAuCercle", action: "INVITER", parcoursId, version: null, input, ...appel },
    async (tx, { id: dossierId }, auteur) => {
      const deja = (await findMembres(tx, [dossierId])).some(
        (membre) =>
          proche === null &&
          membre.professionnelId === professionnelId &&
          membre.structureId === structureId &&
          estEnCours(membre, contexte.maintenant),
      );
      if (deja) throw saisieInvalide("input", "Il est déjà du cercle.");
      const id = randomUUID();
      const procheChiffre = proche === null ? null : contexte.coffre.chiffrer(objetDuProche(id), proche.trim());
      const membre = { id, dossierId, professionnelId, structureId, procheChiffre, role, depuis: depuis.toISOString() };
      await insererMembre(tx, membre, auteur);
      return { resume: "Quelqu'un entre au cercle de soins." };
    },
  );
}

async function exigerConnu(
  { annuaire, appel }: Contexte,
  { professionnelId, structureId }: { readonly professionnelId: string | null; readonly structureId: string | null },
): Promise<void> {
  if (professionnelId !== null) {
    const champ = "input.professionnelId";
    const { professionnel } = await annuaire.demander(professionnelConnu, { id: professionnelId }, appel, {
      id: champ,
    });
    if (professionnel === null) throw introuvable(champ, "L'annuaire ne connaît pas ce professionnel.");
  }
  if (structureId !== null) {
    const champ = "input.structureId";
    const { structure } = await annuaire.demander(destinataireStructure, { id: structureId }, appel, { id: champ });
    if (structure === null) throw introuvable(champ, "L'annuaire ne connaît pas cette structure.");
  }
}

/**
 * A membership ends, in any state of the case: today, at once; another day, as that day begins. The row stays. Returns the case.
 * Throws as `agir`, NOT_FOUND, BAD_USER_INPUT on a day before it began, or when it has ended.
 */
export const mettreFinAuCercle = (
  contexte: Contexte,
  { parcoursId, membreId, le }: { readonly parcoursId: string; readonly membreId: string; readonly le: string },
  appel: Appel,
): Promise<LigneDossier> =>
  agir(
    contexte,
    { operation: "mettreFinAuCercle", action: "RETIRER", parcoursId, version: null, input: { membreId, le }, ...appel },
    async (tx, { id: dossierId }) => {
      const membre = (await findMembres(tx, [dossierId])).find(({ id }) => id === membreId);
      if (membre === undefined) throw introuvable("membreId", "Ce membre n'est pas du cercle.");
      if (membre.jusquA !== null && Date.parse(membre.jusquA) <= contexte.maintenant.getTime())
        throw saisieInvalide("membreId", "Il n'est déjà plus du cercle.");
      const fin = le === contexte.aujourdhui ? contexte.maintenant : new Date(`${le}T00:00:00Z`);
      if (fin.getTime() < Date.parse(membre.depuis))
        throw saisieInvalide("le", "Une adhésion ne finit pas avant d'avoir commencé.");
      await finirMembre(tx, membre.id, fin.toISOString());
      return { resume: "Quelqu'un quitte le cercle de soins." };
    },
  );
