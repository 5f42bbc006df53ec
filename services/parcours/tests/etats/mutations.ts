import type { Acteur } from "@coordination/server-kit";
import type { ActionDossier } from "../../src/dossier/etats.ts";
import type { ActionOrientation } from "../../src/orientation/etats.ts";
import { cle } from "../orientations-de-test.ts";
import type { Reponse, SousGrapheDeTest } from "../sous-graphe.ts";

/** What a mutation must name of the case that it acts on. */
export interface DossierVise {
  readonly id: string;
  readonly version: number;
  readonly besoin: { readonly id: string; readonly version: number } | null;
  readonly consentementId: string | null;
  /** The DAC that does not have it. */
  readonly autreDac: string;
}
export interface OrientationVisee {
  readonly id: string;
  readonly version: number;
}
export type ActionDUnePersonne = Exclude<ActionOrientation, "RELANCER" | "ECHOIR" | "RETIRER" | "ROUVRIR_DIFFUSION">;

/** A mutation and its arguments; undefined when the case has nothing to name in them. */
type Texte = readonly [mutation: string, argumentsGraphQL: string] | undefined;

const CRITERES =
  '{ codeInsee: "31555", nature: SOINS, urgence: SOUS_72_H, professions: ["10"], profil: { sansMedecinTraitant: NON, ald: OUI, isole: INCONNU } }';
const PLAN =
  'objectifs: [{ repere: "1", libelle: "rester chez soi" }], actions: [{ objectif: "1", libelle: "appeler" }]';
const DECISIONS: Readonly<Record<string, string>> = {
  REFUSEE: "decision: REFUSEE, motif: HORS_TERRITOIRE",
  REORIENTEE: 'decision: REORIENTEE, motif: HORS_TERRITOIRE, reorientationVers: "MSP-1"',
};

/** The mutation of each action of the table of cases; `issue` is the way that it leaves open. */
const DU_DOSSIER: Readonly<Record<ActionDossier, (dossier: DossierVise, issue?: string) => Texte>> = {
  DESIGNER_REFERENT: ({ id, version }) => [
    "designerReferent",
    `parcoursId: "${id}", version: ${version}, professionnelId: "889900000012"`,
  ],
  QUALIFIER: ({ id, version }, issue = "APPUI_ORGANISATION") => [
    "qualifierDemande",
    `input: { parcoursId: "${id}", version: ${version}, ${DECISIONS[issue] ?? `decision: RECEVABLE, niveauAppui: ${issue}`} }`,
  ],
  EVALUER: ({ id, version }) => [
    "enregistrerEvaluation",
    `input: { parcoursId: "${id}", version: ${version}, grille: "exemple", versionGrille: "1", realiseeLe: "2026-01-15", domaines: [{ domaine: AIDANTS, niveau: FORTE }] }`,
  ],
  AJOUTER_BESOIN: ({ id }) => ["ajouterBesoin", `input: { parcoursId: "${id}", criteres: ${CRITERES} }`],
  ETABLIR_PLAN: ({ id, version }) => ["etablirPlan", `input: { parcoursId: "${id}", version: ${version}, ${PLAN} }`],
  VALIDER_PLAN: ({ id, version }) => ["validerPlan", `parcoursId: "${id}", version: ${version}`],
  REEVALUER: ({ id, version }) => ["reevaluer", `parcoursId: "${id}", version: ${version}, motif: "chute"`],
  CONSTATER_OBJECTIF: ({ id, version }) => [
    "constaterObjectif",
    `parcoursId: "${id}", version: ${version}, objectifId: "1", atteint: OUI`,
  ],
  ORIENTER: ({ besoin }) =>
    besoin === null
      ? undefined
      : [
          "orienter",
          `input: { besoinId: "${besoin.id}", version: ${besoin.version}, mode: SIMPLE, destinataires: [{ structureId: "MSP-4" }] }`,
        ],
  INVITER: ({ id }) => [
    "inviterAuCercle",
    `input: { parcoursId: "${id}", proche: "Proche Inventé", role: "aidant", depuis: "2026-01-01T00:00:00Z" }`,
  ],
  CONSENTIR: ({ id }) => [
    "recueillirConsentement",
    `input: { parcoursId: "${id}", nature: NON_OPPOSITION, statut: DONNE, exprimePar: PERSONNE, mode: ORAL, recueilliLe: "2026-01-01T00:00:00Z" }`,
  ],
  RETIRER: ({ id, consentementId }) =>
    consentementId === null
      ? undefined
      : ["retirerConsentement", `parcoursId: "${id}", consentementId: "${consentementId}"`],
  NOTER: ({ id }) => ["ajouterNote", `parcoursId: "${id}", texte: "appel"`],
  TRANSFERER: ({ id, version, autreDac }) => [
    "transfererParcours",
    `parcoursId: "${id}", version: ${version}, dacId: "${autreDac}", motif: "déménagement"`,
  ],
  CLOTURER: ({ id, version }, issue) => [
    "cloturerParcours",
    `parcoursId: "${id}", version: ${version}, ${issue === "RELAIS" ? 'motif: RELAIS, relais: "MSP-1"' : "motif: OBJECTIFS_ATTEINTS"}`,
  ],
  ROUVRIR: ({ id, version }) => ["rouvrirParcours", `parcoursId: "${id}", version: ${version}, motif: "rechute"`],
};

