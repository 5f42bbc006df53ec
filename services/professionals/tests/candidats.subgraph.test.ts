import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { chargerDemonstration, type DisponibiliteDeDemonstration, importerRpps } from "../src/index.ts";
import { type AnnuaireDeTest, ouvrirAnnuaire } from "./annuaire-de-test.ts";
import { ecrireFichier, ligne, rppsDe } from "./fichier-rpps.ts";
import { publierCommunes, publierStructures } from "./territoire-de-test.ts";

const PHARMACIE = "1310000013";
const CENTRE = "1310000021";
const lieu = (codeInsee: string) => ({
  "Code commune (coord. structure)": codeInsee,
  "Code Département (structure)": "31",
});
const dans = (id: string) => ({
  "Numéro FINESS site": id.slice(1),
  "Identifiant technique de la structure": `F${id.slice(1)}`,
});
const pharmacien = { "Code profession": "21", "Code savoir-faire": "" };
const infirmier = { "Code profession": "60", "Code savoir-faire": "" };

const LIGNES = [
  ...[1, 2, 3].map((rang) => ligne(rang, lieu("31555"))),
  ligne(4, lieu("31069")),
  // A cardiologist, a practitioner abroad and a coordinator: none of them answers.
  ligne(5, { ...lieu("31555"), "Code savoir-faire": "SM04" }),
  ligne(6, { ...lieu("31555"), "Code pays (coord. structure)": "99132" }),
  ligne(7, { ...lieu("31555"), "Code genre d'activité": "GENR08" }),
  ligne(8, lieu("09122")),
  // The same place written twice: one candidate.
  ligne(1, { ...lieu("31555"), "Code mode exercice": "S" }),
  // Trained, in a pharmacy; not declared, practice unknown of FINESS; training over; in a health centre.
  ligne(20, { ...pharmacien, ...lieu("31555"), ...dans(PHARMACIE) }),
  ligne(21, { ...pharmacien, ...lieu("31555") }),
  ligne(22, { ...pharmacien, ...lieu("31555"), ...dans(PHARMACIE) }),
  ligne(23, { ...pharmacien, ...lieu("31555"), ...dans(CENTRE) }),
  ligne(30, { ...infirmier, ...lieu("31069") }),
];

const disponibilite = (rang: number, ecart: Partial<DisponibiliteDeDemonstration>): DisponibiliteDeDemonstration => ({
  rpps: rppsDe(rang),
  structureId: null,
  etat: "CRENEAU_LIBRE",
  nouveauxPatients: "OUI",
  medecinTraitant: "OUI",
  soinsNonProgrammes: "INCONNU",
  delaiJours: 2,
  capacite: null,
  releveLe: "2026-11-20T08:00:00Z",
  expireLe: "2026-12-20T08:00:00Z",
  source: "CPTS",
  ...ecart,
});
const DECLARATIONS = {
  disponibilites: [
    disponibilite(1, {}),
    disponibilite(2, { etat: "SANS_CRENEAU", nouveauxPatients: "NON", medecinTraitant: "INCONNU", delaiJours: 30 }),
    disponibilite(4, {
      expireLe: "2026-11-21T08:00:00Z",
      delaiJours: null,
      nouveauxPatients: "INCONNU",
      medecinTraitant: "INCONNU",
    }),
  ],
  habilitations: [
    {
      rpps: rppsDe(20),
      code: "VACCINATION_PRESCRIPTION",
      depuis: "2025-01-01",
      jusquA: null,
      organisme: "DPC",
      source: "Ordre",
    },
    {
      rpps: rppsDe(22),
      code: "VACCINATION_PRESCRIPTION",
      depuis: "2020-01-01",
      jusquA: "2025-01-01",
      organisme: "DPC",
      source: "Ordre",
    },
  ],
};

