import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DEMANDE, DEMANDEUR, EQUIPE } from "./dossiers-de-test.ts";
import { lireHistoire } from "./etats/rejouer.ts";
import { annuaireDesDestinataires, cle, destinataire, orienter, ouvrirBesoin } from "./orientations-de-test.ts";
import { saisie } from "./questions.ts";
import { ouvrirAToulouse, type Reponse, type SousGrapheDeTest } from "./sous-graphe.ts";

const VINGT = Array.from({ length: 20 }, (_, rang) => `MSP-${rang + 1}`);

let sousGraphe: SousGrapheDeTest;
beforeAll(async () => {
  sousGraphe = await ouvrirAToulouse(annuaireDesDestinataires, { services: 2 });
});
afterAll(() => sousGraphe.fermer());

const reussies = (reponses: readonly Reponse[]): Reponse[] => reponses.filter(({ errors }) => errors === undefined);
/** What the refused ones were told. */
const refus = (reponses: readonly Reponse[]) => reponses.flatMap(({ errors = [] }) => errors);
const fois = <T>(nombre: number, faire: (rang: number) => T): T[] =>
  Array.from({ length: nombre }, (_, rang) => faire(rang));
const compter = async (requete: string): Promise<unknown[]> => sousGraphe.interroger(requete);

async function diffuser(): Promise<readonly { readonly id: string; readonly diffusion: string }[]> {
  const { data, errors } = await orienter(sousGraphe, await ouvrirBesoin(sousGraphe), VINGT);
  expect(errors).toBeUndefined();
  return (data as { orienter: { id: string; diffusion: string }[] }).orienter;
}
const accepter = (id: string, structureId: string, sous = cle()) =>
  sousGraphe.demander(
    "mutation($id: ID!, $cle: ID!) { accepter(orientationId: $id, version: 1, cleIdempotence: $cle) { id statut } }",
    { id, cle: sous },
    destinataire(structureId),
  );

