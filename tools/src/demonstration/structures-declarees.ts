import type { AdhesionDeclaree, DonneesStructures, PassageDeclare, ProjetDeclare } from "@coordination/structures";
import type { CommuneDemo } from "./communes-demo.ts";
import type { StructureDemo } from "./fichier-finess.ts";
import { decaler } from "./jours.ts";
import { PERSONNES_NOMMEES, type PersonneNommee } from "./personnes-nommees.ts";
import { SOURCE } from "./source.ts";
import { ACIS, declarerFaits, LABELS, STRUCTURES_SANS_FINESS } from "./structures-faits.ts";
import { BOURG_EN_BRESSE, ID_ESP, ID_MEDICOBUS, idDeStructure, VILLEURBANNE } from "./structures-nommees.ts";

const DECLARE_LE = "2026-11-01";
const DEPUIS = "2024-01-01";
const AUVERGNE_RHONE_ALPES = "84";
/** Communes around Villeurbanne and around Bourg-en-Bresse: territories are lists of communes, here invented. */
const TERRITOIRE_VILLEURBANNE = [VILLEURBANNE, "69256", "69029", "69275"];
const TERRITOIRE_BOURG = [BOURG_EN_BRESSE, "01451", "01289", "01344", "01422"];

/** Statuses, projects, memberships, territories and passages of the named structures. */
export function declarerStructures(
  communes: readonly CommuneDemo[],
  structures: readonly StructureDemo[],
  aujourdhui: string,
): DonneesStructures {
  const [msp, association] = [idDeStructure("MSP_ELIGIBLE"), idDeStructure("MSP_ASSOCIATION")];
  const [cptsVilleurbanne, cptsBourg] = [idDeStructure("CPTS_VILLEURBANNE"), idDeStructure("CPTS_BOURG")];
  const connues = new Set(communes.map(({ codeInsee }) => codeInsee));
  return {
    source: SOURCE,
    le: DECLARE_LE,
    structures: [
      { id: ID_ESP, type: "ESP", nom: "Équipe de soins primaires du Bastion", codeInsee: BOURG_EN_BRESSE },
      { id: ID_MEDICOBUS, type: "MEDICOBUS", nom: "Médicobus de la Dombes", codeInsee: "01093" },
      ...STRUCTURES_SANS_FINESS,
    ],
    statutsJuridiques: [
      { structureId: msp, statutJuridique: "SISA" },
      { structureId: association, statutJuridique: "ASSOCIATION_LOI_1901" },
      { structureId: cptsVilleurbanne, statutJuridique: "ASSOCIATION_LOI_1901" },
      { structureId: cptsBourg, statutJuridique: "ASSOCIATION_LOI_1901" },
    ],
    projets: [
      projet(msp, "OUI"),
      projet(association, "INCONNU"),
      projet(ID_ESP, "OUI"),
      projet(cptsVilleurbanne, "OUI"),
    ],
    labellisations: [
      { structureId: msp, region: AUVERGNE_RHONE_ALPES, decision: "OUI", decideeLe: "2024-03-01" },
      { structureId: association, region: AUVERGNE_RHONE_ALPES, decision: "OUI", decideeLe: "2025-02-01" },
    ],
    adhesions: adhesions(),
    territoires: [
      {
        structureId: cptsVilleurbanne,
        depuis: DEPUIS,
        codesInsee: TERRITOIRE_VILLEURBANNE.filter((code) => connues.has(code)),
      },
      { structureId: cptsBourg, depuis: DEPUIS, codesInsee: TERRITOIRE_BOURG.filter((code) => connues.has(code)) },
    ],
    cpts: [
      {
        structureId: cptsVilleurbanne,
        phase: "EN_FONCTIONNEMENT",
        missions: [
          "ACCES_MEDECIN_TRAITANT",
          "SOINS_NON_PROGRAMMES",
          "PARCOURS_PLURIPROFESSIONNELS",
          "PREVENTION",
          "CRISES_SANITAIRES",
        ],
      },
      { structureId: cptsBourg, phase: "EN_VALIDATION", missions: ["SOINS_NON_PROGRAMMES", "PREVENTION"] },
    ],
    medicobus: [
      {
        structureId: ID_MEDICOBUS,
        statut: "EN_SERVICE",
        vague: 1,
        publicsPrioritaires: ["ALD_SANS_MEDECIN_TRAITANT", "PERSONNE_AGEE_ISOLEE"],
      },
    ],
    passages: passages(aujourdhui),
    faits: declarerFaits(structures),
    acis: ACIS,
    labels: LABELS,
  };
}

const projet = (structureId: string, constat: "OUI" | "INCONNU"): ProjetDeclare => ({
  structureId,
  etabliLe: "2023-09-01",
  coherencePrs: constat,
  validationArs: constat,
  ...(constat === "OUI" ? { avisPrsLe: "2024-02-01", valideLe: "2024-02-01" } : {}),
  territoire: "Bassin de vie de la structure",
  modalites: "Réunions mensuelles, logiciel partagé",
  actions: ["Accès à un médecin traitant", "Dépistage et prévention"],
  themes: ["Soins non programmés"],
});

function adhesions(): AdhesionDeclaree[] {
  const membre = (groupementId: string, { rpps, profession, savoirFaire }: PersonneNommee): AdhesionDeclaree => ({
    groupementId,
    professionnelId: `8${rpps}`,
    profession,
    medecinGeneraliste: savoirFaire?.startsWith("SM") ?? false,
    categorie: "PREMIER_RECOURS",
    depuis: DEPUIS,
  });
  const { generalisteMsp, secondeGeneralisteMsp, infirmiereMsp, kinesitherapeuteMsp } = PERSONNES_NOMMEES;
  const { generalisteAssociation, infirmierAssociation, generalisteEsp, pharmacienneEsp } = PERSONNES_NOMMEES;
  const cpts = idDeStructure("CPTS_VILLEURBANNE");
  return [
    ...[generalisteMsp, secondeGeneralisteMsp, infirmiereMsp, kinesitherapeuteMsp].map((qui) =>
      membre(idDeStructure("MSP_ELIGIBLE"), qui),
    ),
    ...[generalisteAssociation, infirmierAssociation].map((qui) => membre(idDeStructure("MSP_ASSOCIATION"), qui)),
    ...[generalisteEsp, pharmacienneEsp].map((qui) => membre(ID_ESP, qui)),
    {
      groupementId: cpts,
      structureId: idDeStructure("MSP_ELIGIBLE"),
      categorie: "PREMIER_RECOURS",
      degre: "PILOTE",
      depuis: DEPUIS,
    },
    { ...membre(cpts, generalisteMsp), degre: "SOIN" },
  ];
}

const SEMAINES_DE_PASSAGES = 4;

/** A morning a week in each of two villages, from tomorrow on. */
function passages(aujourdhui: string): PassageDeclare[] {
  const etapes = [
    { codeInsee: "01093", lieu: "Place du marché", jour: 1 },
    { codeInsee: "01443", lieu: "Parking de la salle des fêtes", jour: 3 },
  ];
  return Array.from({ length: SEMAINES_DE_PASSAGES }, (_, semaine) =>
    etapes.map(({ codeInsee, lieu, jour }) => {
      const le = decaler(aujourdhui, jour + 7 * semaine);
      return { medicobusId: ID_MEDICOBUS, debut: `${le}T08:00:00Z`, fin: `${le}T11:00:00Z`, codeInsee, lieu };
    }),
  ).flat();
}