let annuaire: AnnuaireDeTest;
beforeAll(async () => {
  annuaire = await ouvrirAnnuaire();
  await annuaire.ecrire(async (client) => {
    await publierCommunes(client);
    await publierStructures(client, [
      { id: PHARMACIE, type: "PHARMACIE" },
      { id: CENTRE, type: "CENTRE_DE_SANTE" },
    ]);
    await importerRpps(client, { fichier: await ecrireFichier(LIGNES) });
    await chargerDemonstration(client, DECLARATIONS);
    await chargerDemonstration(client, DECLARATIONS);
  });
});
afterAll(() => annuaire.fermer());

const CRITERES = {
  codeInsee: "31555",
  nature: "SOINS",
  urgence: "SOUS_72_H",
  professions: ["10"],
  savoirFaire: ["SM54", "SM26", "SM53"],
  rayonKm: 15,
  modalites: [],
  profil: { age: 72, sansMedecinTraitant: "OUI", ald: "OUI", isole: "INCONNU" },
};
const VACCINATION = {
  id: "jeton-vaccination",
  professions: ["21"],
  savoirFaire: [],
  codeInsee: "31555",
  rayonKm: 15,
  cadres: ["PHARMACIE"],
  habilitations: ["VACCINATION_PRESCRIPTION"],
  eligibilite: { verdict: "OUI" },
};

interface Candidat {
  situation: { professionnel: { rpps: string }; profession: { code: string } };
  possibilite: string | null;
  eligibilite: { verdict: string; conditions: { code: string; verdict: string }[] } | null;
  retenu: boolean;
  distanceKm: number;
  motifs: { code: string; libelle: string; effet: string; poids: number }[];
}
interface Reponse {
  _entities: { candidatsProfessionnels: { tronque: boolean; elements: Candidat[] } }[];
}
const CANDIDATS = /* GraphQL */ `
  query ($besoins: [_Any!]!, $premiers: Int!, $ecartes: Boolean!) {
    _entities(representations: $besoins) {
      ... on Besoin {
        candidatsProfessionnels(premiers: $premiers, ecartes: $ecartes) {
          tronque
          elements {
            situation { id profession { code } disponibilite { etat } professionnel { rpps } }
            possibilite eligibilite { verdict conditions { code verdict } } retenu distanceKm motifs { code libelle effet poids }
          }
        }
      }
    }
  }`;

async function chercher(
  criteres: object,
  possibilites: object[] | null,
  { premiers = 200, ecartes = false, besoins = 1 }: { premiers?: number; ecartes?: boolean; besoins?: number } = {},
) {
  const besoin = { __typename: "Besoin", id: "b", criteres: { ...CRITERES, ...criteres }, possibilites };
  const variables = { besoins: Array.from({ length: besoins }, () => besoin), premiers, ecartes };
  const { data, nombre } = await annuaire.compter<Reponse>(CANDIDATS, variables);
  const { elements, tronque } = data._entities[0]?.candidatsProfessionnels ?? { elements: [], tronque: false };
  const de = (rang: number) => elements.filter(({ situation }) => situation.professionnel.rpps === rppsDe(rang));
  return { elements, tronque, nombre, de, rpps: elements.map(({ situation }) => situation.professionnel.rpps) };
}
const codes = (candidat: Candidat | undefined) => candidat?.motifs.map(({ code }) => code);

