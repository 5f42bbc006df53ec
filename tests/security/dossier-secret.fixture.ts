import { randomUUID } from "node:crypto";
import { expect } from "@jest/globals";
import { DEMANDE, NOMMEE, PERSONNE } from "./personne-secrete.fixture.ts";
import type { Porte } from "./porte.fixture.ts";

interface Dossier {
  readonly id: string;
  readonly version: number;
}

/** Writes of this person wherever a case has a place for it: her doctor asks, her coordinator does all the rest. Gives the case. */
export async function ecrireDossier(porte: Porte, medecin: string, coordinatrice: string): Promise<string> {
  let dossier: Dossier = { id: "", version: 0 };
  /** Runs a mutation that must succeed, and keeps the version of the case. */
  const agir = async (jeton: string, nom: string, declarations: string, args: string, variables: object) => {
    const texte = `mutation Agir_${nom}($cle: ID!, ${declarations}) { ${nom}(cleIdempotence: $cle, ${args}) { id version } }`;
    const { data, errors } = await porte.demander(jeton, texte, { cle: randomUUID(), ...variables });
    expect(errors).toBeUndefined();
    const ecrit = (data as Record<string, unknown>)[nom] as Dossier;
    if (nom === "demanderAppui" || ecrit.id === dossier.id) dossier = ecrit;
  };
  const saisir = (jeton: string, nom: string, type: string, input: object) =>
    agir(jeton, nom, `$input: ${type}!`, "input: $input", { input });

  await saisir(medecin, "demanderAppui", "DemanderAppuiInput", DEMANDE);
  const parcoursId = dossier.id;
  const surLeDossier = () => ({ parcoursId, version: dossier.version });
  await saisir(coordinatrice, "qualifierDemande", "QualifierDemandeInput", {
    ...surLeDossier(),
    decision: "RECEVABLE",
    niveauAppui: "APPUI_ORGANISATION",
    commentaire: `vu avec ${NOMMEE}`,
  });
  const note = { parcoursId, texte: `Appelé ${NOMMEE}, INS ${PERSONNE.ins.matricule}` };
  await agir(
    coordinatrice,
    "ajouterNote",
    "$parcoursId: ID!, $texte: String!",
    "parcoursId: $parcoursId, texte: $texte",
    note,
  );
  await saisir(coordinatrice, "enregistrerEvaluation", "EnregistrerEvaluationInput", {
    ...surLeDossier(),
    grille: "LIBRE",
    versionGrille: "1",
    realiseeLe: "2026-01-05",
    domaines: [{ domaine: "SANTE", niveau: "MODEREE", constat: `${NOMMEE} se fatigue` }],
    synthese: `${NOMMEE} vit seule`,
  });
  await saisir(coordinatrice, "inviterAuCercle", "InviterAuCercleInput", {
    parcoursId,
    proche: "Barnabéas Proximalet",
    role: "fils",
    depuis: "2026-01-05T08:00:00Z",
  });
  await saisir(coordinatrice, "enregistrerConcertation", "EnregistrerConcertationInput", {
    parcoursId,
    le: "2026-01-06T08:00:00Z",
    participants: ["Dr Demandeurlin"],
    decisions: `${NOMMEE} verra un kinésithérapeute`,
  });
  return parcoursId;
}
