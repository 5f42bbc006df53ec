import { openDatabase } from "@coordination/database";
import type { Acteur } from "@coordination/server-kit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { annuaireDuCercle, inviter, KINE_ID, muterAvec } from "./cercles-de-test.ts";
import { AUTRE_EQUIPE, DEMANDEUR, EQUIPE, LECTEUR } from "./dossiers-de-test.ts";
import { cle, KINE } from "./orientations-de-test.ts";
import { ouvrirEvalue, planifier, versionDe } from "./plans-de-test.ts";
import { ouvrirAToulouse, type SousGrapheDeTest } from "./sous-graphe.ts";

let sousGraphe: SousGrapheDeTest;
beforeAll(async () => {
  sousGraphe = await ouvrirAToulouse(annuaireDuCercle);
});
afterAll(() => sousGraphe.fermer());

const PLAN = "version statut plan { version objectifs { id atteint } }";
const CONSTATER = `mutation($id: ID!, $version: Int!, $objectif: ID!, $atteint: Verdict!, $cle: ID!, $aBlanc: Boolean!) {
  rendu: constaterObjectif(parcoursId: $id, version: $version, objectifId: $objectif, atteint: $atteint, cleIdempotence: $cle, aBlanc: $aBlanc) { ${PLAN} } }`;

interface Constat {
  readonly objectif?: string;
  readonly atteint?: string;
  readonly version?: number;
  readonly sous?: string;
  readonly aBlanc?: boolean;
}
/** Says of O1 that it is reached, unless told otherwise. */
const constater = async (id: string, constat: Constat = {}, acteur: Acteur = EQUIPE) => {
  const {
    objectif = "O1",
    atteint = "OUI",
    version = await versionDe(sousGraphe, id),
    sous = cle(),
    aBlanc = false,
  } = constat;
  return sousGraphe.demander(CONSTATER, { id, version, objectif, atteint, cle: sous, aBlanc }, acteur);
};
const objectifs = (o1: string, o2 = "INCONNU") => [
  { id: "O1", atteint: o1 },
  { id: "O2", atteint: o2 },
];
const faire = async (mutation: string, id: string, reste = ""): Promise<void> => {
  const texte = `parcoursId: "${id}", version: ${await versionDe(sousGraphe, id)}${reste}`;
  expect((await muterAvec(sousGraphe, mutation, texte)).errors).toBeUndefined();
};
const lire = async (id: string) =>
  (await sousGraphe.demander(`query($id: ID!) { parcours(id: $id) { ${PLAN} } }`, { id }, EQUIPE)).data?.parcours;
const constats = (id: string) =>
  sousGraphe.interroger<{ atteint: string }>(
    `select atteint from parcours.constat_objectif where dossier_id = '${id}' order by id`,
  );

/** A case in follow-up, whose plan is validated. */
async function ouvrirSuivi(): Promise<string> {
  const { id } = await ouvrirEvalue(sousGraphe);
  expect((await planifier(sousGraphe, id)).errors).toBeUndefined();
  await faire("validerPlan", id);
  return id;
}