describe("Les candidats d'un besoin", () => {
  it("sont les soignants de la profession et du savoir-faire demandés, dans le rayon, les plus proches d'abord", async () => {
    const { elements, rpps, tronque } = await chercher({}, null);
    expect(rpps.toSorted()).toEqual([1, 2, 3, 4].map(rppsDe));
    expect(rpps.at(-1)).toBe(rppsDe(4));
    expect(
      elements.every(({ retenu, possibilite, eligibilite }) => retenu && possibilite === null && eligibilite === null),
    ).toBe(true);
    expect(elements.map(({ distanceKm }) => Math.round(distanceKm))).toEqual([0, 0, 0, 7]);
    expect(tronque).toBe(false);
  });

  it("portent ce que la disponibilité déclarée dit, et rien quand rien ne l'est", async () => {
    const { de } = await chercher({}, null);
    expect(codes(de(1)[0])).toEqual(["CRENEAU_LIBRE", "DELAI_COMPATIBLE", "NOUVEAUX_PATIENTS", "MEDECIN_TRAITANT"]);
    expect(codes(de(2)[0])).toEqual(["SANS_CRENEAU", "DELAI_TROP_LONG", "PAS_DE_NOUVEAUX_PATIENTS"]);
    expect(codes(de(3)[0])).toEqual([]);
    expect(de(4)[0]?.motifs).toMatchObject([{ code: "CRENEAU_LIBRE", effet: "FAVORABLE", poids: 0.5 }]);
  });

  it("sont les mêmes, dans le même ordre, chaque fois ; un autre besoin départage autrement les égaux", async () => {
    const { rpps } = await chercher({}, null);
    expect((await chercher({}, null)).rpps).toEqual(rpps);
    const ordres = await Promise.all(
      [65, 66, 67, 68, 69, 70].map((age) => chercher({ profil: { ...CRITERES.profil, age } }, null)),
    );
    expect(new Set(ordres.map((ordre) => ordre.rpps.join())).size).toBeGreaterThan(1);
  });

  it("n'existent pas pour une urgence vitale, ni autour d'une commune inconnue", async () => {
    expect((await chercher({ urgence: "VITALE" }, [VACCINATION])).elements).toEqual([]);
    expect((await chercher({ codeInsee: "97411" }, [VACCINATION])).elements).toEqual([]);
  });

  it("se limitent à `premiers`, chaque voie à son tour, et disent qu'il y en avait d'autres", async () => {
    const { elements, tronque } = await chercher({ professions: ["10", "60"] }, [VACCINATION], {
      premiers: 3,
      ecartes: true,
    });
    expect(elements.map(({ situation }) => situation.profession.code).toSorted()).toEqual(["10", "21", "60"]);
    expect(tronque).toBe(true);
  });

  it("comprennent le savoir-faire demandé sans sa profession", async () => {
    expect((await chercher({ professions: [], savoirFaire: ["SM04"] }, null)).rpps).toEqual([rppsDe(5)]);
  });

  it("prennent un nombre fixe de requêtes SQL, quel que soit le nombre de candidats et de besoins", async () => {
    const un = await chercher({}, [VACCINATION], { premiers: 1 });
    const tous = await chercher({}, [VACCINATION], { ecartes: true, besoins: 3 });
    expect(tous.elements.length).toBeGreaterThan(un.elements.length);
    // The nearest of every way, their availability, their authorisations, their names.
    expect([un.nombre, tous.nombre]).toEqual([4, 4]);
  });

  it("refuse plus de 200 candidats", async () => {
    const { errors } = await annuaire.executer(CANDIDATS, {
      besoins: [{ __typename: "Besoin", id: "b", criteres: CRITERES, possibilites: null }],
      premiers: 201,
      ecartes: false,
    });
    expect(errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", champ: "premiers" });
  });
});

describe("Les candidats au titre d'une délégation", () => {
  it("sont retenus quand le texte les admet, et « à confirmer » quand on ne le sait pas", async () => {
    const { de, rpps } = await chercher({ professions: [], savoirFaire: [] }, [VACCINATION]);
    expect(rpps.toSorted()).toEqual([20, 21].map(rppsDe));
    expect(de(20)[0]).toMatchObject({
      possibilite: "jeton-vaccination",
      retenu: true,
      eligibilite: { verdict: "OUI" },
      motifs: [],
    });
    expect(de(21)[0]).toMatchObject({
      retenu: true,
      eligibilite: {
        verdict: "INCONNU",
        conditions: [
          { code: "CADRE", verdict: "INCONNU" },
          { code: "VACCINATION_PRESCRIPTION", verdict: "INCONNU" },
        ],
      },
      motifs: [{ code: "A_CONFIRMER", effet: "DEFAVORABLE" }],
    });
  });

  it("sont écartés, sur demande, avec la condition que le texte refuse", async () => {
    const { de } = await chercher({}, [VACCINATION], { ecartes: true });
    expect(de(22)[0]).toMatchObject({
      retenu: false,
      eligibilite: { verdict: "NON" },
      motifs: [{ code: "EXIGENCE_NON_REMPLIE", effet: "EXCLUANT", poids: 0 }],
    });
    expect(de(22)[0]?.motifs[0]?.libelle).toContain("échue le 2025-01-01");
    expect(de(23)[0]?.motifs[0]?.libelle).toContain("exerce dans un centre de santé");
  });

  it.each([
    ["NON", "DELEGATION_NON"],
    ["INCONNU", "FAIT_MANQUANT"],
  ])("sont tous écartés quand le verdict sur la personne est %s", async (verdict, code) => {
    const possibilite = { ...VACCINATION, eligibilite: { verdict } };
    expect((await chercher({}, [possibilite])).de(20)).toEqual([]);
    const { de } = await chercher({}, [possibilite], { ecartes: true });
    expect(de(20)[0]).toMatchObject({
      retenu: false,
      possibilite: "jeton-vaccination",
      eligibilite: null,
      motifs: [{ code, effet: "EXCLUANT" }],
    });
    expect(de(1)[0]).toMatchObject({ retenu: true });
  });
});

describe("Les professionnels d'une possibilité", () => {
  const question = /* GraphQL */ `
    query ($r: [_Any!]!) {
      _entities(representations: $r) {
        ... on PossibiliteDelegation { professionnels(first: 5) { distanceKm situation { professionnel { rpps } } eligibilite { verdict } } }
      }
    }`;

  it("sont les plus proches que le texte n'exclut pas, en un nombre fixe de requêtes SQL", async () => {
    type Proches = {
      _entities: {
        professionnels: { situation: { professionnel: { rpps: string } }; eligibilite: { verdict: string } }[];
      }[];
    };
    const infirmiers = { ...VACCINATION, id: "autre", professions: ["60"], cadres: [], habilitations: [] };
    const r = [VACCINATION, infirmiers].map((possibilite) => ({ __typename: "PossibiliteDelegation", ...possibilite }));
    const { data, nombre } = await annuaire.compter<Proches>(question, { r });
    const verdicts = data._entities.map(({ professionnels }) =>
      professionnels
        .map(({ situation, eligibilite }) => [situation.professionnel.rpps, eligibilite.verdict])
        .toSorted(),
    );
    expect(verdicts).toEqual([
      [
        [rppsDe(20), "OUI"],
        [rppsDe(21), "INCONNU"],
      ],
      [[rppsDe(30), "OUI"]],
    ]);
    expect(nombre).toBe(3);
  });
});

describe("La disponibilité déclarée", () => {
  it("ne se confond pas avec l'inconnu, et se dit périmée après son échéance", async () => {
    const question =
      "query ($rpps: Rpps!) { professionnel(rpps: $rpps) { situations { disponibilite { etat nouveauxPatients delaiJours releveLe expireLe source perimee } } } }";
    const lire = async (rang: number) =>
      (
        await annuaire.demander<{ professionnel: { situations: { disponibilite: object }[] } }>(question, {
          rpps: rppsDe(rang),
        })
      ).professionnel.situations[0];
    expect(await lire(3)).toEqual({
      disponibilite: {
        etat: "INCONNU",
        nouveauxPatients: "INCONNU",
        delaiJours: null,
        releveLe: null,
        expireLe: null,
        source: null,
        perimee: false,
      },
    });
    expect(await lire(4)).toMatchObject({
      disponibilite: { etat: "CRENEAU_LIBRE", perimee: true, expireLe: "2026-11-21T08:00:00.000Z", source: "CPTS" },
    });
  });
});
