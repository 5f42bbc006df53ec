import type { Acteur } from "@coordination/server-kit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ABSENT, type BancDeVisibilite, NOM, ouvrirBancDeVisibilite } from "./banc-de-visibilite.ts";
import { muter } from "./cercles-de-test.ts";
import { AUTRE_EQUIPE, DEMANDE, DEMANDEUR, EQUIPE } from "./dossiers-de-test.ts";
import { cle } from "./orientations-de-test.ts";

let banc: BancDeVisibilite;
beforeAll(async () => {
  banc = await ouvrirBancDeVisibilite();
});
afterAll(() => banc.fermer());

describe("Une concertation", () => {
  it("s'enregistre chiffrée, et n'est lue que par l'équipe", async () => {
    const { id } = await banc.ouvrir();
    const input = {
      parcoursId: id,
      le: "2026-11-01T09:00:00Z",
      participants: ["Dr Inventé"],
      decisions: "Passer lundi.",
    };
    const champs = "concertations { le participants decisions }";
    const { data } = await muter(
      banc.sousGraphe,
      "enregistrerConcertation",
      "EnregistrerConcertationInput",
      input,
      EQUIPE,
      champs,
    );
    expect(data).toEqual({
      rendu: {
        concertations: [{ le: "2026-11-01T09:00:00.000Z", participants: ["Dr Inventé"], decisions: "Passer lundi." }],
      },
    });
    expect(JSON.stringify(await banc.sousGraphe.interroger("select * from parcours.concertation"))).not.toContain(
      "Inventé",
    );
    expect(await banc.lire(id, AUTRE_EQUIPE, champs)).toBeNull();
  });

  it.each<[string, object, string]>([
    ["à venir", { le: "2999-01-01T09:00:00Z" }, "input.le"],
    ["sans participant", { participants: [] }, "input.participants"],
    ["sans décision", { decisions: " " }, "input.decisions"],
  ])("se refuse %s", async (_cas, ecart, champ) => {
    const juste = { parcoursId: ABSENT, le: "2026-11-01T09:00:00Z", participants: ["X"], decisions: "Y" };
    const { errors } = await muter(banc.sousGraphe, "enregistrerConcertation", "EnregistrerConcertationInput", {
      ...juste,
      ...ecart,
    });
    expect(errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", champ });
  });
});

describe("La fiche de la personne", () => {
  it("se rectifie, par l'équipe seule et sur la version lue", async () => {
    const { id, version } = await banc.ouvrir();
    const rectifier = (acteur: Acteur, lue: number) =>
      banc.sousGraphe.demander(
        `mutation($id: ID!, $version: Int!, $usager: UsagerInput!, $cle: ID!) { modifierUsager(parcoursId: $id, version: $version, usager: $usager, cleIdempotence: $cle) { ${NOM} } }`,
        { id, version: lue, usager: { ...DEMANDE.usager, nomNaissance: "RECTIFIE-EXEMPLE" }, cle: cle() },
        acteur,
      );
    expect((await rectifier(AUTRE_EQUIPE, version)).errors?.[0]?.extensions?.code).toBe("NOT_FOUND");
    expect((await rectifier(EQUIPE, version + 1)).errors?.[0]?.extensions?.code).toBe("VERSION_CONFLICT");
    expect((await rectifier(EQUIPE, version)).data).toEqual({
      modifierUsager: { usager: { identite: { nomNaissance: "RECTIFIE-EXEMPLE" } } },
    });
  });
});

describe("La copie d'un dossier", () => {
  const exporter = (id: string, acteur: Acteur) =>
    banc.sousGraphe.demander(
      "query($id: ID!) { exporterDossier(parcoursId: $id) { format contenu genereLe } }",
      { id },
      acteur,
    );

  it("se lit en clair, entière, et laisse une trace", async () => {
    const { id } = await banc.ouvrir();
    const { data } = await exporter(id, EQUIPE);
    const { contenu, format } = (data as { exporterDossier: { contenu: string; format: string } }).exporterDossier;
    expect(format).toBe("application/json");
    expect(JSON.parse(contenu)).toMatchObject({
      dossier: { id, statut: "EN_EVALUATION" },
      personne: { nomNaissance: "ZEPHIRIN-EXEMPLE", proches: [{ nom: "Proche Inventé" }] },
      demande: { motif: DEMANDE.motif },
      besoins: [{ statut: "OUVERT" }],
      orientations: [],
      consentements: [],
    });
    expect(
      await banc.sousGraphe.interroger(`select action from parcours.trace_acces where dossier_id = '${id}'`),
    ).toEqual([{ action: "EXPORTER" }]);
  });

  it("n'est que pour l'équipe", async () => {
    const { id } = await banc.ouvrir();
    for (const acteur of [AUTRE_EQUIPE, DEMANDEUR])
      expect(await exporter(id, acteur)).toEqual(await exporter(ABSENT, acteur));
  });
});