describe("Un objectif du plan", () => {
  it("est inconnu tant que rien n'est dit, puis ce que l'équipe en a dit en dernier ; le plan validé ne change pas", async () => {
    const id = await ouvrirSuivi();
    expect(await lire(id)).toMatchObject({ plan: { objectifs: objectifs("INCONNU") } });
    const plan = `select * from parcours.plan where dossier_id = '${id}'`;
    const valide = await sousGraphe.interroger(plan);
    for (const atteint of ["OUI", "NON", "INCONNU"]) {
      const { data, errors } = await constater(id, { atteint });
      expect([errors, data?.rendu]).toMatchObject([
        undefined,
        { statut: "EN_SUIVI", plan: { objectifs: objectifs(atteint) } },
      ]);
    }
    await constater(id, { objectif: "O2", atteint: "NON" });
    expect(await lire(id)).toMatchObject({ plan: { objectifs: objectifs("INCONNU", "NON") } });
    expect(await sousGraphe.interroger(plan)).toEqual(valide);
    expect((await constats(id)).map(({ atteint }) => atteint)).toEqual(["OUI", "NON", "INCONNU", "NON"]);
  });

  it("se raconte sans dire lequel ni ce qui en est dit, et se publie", async () => {
    const id = await ouvrirSuivi();
    await constater(id);
    const racontes = await sousGraphe.interroger(
      `select e.resume, e.acteur ->> 'sub' as sub, p.charge from parcours.evenement e join parcours.a_publier p using (dossier_id, type)
       where e.dossier_id = '${id}' and e.type = 'CONSTATER_OBJECTIF'`,
    );
    expect(racontes).toEqual([
      { resume: "Un objectif du plan est constaté.", sub: "equipe", charge: { dossierId: id, par: "889900000012" } },
    ]);
  });

  it("ne se dit qu'une fois sous une clé, dans la version lue, et à blanc rien n'est écrit", async () => {
    const id = await ouvrirSuivi();
    const version = await versionDe(sousGraphe, id);
    const { data } = await constater(id, { aBlanc: true });
    expect(data?.rendu).toMatchObject({ version: version + 1 });
    expect(await constats(id)).toEqual([]);
    const sous = cle();
    for (let fois = 0; fois < 2; fois += 1) expect((await constater(id, { version, sous })).errors).toBeUndefined();
    expect(await constats(id)).toHaveLength(1);
    expect((await constater(id, { version })).errors?.[0]?.extensions).toMatchObject({ code: "VERSION_CONFLICT" });
    expect((await constater(id, { objectif: "O3" })).errors?.[0]?.extensions).toMatchObject({
      code: "NOT_FOUND",
      champ: "objectifId",
    });
    expect(await constats(id)).toHaveLength(1);
  });

  it("se dit encore pendant la réévaluation ; ceux de la version suivante sont inconnus, même du même repère", async () => {
    const id = await ouvrirSuivi();
    await faire("reevaluer", id, ', motif: "chute"');
    expect((await constater(id)).data?.rendu).toMatchObject({
      statut: "EN_EVALUATION",
      plan: { objectifs: objectifs("OUI") },
    });
    expect((await planifier(sousGraphe, id)).errors).toBeUndefined();
    expect(await lire(id)).toMatchObject({ plan: { version: 2, objectifs: objectifs("INCONNU") } });
    expect((await constater(id)).errors?.[0]?.extensions).toMatchObject({
      code: "RULE_NOT_MET",
      regle: "ETATS_DU_DOSSIER",
    });
  });

  it("ne se constate pas avant qu'un plan soit validé", async () => {
    const { id } = await ouvrirEvalue(sousGraphe);
    expect((await constater(id)).errors?.[0]?.extensions).toMatchObject({
      code: "BAD_USER_INPUT",
      champ: "parcoursId",
    });
    expect((await planifier(sousGraphe, id)).errors).toBeUndefined();
    expect((await constater(id)).errors?.[0]?.extensions).toMatchObject({ code: "RULE_NOT_MET" });
    expect(await constats(id)).toEqual([]);
  });

  it("n'est dit que par l'équipe", async () => {
    const id = await ouvrirSuivi();
    expect((await inviter(sousGraphe, id, { professionnelId: KINE_ID })).errors).toBeUndefined();
    const refus: readonly (readonly [Acteur, string])[] = [
      [AUTRE_EQUIPE, "NOT_FOUND"],
      [DEMANDEUR, "NOT_FOUND"],
      [KINE, "NOT_FOUND"],
      [LECTEUR, "FORBIDDEN"],
    ];
    for (const [acteur, code] of refus)
      expect((await constater(id, {}, acteur)).errors?.[0]?.extensions).toMatchObject({ code });
    expect(await constats(id)).toEqual([]);
  });

  it("garde tout ce qui en a été dit : le rôle du service n'y change ni n'en retire rien, et n'en lit rien sans se présenter", async () => {
    const id = await ouvrirSuivi();
    await constater(id);
    const base = await openDatabase({ url: sousGraphe.url, schema: "parcours", applicationName: "service" });
    try {
      await expect(base.query("update constat_objectif set atteint = 'NON'")).rejects.toThrow(/permission denied/);
      await expect(base.query("delete from constat_objectif")).rejects.toThrow(/permission denied/);
      expect(await base.query("select from constat_objectif")).toEqual([]);
    } finally {
      await base.close();
    }
    expect(await constats(id)).toEqual([{ atteint: "OUI" }]);
  });
});
