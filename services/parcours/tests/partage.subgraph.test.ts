import type { Acteur } from "@coordination/server-kit";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { annuaireDuCercle, consentir, inviter, lireCercle, muterAvec } from "./cercles-de-test.ts";
import { EQUIPE } from "./dossiers-de-test.ts";
import { cle, destinataire, KINE, orienter, ouvrirBesoin } from "./orientations-de-test.ts";
import { ouvrirSousGraphe, type SousGrapheDeTest } from "./sous-graphe.ts";

const MSP = destinataire("MSP-1");
const LUE =
  "id version fondement message usager { identite { nomNaissance } age adresse { lignes } } parcours { numero }";
const NOMMEE = { usager: { identite: { nomNaissance: "ZEPHIRIN-EXEMPLE" } } };

let sousGraphe: SousGrapheDeTest;
beforeAll(async () => {
  sousGraphe = await ouvrirSousGraphe(annuaireDuCercle);
  await sousGraphe.publierCommunes([["31555", "Toulouse", "31"]]);
});
afterAll(() => sousGraphe.fermer());

async function ouvrir() {
  const besoin = await ouvrirBesoin(sousGraphe);
  const [ligne] = await sousGraphe.interroger<{ id: string }>(
    `select dossier_id as id from parcours.besoin where id = '${besoin.id}'`,
  );
  return { besoin, dossierId: ligne?.id ?? "" };
}
const idDe = (reponse: Awaited<ReturnType<typeof orienter>>): string => {
  expect(reponse.errors).toBeUndefined();
  return (reponse.data as { orienter: { id: string }[] }).orienter[0]?.id ?? "";
};
const lire = async (id: string, acteur: Acteur) =>
  (await sousGraphe.demander(`query($id: ID!) { orientation(id: $id) { ${LUE} } }`, { id }, acteur)).data?.orientation;
const accepter = (id: string, acteur: Acteur) =>
  sousGraphe.demander(
    "mutation($id: ID!, $cle: ID!) { accepter(orientationId: $id, version: 1, cleIdempotence: $cle) { statut } }",
    { id, cle: cle() },
    acteur,
  );
const traces = async (dossierId: string) =>
  sousGraphe.interroger<{ objet: string; sub: string }>(
    `select objet, acteur ->> 'sub' as sub from parcours.trace_acces where dossier_id = '${dossierId}' order by id`,
  );

