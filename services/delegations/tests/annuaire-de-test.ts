import type { Acteur, ExecuterParLaPasserelle } from "@coordination/server-kit";

/** What the directory answers about a place and about people, as the gateway would. */
const STRUCTURES: Readonly<Record<string, { type: string; fermeeLe: string | null }>> = {
  "MSP-PROCHE": { type: "MSP", fermeeLe: null },
  "CABINET-SEUL": { type: "CABINET", fermeeLe: null },
  "MSP-FERMEE": { type: "MSP", fermeeLe: "2025-01-01" },
};
const PERSONNES: Readonly<Record<string, { profession: string; savoirFaire: string[] }>> = {
  "8-GENERALISTE": { profession: "10", savoirFaire: ["SM54"] },
  "8-CARDIOLOGUE": { profession: "10", savoirFaire: ["SM04"] },
  "8-INFIRMIERE": { profession: "60", savoirFaire: [] },
  "8-PHARMACIENNE": { profession: "21", savoirFaire: [] },
  "8-KINE": { profession: "70", savoirFaire: [] },
};

/** Stands behind the internal door in the place of the gateway. */
export const annuaireDeTest: ExecuterParLaPasserelle = async ({ operationName, variables }) => {
  const id = "id" in variables ? String(variables.id) : "";
  if (operationName === "StructureDEquipe") {
    const structure = STRUCTURES[id];
    return { data: { structure: structure === undefined ? null : { id, ...structure } } };
  }
  const personne = PERSONNES[id];
  const exercices =
    personne === undefined
      ? []
      : [
          {
            profession: { code: personne.profession },
            savoirFaire: personne.savoirFaire.map((code) => ({ code })),
          },
        ];
  return { data: { professionnel: personne === undefined ? null : { id, exercices } } };
};

const acteur = (ecart: Partial<Acteur>): Acteur => ({
  sub: "personne",
  rpps: null,
  structures: [],
  profils: [],
  scopes: ["annuaire:ecrire"],
  clientId: null,
  ...ecart,
});

export const AGENCE = acteur({ sub: "agence", profils: ["agence"] });
export const DE_LA_MSP = acteur({ sub: "de-la-msp", structures: ["MSP-PROCHE", "CABINET-SEUL", "MSP-FERMEE"] });
export const D_AILLEURS = acteur({ sub: "d-ailleurs", structures: ["MSP-LOINTAINE"] });
export const SANS_PORTEE = acteur({ sub: "sans-portee", structures: ["MSP-PROCHE"], scopes: [] });
