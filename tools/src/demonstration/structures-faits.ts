import type { AciDeclare, FaitsDeclares, LabelDeclare, StructureDeclaree } from "@coordination/structures";
import type { StructureDemo } from "./fichier-finess.ts";
import {
  BOURG_EN_BRESSE,
  ID_CABINET_DE_MONTAGNE,
  ID_CENTRE_DES_ARMEES,
  ID_CENTRE_SANS_RENDEZ_VOUS,
  ID_ESP,
  ID_GHT,
  ID_MAISON_DE_L_ENFANT,
  ID_MEDICOBUS,
  ID_SAMU,
  idDeStructure,
  VILLEURBANNE,
} from "./structures-nommees.ts";

const AUVERGNE_RHONE_ALPES = "84";
const LYON_8 = "69388";
/** Lélex, in the Jura mountains. */
const LELEX = "01210";
const CENTRE_DE_SANTE = "124";

/** What FINESS does not describe and whose care is particular: unscheduled, military, in the mountains, of a group of hospitals. */
export const STRUCTURES_SANS_FINESS: readonly StructureDeclaree[] = [
  { id: ID_SAMU, type: "SAMU", nom: "SAMU de démonstration", codeInsee: BOURG_EN_BRESSE, telephone: "15" },
  {
    id: ID_MAISON_DE_L_ENFANT,
    type: "MAISON_MEDICALE_DE_GARDE",
    nom: "Maison médicale de l'enfant",
    codeInsee: LYON_8,
  },
  {
    id: ID_CENTRE_SANS_RENDEZ_VOUS,
    type: "CENTRE_SOINS_NON_PROGRAMMES",
    nom: "Centre médical sans rendez-vous des Charpennes",
    codeInsee: VILLEURBANNE,
  },
  { id: ID_CABINET_DE_MONTAGNE, type: "CABINET", nom: "Cabinet médical de la Valserine", codeInsee: LELEX },
  { id: ID_CENTRE_DES_ARMEES, type: "CENTRE_MEDICAL_ARMEES", nom: "Centre médical des armées", codeInsee: LYON_8 },
  { id: ID_GHT, type: "GHT", nom: "Groupement hospitalier de démonstration", codeInsee: BOURG_EN_BRESSE },
];

type Plages = NonNullable<FaitsDeclares["horaires"]>;
type JourDePlage = Plages[number]["jour"];

const SEMAINE: readonly JourDePlage[] = ["LUNDI", "MARDI", "MERCREDI", "JEUDI", "VENDREDI"];
const TOUS_LES_JOURS: readonly JourDePlage[] = [...SEMAINE, "SAMEDI", "DIMANCHE", "JOUR_FERIE"];

const plages = (jours: readonly JourDePlage[], debut: string, fin: string, sansRendezVous = false): Plages =>
  jours.map((jour) => ({ jour, debut, fin, sansRendezVous }));

