import { countStatements } from "@coordination/database";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { annuaireDuCercle, inviter, KINE_ID, lireCercle, muterAvec } from "./cercles-de-test.ts";
import { EQUIPE } from "./dossiers-de-test.ts";
import { KINE, orienter } from "./orientations-de-test.ts";
import { ouvrirEvalue, planifier } from "./plans-de-test.ts";
import { ouvrirAToulouse, type SousGrapheDeTest } from "./sous-graphe.ts";

let sousGraphe: SousGrapheDeTest;
beforeAll(async () => {
  sousGraphe = await ouvrirAToulouse(annuaireDuCercle);
});
afterAll(() => sousGraphe.fermer());

interface Plan {
  readonly actions: readonly { readonly responsable: object | null; readonly orientations: readonly object[] }[];
  readonly actionsSansSuite: readonly object[];
}
const PLAN = `plan { actions { libelle responsable { id role professionnel { id } structure { id } proche jusquA fondement }
  orientations { statut destinataire { structure { id } } } } actionsSansSuite { libelle } }`;

/** Someone joins the circle of a case; the last member is who has just joined. */
async function membreDe(parcoursId: string, qui: object): Promise<string> {
  const avant = new Set((await lireCercle(sousGraphe, parcoursId))?.cercle.map(({ id }) => id));
  expect((await inviter(sousGraphe, parcoursId, qui)).errors).toBeUndefined();
  return (await lireCercle(sousGraphe, parcoursId))?.cercle.find(({ id }) => !avant.has(id))?.id ?? "";
}

const lire = async (id: string, acteur = EQUIPE): Promise<Plan | null> => {
  const { data, errors } = await sousGraphe.demander(
    `query($id: ID!) { parcours(id: $id) { ${PLAN} } }`,
    { id },
    acteur,
  );
  expect(errors).toBeUndefined();
  return (data as { parcours: { plan: Plan | null } }).parcours.plan;
};

describe("Une action du plan", () => {
  it("dit qui s'en charge, un professionnel, une structure ou un proche, et le cercle n'en lit rien", async () => {
    const { id } = await ouvrirEvalue(sousGraphe);
    const kine = await membreDe(id, { professionnelId: KINE_ID });
    const msp = await membreDe(id, { structureId: "MSP-1" });
    const fille = await membreDe(id, { proche: "Proche Inventé", role: "aidante" });
    const { errors } = await planifier(sousGraphe, id, [
      { membreId: kine },
      { membreId: msp },
      { membreId: fille },
      {},
    ]);
    expect(errors).toBeUndefined();
    expect((await lire(id))?.actions.map(({ responsable }) => responsable)).toMatchObject([
      { id: kine, professionnel: { id: KINE_ID }, structure: null, proche: null, jusquA: null },
      { id: msp, structure: { id: "MSP-1" } },
      { id: fille, role: "aidante", proche: "Proche Inventé", fondement: "SANS_DONNEE_NOMINATIVE" },
      null,
    ]);
    expect(await lire(id, KINE)).toBeNull();
    const traces = `select from parcours.trace_acces where dossier_id = '${id}' and objet = 'ENTOURAGE'`;
    const avant = (await sousGraphe.interroger(traces)).length;
    await lire(id);
    expect(await sousGraphe.interroger(traces)).toHaveLength(avant + 1);
  });

  it("garde le nom de qui a quitté le cercle, à qui rien de nouveau ne se confie", async () => {
    const { id } = await ouvrirEvalue(sousGraphe);
    const kine = await membreDe(id, { professionnelId: KINE_ID });
    expect((await planifier(sousGraphe, id, [{ membreId: kine }])).errors).toBeUndefined();
    const jour = new Date().toLocaleDateString("sv-SE", { timeZone: "Europe/Paris" });
    const fin = await muterAvec(
      sousGraphe,
      "mettreFinAuCercle",
      `parcoursId: "${id}", membreId: "${kine}", le: "${jour}"`,
    );
    expect(fin.errors).toBeUndefined();
    const { errors } = await planifier(sousGraphe, id, [{ membreId: kine }]);
    expect(errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", champ: "input.actions[0].membreId" });
    expect((await lire(id))?.actions).toMatchObject([
      { responsable: { id: kine, professionnel: { id: KINE_ID }, jusquA: expect.any(String) } },
    ]);
  });

  it("ne se confie qu'à un membre présent de ce dossier, sinon rien n'est écrit", async () => {
    const { id } = await ouvrirEvalue(sousGraphe);
    const ailleurs = await membreDe((await ouvrirEvalue(sousGraphe)).id, { professionnelId: KINE_ID });
    const attendu = await membreDe(id, { professionnelId: KINE_ID, depuis: "2999-01-01T00:00:00Z" });
    for (const membreId of [ailleurs, attendu, "00000000-0000-4000-8000-000000000000", "n'importe qui"]) {
      const { errors } = await planifier(sousGraphe, id, [{}, { membreId }]);
      expect(errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", champ: "input.actions[1].membreId" });
    }
    expect(await lire(id)).toBeNull();
  });

  it("montre à qui son besoin a été adressé, et n'est alors plus sans suite", async () => {
    const { id, besoin } = await ouvrirEvalue(sousGraphe);
    const nommees = [{ libelle: "trouver un passage", besoinId: besoin.id }, { libelle: "appeler la famille" }];
    expect((await planifier(sousGraphe, id, nommees)).errors).toBeUndefined();
    expect(await lire(id)).toMatchObject({
      actions: [{ orientations: [] }, { orientations: [] }],
      actionsSansSuite: [{ libelle: "trouver un passage" }, { libelle: "appeler la famille" }],
    });
    expect((await orienter(sousGraphe, besoin, ["MSP-1"])).errors).toBeUndefined();
    expect(await lire(id)).toMatchObject({
      actions: [
        { orientations: [{ statut: "ENVOYEE", destinataire: { structure: { id: "MSP-1" } } }] },
        { orientations: [] },
      ],
      actionsSansSuite: [{ libelle: "appeler la famille" }],
    });
  });

  it("coûte autant en requêtes SQL, seule ou à dix", async () => {
    const couts: number[] = [];
    for (const nombre of [1, 10]) {
      const { id, besoin } = await ouvrirEvalue(sousGraphe);
      const membres = [await membreDe(id, { structureId: "MSP-1" }), await membreDe(id, { proche: "Proche Inventé" })];
      const actions = Array.from({ length: nombre }, (_, rang) => ({
        besoinId: besoin.id,
        membreId: membres[(rang + 1) % 2],
      }));
      expect((await planifier(sousGraphe, id, actions)).errors).toBeUndefined();
      const { result, statements } = await countStatements(() => lire(id));
      expect(result?.actions).toHaveLength(nombre);
      couts.push(statements.length);
    }
    expect(couts[1]).toBe(couts[0]);
  });
});
