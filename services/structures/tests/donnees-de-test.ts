import { chargerDemonstration, type DonneesStructures, importerFiness } from "../src/index.ts";
import type { AnnuaireDeTest } from "./annuaire-de-test.ts";
import { importerLesCommunes } from "./communes-de-test.ts";
import { avecFichier } from "./fichiers.ts";

const UUID = (rang: number) => `00000000-0000-4000-8000-00000000000${rang}`;
export const ESP = UUID(1);
export const MEDICOBUS = UUID(2);
export const CPTS_SANS_FINESS = UUID(3);
export const MSP_ELIGIBLE = "1010000024";
export const MSP_SANS_DECLARATION = "1010000065";
export const DAC_AIN = "1010000081";
export const CPTS_BOURG = "1010000099";
export const CENTRE_VILLEURBANNE = "1690000013";
export const DAC_RHONE = "1690000021";
export const SAS_AIN = "1010000115";

const etablissement = (id: string, nom: string, categorie: string, departement: string, commune: string) =>
  `structureet;${id.slice(1)};;${nom};;;;;;;;;${commune};${departement};X;01000 X;;;${categorie};X;;;;;;;;;;;2026-01-02;`;

const FINESS = [
  "finess;etalab;111;2026-05-12",
  etablissement(MSP_ELIGIBLE, "MSP DES TILLEULS", "603", "01", "053"),
  etablissement(MSP_SANS_DECLARATION, "MSP DE BELLEY", "603", "01", "034"),
  etablissement(DAC_AIN, "DAC DE L'AIN", "606", "01", "053"),
  etablissement(CPTS_BOURG, "CPTS DU BASSIN BURGIEN", "604", "01", "053"),
  etablissement(CENTRE_VILLEURBANNE, "CENTRE DE SANTE DES GRATTE-CIEL", "124", "69", "266"),
  etablissement(DAC_RHONE, "DAC DU RHONE", "606", "69", "383"),
  etablissement(SAS_AIN, "SAS DE L'AIN", "648", "01", "053"),
].join("\n");

const associe = (rang: number, profession: string, suite: object = {}) => ({
  groupementId: MSP_ELIGIBLE,
  professionnelId: `81000000000${rang}`,
  profession,
  depuis: "2024-01-01",
  ...suite,
});

export const DECLARATIONS: DonneesStructures = {
  source: "déclaré pour les tests",
  le: "2026-11-01",
  structures: [
    { id: ESP, type: "ESP", nom: "ESP du Bugey", codeInsee: "01034", telephone: "0479000000" },
    { id: MEDICOBUS, type: "MEDICOBUS", nom: "Médicobus de la Bresse", codeInsee: "01053" },
    { id: CPTS_SANS_FINESS, type: "CPTS", nom: "CPTS du Bugey (projet)", codeInsee: "01034" },
  ],
  statutsJuridiques: [{ structureId: MSP_ELIGIBLE, statutJuridique: "SISA" }],
  projets: [
    {
      structureId: MSP_ELIGIBLE,
      etabliLe: "2024-02-01",
      coherencePrs: "OUI",
      validationArs: "OUI",
      actions: ["prévention"],
    },
    { structureId: MSP_ELIGIBLE, etabliLe: "2020-02-01", coherencePrs: "NON", validationArs: "NON" },
    { structureId: ESP, etabliLe: "2025-02-01", coherencePrs: "OUI", validationArs: "OUI" },
  ],
  labellisations: [{ structureId: MSP_ELIGIBLE, region: "84", decision: "OUI", decideeLe: "2024-06-01" }],
  adhesions: [
    associe(1, "10", { medecinGeneraliste: true, role: "gérant" }),
    associe(2, "10", { medecinGeneraliste: false }),
    associe(3, "60"),
    associe(4, "10", { jusquA: "2025-12-31" }),
    {
      groupementId: CPTS_BOURG,
      structureId: MSP_ELIGIBLE,
      categorie: "PREMIER_RECOURS",
      degre: "PILOTE",
      depuis: "2024-03-01",
    },
    { groupementId: CPTS_BOURG, professionnelId: "810000000003", degre: "SOIN", depuis: "2024-03-01" },
    {
      groupementId: ESP,
      professionnelId: "810000000005",
      profession: "10",
      medecinGeneraliste: true,
      depuis: "2025-01-01",
    },
    { groupementId: ESP, professionnelId: "810000000006", profession: "60", depuis: "2025-01-01" },
  ],
  territoires: [
    { structureId: CPTS_BOURG, depuis: "2024-01-01", codesInsee: ["01053", "01344"] },
    { structureId: DAC_RHONE, depuis: "2022-01-01", codesInsee: ["69123"] },
  ],
  cpts: [{ structureId: CPTS_BOURG, phase: "EN_VALIDATION", missions: ["PREVENTION"] }],
  medicobus: [
    { structureId: MEDICOBUS, statut: "EN_SERVICE", vague: 2, publicsPrioritaires: ["ALD_SANS_MEDECIN_TRAITANT"] },
  ],
  passages: [
    {
      medicobusId: MEDICOBUS,
      debut: "2026-11-25T08:00:00Z",
      fin: "2026-11-25T16:00:00Z",
      codeInsee: "01344",
      lieu: "place de la mairie",
    },
    {
      medicobusId: MEDICOBUS,
      debut: "2026-11-20T08:00:00Z",
      fin: "2026-11-20T16:00:00Z",
      codeInsee: "01053",
      lieu: "gare",
    },
    {
      medicobusId: MEDICOBUS,
      debut: "2027-02-01T08:00:00Z",
      fin: "2027-02-01T16:00:00Z",
      codeInsee: "01034",
      lieu: "halle",
    },
  ],
};

/** Nothing declared: what a test fills with its own. */
export const DECLARATIONS_VIDES = Object.fromEntries(
  Object.entries(DECLARATIONS).map(([champ, valeur]) => [champ, Array.isArray(valeur) ? [] : valeur]),
) as unknown as DonneesStructures;

/** A small directory: places, FINESS structures, and all that is declared about them. */
export async function peupler(annuaire: AnnuaireDeTest): Promise<void> {
  await importerLesCommunes(annuaire);
  await avecFichier(FINESS, (fichier) => annuaire.ecrire((client) => importerFiness(client, { fichier })));
  await annuaire.ecrire((client) => chargerDemonstration(client, DECLARATIONS));
}
