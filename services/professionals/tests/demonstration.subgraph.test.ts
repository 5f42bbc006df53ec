import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chargerDemonstration, type DonneesDeDemonstration } from "../src/index.ts";
import {
  ACTEURS,
  type AnnuaireDeDeclarations,
  AUTRE_HOPITAL,
  CARDIOLOGUE,
  DEUX_SAVOIR_FAIRE,
  idDe,
  ouvrirAnnuaireDeDeclarations,
} from "./annuaire-de-declarations.ts";
import { rppsDe } from "./fichier-rpps.ts";

const datee = { rpps: rppsDe(CARDIOLOGUE), depuis: "2024-09-01", jusquA: null, source: "Démonstration" };
const DONNEES: DonneesDeDemonstration = {
  disponibilites: [],
  habilitations: [{ ...datee, code: "CERTIFICAT_DECES", organisme: null }],
  qualites: [
    { ...datee, code: "MAITRE_DE_STAGE", precision: "Université inventée" },
    { ...datee, rpps: rppsDe(99), code: "ASALEE", precision: null },
  ],
  competences: [{ ...datee, libelle: "échographie" }],
  contrats: [{ ...datee, code: "CSTM", zoneExigee: null }],
  situations: [
    {
      ...datee,
      structureId: AUTRE_HOPITAL,
      codeInsee: "31069",
      nature: "CONSULTATION_AVANCEE",
      modalites: ["SUR_SITE"],
    },
    // Nobody says which of two know-hows is practised there: left out.
    {
      ...datee,
      rpps: rppsDe(DEUX_SAVOIR_FAIRE),
      structureId: null,
      codeInsee: "31069",
      nature: "SECONDAIRE",
      modalites: ["SUR_SITE"],
    },
  ],
};

let annuaire: AnnuaireDeDeclarations;
beforeAll(async () => {
  annuaire = await ouvrirAnnuaireDeDeclarations();
  for (const _fois of [1, 2]) await annuaire.ecrire((client) => chargerDemonstration(client, DONNEES));
});
afterAll(() => annuaire.fermer());

describe("La démonstration", () => {
  it("déclare, une fois même chargée deux fois, ce qu'aucun fichier ne publie", async () => {
    const query = `{
      professionnel(id: "${idDe(CARDIOLOGUE)}") {
        qualites { code precision source } habilitations { code } competences contrats { code }
        situations { nature structure { id } }
      }
    }`;
    const { data, refus } = await annuaire.demanderEn(ACTEURS.agence, query);
    expect(refus).toBeNull();
    expect(data).toEqual({
      professionnel: {
        qualites: [{ code: "MAITRE_DE_STAGE", precision: "Université inventée", source: "Démonstration" }],
        habilitations: [{ code: "CERTIFICAT_DECES" }],
        competences: ["échographie"],
        contrats: [{ code: "CSTM" }],
        situations: expect.arrayContaining([{ nature: "CONSULTATION_AVANCEE", structure: { id: AUTRE_HOPITAL } }]),
      },
    });
  });

  it("laisse de côté ce qui ne désigne personne, ou ne dit pas quel exercice", async () => {
    expect(await annuaire.lignes("qualite")).toHaveLength(1);
    expect((await annuaire.lignes("situation")).filter(({ declaree_le }) => declaree_le !== null)).toHaveLength(1);
  });
});
