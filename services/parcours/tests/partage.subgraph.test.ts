import type { Acteur } from "@coordination/server-kit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { annuaireDuCercle, consentir, inviter, lireCercle, muterAvec } from "./cercles-de-test.ts";
import { EQUIPE } from "./dossiers-de-test.ts";
import { cle, destinataire, dossierDuBesoin, KINE, orienter, ouvrirBesoin } from "./orientations-de-test.ts";
import { ouvrirAToulouse, type SousGrapheDeTest } from "./sous-graphe.ts";

const MSP = destinataire("MSP-1");
const LUE =
  "id version fondement messageAnonyme message usager { identite { nomNaissance } age adresse { lignes } } parcours { numero }";
const NOMMEE = { usager: { identite: { nomNaissance: "ZEPHIRIN-EXEMPLE" } } };

let sousGraphe: SousGrapheDeTest;
beforeAll(async () => {
  sousGraphe = await ouvrirAToulouse(annuaireDuCercle);
});
afterAll(() => sousGraphe.fermer());

async function ouvrir() {
  const besoin = await ouvrirBesoin(sousGraphe);
  const dossier = await dossierDuBesoin(sousGraphe, besoin.id);
  return { besoin, dossierId: dossier.id };
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
const repondre = async (mutation: string, id: string, version: number, acteur: Acteur) => {
  const { errors } = await sousGraphe.demander(
    `mutation($id: ID!, $cle: ID!) { ${mutation}(orientationId: $id, version: ${version}, motif: CAPACITE_ATTEINTE, cleIdempotence: $cle) { id } }`,
    { id, cle: cle() },
    acteur,
  );
  expect(errors).toBeUndefined();
};
const refuser = (id: string, acteur: Acteur) => repondre("refuser", id, 1, acteur);
const desister = (id: string, acteur: Acteur) => repondre("seDesister", id, 2, acteur);
/** The referral that awaits an answer of this recipient. */
async function recue(acteur: Acteur): Promise<string> {
  const { data } = await sousGraphe.demander(
    "{ boiteOrientations(sens: RECUES, filtre: { statuts: [ENVOYEE] }, first: 2) { edges { node { id } } } }",
    {},
    acteur,
  );
  const { edges } = (data as { boiteOrientations: { edges: { node: { id: string } }[] } }).boiteOrientations;
  expect(edges).toHaveLength(1);
  return edges[0]?.node.id ?? "";
}
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

  it("d'une cascade va à chacun à son tour, une fois qu'il accepte, tant que sa parole le permet", async () => {
    const { besoin, dossierId } = await ouvrir();
    await consentir(sousGraphe, dossierId, {
      destinataires: [{ structureId: "MSP-1" }, { structureId: "MSP-2" }, { structureId: "MSP-3" }],
    });
    const [seconde, troisieme] = [destinataire("MSP-2"), destinataire("MSP-3")];
    const premiere = idDe(
      await orienter(sousGraphe, besoin, ["MSP-1", "MSP-2", "MSP-3"], {
        mode: "CASCADE",
        message: "Odalric vous attend.",
      }),
    );
    await refuser(premiere, MSP);
    const suivante = await recue(seconde);
    expect(await lire(suivante, seconde)).toMatchObject({ messageAnonyme: "Passage le week-end.", message: null });
    await accepter(suivante, seconde);
    expect(await lire(suivante, seconde)).toMatchObject({ ...NOMMEE, message: "Odalric vous attend." });
    expect(await lire(premiere, MSP)).toMatchObject({ usager: null, message: null });
    await desister(suivante, seconde);
    expect(await lire(suivante, seconde)).toMatchObject({ usager: null, message: null });
    const derniere = await recue(troisieme);
    await consentir(sousGraphe, dossierId, { statut: "REFUSE", destinataires: [{ structureId: "MSP-3" }] });
    await accepter(derniere, troisieme);
    expect(await lire(derniere, troisieme)).toMatchObject({ usager: null, message: null });
  });

  it("d'une cascade ne part pas si l'un de ceux qui attendent leur tour est sans fondement", async () => {
    const { besoin, dossierId } = await ouvrir();
    await consentir(sousGraphe, dossierId, { destinataires: [{ structureId: "MSP-1" }] });
    const refus = await orienter(sousGraphe, besoin, ["MSP-1", "MSP-2"], { mode: "CASCADE", message: "Odalric." });
    expect(refus.errors?.[0]?.extensions).toMatchObject({ code: "RULE_NOT_MET", regle: "FONDEMENT_DU_PARTAGE" });
  });

  it("ne se lit dans aucune table", async () => {
    const lignes = await sousGraphe.interroger<object>(
      "select to_jsonb(o) from parcours.orientation o union all select to_jsonb(m) from parcours.message_d_envoi m union all select to_jsonb(e) from parcours.evenement e union all select to_jsonb(p) from parcours.a_publier p",
    );
    expect(lignes.length).toBeGreaterThan(0);
    expect(JSON.stringify(lignes)).not.toMatch(/Odalric|ZEPHIRIN|299990199900103|0499999999/);
  });
});
