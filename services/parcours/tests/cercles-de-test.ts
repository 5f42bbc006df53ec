import { type Acteur, type Annuaire, createAnnuaire } from "@coordination/server-kit";
import { EQUIPE } from "./dossiers-de-test.ts";
import { cle, situation } from "./orientations-de-test.ts";
import type { PorteDeTest, Reponse } from "./sous-graphe.ts";

export const KINE_ID = "889900000053";

/** The physiotherapist, and the coordinator of the DAC. */
const CONNUS: ReadonlySet<string> = new Set([KINE_ID, "889900000012"]);

/** The directory of the referrals' tests, which knows one professional as well. */
export const annuaireDuCercle: Annuaire = createAnnuaire(
  async (requete) => {
    const { operationName, variables } = requete;
    const id = "id" in variables ? String(variables.id) : "";
    if (operationName === "ProfessionnelConnu") return { data: { professionnel: CONNUS.has(id) ? { id } : null } };
    if (operationName === "GroupementsDuProfessionnel") return { data: { professionnel: null } };
    if (operationName === "DestinataireStructure") {
      const type = /^(MSP|CPTS|DAC|SAMU)-/.exec(id)?.[1];
      const fermeeLe = id === "MSP-FERMEE" ? "2025-01-01" : null;
      return { data: { structure: type === undefined ? null : { id, type, fermeeLe } } };
    }
    if (operationName === "DacCompetents")
      return { data: { pointEntree: { dac: [{ id: "DAC-A", nom: "DAC d'exemple" }] } } };
    return {
      data: {
        situation: id === "SITUATION-KINE" ? situation(id, { structure: { id: "MSP-9", type: "MSP" } }) : null,
      },
    };
  },
  { timeoutMs: 10_000 },
);

/** One mutation on a case, whose answer is asked under `rendu`. */
export const muter = (
  porte: PorteDeTest,
  mutation: string,
  type: string,
  input: object,
  acteur?: Acteur,
  champs?: string,
): Promise<Reponse> =>
  agirSous(
    porte,
    { mutation, declares: `$input: ${type}!, `, texte: "input: $input", variables: { input } },
    acteur,
    champs,
  );

/** The same with loose arguments instead of an input. */
export const muterAvec = (
  porte: PorteDeTest,
  mutation: string,
  texte: string,
  acteur?: Acteur,
  champs?: string,
): Promise<Reponse> => agirSous(porte, { mutation, declares: "", texte, variables: {} }, acteur, champs);

interface Mutation {
  readonly mutation: string;
  readonly declares: string;
  readonly texte: string;
  readonly variables: object;
}
const agirSous = (
  porte: PorteDeTest,
  { mutation, declares, texte, variables }: Mutation,
  acteur: Acteur = EQUIPE,
  champs = "id",
): Promise<Reponse> =>
  porte.demander(
    `mutation(${declares}$cle: ID!) { rendu: ${mutation}(${texte}, cleIdempotence: $cle) { ${champs} } }`,
    { ...variables, cle: cle() },
    acteur,
  );

export const CERCLE = `cercle { id professionnel { id } structure { id } proche role fondement depuis jusquA }
  consentements { id nature statut exprimePar mode retireLe destinataires { structure { id } situation { id } } recueilliPar { libelle } }`;

export interface Cercle {
  readonly cercle: { readonly id: string; readonly jusquA: string | null; readonly fondement: string }[];
  readonly consentements: { readonly id: string; readonly statut: string }[];
}

/** The circle and the consents of a case, as someone reads them. */
export async function lireCercle(sousGraphe: PorteDeTest, id: string, acteur: Acteur = EQUIPE): Promise<Cercle | null> {
  const { data } = await sousGraphe.demander(`query($id: ID!) { parcours(id: $id) { ${CERCLE} } }`, { id }, acteur);
  return (data?.parcours ?? null) as Cercle | null;
}

/** Someone joins the circle. */
export const inviter = (sousGraphe: PorteDeTest, parcoursId: string, qui: object): Promise<Reponse> =>
  muter(sousGraphe, "inviterAuCercle", "InviterAuCercleInput", {
    parcoursId,
    role: "soins",
    depuis: "2026-01-01T00:00:00Z",
    ...qui,
  });

/** The person, or someone for them, says something of sharing. */
export const consentir = (sousGraphe: PorteDeTest, parcoursId: string, ecart: object = {}): Promise<Reponse> =>
  muter(sousGraphe, "recueillirConsentement", "RecueillirConsentementInput", {
    parcoursId,
    nature: "CONSENTEMENT_PREALABLE",
    statut: "DONNE",
    exprimePar: "PERSONNE",
    mode: "ORAL",
    recueilliLe: "2026-01-01T00:00:00Z",
    ...ecart,
  });
