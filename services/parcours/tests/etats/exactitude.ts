import type { Acteur } from "@coordination/server-kit";
import { expect } from "vitest";
import { ActionParcours } from "../../src/dossier/dossier.type.ts";
import { PASSAGES_DU_DOSSIER } from "../../src/dossier/etats.ts";
import { rolesSurLeDossier } from "../../src/dossier/roles.rule.ts";
import { passagesPermis } from "../../src/etats/table.ts";
import { DEMANDEUR, PASSANT } from "../dossiers-de-test.ts";
import { destinataire, KINE } from "../orientations-de-test.ts";
import type { SousGrapheDeTest } from "../sous-graphe.ts";
import { ACTIONS_DE_L_ORIENTATION, ACTIONS_DU_DOSSIER, agirSurLeDossier, agirSurLOrientation } from "./mutations.ts";
import { actionsOffertes, autreEquipeDe, equipeDe, type Observation } from "./observation.ts";

/** Everyone who may come across a case, by what they are to it. */
export function chacun(vue: Observation): readonly (readonly [role: string, acteur: Acteur])[] {
  const equipe = equipeDe(vue);
  const structures = [...new Set(vue.orientations.map(({ structureId }) => structureId))];
  return [
    ["l'équipe", equipe],
    ["une autre équipe", autreEquipeDe(vue)],
    ["un membre du cercle", KINE],
    ["le demandeur", DEMANDEUR],
    ["un passant", PASSANT],
    ...structures.map((id) => [`le destinataire ${id}`, destinataire(id)] as const),
    ...structures
      .slice(0, 1)
      .map((id) => [`l'équipe, aussi ${id}`, { ...equipe, structures: [...equipe.structures, id] }] as const),
  ];
}

/**
 * `actionsPossibles` of a case says to each exactly what the mutations, tried without writing, accept from them; and nothing that
 * the table of states does not allow.
 */
export async function verifierLeDossier(sousGraphe: SousGrapheDeTest, vue: Observation): Promise<void> {
  for (const [role, acteur] of chacun(vue)) {
    const offertes = await actionsOffertes(sousGraphe, { ...vue, orientations: [] }, acteur);
    const acceptees = await dossierAccepte(sousGraphe, vue, acteur);
    const nommees = Object.values<string>(ActionParcours);
    expect([role, vue.dossier.statut, (offertes.dossier ?? []).toSorted()]).toEqual([
      role,
      vue.dossier.statut,
      acceptees.filter((action) => nommees.includes(action)).toSorted(),
    ]);
    const permises = passagesPermis(PASSAGES_DU_DOSSIER, vue.dossier.statut, rolesSurLeDossier(acteur, vue.dossier));
    expect(permises.map(({ action }) => action)).toEqual(expect.arrayContaining(acceptees));
  }
}

/** The same for each referral of the observation, and for everyone, or for those who are given. */
export async function verifierLesOrientations(
  sousGraphe: SousGrapheDeTest,
  vue: Observation,
  roles: ReturnType<typeof chacun> = chacun(vue),
): Promise<void> {
  for (const [role, acteur] of roles) {
    const offertes = await actionsOffertes(sousGraphe, vue, acteur);
    for (const [rang, orientation] of vue.orientations.entries()) {
      const reponses = await Promise.all(
        ACTIONS_DE_L_ORIENTATION.map(async (action) => ({
          action,
          reponse: await agirSurLOrientation(sousGraphe, action, orientation, { acteur, aBlanc: true }),
        })),
      );
      expect([role, orientation.statut, (offertes.orientations[rang] ?? []).toSorted()]).toEqual([
        role,
        orientation.statut,
        reponses
          .filter(({ reponse }) => reponse.errors === undefined)
          .map(({ action }) => action)
          .toSorted(),
      ]);
    }
  }
}

async function dossierAccepte(sousGraphe: SousGrapheDeTest, { dossier }: Observation, acteur: Acteur) {
  const reponses = await Promise.all(
    ACTIONS_DU_DOSSIER.map(async (action) => ({
      action,
      reponse: await agirSurLeDossier(sousGraphe, action, dossier, { acteur, aBlanc: true }),
    })),
  );
  return reponses
    .filter(({ reponse }) => reponse !== undefined && reponse.errors === undefined)
    .map(({ action }) => action);
}
