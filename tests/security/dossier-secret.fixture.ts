import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import { CRITERES } from "../journeys/parcours.fixture.ts";
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

/** Writes of this person without a case: a need, what she said of sharing, a message that names her. Gives the need. */
export async function ecrireHorsDossier(porte: Porte, porteur: string): Promise<string> {
  const agir = async (nom: string, type: string, champs: string, input: object): Promise<unknown> => {
    const texte = `mutation Agir_${nom}_hors_dossier($cle: ID!, $input: ${type}!) { rendu: ${nom}(cleIdempotence: $cle, input: $input) { ${champs} } }`;
    const { data, errors } = await porte.demander(porteur, texte, { cle: randomUUID(), input });
    expect(errors).toBeUndefined();
    return (data as { rendu: unknown }).rendu;
  };
  const besoin = { usager: PERSONNE, criteres: CRITERES };
  const { id: besoinId } = (await agir("ajouterBesoin", "AjouterBesoinInput", "id", besoin)) as { id: string };
  const { data } = await porte.demander(
    porteur,
    "query Lieux($id: ID!) { besoin(id: $id) { propositions(first: 20) { elements { destinataire { structure { id } } } } } }",
    { id: besoinId },
  );
  const { propositions } = (data as { besoin: { propositions: { elements: { destinataire: Lieu }[] } } }).besoin;
  const structureId = propositions.elements.find(({ destinataire }) => destinataire.structure !== null)?.destinataire
    .structure?.id;
  await agir("recueillirConsentementHorsDossier", "RecueillirConsentementHorsDossierInput", "id", {
    besoinId,
    nature: "CONSENTEMENT_PREALABLE",
    statut: "DONNE",
    exprimePar: "PERSONNE",
    mode: "ORAL",
    recueilliLe: "2026-01-05T08:00:00Z",
    destinataires: [{ structureId }],
  });
  await agir("orienter", "OrienterInput", "id", {
    besoinId,
    version: 1,
    mode: "SIMPLE",
    destinataires: [{ structureId }],
    message: `${NOMMEE} vous attend`,
  });
  return besoinId;
}

interface Lieu {
  readonly structure: { readonly id: string } | null;
}