describe("Cent acceptations ensemble d'une diffusion à vingt", () => {
  it.each(fois(10, (tour) => tour + 1))("n'ont qu'un gagnant, et chacun sait pourquoi (tour %i)", async () => {
    const orientations = await diffuser();
    const reponses = await Promise.all(
      fois(5, () => orientations.map(({ id }, rang) => accepter(id, VINGT[rang] ?? ""))).flat(),
    );
    expect(reponses).toHaveLength(100);
    expect(reussies(reponses)).toHaveLength(1);
    const dits = refus(reponses);
    expect(dits).toHaveLength(99);
    for (const { message, extensions } of dits) {
      expect(["RULE_NOT_MET", "VERSION_CONFLICT"]).toContain(extensions?.code);
      expect(message).toMatch(/^(Une règle du métier s'oppose|Cet objet a changé)/);
    }
    const { diffusion = "" } = orientations[0] ?? {};
    expect(
      await compter(
        `select statut, count(*)::int as nombre from parcours.orientation where diffusion = '${diffusion}' group by 1 order by 1`,
      ),
    ).toEqual([
      { statut: "ACCEPTEE", nombre: 1 },
      { statut: "RETIREE", nombre: 19 },
    ]);
    for (const table of ["evenement", "a_publier"]) {
      expect(
        await compter(
          `select e.id from parcours.${table} e where e.type = 'ORIENTATION_ACCEPTER'
           and e.dossier_id = (select dossier_id from parcours.orientation where diffusion = '${diffusion}' limit 1)`,
        ),
      ).toHaveLength(1);
    }
    const gagnante = reussies(reponses)[0]?.data?.accepter as { id: string };
    const [{ dossierId = "" } = {}] = await sousGraphe.interroger<{ dossierId: string }>(
      `select dossier_id as "dossierId" from parcours.orientation where id = '${gagnante.id}'`,
    );
    const { histoire, aPublier } = await lireHistoire(sousGraphe, dossierId);
    const retirees = histoire.filter(({ type }) => type === "ORIENTATION_RETIRER");
    expect(retirees.map(({ orientationId }) => orientationId).toSorted()).toEqual(
      orientations
        .map(({ id }) => id)
        .filter((id) => id !== gagnante.id)
        .toSorted(),
    );
    expect(aPublier).toEqual(histoire);
  });

  it("sous une clé chacun, répétée cinq fois, répondent à chacun cinq fois la même chose", async () => {
    const orientations = await diffuser();
    const cles = orientations.map(() => cle());
    const tours = await Promise.all(
      fois(5, () => Promise.all(orientations.map(({ id }, rang) => accepter(id, VINGT[rang] ?? "", cles[rang] ?? "")))),
    );
    const gagnantes = tours.map((reponses) => reussies(reponses));
    for (const une of gagnantes) expect(une).toEqual(gagnantes[0]);
    expect(gagnantes[0]).toHaveLength(1);
  });
});

describe("Des écritures ensemble sur la même version", () => {
  async function ouvrirDossier(): Promise<{ dossierId: string; besoinId: string }> {
    const { id: besoinId } = await ouvrirBesoin(sousGraphe);
    const [ligne] = await sousGraphe.interroger<{ dossier_id: string }>(
      `select dossier_id from parcours.besoin where id = '${besoinId}'`,
    );
    return { dossierId: ligne?.dossier_id ?? "", besoinId };
  }
  const versionDe = async (table: string, id: string) =>
    (await sousGraphe.interroger<{ version: number }>(`select version from parcours.${table} where id = '${id}'`))[0]
      ?.version ?? 0;

  it.each(fois(5, (tour) => tour + 1))(
    "du dossier : une seule passe, les autres apprennent la courante (tour %i)",
    async () => {
      const { dossierId: id } = await ouvrirDossier();
      const version = await versionDe("dossier", id);
      const reponses = await Promise.all(
        fois(40, (rang) =>
          sousGraphe.demander(
            "mutation($id: ID!, $version: Int!, $cle: ID!, $p: ID!) { designerReferent(parcoursId: $id, version: $version, professionnelId: $p, cleIdempotence: $cle) { version } }",
            { id, version, p: `8899000000${rang + 10}`, cle: cle() },
            EQUIPE,
          ),
        ),
      );
      expect(reussies(reponses)).toEqual([{ data: { designerReferent: { version: version + 1 } } }]);
      expect(refus(reponses)).toHaveLength(39);
      for (const { extensions } of refus(reponses))
        expect(extensions).toEqual({ code: "VERSION_CONFLICT", versionCourante: version + 1 });
      expect(await versionDe("dossier", id)).toBe(version + 1);
    },
  );

  it("d'un besoin : de même, et le libellé est celui de la seule qui est passée", async () => {
    const { besoinId } = await ouvrirDossier();
    const reponses = await Promise.all(
      fois(40, (rang) =>
        sousGraphe.demander(
          "mutation($input: ModifierBesoinInput!, $cle: ID!) { modifierBesoin(input: $input, cleIdempotence: $cle) { libelle version } }",
          { input: { besoinId, version: 1, libelle: `libellé ${rang}`, criteres: saisie }, cle: cle() },
          EQUIPE,
        ),
      ),
    );
    const [passee, ...autres] = reussies(reponses);
    expect(autres).toEqual([]);
    for (const { extensions } of refus(reponses))
      expect(extensions).toEqual({ code: "VERSION_CONFLICT", versionCourante: 2 });
    expect(await compter(`select libelle, version from parcours.besoin where id = '${besoinId}'`)).toEqual([
      passee?.data?.modifierBesoin,
    ]);
  });
});

describe("Une clé d'idempotence, présentée quarante fois ensemble", () => {
  const DEMANDER =
    "mutation($input: DemanderAppuiInput!, $cle: ID!) { demanderAppui(input: $input, cleIdempotence: $cle) { id numero } }";

  it.each(fois(5, (tour) => tour + 1))(
    "ne fait qu'une écriture, et quarante fois la même réponse (tour %i)",
    async () => {
      const sous = cle();
      const avant = await compter("select from parcours.dossier");
      const reponses = await Promise.all(
        fois(40, () => sousGraphe.demander(DEMANDER, { input: DEMANDE, cle: sous }, DEMANDEUR)),
      );
      expect(reussies(reponses)).toHaveLength(40);
      for (const reponse of reponses) expect(reponse).toEqual(reponses[0]);
      expect(await compter("select from parcours.dossier")).toHaveLength(avant.length + 1);
    },
  );

  it("pour deux demandes : l'une est faite, l'autre est refusée en nommant la clé", async () => {
    const sous = cle();
    const reponses = await Promise.all(
      fois(40, (rang) =>
        sousGraphe.demander(
          DEMANDER,
          { input: { ...DEMANDE, motif: rang % 2 === 0 ? "sortie" : "aggravation" }, cle: sous },
          DEMANDEUR,
        ),
      ),
    );
    expect(reussies(reponses)).toHaveLength(20);
    expect(new Set(reussies(reponses).map(({ data }) => JSON.stringify(data))).size).toBe(1);
    for (const { extensions } of refus(reponses))
      expect(extensions).toEqual({ code: "BAD_USER_INPUT", champ: "cleIdempotence" });
  });

  it("refusée quarante fois, reste libre : rien n'est gardé d'un refus", async () => {
    const sous = cle();
    const [orientation] = await diffuser();
    const repondre = (version: number) =>
      sousGraphe.demander(
        "mutation($id: ID!, $version: Int!, $cle: ID!) { accuserReception(orientationId: $id, version: $version, cleIdempotence: $cle) { statut } }",
        { id: orientation?.id, version, cle: sous },
        destinataire("MSP-1"),
      );
    const reponses = await Promise.all(fois(40, () => repondre(9)));
    expect(refus(reponses).map(({ extensions }) => extensions?.code)).toEqual(fois(40, () => "VERSION_CONFLICT"));
    expect((await repondre(1)).data).toEqual({ accuserReception: { statut: "RECUE" } });
  });
});
