import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  ACTEURS,
  type AnnuaireDeDeclarations,
  AUTRE_HOPITAL,
  CARDIOLOGUE,
  DEUX_SAVOIR_FAIRE,
  idDe,
  MEDICOBUS,
  ouvrirAnnuaireDeDeclarations,
} from "./annuaire-de-declarations.ts";
import { publierStructures } from "./territoire-de-test.ts";

let annuaire: AnnuaireDeDeclarations;
beforeAll(async () => {
  annuaire = await ouvrirAnnuaireDeDeclarations();
});
afterAll(() => annuaire.fermer());

interface Declaree {
  readonly id: string;
  readonly nature: string;
  readonly modalites: string[];
  readonly position: { latitude: number; precision: string } | null;
}

let cles = 0;
async function declarer(ecart: object = {}, qui = ACTEURS.elleMeme): Promise<Declaree> {
  const { data, refus } = await annuaire.demanderEn<{ declaree: Declaree }>(
    qui,
    `mutation ($input: DeclarerSituationInput!, $cle: ID!) {
       declaree: declarerSituation(input: $input, cleIdempotence: $cle) {
         id nature modalites soignante raisonSociale depuis jusquA modeExercice profession { code } structure { id }
         commune { codeInsee } adresse { lignes ville codeInsee } position { latitude longitude precision }
         professionnel { exercices { profession { code } savoirFaire { code } } } provenance { source millesime }
       }
     }`,
    {
      input: {
        professionnelId: idDe(CARDIOLOGUE),
        codeInsee: "09122",
        nature: "CONSULTATION_AVANCEE",
        modalites: ["SUR_SITE"],
        depuis: "2026-11-01",
        source: "Hôpital de test",
        ...ecart,
      },
      cle: `cle-de-test-${++cles}`,
    },
  );
  if (data === null) throw new Error(JSON.stringify(refus));
  return data.declaree;
}

/** The activities that a search around Foix shows, then those of the people nearest to Foix for a need. */
async function trouverAFoix(): Promise<{ recherche: string[]; candidats: string[]; situations: string[] }> {
  const { data } = await annuaire.demanderEn<{
    professionnels: { edges: { situation: { id: string } }[] };
    _entities: { candidatsProfessionnels: { elements: { situation: { id: string } }[] } }[];
    professionnel: { situations: { id: string }[] };
  }>(
    null,
    `query ($besoins: [_Any!]!, $id: ID!) {
       professionnels(first: 20, filtre: { professions: ["10"] }, proximite: { codeInsee: "09122", rayonKm: 5 }, tri: DISTANCE) {
         edges { situation { id } }
       }
       _entities(representations: $besoins) { ... on Besoin { candidatsProfessionnels { elements { situation { id } } } } }
       professionnel(id: $id) { situations { id } }
     }`,
    { besoins: [BESOIN_A_FOIX], id: idDe(CARDIOLOGUE) },
  );
  return {
    recherche: data?.professionnels.edges.map(({ situation }) => situation.id) ?? [],
    candidats: data?._entities[0]?.candidatsProfessionnels.elements.map(({ situation }) => situation.id) ?? [],
    situations: data?.professionnel.situations.map(({ id }) => id) ?? [],
  };
}

const BESOIN_A_FOIX = {
  __typename: "Besoin",
  id: "b",
  possibilites: null,
  criteres: {
    codeInsee: "09122",
    nature: "SOINS",
    urgence: "PROGRAMMEE",
    professions: ["10"],
    savoirFaire: ["SM04"],
    rayonKm: 5,
    modalites: [],
    profil: { age: 60, sansMedecinTraitant: "NON", ald: "NON", isole: "NON" },
  },
};

