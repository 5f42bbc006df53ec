import { type Acteur, type Annuaire, createAnnuaire } from "@coordination/server-kit";
import { DEMANDE, DEMANDEUR, EQUIPE } from "./dossiers-de-test.ts";
import { saisie } from "./questions.ts";
import type { PorteDeTest } from "./sous-graphe.ts";

const acteur = (ecart: Partial<Acteur>): Acteur => ({
  sub: "destinataire",
  rpps: null,
  structures: [],
  profils: [],
  scopes: ["parcours:lire", "parcours:ecrire"],
  clientId: "tests",
  ...ecart,
});

/** Somebody of the place that receives, and the person who practises there. */
export const destinataire = (structureId: string): Acteur =>
  acteur({ sub: `de-${structureId}`, structures: [structureId] });
export const KINE = acteur({ sub: "kine", rpps: "89900000053" });

/** An activity of the physiotherapist, as the directory tells it. */
export const situation = (id: string, ecart: object = {}) => ({
  id,
  confirmee: true,
  fermeLe: null,
  jusquA: null,
  professionnel: { id: "889900000053" },
  structure: null,
  ...ecart,
});
const SITUATIONS: Readonly<Record<string, object>> = {
  "SITUATION-KINE": situation("SITUATION-KINE"),
  "SITUATION-MSP-53": situation("SITUATION-MSP-53", { structure: { id: "MSP-53", type: "MSP" } }),
  "SITUATION-A-CONFIRMER": situation("SITUATION-A-CONFIRMER", { confirmee: false }),
  "SITUATION-FERMEE": situation("SITUATION-FERMEE", { fermeLe: "2025-01-01" }),
  "SITUATION-FINIE": situation("SITUATION-FINIE", { jusquA: "2025-12-31" }),
};

/** The directory behind the internal door: one DAC, places by their type, one activity and one team. */
export const annuaireDesDestinataires: Annuaire = createAnnuaire(
  async ({ operationName, variables }) => {
    const id = "id" in variables ? String(variables.id) : "";
    if (operationName === "DacCompetents")
      return { data: { pointEntree: { dac: [{ id: "DAC-A", nom: "DAC d'exemple" }] } } };
    if (operationName === "DestinataireSituation") {
      return { data: { situation: SITUATIONS[id] ?? null } };
    }
    if (operationName === "DestinataireEquipe") {
      return {
        data: { equipeProtocole: id === "EQUIPE-1" ? { id, finieLe: null, structure: { id: "MSP-1" } } : null },
      };
    }
    const type = /^(MSP|CPTS|DAC|SAMU)-/.exec(id)?.[1];
    return {
      data: {
        structure: type === undefined ? null : { id, type, fermeeLe: id === "MSP-FERMEE" ? "2025-01-01" : null },
      },
    };
  },
  { timeoutMs: 10_000 },
);

export const ORIENTATION = `id version statut diffusion apercu { libelle trancheAge sexe departement professions } messageAnonyme motifRefus issue synthese rendezVousLe
  actionsPossibles besoin { id statut version } parcours { numero usager { identite { nomNaissance } } } echanges { texte } destinataire { structure { id } situation { id } equipe { id } }`;

export interface Orientation {
  readonly id: string;
  readonly version: number;
  readonly statut: string;
  readonly diffusion: string;
  readonly actionsPossibles: string[];
}

let numero = 0;
export const cle = (): string => `cle-d-orientation-${numero++}`;

/** A need of a case that may be sent, and its version. */
export async function ouvrirBesoin(
  sousGraphe: PorteDeTest,
  criteres: object = saisie,
): Promise<{ id: string; version: number }> {
  const agir = async <Rendu>(mutation: string, variables: object, qui: Acteur): Promise<Rendu> => {
    const { data, errors } = await sousGraphe.demander(mutation, { ...variables, cle: cle() }, qui);
    if (errors !== undefined) throw new Error(JSON.stringify(errors));
    return (data as { rendu: Rendu }).rendu;
  };
  const recu = await agir<{ id: string }>(
    "mutation($input: DemanderAppuiInput!, $cle: ID!) { rendu: demanderAppui(input: $input, cleIdempotence: $cle) { id } }",
    { input: DEMANDE },
    DEMANDEUR,
  );
  await agir(
    "mutation($input: QualifierDemandeInput!, $cle: ID!) { rendu: qualifierDemande(input: $input, cleIdempotence: $cle) { id } }",
    { input: { parcoursId: recu.id, version: 1, decision: "RECEVABLE", niveauAppui: "APPUI_ORGANISATION" } },
    EQUIPE,
  );
  return agir(
    "mutation($input: AjouterBesoinInput!, $cle: ID!) { rendu: ajouterBesoin(input: $input, cleIdempotence: $cle) { id version } }",
    { input: { parcoursId: recu.id, criteres } },
    EQUIPE,
  );
}

/** The case that a need hangs from, as the database has it. */
export async function dossierDuBesoin(porte: PorteDeTest, besoinId: string): Promise<{ id: string; version: number }> {
  const [dossier] = await porte.interroger<{ id: string; version: number }>(
    `select d.id, d.version from parcours.besoin b join parcours.dossier d on d.id = b.dossier_id where b.id = '${besoinId}'`,
  );
  if (dossier === undefined) throw new Error("this need hangs from nothing");
  return dossier;
}

/** Sends a need. */
export const orienter = (
  sousGraphe: PorteDeTest,
  besoin: { id: string; version: number },
  structures: readonly string[],
  ecart: object = {},
  acteur: Acteur = EQUIPE,
) =>
  sousGraphe.demander(
    `mutation($input: OrienterInput!, $cle: ID!) { orienter(input: $input, cleIdempotence: $cle) { ${ORIENTATION} } }`,
    {
      input: {
        besoinId: besoin.id,
        version: besoin.version,
        mode: structures.length > 1 ? "DIFFUSION" : "SIMPLE",
        destinataires: structures.map((structureId) => ({ structureId })),
        messageAnonyme: "Passage le week-end.",
        ...ecart,
      },
      cle: cle(),
    },
    acteur,
  );
