import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type BancDeDossiers, cle, dossierDe, ouvrirBancDeDossiers } from "./banc-de-dossiers.ts";
import { AUTRE_EQUIPE, DOSSIER, EQUIPE, PASSANT } from "./dossiers-de-test.ts";

let banc: BancDeDossiers;
beforeAll(async () => {
  banc = await ouvrirBancDeDossiers();
});
afterAll(() => banc.fermer());

describe("Un dossier", () => {
  it("avance de la demande au suivi et à la clôture, et se rouvre", async () => {
    const recu = await banc.ouvrir();
    const qualifie = dossierDe(await banc.qualifier(recu));
    expect(qualifie).toMatchObject({ statut: "EN_EVALUATION", niveauAppui: "APPUI_ORGANISATION", version: 2 });
    const evalue = dossierDe(
      await banc.sousGraphe.demander(
        `mutation($input: EnregistrerEvaluationInput!, $cle: ID!) { dossier: enregistrerEvaluation(input: $input, cleIdempotence: $cle) { ${DOSSIER} } }`,
        {
          input: {
            parcoursId: qualifie.id,
            version: 2,
            grille: "grille d'exemple",
            versionGrille: "1",
            realiseeLe: "2026-01-15",
            domaines: [{ domaine: "AIDANTS", niveau: "FORTE", constat: "aidant épuisé" }],
          },
          cle: cle(),
        },
        EQUIPE,
      ),
    );
    expect(evalue).toMatchObject({
      evaluations: [{ domaines: [{ domaine: "AIDANTS", niveau: "FORTE", constat: "aidant épuisé" }] }],
    });
    const note = dossierDe(
      await banc.sousGraphe.demander(
        `mutation($id: ID!, $cle: ID!) { dossier: ajouterNote(parcoursId: $id, texte: "Appel au fils.", cleIdempotence: $cle) { ${DOSSIER} } }`,
        { id: evalue.id, cle: cle() },
        EQUIPE,
      ),
    );
    expect(note).toMatchObject({
      notes: [
        { texte: "Appel au fils.", auteur: { professionnel: { id: "889900000012" }, structure: { id: "DAC-A" } } },
      ],
    });
    const clos = dossierDe(
      await banc.sousGraphe.demander(
        `mutation($id: ID!, $version: Int!, $cle: ID!) { dossier: cloturerParcours(parcoursId: $id, version: $version, motif: OBJECTIFS_ATTEINTS, cleIdempotence: $cle) { ${DOSSIER} } }`,
        { id: note.id, version: note.version, cle: cle() },
        EQUIPE,
      ),
    );
    expect(clos).toMatchObject({ statut: "CLOS", actionsPossibles: ["ROUVRIR"] });
    const rouvert = dossierDe(
      await banc.sousGraphe.demander(
        `mutation($id: ID!, $version: Int!, $cle: ID!) { dossier: rouvrirParcours(parcoursId: $id, version: $version, motif: "rechute", cleIdempotence: $cle) { ${DOSSIER} } }`,
        { id: clos.id, version: clos.version, cle: cle() },
        EQUIPE,
      ),
    );
    expect(rouvert).toMatchObject({ statut: "EN_EVALUATION" });
    const evenements = await banc.sousGraphe.interroger<{ type: string }>(
      `select type from parcours.evenement where dossier_id = '${recu.id}' order by id`,
    );
    expect(evenements.map(({ type }) => type)).toEqual([
      "DEMANDE_RECUE",
      "QUALIFIER",
      "EVALUER",
      "NOTER",
      "CLOTURER",
      "ROUVRIR",
    ]);
    expect(
      await banc.sousGraphe.interroger(`select from parcours.a_publier where dossier_id = '${recu.id}'`),
    ).toHaveLength(6);
  });

  it("refuse une version périmée et dit la courante ; de dix qualifications ensemble, une seule passe", async () => {
    const recu = await banc.ouvrir();
    const reponses = await Promise.all(Array.from({ length: 10 }, () => banc.qualifier(recu)));
    expect(reponses.filter(({ errors }) => errors === undefined)).toHaveLength(1);
    for (const { errors } of reponses.filter(({ errors: fautes }) => fautes !== undefined)) {
      // The first one changed the state: what the others ask is not possible any more.
      expect(errors?.[0]?.extensions?.code).toBe("RULE_NOT_MET");
    }
    const evaluation = await banc.sousGraphe.demander(
      `mutation($id: ID!, $cle: ID!) { cloturerParcours(parcoursId: $id, version: 1, motif: DECES, cleIdempotence: $cle) { id } }`,
      { id: recu.id, cle: cle() },
      EQUIPE,
    );
    expect(evaluation.errors?.[0]?.extensions).toMatchObject({ code: "VERSION_CONFLICT", versionCourante: 2 });
  });

  it("à blanc, donne le même verdict et n'écrit rien", async () => {
    const recu = await banc.ouvrir();
    expect(dossierDe(await banc.qualifier(recu, {}, EQUIPE, cle(), true))).toMatchObject({
      statut: "EN_EVALUATION",
      version: 2,
    });
    expect(await banc.lire(recu.id)).toMatchObject({ statut: "DEMANDE_RECUE", version: 1 });
    const refus = await banc.qualifier({ ...recu, version: 9 }, {}, EQUIPE, cle(), true);
    expect(refus.errors?.[0]?.extensions?.code).toBe("VERSION_CONFLICT");
  });

  it.each<[string, object, string]>([
    ["recevable sans niveau d'appui", { niveauAppui: null }, "input.niveauAppui"],
    ["refusée sans motif", { decision: "REFUSEE" }, "input.motif"],
    ["réorientée sans dire vers qui", { decision: "REORIENTEE", motif: "HORS_TERRITOIRE" }, "input.reorientationVers"],
  ])("ne laisse pas une demande être %s", async (_cas, ecart, champ) => {
    const recu = await banc.ouvrir();
    expect((await banc.qualifier(recu, ecart)).errors?.[0]?.extensions).toMatchObject({
      code: "BAD_USER_INPUT",
      champ,
    });
    expect(await banc.lire(recu.id)).toMatchObject({ statut: "DEMANDE_RECUE", version: 1 });
  });

  it("se liste pour son équipe, page par page, sans doublon ni trou", async () => {
    const question =
      "query($first: Int!, $after: String) { mesParcours(first: $first, after: $after) { totalCount edges { node { id } } pageInfo { hasNextPage endCursor } } }";
    type Page = {
      totalCount: number;
      edges: { node: { id: string } }[];
      pageInfo: { hasNextPage: boolean; endCursor: string };
    };
    const vus: string[] = [];
    let apres: string | null = null;
    let page: Page;
    do {
      const reponse: { data?: Record<string, unknown> | null } = await banc.sousGraphe.demander(
        question,
        { first: 3, after: apres },
        EQUIPE,
      );
      page = reponse.data?.mesParcours as Page;
      vus.push(...page.edges.map(({ node }) => node.id));
      apres = page.pageInfo.endCursor;
    } while (page.pageInfo.hasNextPage);
    expect(vus).toHaveLength(page.totalCount);
    expect(new Set(vus).size).toBe(vus.length);
    expect((await banc.sousGraphe.demander(question, { first: 3 }, PASSANT)).data).toMatchObject({
      mesParcours: { totalCount: 0, edges: [] },
    });
    expect(
      (await banc.sousGraphe.demander(question, { first: 3, after: apres }, AUTRE_EQUIPE)).errors?.[0]?.extensions,
    ).toMatchObject({ champ: "after" });
  });
});
