import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type BancDePlans, type Dossier, LU, ouvrirBancDePlans } from "./banc-de-plans.ts";
import { AUTRE_EQUIPE, DEMANDEUR, EQUIPE } from "./dossiers-de-test.ts";
import { trouverDossiers } from "./liste-de-test.ts";

let banc: BancDePlans;
beforeAll(async () => {
  banc = await ouvrirBancDePlans();
});
afterAll(() => banc.fermer());

type Reevaluable = Dossier & { readonly aReevaluerLe: string | null };
const PLANIFIER = `mutation($input: EtablirPlanInput!, $cle: ID!) { rendu: etablirPlan(input: $input, cleIdempotence: $cle) { ${LU} } }`;
const muter = (mutation: string, { id, version }: Dossier, arguments_ = "") =>
  [
    `mutation($id: ID!, $version: Int!, $cle: ID!) { rendu: ${mutation}(parcoursId: $id, version: $version, cleIdempotence: $cle${arguments_}) { ${LU} aReevaluerLe } }`,
    { id, version },
  ] as const;
const jour = (jours: number): string =>
  new Intl.DateTimeFormat("fr-CA", { timeZone: "Europe/Paris" }).format(Date.now() + jours * 86_400_000);
const le = (date: string): string => `, aReevaluerLe: "${date}"`;

async function elaborer(dossier?: Dossier): Promise<Dossier> {
  const { id, version } = dossier ?? (await banc.enEvaluation({ evalue: true }));
  const objectifs = [{ repere: "O1", libelle: "tenir à domicile" }];
  return banc.reussir(PLANIFIER, { input: { parcoursId: id, version, objectifs, actions: [] } });
}
const valider = async (dossier: Dossier, arguments_ = ""): Promise<Reevaluable> =>
  banc.reussir<Reevaluable>(...muter("validerPlan", dossier, arguments_));
const reevaluer = async (dossier: Dossier, arguments_ = ""): Promise<Reevaluable> =>
  banc.reussir<Reevaluable>(...muter("reevaluer", dossier, `, motif: "chute"${arguments_}`));
const venir = (id: string) =>
  banc.sousGraphe.interroger(`update parcours.dossier set a_reevaluer_le = '2026-01-01' where id = '${id}'`);

describe("Le jour où un dossier est à réévaluer", () => {
  it("est celui que l'équipe dit, à la validation du plan ou à la réévaluation, et rien d'autre ne le fixe", async () => {
    const sans = await valider(await elaborer());
    expect(sans).toMatchObject({ statut: "EN_SUIVI", aReevaluerLe: null });
    const avec = await valider(await elaborer(), le(jour(90)));
    expect(avec).toMatchObject({ statut: "EN_SUIVI", aReevaluerLe: jour(90) });
    const { data } = await banc.sousGraphe.demander(
      "query($id: ID!) { parcours(id: $id) { aReevaluerLe } }",
      { id: avec.id },
      DEMANDEUR,
    );
    expect(data).toEqual({ parcours: { aReevaluerLe: jour(90) } });

    const reevalue = await reevaluer(avec, le(jour(30)));
    expect(reevalue).toMatchObject({ statut: "EN_EVALUATION", aReevaluerLe: jour(30) });
    expect(await valider(await elaborer(reevalue))).toMatchObject({ aReevaluerLe: jour(30) });
    expect(await reevaluer(sans)).toMatchObject({ aReevaluerLe: null });
  });

  it("n'est plus, une fois le dossier réévalué sans en dire un autre", async () => {
    const suivi = await valider(await elaborer(), le(jour(0)));
    expect(await reevaluer(suivi)).toMatchObject({ statut: "EN_EVALUATION", aReevaluerLe: null });
  });

  it("ne se fixe pas dans le passé, et rien n'est alors écrit", async () => {
    const elabore = await elaborer();
    const refus = await banc.agir(...muter("validerPlan", elabore, le(jour(-1))));
    expect(refus.errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", champ: "aReevaluerLe" });
    const suivi = await valider(elabore, le(jour(0)));
    const second = await banc.agir(...muter("reevaluer", suivi, `, motif: "chute"${le(jour(-1))}`));
    expect(second.errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", champ: "aReevaluerLe" });
    expect(await reevaluer(suivi)).toMatchObject({ version: suivi.version + 1 });
  });
});

describe("Les dossiers à réévaluer", () => {
  it("sont ceux que l'on suit et dont le jour est venu ; ni en évaluation, ni clos, ni avant ce jour", async () => {
    const venu = await valider(await elaborer(), le(jour(0)));
    const passe = await valider(await elaborer());
    await venir(passe.id);
    const aVenir = await valider(await elaborer(), le(jour(1)));
    const sans = await valider(await elaborer());
    const enEvaluation = await reevaluer(await valider(await elaborer()));
    await venir(enEvaluation.id);
    const clos = await valider(await elaborer(), le(jour(0)));
    await banc.reussir(...muter("cloturerParcours", clos, ", motif: OBJECTIFS_ATTEINTS"));
    const tous = [venu, passe, aVenir, sans, enEvaluation, clos].map(({ id }) => id);
    const parmi = async (filtre: object, acteur = EQUIPE) =>
      (await trouverDossiers(banc.sousGraphe, filtre, acteur)).filter((id) => tous.includes(id));
    expect(await parmi({ aReevaluer: true })).toEqual([venu.id, passe.id].toSorted());
    expect(await parmi({ aReevaluer: false })).toEqual(
      [aVenir, sans, enEvaluation, clos].map(({ id }) => id).toSorted(),
    );
    expect(await parmi({ aReevaluer: true }, AUTRE_EQUIPE)).toEqual([]);
  });

  it("n'en sont plus quand ils se rouvrent : le jour d'avant la clôture ne vaut plus", async () => {
    const suivi = await valider(await elaborer(), le(jour(0)));
    const clos = await banc.reussir(...muter("cloturerParcours", suivi, ", motif: OBJECTIFS_ATTEINTS"));
    expect(await banc.reussir(...muter("rouvrirParcours", clos, ', motif: "rechute"'))).toMatchObject({
      statut: "EN_EVALUATION",
      aReevaluerLe: null,
    });
  });
});
