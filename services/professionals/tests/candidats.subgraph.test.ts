import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CANDIDATS, CRITERES, codes, ouvrirAnnuaireDeCandidats, VACCINATION } from "./annuaire-de-candidats.ts";
import { rppsDe } from "./fichier-rpps.ts";

let annuaire: Awaited<ReturnType<typeof ouvrirAnnuaireDeCandidats>>;
beforeAll(async () => {
  annuaire = await ouvrirAnnuaireDeCandidats();
});
afterAll(() => annuaire.fermer());
const chercher: typeof annuaire.chercher = (...parametres) => annuaire.chercher(...parametres);

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
    // Their address is known by its commune only, and that is said.
    const approchee = "POSITION_APPROCHEE";
    const disponible = ["CRENEAU_LIBRE", "DELAI_COMPATIBLE", "NOUVEAUX_PATIENTS", "MEDECIN_TRAITANT"];
    expect(codes(de(1)[0])).toEqual([...disponible, approchee]);
    expect(codes(de(2)[0])).toEqual(["SANS_CRENEAU", "DELAI_TROP_LONG", "PAS_DE_NOUVEAUX_PATIENTS", approchee]);
    expect(codes(de(3)[0])).toEqual([approchee]);
    expect(de(4)[0]?.motifs).toMatchObject([
      { code: "CRENEAU_LIBRE", effet: "FAVORABLE", poids: 0.5 },
      { code: approchee },
    ]);
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