const VERS = 'destinataires: [{ structureId: "MSP-5" }]';
/** The mutation of each action of the table of referrals, and what it takes besides the referral. */
const DE_L_ORIENTATION: Readonly<Record<ActionDUnePersonne, readonly [mutation: string, reste: string]>> = {
  ACCUSER_RECEPTION: ["accuserReception", ""],
  ACCEPTER: ["accepter", ""],
  REFUSER: ["refuser", "motif: CAPACITE_ATTEINTE"],
  DEMANDER_COMPLEMENT: ["demanderComplement", 'question: "Avec ascenseur ?"'],
  REPONDRE_COMPLEMENT: ["repondreComplement", 'reponse: "Oui."'],
  METTRE_EN_LISTE_ATTENTE: ["mettreEnListeAttente", "delaiJours: 15"],
  SE_DESISTER: ["seDesister", "motif: DEJA_SUIVI"],
  DEMARRER: ["demarrerPriseEnCharge", ""],
  TERMINER: ["terminer", 'issue: REALISEE, synthese: "Vu."'],
  ANNULER: ["annuler", 'motif: "trouvé ailleurs"'],
  REORIENTER: ["reorienter", VERS],
  CONVERTIR: ["convertirAvis", VERS],
};

export const ACTIONS_DU_DOSSIER = Object.keys(DU_DOSSIER) as ActionDossier[];
export const ACTIONS_DE_L_ORIENTATION = Object.keys(DE_L_ORIENTATION) as ActionDUnePersonne[];

export interface Essai {
  readonly acteur: Acteur;
  readonly aBlanc?: boolean;
  readonly issue?: string;
}

const executer = (
  sousGraphe: SousGrapheDeTest,
  [mutation, reste]: NonNullable<Texte>,
  { acteur, aBlanc = false }: Essai,
) =>
  sousGraphe.demander(
    `mutation($cle: ID!, $aBlanc: Boolean!) { ${mutation}(${reste}, cleIdempotence: $cle, aBlanc: $aBlanc) { __typename } }`,
    { cle: cle(), aBlanc },
    acteur,
  );

/** Acts on a case; undefined when the case has nothing to act on with this action. */
export async function agirSurLeDossier(
  sousGraphe: SousGrapheDeTest,
  action: ActionDossier,
  dossier: DossierVise,
  essai: Essai,
): Promise<Reponse | undefined> {
  const texte = DU_DOSSIER[action](dossier, essai.issue);
  return texte === undefined ? undefined : executer(sousGraphe, texte, essai);
}

/** Acts on a referral. */
export function agirSurLOrientation(
  sousGraphe: SousGrapheDeTest,
  action: ActionDUnePersonne,
  { id, version }: OrientationVisee,
  essai: Essai,
): Promise<Reponse> {
  const [mutation, reste] = DE_L_ORIENTATION[action];
  return executer(sousGraphe, [mutation, `orientationId: "${id}", version: ${version}, ${reste}`], essai);
}
