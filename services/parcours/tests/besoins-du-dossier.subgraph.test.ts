import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AJOUTER, type BancDePlans, ouvrirBancDePlans } from "./banc-de-plans.ts";
import { AUTRE_EQUIPE, DEMANDEUR, EQUIPE } from "./dossiers-de-test.ts";
import { saisie } from "./questions.ts";

let banc: BancDePlans;
beforeAll(async () => {
  banc = await ouvrirBancDePlans();
});
afterAll(() => banc.fermer());

describe("Les besoins d'un dossier", () => {
  it("s'ajoutent et se relisent avec lui, normalisés comme un besoin simulé", async () => {
    const { id } = await banc.enEvaluation({ evalue: false });
    const besoin = await banc.reussir<{ id: string; libelle: string }>(AJOUTER, {
      input: { parcoursId: id, criteres: saisie },
    });
    expect(besoin.libelle).toMatch(/^Soins, sous 72 heures/);
    const { data } = await banc.sousGraphe.demander(
      "query($id: ID!) { besoin(id: $id) { libelle statut criteres { professions } parcours { id besoins { id } } } }",
      { id: besoin.id },
      EQUIPE,
    );
    expect(data).toEqual({
      besoin: {
        libelle: besoin.libelle,
        statut: "OUVERT",
        criteres: { professions: ["10"] },
        parcours: { id, besoins: [{ id: besoin.id }] },
      },
    });
  });

  it("n'existent pour personne d'autre, par référence non plus", async () => {
    const { id } = await banc.enEvaluation({ evalue: false });
    const besoin = await banc.reussir<{ id: string }>(AJOUTER, { input: { parcoursId: id, criteres: saisie } });
    for (const acteur of [AUTRE_EQUIPE, DEMANDEUR]) {
      const { data } = await banc.sousGraphe.demander(
        "query($id: ID!, $r: [_Any!]!) { besoin(id: $id) { id } _entities(representations: $r) { ... on Besoin { libelle criteres { codeInsee } } } }",
        { id: besoin.id, r: [{ __typename: "Besoin", id: besoin.id }] },
        acteur,
      );
      expect(data).toEqual({ besoin: null, _entities: [null] });
      const { errors } = await banc.agir(
        "mutation($input: ModifierBesoinInput!, $cle: ID!) { modifierBesoin(input: $input, cleIdempotence: $cle) { id } }",
        { input: { besoinId: besoin.id, version: 1, libelle: "autre" } },
        acteur,
      );
      expect(errors?.[0]?.extensions).toMatchObject({ code: "NOT_FOUND", champ: "input.besoinId" });
    }
  });

  it("changent par version, et jamais après la clôture", async () => {
    const { id } = await banc.enEvaluation({ evalue: false });
    const besoin = await banc.reussir<{ id: string; parcours: { version: number } }>(AJOUTER, {
      input: { parcoursId: id, criteres: saisie },
    });
    const modifier = (input: object) =>
      banc.agir(
        "mutation($input: ModifierBesoinInput!, $cle: ID!) { rendu: modifierBesoin(input: $input, cleIdempotence: $cle) { version statut libelle parcours { version } } }",
        { input: { besoinId: besoin.id, ...input } },
      );
    expect((await modifier({ version: 1, statut: "COUVERT" })).data?.rendu).toMatchObject({
      version: 2,
      statut: "COUVERT",
    });
    expect((await modifier({ version: 1, statut: "OUVERT" })).errors?.[0]?.extensions).toMatchObject({
      code: "VERSION_CONFLICT",
      versionCourante: 2,
    });
    await banc.reussir(
      "mutation($id: ID!, $version: Int!, $cle: ID!) { rendu: cloturerParcours(parcoursId: $id, version: $version, motif: DECES, cleIdempotence: $cle) { id } }",
      { id, version: besoin.parcours.version + 1 },
    );
    expect((await modifier({ version: 2, statut: "OUVERT" })).errors?.[0]?.extensions?.code).toBe("RULE_NOT_MET");
  });

  it("nomment le critère faux, et rien n'est écrit", async () => {
    const { id } = await banc.enEvaluation({ evalue: false });
    const { errors } = await banc.agir(AJOUTER, { input: { parcoursId: id, criteres: { ...saisie, rayonKm: 900 } } });
    expect(errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", champ: "input.criteres.rayonKm" });
    expect(await banc.sousGraphe.interroger(`select from parcours.besoin where dossier_id = '${id}'`)).toEqual([]);
  });
});
