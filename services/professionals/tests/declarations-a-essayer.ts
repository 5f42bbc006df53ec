import type { Acteur } from "@coordination/server-kit";
import { ACTEURS, AUTRE_HOPITAL, CARDIOLOGUE, DEUX_SAVOIR_FAIRE, idDe } from "./annuaire-de-declarations.ts";

/** One mutation, and what it must accept and refuse. */
export interface DeclarationAEssayer {
  readonly nom: string;
  readonly type: string;
  readonly selection: string;
  readonly table: string;
  /** A correct input; `situationId` is filled with the cardiologist's activity when the input has it. */
  readonly input: Readonly<Record<string, unknown>>;
  /** A difference that makes another correct demand. */
  readonly autre: Readonly<Record<string, unknown>>;
  readonly admis: readonly (keyof typeof ACTEURS)[];
  readonly fautes: readonly (readonly [cas: string, ecart: object, champ: string, code?: string])[];
}

const personne = { professionnelId: idDe(CARDIOLOGUE), depuis: "2026-01-01", source: "Déclaration de test" };
const activite = { situationId: "", source: "Déclaration de test" };
const DES_INTERESSES = ["elleMeme", "sonSecretariat", "sonHopital", "saCpts"] as const;

const inconnu = ["une personne inconnue", { professionnelId: "8x" }, "input.professionnelId", "NOT_FOUND"] as const;
const finAvantDebut = ["une fin avant le début", { jusquA: "2025-12-31" }, "input.jusquA"] as const;
const sansSource = ["une source vide", { source: "  " }, "input.source"] as const;
const sourceDeFichier = ["la source d'un fichier", { source: "rpps" }, "input.source"] as const;
const deLaPersonne = [inconnu, finAvantDebut, sansSource, sourceDeFichier];

const RELU = "id qualites { code precision } habilitations { code libelle } competences contrats { code zoneExigee }";

export const DECLARATIONS: readonly DeclarationAEssayer[] = [
  {
    nom: "declarerDisponibilite",
    type: "DeclarerDisponibiliteInput!",
    selection: "id disponibilite { etat nouveauxPatients delaiJours capacite releveLe source expireLe perimee }",
    table: "disponibilite",
    input: {
      ...activite,
      etat: "CRENEAU_LIBRE",
      nouveauxPatients: "OUI",
      medecinTraitant: "NON",
      soinsNonProgrammes: "INCONNU",
      delaiJours: 3,
      capacite: 2,
      expireLe: "2026-12-01T08:00:00Z",
    },
    autre: { etat: "AGENDA_NON_PARTAGE" },
    admis: DES_INTERESSES,
    fautes: [
      ["une activité inconnue", { situationId: "x" }, "input.situationId", "NOT_FOUND"],
      ["une échéance passée", { expireLe: "2026-11-22T10:00:00Z" }, "input.expireLe"],
      ["un délai négatif", { delaiJours: -1 }, "input.delaiJours"],
      ["une capacité négative", { capacite: -1 }, "input.capacite"],
      ["des places sans créneau", { etat: "SANS_CRENEAU", capacite: 1 }, "input.capacite"],
      sansSource,
      sourceDeFichier,
    ],
  },
  {
    nom: "declarerContacts",
    type: "DeclarerContactsInput!",
    selection: "id contacts { canal valeur diffusion source misAJourLe }",
    table: "contact_declare",
    input: {
      ...activite,
      contacts: [
        { canal: "PRISE_DE_RENDEZ_VOUS", valeur: "https://rdv.exemple.invalid/c1", diffusion: "PUBLIQUE" },
        { canal: "MSSANTE", valeur: "c1@medecin.mssante.invalid", diffusion: "PROFESSIONNELLE" },
      ],
    },
    autre: { contacts: [] },
    admis: DES_INTERESSES,
    fautes: [
      ["une activité inconnue", { situationId: "x" }, "input.situationId", "NOT_FOUND"],
      [
        "une adresse mal formée",
        { contacts: [{ canal: "COURRIEL", valeur: "x", diffusion: "PUBLIQUE" }] },
        "input.contacts[0].valeur",
      ],
      [
        "trop de contacts",
        { contacts: Array.from({ length: 21 }, () => ({ canal: "TELEPHONE", valeur: "3114", diffusion: "PUBLIQUE" })) },
        "input.contacts",
      ],
      sansSource,
    ],
  },
  {
    nom: "declarerQualite",
    type: "DeclarerQualiteInput!",
    selection: RELU,
    table: "qualite",
    input: { ...personne, code: "MAITRE_DE_STAGE", precision: "Université inventée" },
    autre: { code: "EXPERT_TELEEXPERTISE" },
    admis: [...DES_INTERESSES, "agence"],
    fautes: [...deLaPersonne, ["une précision trop longue", { precision: "x".repeat(201) }, "input.precision"]],
  },
  {
    nom: "declarerHabilitation",
    type: "DeclarerHabilitationInput!",
    selection: RELU,
    table: "habilitation",
    input: { ...personne, code: "VACCINATION_ADMINISTRATION", organisme: "Organisme inventé" },
    autre: { code: "CERTIFICAT_DECES" },
    admis: [...DES_INTERESSES, "agence"],
    fautes: [
      ...deLaPersonne,
      ["un code que personne ne demande", { code: "INVENTE" }, "input.code"],
      ["une équipe, qui se déclare ailleurs", { code: "EQUIPE_PROTOCOLE_D01" }, "input.code"],
    ],
  },
  {
    nom: "declarerCompetence",
    type: "DeclarerCompetenceInput!",
    selection: RELU,
    table: "competence",
    input: { ...personne, libelle: "spirométrie" },
    autre: { libelle: "plaies complexes" },
    admis: [...DES_INTERESSES, "agence"],
    fautes: [...deLaPersonne, ["un libellé vide", { libelle: " " }, "input.libelle"]],
  },
  {
    nom: "declarerContrat",
    type: "DeclarerContratInput!",
    selection: RELU,
    table: "contrat_installation",
    input: { ...personne, code: "CSTM", zoneExigee: "Zone inventée" },
    autre: { code: "COSCOM" },
    admis: ["agence"],
    fautes: deLaPersonne,
  },
  {
    nom: "declarerSituation",
    type: "DeclarerSituationInput!",
    selection:
      "id nature modalites depuis jusquA profession { code } commune { codeInsee } structure { id } provenance { source }",
    table: "situation",
    input: {
      ...personne,
      codeInsee: "31069",
      structureId: AUTRE_HOPITAL,
      nature: "CONSULTATION_AVANCEE",
      modalites: ["SUR_SITE", "TELECONSULTATION"],
    },
    autre: { nature: "SECONDAIRE" },
    admis: [...DES_INTERESSES, "autreHopital"],
    fautes: [
      ...deLaPersonne,
      ["une commune inconnue", { codeInsee: "97411", structureId: null }, "input.codeInsee"],
      ["une structure inconnue", { structureId: "1999999999" }, "input.structureId"],
      ["aucune modalité", { modalites: [] }, "input.modalites"],
      ["l'activité d'un autre", { situationOrigineId: "x" }, "input.situationOrigineId"],
      [
        "une personne à deux savoir-faire, sans dire lequel",
        { professionnelId: idDe(DEUX_SAVOIR_FAIRE) },
        "input.situationOrigineId",
      ],
    ],
  },
];

/** Everyone who may not. */
export const refusesPar = ({ admis }: DeclarationAEssayer): [string, Acteur][] =>
  Object.entries(ACTEURS).filter(([nom]) => nom !== "sansPortee" && !admis.includes(nom as keyof typeof ACTEURS));
