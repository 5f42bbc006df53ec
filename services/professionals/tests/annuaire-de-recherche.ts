import { chargerDemonstration, importerRpps } from "../src/index.ts";
import { type AnnuaireDeTest, ouvrirAnnuaire } from "./annuaire-de-test.ts";
import { ecrireFichier, ligne, rppsDe } from "./fichier-rpps.ts";
import { publierCommunes, publierStructures } from "./territoire-de-test.ts";

export const MSP = "1310000013";
export const PHARMACIE = "1310000021";
const lieu = (codeInsee: string) => ({
  "Code commune (coord. structure)": codeInsee,
  "Code Département (structure)": codeInsee.slice(0, 2),
});
const dans = (id: string) => ({
  "Identifiant technique de la structure": `F${id.slice(1)}`,
  "Numéro FINESS site": id.slice(1),
});
const nomme = (nom: string, prenom: string) => ({ "Nom d'exercice": nom, "Prénom d'exercice": prenom });
const infirmier = { "Code profession": "60", "Code savoir-faire": "" };
const pharmacien = { "Code profession": "21", "Code savoir-faire": "", "Code mode exercice": "S" };

const LIGNES = [
  ligne(1, { ...nomme("DUPONT", "Élise"), ...lieu("31555"), ...dans(MSP) }),
  // The same person, further away: she must come once, from Toulouse.
  ligne(1, { ...nomme("DUPONT", "Élise"), ...lieu("31069") }),
  ligne(2, { ...nomme("DUPONT-MARTIN", "Jean"), ...lieu("31069"), "Code savoir-faire": "SM04" }),
  ligne(3, { ...nomme("L’HUILLIER", "Zoé"), ...lieu("31149"), ...infirmier }),
  ligne(4, { ...nomme("Étienne", "Anaïs"), ...lieu("31555"), ...infirmier, ...dans(MSP) }),
  ligne(5, { ...nomme("ABADIE", "Paul"), ...lieu("31555"), ...pharmacien, ...dans(PHARMACIE) }),
  ligne(6, { ...nomme("CŒUR", "Luc"), ...lieu("09122") }),
  ligne(7, {
    ...nomme("ROUX", "Inès"),
    ...lieu("31555"),
    ...infirmier,
    ...dans(MSP),
    "Code genre d'activité": "GENR08",
  }),
];

/** Seven people around Toulouse, in two structures or in none; two of them declared that they take new patients. */
export async function ouvrirAnnuaireDeRecherche(): Promise<AnnuaireDeTest> {
  const annuaire = await ouvrirAnnuaire();
  await annuaire.ecrire(async (client) => {
    await publierCommunes(client);
    await publierStructures(client, [
      { id: MSP, type: "MSP", codeInsee: "31555" },
      { id: PHARMACIE, type: "PHARMACIE", codeInsee: "31555" },
    ]);
    await importerRpps(client, { fichier: await ecrireFichier(LIGNES) });
    await chargerDemonstration(client, {
      disponibilites: [MSP, null].map((structureId, rang) => ({
        rpps: rppsDe(structureId === null ? 2 : 1),
        structureId,
        etat: "CRENEAU_LIBRE" as const,
        nouveauxPatients: "OUI" as const,
        medecinTraitant: "INCONNU" as const,
        soinsNonProgrammes: "INCONNU" as const,
        delaiJours: rang,
        capacite: null,
        releveLe: "2026-11-20T08:00:00Z",
        expireLe: "2099-12-20T08:00:00Z",
        source: "CPTS",
      })),
      habilitations: [
        {
          rpps: rppsDe(5),
          code: "VACCINATION_PRESCRIPTION",
          depuis: "2025-01-01",
          jusquA: null,
          organisme: "DPC",
          source: "Ordre",
        },
        {
          rpps: rppsDe(4),
          code: "VACCINATION_PRESCRIPTION",
          depuis: "2020-01-01",
          jusquA: "2024-12-31",
          organisme: null,
          source: "Ordre",
        },
      ],
    });
  });
  return annuaire;
}
