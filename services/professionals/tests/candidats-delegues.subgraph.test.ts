import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ouvrirAnnuaireDeCandidats, VACCINATION } from "./annuaire-de-candidats.ts";
import { rppsDe } from "./fichier-rpps.ts";

let annuaire: Awaited<ReturnType<typeof ouvrirAnnuaireDeCandidats>>;
beforeAll(async () => {
  annuaire = await ouvrirAnnuaireDeCandidats();
});
afterAll(() => annuaire.fermer());
const chercher: typeof annuaire.chercher = (...parametres) => annuaire.chercher(...parametres);

describe("Les candidats au titre d'une délégation", () => {
  it("sont retenus quand le texte les admet, et « à confirmer » quand on ne le sait pas", async () => {
    const { de, rpps } = await chercher({ professions: [], savoirFaire: [] }, [VACCINATION]);
    expect(rpps.toSorted()).toEqual([20, 21].map(rppsDe));
    expect(de(20)[0]).toMatchObject({
      possibilite: "jeton-vaccination",
      retenu: true,
      eligibilite: { verdict: "OUI" },
      motifs: [{ code: "POSITION_APPROCHEE" }],
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
      motifs: [{ code: "A_CONFIRMER", effet: "DEFAVORABLE" }, { code: "POSITION_APPROCHEE" }],
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
    expect(de(23)[0]?.motifs[0]?.libelle).toContain("lieu d'exercice : centre de santé");
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