describe("Un lieu déclaré", () => {
  it("porte la profession et le savoir-faire de la personne, et se trouve comme un autre", async () => {
    const declaree = await declarer();
    expect(declaree).toMatchObject({
      nature: "CONSULTATION_AVANCEE",
      modalites: ["SUR_SITE"],
      soignante: true,
      raisonSociale: null,
      depuis: "2026-11-01",
      jusquA: null,
      modeExercice: null,
      profession: { code: "10" },
      structure: null,
      commune: { codeInsee: "09122" },
      adresse: { lignes: [], ville: "Foix", codeInsee: "09122" },
      position: { latitude: 42.966, longitude: 1.606, precision: "COMMUNE" },
      professionnel: { exercices: [{ profession: { code: "10" }, savoirFaire: [{ code: "SM04" }] }] },
      provenance: { source: "Hôpital de test", millesime: "2026-11-22" },
    });
    expect(await trouverAFoix()).toEqual({
      recherche: [declaree.id],
      candidats: [declaree.id],
      situations: [annuaire.situationId, declaree.id],
    });
  });

  it("redéclaré au même endroit et au même titre est le même, corrigé ; à un autre titre, c'est un autre", async () => {
    const premiere = await declarer();
    const corrigee = await declarer({ modalites: ["TELECONSULTATION", "ALLER_VERS", "TELECONSULTATION"] });
    expect(corrigee).toMatchObject({ id: premiere.id, modalites: ["TELECONSULTATION", "ALLER_VERS"] });
    expect((await declarer({ nature: "REMPLACEMENT", jusquA: "2026-11-02" })).id).not.toBe(premiere.id);
  });

  it.each([
    ["pas encore commencé", { depuis: "2026-11-23" }],
    ["fini hier", { jusquA: "2026-11-21" }],
  ])("%s ne se trouve pas", async (_cas, dates) => {
    const { id } = await declarer(dates);
    const trouves = await trouverAFoix();
    expect(trouves).toMatchObject({ recherche: [], candidats: [] });
    expect(trouves.situations).not.toContain(id);
  });

  it("se trouve encore son dernier jour, et dès le premier", async () => {
    const { id } = await declarer({ depuis: "2026-11-22", jusquA: "2026-11-22" });
    expect((await trouverAFoix()).recherche).toEqual([id]);
  });

  it("est à l'adresse de la structure dans sa commune, au centre de la commune quand la structure est ailleurs", async () => {
    const [aDemeure, dePassage] = [
      await declarer({ structureId: AUTRE_HOPITAL, codeInsee: "31069" }),
      await declarer({ structureId: MEDICOBUS, codeInsee: "09107", modalites: ["ALLER_VERS"] }),
    ];
    expect(aDemeure).toMatchObject({
      raisonSociale: `STRUCTURE ${AUTRE_HOPITAL}`,
      structure: { id: AUTRE_HOPITAL },
      position: { latitude: 43.64, longitude: 1.38, precision: "ADRESSE" },
    });
    expect(dePassage).toMatchObject({
      structure: { id: MEDICOBUS },
      position: { latitude: 43.035, longitude: 1.811, precision: "COMMUNE" },
    });
  });

  it("suit sa structure quand elle déménage, sans quitter la commune où passe un médicobus", async () => {
    const aDemeure = await declarer({ structureId: AUTRE_HOPITAL, codeInsee: "31069" });
    const dePassage = await declarer({ structureId: MEDICOBUS, codeInsee: "09107" });
    await annuaire.ecrire((client) =>
      publierStructures(client, [
        { id: AUTRE_HOPITAL, type: "ETABLISSEMENT_DE_SANTE", codeInsee: "31069", latitude: 43.65, longitude: 1.39 },
        { id: MEDICOBUS, type: "MEDICOBUS", codeInsee: "09122", latitude: 42.98, longitude: 1.62 },
      ]),
    );
    const lignes = await annuaire.lignes("situation");
    expect(lignes.find(({ id }) => id === aDemeure.id)).toMatchObject({ latitude: 43.65, longitude: 1.39 });
    expect(lignes.find(({ id }) => id === dePassage.id)).toMatchObject({ latitude: 43.035, longitude: 1.811 });
  });

  it("dit lequel de ses exercices, quand la personne en a plusieurs", async () => {
    const origine = (await annuaire.lignes("situation")).find(({ savoir_faire }) => savoir_faire === "SM53");
    const ecart = { professionnelId: idDe(DEUX_SAVOIR_FAIRE), situationOrigineId: origine?.id };
    const { id } = await declarer(ecart, ACTEURS.confrere);
    expect((await annuaire.lignes("situation")).find((ligne) => ligne.id === id)?.savoir_faire).toBe("SM53");
  });

  it("n'est touché par aucun import", async () => {
    const { id } = await declarer();
    const declarees = async () =>
      (await annuaire.lignes("situation")).filter(({ declaree_le }) => declaree_le !== null);
    const avant = await declarees();
    expect(avant.map((ligne) => ligne.id)).toContain(id);
    await annuaire.reimporter();
    expect(await declarees()).toEqual(avant);
  });
});
