import type { Acteur } from "@coordination/server-kit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ABSENT, type BancDeVisibilite, NOM, NOMMEE, ouvrirBancDeVisibilite } from "./banc-de-visibilite.ts";
import { muterAvec } from "./cercles-de-test.ts";
import { AUTRE_EQUIPE, DEMANDE, EQUIPE } from "./dossiers-de-test.ts";
import { orienter } from "./orientations-de-test.ts";

let banc: BancDeVisibilite;
beforeAll(async () => {
  banc = await ouvrirBancDeVisibilite();
});
afterAll(() => banc.fermer());

describe("Un transfert", () => {
  const transferer = (id: string, version: number, dacId: string, acteur: Acteur = EQUIPE) =>
    muterAvec(
      banc.sousGraphe,
      "transfererParcours",
      `parcoursId: "${id}", version: ${version}, dacId: "${dacId}", motif: "déménagement"`,
      acteur,
      "statut dac { id } version",
    );

  it("confie le dossier et son histoire à l'autre équipe ; celle d'avant ne le voit plus", async () => {
    const { id, besoin } = await banc.ouvrir();
    await orienter(banc.sousGraphe, besoin, ["MSP-1"]);
    const { version } = (await banc.lire(id, EQUIPE, "version")) as { version: number };
    const { data } = await transferer(id, version, "DAC-B");
    expect(data).toEqual({ rendu: { statut: "DEMANDE_RECUE", dac: { id: "DAC-B" }, version: version + 1 } });
    expect(await banc.lire(id, EQUIPE, NOM)).toBeNull();
    const vu = await banc.lire(
      id,
      AUTRE_EQUIPE,
      `${NOM} besoins { orientations { statut } } evenements(first: 50) { edges { node { type } } }`,
    );
    expect(vu).toMatchObject({ ...NOMMEE, besoins: [{ orientations: [{ statut: "ENVOYEE" }] }] });
    expect(JSON.stringify(vu)).toContain("TRANSFERER");
    const emises = await banc.sousGraphe.demander(
      "{ boiteOrientations(sens: EMISES, first: 50) { edges { node { parcours { id } } } } }",
      {},
      EQUIPE,
    );
    expect(JSON.stringify(emises)).not.toContain(id);
  });

  it.each([
    ["une structure inconnue", "RIEN", "NOT_FOUND"],
    ["une structure qui n'est pas un DAC", "MSP-1", "BAD_USER_INPUT"],
    ["le même DAC", "DAC-A", "BAD_USER_INPUT"],
  ])("se refuse vers %s", async (_cas, dacId, code) => {
    const { id, version } = await banc.ouvrir();
    expect((await transferer(id, version, dacId)).errors?.[0]?.extensions).toMatchObject({ code, champ: "dacId" });
  });

  it("ne se contourne pas en rejouant une écriture d'avant : la réponse gardée ne dit plus rien de la personne", async () => {
    const { id, version } = await banc.ouvrir();
    const noter = () =>
      banc.sousGraphe.demander(
        `mutation($id: ID!) { ajouterNote(parcoursId: $id, texte: "vu", cleIdempotence: "cle-rejouee-1") { numero demande { motif } } }`,
        { id },
        EQUIPE,
      );
    expect((await noter()).data).toMatchObject({ ajouterNote: { demande: { motif: DEMANDE.motif } } });
    expect((await transferer(id, version + 1, "DAC-B")).errors).toBeUndefined();
    const rejouee = await noter();
    expect(rejouee.errors?.[0]?.extensions?.code).toBe("NOT_FOUND");
    expect(JSON.stringify(rejouee)).not.toContain(DEMANDE.motif);
  });

  it("n'est pas pour les autres", async () => {
    const { id, version } = await banc.ouvrir();
    expect(await transferer(id, version, "DAC-B", AUTRE_EQUIPE)).toEqual(
      await transferer(ABSENT, version, "DAC-B", AUTRE_EQUIPE),
    );
  });
});
