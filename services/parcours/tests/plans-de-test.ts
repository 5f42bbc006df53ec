import { expect } from "vitest";
import { muter } from "./cercles-de-test.ts";
import { dossierDuBesoin, ouvrirBesoin } from "./orientations-de-test.ts";
import type { PorteDeTest, Reponse } from "./sous-graphe.ts";

/** A case that was evaluated, with a need that may be sent. */
export async function ouvrirEvalue(porte: PorteDeTest) {
  const besoin = await ouvrirBesoin(porte);
  const { id, version } = await dossierDuBesoin(porte, besoin.id);
  const { errors } = await muter(porte, "enregistrerEvaluation", "EnregistrerEvaluationInput", {
    parcoursId: id,
    version,
    grille: "grille d'exemple",
    versionGrille: "1",
    realiseeLe: "2026-01-15",
    domaines: [{ domaine: "SANTE", niveau: "MODEREE" }],
  });
  expect(errors).toBeUndefined();
  return { id, besoin };
}

/** The version of a case, as the database has it. */
export async function versionDe(porte: PorteDeTest, parcoursId: string): Promise<number> {
  const [dossier] = await porte.interroger<{ version: number }>(
    `select version from parcours.dossier where id = '${parcoursId}'`,
  );
  return dossier?.version ?? 0;
}

/** Writes a plan of two objectives, with these actions. */
export const planifier = async (
  porte: PorteDeTest,
  parcoursId: string,
  actions: readonly object[] = [{}],
): Promise<Reponse> =>
  muter(porte, "etablirPlan", "EtablirPlanInput", {
    parcoursId,
    version: await versionDe(porte, parcoursId),
    objectifs: [
      { repere: "O1", libelle: "tenir à domicile" },
      { repere: "O2", libelle: "marcher dehors" },
    ],
    actions: actions.map((action) => ({ objectif: "O1", libelle: "appeler", ...action })),
  });