describe("Ce qu'un destinataire apprend de la personne", () => {
  it("n'est rien sans fondement, même après l'acceptation", async () => {
    const { besoin } = await ouvrir();
    const id = idDe(await orienter(sousGraphe, besoin, ["MSP-1"]));
    const rien = { fondement: "SANS_DONNEE_NOMINATIVE", usager: null, message: null, parcours: null };
    expect(await lire(id, MSP)).toMatchObject(rien);
    await accepter(id, MSP);
    expect(await lire(id, MSP)).toMatchObject(rien);
  });

  it("vient après l'acceptation quand la personne consent, laisse une trace, et s'arrête au retrait", async () => {
    const { besoin, dossierId } = await ouvrir();
    await consentir(sousGraphe, dossierId, { destinataires: [{ structureId: "MSP-1" }] });
    const id = idDe(await orienter(sousGraphe, besoin, ["MSP-1"], { message: "Odalric vous attend." }));
    expect(await lire(id, EQUIPE)).toMatchObject({
      ...NOMMEE,
      fondement: "CONSENTEMENT",
      message: "Odalric vous attend.",
    });
    expect(await lire(id, MSP)).toMatchObject({ fondement: "CONSENTEMENT", usager: null, message: null });
    await accepter(id, MSP);
    expect(await lire(id, MSP)).toMatchObject({ ...NOMMEE, message: "Odalric vous attend.", parcours: null });
    expect(await traces(dossierId)).toEqual(
      expect.arrayContaining([
        { objet: "IDENTITE", sub: "de-MSP-1" },
        { objet: "MESSAGE", sub: "de-MSP-1" },
      ]),
    );
    const [donne] = (await lireCercle(sousGraphe, dossierId))?.consentements ?? [];
    const retrait = `parcoursId: "${dossierId}", consentementId: "${donne?.id}"`;
    expect((await muterAvec(sousGraphe, "retirerConsentement", retrait)).errors).toBeUndefined();
    const avant = await traces(dossierId);
    expect(await lire(id, MSP)).toMatchObject({ fondement: "SANS_DONNEE_NOMINATIVE", usager: null, message: null });
    expect(await traces(dossierId)).toEqual(avant);
  });

  it("vient d'emblée dans l'équipe de soins", async () => {
    const { besoin, dossierId } = await ouvrir();
    await inviter(sousGraphe, dossierId, { structureId: "MSP-1" });
    const id = idDe(await orienter(sousGraphe, besoin, ["MSP-1"], { message: "Odalric vous attend." }));
    expect(await lire(id, MSP)).toMatchObject({
      ...NOMMEE,
      fondement: "EQUIPE_DE_SOINS",
      message: "Odalric vous attend.",
    });
  });

  it("vient après l'acceptation quand la personne est hors d'état de s'exprimer", async () => {
    const { besoin, dossierId } = await ouvrir();
    await consentir(sousGraphe, dossierId, { nature: "PERSONNE_HORS_D_ETAT", exprimePar: null });
    const id = idDe(await orienter(sousGraphe, besoin, ["MSP-1"]));
    await accepter(id, MSP);
    expect(await lire(id, MSP)).toMatchObject({ ...NOMMEE, fondement: "PERSONNE_HORS_D_ETAT" });
  });

  it("n'est que pour la personne nommée par le consentement, pas pour ses collègues", async () => {
    const { besoin, dossierId } = await ouvrir();
    const aElle = { destinataires: [{ situationId: "SITUATION-KINE" }] };
    await consentir(sousGraphe, dossierId, aElle);
    const id = idDe(await orienter(sousGraphe, besoin, [], { mode: "SIMPLE", ...aElle }));
    await accepter(id, KINE);
    expect(await lire(id, KINE)).toMatchObject(NOMMEE);
    expect(await lire(id, destinataire("MSP-9"))).toMatchObject({ usager: null, fondement: "SANS_DONNEE_NOMINATIVE" });
  });
});

describe("Un message qui nomme la personne", () => {
  it("ne part pas si un seul des destinataires est sans fondement, et rien n'est écrit", async () => {
    const { besoin, dossierId } = await ouvrir();
    await consentir(sousGraphe, dossierId, { destinataires: [{ structureId: "MSP-1" }] });
    const refus = await orienter(sousGraphe, besoin, ["MSP-1", "MSP-2"], { message: "Odalric vous attend." });
    expect(refus.errors?.[0]?.extensions).toMatchObject({
      code: "RULE_NOT_MET",
      regle: "FONDEMENT_DU_PARTAGE",
      conditions: [{ code: "DESTINATAIRE_1" }],
    });
    expect(
      await sousGraphe.interroger(`select id from parcours.orientation where dossier_id = '${dossierId}'`),
    ).toEqual([]);
    expect((await orienter(sousGraphe, besoin, ["MSP-1"], { message: "Odalric vous attend." })).errors).toBeUndefined();
  });

  it("ne se lit dans aucune table", async () => {
    const lignes = await sousGraphe.interroger<object>(
      "select to_jsonb(o) from parcours.orientation o union all select to_jsonb(m) from parcours.message_nominatif m union all select to_jsonb(e) from parcours.evenement e union all select to_jsonb(p) from parcours.a_publier p",
    );
    expect(lignes.length).toBeGreaterThan(0);
    expect(JSON.stringify(lignes)).not.toMatch(/Odalric|ZEPHIRIN|299990199900103|0499999999/);
  });
});