/** Hours, contacts, means, sites: what their own people would declare. Every number and address is invented. */
export const declarerFaits = (structures: readonly StructureDemo[]): FaitsDeclares[] => [
  {
    structureId: idDeStructure("MSP_ELIGIBLE"),
    horaires: [...plages(SEMAINE, "08:00", "20:00"), ...plages(["SAMEDI"], "08:00", "12:00", true)],
    contacts: [
      { canal: "TELEPHONE", valeur: "0400000001", diffusion: "PUBLIQUE" },
      { canal: "PRISE_DE_RENDEZ_VOUS", valeur: "https://rendez-vous.example/gratte-ciel", diffusion: "PUBLIQUE" },
      { canal: "MSSANTE", valeur: "accueil@gratte-ciel.mssante.example", diffusion: "PROFESSIONNELLE" },
    ],
    soinsNonProgrammes: {
      plages: plages(["SAMEDI"], "08:00", "12:00", true),
      sansRendezVous: "OUI",
      regulationPrealable: "AUCUNE",
    },
    equipements: ["TELECONSULTATION", "TELEEXPERTISE", "PETITE_TRAUMATOLOGIE"],
    modalites: ["SUR_SITE", "DOMICILE", "TELECONSULTATION"],
    assistantsMedicaux: { nombre: 2, etp: 1.5, missions: ["Prise des constantes", "Mise à jour des dossiers"] },
    sites: [
      { nature: "PRINCIPAL", codeInsee: VILLEURBANNE },
      { nature: "SITE_SECONDAIRE", nom: "Site de Vaulx-en-Velin", codeInsee: "69256" },
    ],
  },
  {
    structureId: idDeStructure("DAC"),
    horaires: plages(SEMAINE, "09:00", "17:00"),
    contacts: [{ canal: "TELEPHONE", valeur: "0400000002", diffusion: "PUBLIQUE" }],
    colleges: ["SANITAIRE", "SOCIAL", "MEDICO_SOCIAL", "USAGERS", "COLLECTIVITES"],
    predecesseurs: [
      { nom: "MAIA de démonstration", type: "MAIA", jusquAu: "2022-06-30" },
      { nom: "PTA de démonstration", type: "PTA", jusquAu: "2022-06-30" },
      { nom: "Réseau gérontologique de démonstration", type: "réseau de santé", jusquAu: "2022-06-30" },
    ],
  },
  { structureId: ID_ESP, modalites: ["SUR_SITE", "DOMICILE"], zoneIntervention: [BOURG_EN_BRESSE, "01451"] },
  { structureId: ID_MEDICOBUS, contacts: [{ canal: "TELEPHONE", valeur: "0400000003", diffusion: "PUBLIQUE" }] },
  {
    structureId: ID_MAISON_DE_L_ENFANT,
    horaires: plages(TOUS_LES_JOURS, "08:00", "22:00"),
    soinsNonProgrammes: {
      plages: plages(TOUS_LES_JOURS, "08:00", "22:00", true),
      sansRendezVous: "OUI",
      regulationPrealable: "CENTRE_15",
      graviteMax: "CCMU_2",
      publics: ["ENFANT"],
    },
  },
  {
    structureId: ID_CENTRE_SANS_RENDEZ_VOUS,
    horaires: [...plages(SEMAINE, "08:00", "19:00", true), ...plages(["SAMEDI"], "08:00", "12:00", true)],
    soinsNonProgrammes: {
      plages: [...plages(SEMAINE, "08:00", "19:00", true), ...plages(["SAMEDI"], "08:00", "12:00", true)],
      sansRendezVous: "OUI",
      regulationPrealable: "AUCUNE",
    },
    equipements: ["IMAGERIE", "PETITE_TRAUMATOLOGIE"],
    modalites: ["SUR_SITE"],
  },
  ...unCentreDeSante(structures),
];

/** The first health centre that was drawn. */
const unCentreDeSante = (structures: readonly StructureDemo[]): FaitsDeclares[] =>
  structures
    .filter(({ categorie }) => categorie === CENTRE_DE_SANTE)
    .slice(0, 1)
    .map(({ finess, commune }) => ({
      structureId: `1${finess}`,
      gestionnaire: "MUTUELLE",
      profilActivite: "POLYVALENT",
      sites: [
        { nature: "PRINCIPAL", codeInsee: commune.codeInsee },
        { nature: "ANTENNE", nom: "Antenne de Bourg", codeInsee: BOURG_EN_BRESSE },
      ],
    }));

/** Agreements and labels: what an agency would record. */
export const ACIS: readonly AciDeclare[] = [
  { structureId: idDeStructure("MSP_ELIGIBLE"), signeLe: "2024-04-01", cpam: "CPAM du Rhône" },
  {
    structureId: idDeStructure("CPTS_VILLEURBANNE"),
    signeLe: "2024-06-01",
    cpam: "CPAM du Rhône",
    ars: "ARS Auvergne-Rhône-Alpes",
  },
];

export const LABELS: readonly LabelDeclare[] = [
  {
    structureId: ID_CABINET_DE_MONTAGNE,
    label: "CABINET_DE_MONTAGNE",
    region: AUVERGNE_RHONE_ALPES,
    decision: "OUI",
    decideeLe: "2024-01-15",
  },
  {
    structureId: idDeStructure("MSP_ELIGIBLE"),
    label: "UNIVERSITAIRE",
    region: AUVERGNE_RHONE_ALPES,
    decision: "OUI",
    decideeLe: "2025-09-01",
  },
];
