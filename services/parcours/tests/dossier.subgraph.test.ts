import { openDatabase } from "@coordination/database";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import {
  AUTRE_EQUIPE,
  annuaireDesDac,
  DEMANDE,
  DEMANDEUR,
  DOSSIER,
  EQUIPE,
  LECTEUR,
  PASSANT,
  SANS_PORTEE,
} from "./dossiers-de-test.ts";
import { ouvrirSousGraphe, type SousGrapheDeTest } from "./sous-graphe.ts";

interface Dossier {
  readonly id: string;
  readonly version: number;
  readonly statut: string;
  readonly actionsPossibles: string[];
}

const DEMANDER = `mutation($input: DemanderAppuiInput!, $cle: ID!, $aBlanc: Boolean! = false) { dossier: demanderAppui(input: $input, cleIdempotence: $cle, aBlanc: $aBlanc) { ${DOSSIER} } }`;
const QUALIFIER = `mutation($input: QualifierDemandeInput!, $cle: ID!, $aBlanc: Boolean! = false) { dossier: qualifierDemande(input: $input, cleIdempotence: $cle, aBlanc: $aBlanc) { ${DOSSIER} } }`;
const LIRE = `query($id: ID!) { dossier: parcours(id: $id) { ${DOSSIER} } }`;

let sousGraphe: SousGrapheDeTest;
let numero = 0;
const cle = () => `cle-de-dossier-${numero++}`;
beforeAll(async () => {
  sousGraphe = await ouvrirSousGraphe(annuaireDesDac);
});
afterAll(() => sousGraphe.fermer());

const dossierDe = (reponse: { data?: Record<string, unknown> | null; errors?: readonly object[] }): Dossier => {
  expect(reponse.errors).toBeUndefined();
  return reponse.data?.dossier as Dossier;
};
const demander = (ecart: object = {}, acteur = DEMANDEUR, sous = cle(), aBlanc = false) =>
  sousGraphe.demander(DEMANDER, { input: { ...DEMANDE, ...ecart }, cle: sous, aBlanc }, acteur);
const ouvrir = async () => dossierDe(await demander());
const qualifier = (dossier: Dossier, ecart: object = {}, acteur = EQUIPE, sous = cle(), aBlanc = false) =>
  sousGraphe.demander(
    QUALIFIER,
    {
      input: {
        parcoursId: dossier.id,
        version: dossier.version,
        decision: "RECEVABLE",
        niveauAppui: "APPUI_ORGANISATION",
        ...ecart,
      },
      cle: sous,
      aBlanc,
    },
    acteur,
  );
const lire = async (id: string, acteur = EQUIPE) =>
  (await sousGraphe.demander(LIRE, { id }, acteur)).data?.dossier as Dossier | null;
const nombre = async (table: string) => (await sousGraphe.interroger(`select from parcours.${table}`)).length;

describe("Une demande d'appui", () => {
  it("ouvre un dossier au DAC de la commune, que l'équipe lit en entier", async () => {
    const { id } = await ouvrir();
    expect(await lire(id)).toMatchObject({
      version: 1,
      statut: "DEMANDE_RECUE",
      numero: expect.stringMatching(/^\d{4}-\d{6}$/),
      dac: { id: "DAC-A" },
      commune: { codeInsee: "69123" },
      recevabilite: { verdict: "OUI" },
      actionsPossibles: ["QUALIFIER", "CLOTURER"],
      usager: {
        sexe: "MASCULIN",
        identite: { nomNaissance: "ZEPHIRIN-EXEMPLE", prenoms: ["Odalric"], ins: { matricule: "299990199900103" } },
        adresse: { lignes: ["1 rue Inventée"] },
        proches: [{ nom: "Proche Inventé" }],
      },
    });
  });

  it("rend à qui l'a faite où elle en est, et rien qui nomme la personne", async () => {
    const dossier = await ouvrir();
    expect(dossier).toMatchObject({
      statut: "DEMANDE_RECUE",
      actionsPossibles: [],
      recevabilite: null,
      notes: [],
      usager: { trancheAge: expect.stringMatching(/ans/), age: null, identite: null, adresse: null, proches: null },
    });
    expect(JSON.stringify(dossier)).not.toMatch(/ZEPHIRIN|Odalric|299990|Inventé/);
  });

  it("n'existe pas pour les autres, exactement comme un dossier qui n'existe pas", async () => {
    const { id } = await ouvrir();
    for (const acteur of [AUTRE_EQUIPE, PASSANT]) {
      const sien = await sousGraphe.demander(LIRE, { id }, acteur);
      const absent = await sousGraphe.demander(LIRE, { id: "00000000-0000-4000-8000-000000000000" }, acteur);
      expect(sien).toEqual(absent);
      expect(await sousGraphe.demander(LIRE, { id: "n'importe quoi" }, acteur)).toEqual(absent);
      const entites = await sousGraphe.demander(
        "query($r: [_Any!]!) { _entities(representations: $r) { ... on Parcours { numero statut usager { trancheAge } } } }",
        { r: [{ __typename: "Parcours", id }] },
        acteur,
      );
      expect(entites).toEqual({ data: { _entities: [null] } });
      const action = await qualifier({ id, version: 1, statut: "", actionsPossibles: [] }, {}, acteur);
      expect(action.errors?.[0]?.extensions).toMatchObject({ code: "NOT_FOUND", champ: "parcoursId" });
    }
  });

  it("demande une identité, et la portée", async () => {
    const { id } = await ouvrir();
    expect((await sousGraphe.demander(LIRE, { id }, null)).errors?.[0]?.extensions?.code).toBe("UNAUTHENTICATED");
    expect((await sousGraphe.demander(LIRE, { id }, SANS_PORTEE)).errors?.[0]?.extensions?.code).toBe("FORBIDDEN");
    expect((await demander({}, LECTEUR)).errors?.[0]?.extensions?.code).toBe("FORBIDDEN");
  });

  it.each<[string, object, string, string]>([
    ["d'une commune inconnue", { codeInsee: "13055" }, "BAD_USER_INPUT", "input.codeInsee"],
    ["d'une commune sans DAC", { codeInsee: "75056" }, "BAD_USER_INPUT", "input.codeInsee"],
    ["qui ne choisit pas entre deux DAC", { codeInsee: "01004" }, "BAD_USER_INPUT", "input.dacId"],
    ["qui choisit un DAC d'ailleurs", { codeInsee: "01004", dacId: "DAC-C" }, "BAD_USER_INPUT", "input.dacId"],
    [
      "d'une personne sans nom",
      { usager: { ...DEMANDE.usager, nomNaissance: " " } },
      "BAD_USER_INPUT",
      "input.usager.nomNaissance",
    ],
    [
      "dont l'INS est faux",
      { usager: { ...DEMANDE.usager, ins: { matricule: "299990199900104", oid: "1" } } },
      "BAD_USER_INPUT",
      "input.usager.ins.matricule",
    ],
  ])("n'écrit rien %s", async (_cas, ecart, code, champ) => {
    const avant = [await nombre("dossier"), await nombre("usager")];
    const { errors } = await demander(ecart);
    expect(errors?.[0]?.extensions).toMatchObject({ code, champ });
    expect(JSON.stringify(errors)).not.toMatch(/ZEPHIRIN|Odalric|299990/);
    expect([await nombre("dossier"), await nombre("usager")]).toEqual(avant);
  });

  it("nomme les DAC quand plusieurs répondent, et suit le choix", async () => {
    const { errors } = await demander({ codeInsee: "01004" });
    expect(errors?.[0]?.message).toMatch(/DAC du Rhône \(DAC-A\), DAC de l'Ain \(DAC-B\)/);
    expect(dossierDe(await demander({ codeInsee: "01004", dacId: "DAC-B" }))).toMatchObject({ dac: { id: "DAC-B" } });
  });

  it("ne se fait pas à l'insu de la personne", async () => {
    const { errors } = await demander({ personneInformee: false });
    expect(errors?.[0]?.extensions).toMatchObject({
      code: "RULE_NOT_MET",
      regle: "DEMANDE_RECEVABLE",
      conditions: [{ code: "PERSONNE_INFORMEE", verdict: "NON" }],
    });
  });

  it("n'est faite qu'une fois sous une clé, même demandée ensemble, et l'essai à blanc n'écrit rien", async () => {
    const avant = await nombre("dossier");
    const sous = cle();
    const reponses = await Promise.all([1, 2, 3].map(() => demander({}, DEMANDEUR, sous)));
    expect(new Set(reponses.map((reponse) => dossierDe(reponse).id)).size).toBe(1);
    expect(await nombre("dossier")).toBe(avant + 1);
    expect((await demander({ motif: "autre" }, DEMANDEUR, sous)).errors?.[0]?.extensions).toMatchObject({
      champ: "cleIdempotence",
    });
    const essai = await sousGraphe.demander(
      "mutation($input: DemanderAppuiInput!, $cle: ID!) { demanderAppui(input: $input, cleIdempotence: $cle, aBlanc: true) { statut } }",
      { input: DEMANDE, cle: cle() },
      DEMANDEUR,
    );
    expect(essai).toEqual({ data: { demanderAppui: { statut: "DEMANDE_RECUE" } } });
    expect(await nombre("dossier")).toBe(avant + 1);
  });

  it("prévient l'équipe qu'une autre suit peut-être la même personne, sans rien dire d'elle", async () => {
    const usager = {
      ...DEMANDE.usager,
      nomNaissance: "Double-Exemple",
      prenoms: ["Ysoline"],
      statutIdentite: "PROVISOIRE",
      ins: null,
    };
    const { id } = dossierDe(await demander({ usager }));
    await demander({ usager: { ...usager, nomNaissance: "DOUBLE EXEMPLE" }, codeInsee: "01004", dacId: "DAC-B" });
    const question = "query($id: ID!) { parcours(id: $id) { doublonsPossibles { nombre dac { id } } } }";
    expect((await sousGraphe.demander(question, { id }, EQUIPE)).data).toEqual({
      parcours: { doublonsPossibles: [{ nombre: 1, dac: { id: "DAC-B" } }] },
    });
    expect((await sousGraphe.demander(question, { id }, DEMANDEUR)).data).toEqual({
      parcours: { doublonsPossibles: [] },
    });
  });
});

describe("Ce que la base garde", () => {
  it("ne nomme personne en clair", async () => {
    await ouvrir();
    const tables = await sousGraphe.interroger<{ ligne: string }>(
      `select u::text as ligne from parcours.usager u union all select d::text from parcours.dossier d
       union all select e::text from parcours.evenement e union all select a::text from parcours.a_publier a
       union all select t::text from parcours.trace_acces t union all select c::text from parcours.ecriture c`,
    );
    expect(tables.map(({ ligne }) => ligne).join("\n")).not.toMatch(
      /ZEPHIRIN|Odalric|299990|049999|Inventé|Exemple-Demandeur/,
    );
  });

  it("se cache au service lui-même tant qu'il ne dit pas pour qui il lit", async () => {
    await ouvrir();
    const database = await openDatabase({ url: sousGraphe.url, schema: "parcours", applicationName: "test" });
    try {
      for (const table of ["dossier", "usager", "note", "evaluation", "evenement", "a_publier", "trace_acces"]) {
        expect(await database.query(`select from ${table}`)).toEqual([]);
      }
      await expect(database.query("delete from trace_acces")).rejects.toThrow(/permission denied/);
      await expect(database.query("update trace_acces set objet = 'rien'")).rejects.toThrow(/permission denied/);
    } finally {
      await database.close();
    }
  });

  it("trace chaque lecture de ce qui nomme, une fois par demande, en chaîne", async () => {
    const { id } = await ouvrir();
    const traces = () =>
      sousGraphe.interroger<{ objet: string; precedente: string; empreinte: string; sub: string }>(
        `select objet, precedente, empreinte, acteur ->> 'sub' as sub from parcours.trace_acces where dossier_id = '${id}' order by id`,
      );
    await lire(id, DEMANDEUR);
    expect(await traces()).toEqual([]);
    await lire(id);
    await lire(id);
    const lues = await traces();
    expect(
      lues
        .map(({ objet }) => objet)
        .slice(0, 3)
        .toSorted(),
    ).toEqual(["ADRESSE", "ENTOURAGE", "IDENTITE"]);
    expect(lues).toHaveLength(6);
    expect(new Set(lues.map(({ sub }) => sub))).toEqual(new Set(["equipe"]));
    expect(lues.map(({ precedente }) => precedente)).toEqual(
      ["", ...lues.map(({ empreinte }) => empreinte)].slice(0, 6),
    );
  });
});

describe("Un dossier", () => {
  it("avance de la demande au suivi et à la clôture, et se rouvre", async () => {
    const recu = await ouvrir();
    const qualifie = dossierDe(await qualifier(recu));
    expect(qualifie).toMatchObject({ statut: "EN_EVALUATION", niveauAppui: "APPUI_ORGANISATION", version: 2 });
    const evalue = dossierDe(
      await sousGraphe.demander(
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
      await sousGraphe.demander(
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
      await sousGraphe.demander(
        `mutation($id: ID!, $version: Int!, $cle: ID!) { dossier: cloturerParcours(parcoursId: $id, version: $version, motif: OBJECTIFS_ATTEINTS, cleIdempotence: $cle) { ${DOSSIER} } }`,
        { id: note.id, version: note.version, cle: cle() },
        EQUIPE,
      ),
    );
    expect(clos).toMatchObject({ statut: "CLOS", actionsPossibles: ["ROUVRIR"] });
    const rouvert = dossierDe(
      await sousGraphe.demander(
        `mutation($id: ID!, $version: Int!, $cle: ID!) { dossier: rouvrirParcours(parcoursId: $id, version: $version, motif: "rechute", cleIdempotence: $cle) { ${DOSSIER} } }`,
        { id: clos.id, version: clos.version, cle: cle() },
        EQUIPE,
      ),
    );
    expect(rouvert).toMatchObject({ statut: "EN_EVALUATION" });
    const evenements = await sousGraphe.interroger<{ type: string }>(
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
    expect(await sousGraphe.interroger(`select from parcours.a_publier where dossier_id = '${recu.id}'`)).toHaveLength(
      6,
    );
  });

  it("refuse une version périmée et dit la courante ; de dix qualifications ensemble, une seule passe", async () => {
    const recu = await ouvrir();
    const reponses = await Promise.all(Array.from({ length: 10 }, () => qualifier(recu)));
    expect(reponses.filter(({ errors }) => errors === undefined)).toHaveLength(1);
    for (const { errors } of reponses.filter(({ errors: fautes }) => fautes !== undefined)) {
      // The first one changed the state: what the others ask is not possible any more.
      expect(errors?.[0]?.extensions?.code).toBe("RULE_NOT_MET");
    }
    const evaluation = await sousGraphe.demander(
      `mutation($id: ID!, $cle: ID!) { cloturerParcours(parcoursId: $id, version: 1, motif: DECES, cleIdempotence: $cle) { id } }`,
      { id: recu.id, cle: cle() },
      EQUIPE,
    );
    expect(evaluation.errors?.[0]?.extensions).toMatchObject({ code: "VERSION_CONFLICT", versionCourante: 2 });
  });

  it("à blanc, donne le même verdict et n'écrit rien", async () => {
    const recu = await ouvrir();
    expect(dossierDe(await qualifier(recu, {}, EQUIPE, cle(), true))).toMatchObject({
      statut: "EN_EVALUATION",
      version: 2,
    });
    expect(await lire(recu.id)).toMatchObject({ statut: "DEMANDE_RECUE", version: 1 });
    const refus = await qualifier({ ...recu, version: 9 }, {}, EQUIPE, cle(), true);
    expect(refus.errors?.[0]?.extensions?.code).toBe("VERSION_CONFLICT");
  });

  it.each<[string, object, string]>([
    ["recevable sans niveau d'appui", { niveauAppui: null }, "input.niveauAppui"],
    ["refusée sans motif", { decision: "REFUSEE" }, "input.motif"],
    ["réorientée sans dire vers qui", { decision: "REORIENTEE", motif: "HORS_TERRITOIRE" }, "input.reorientationVers"],
  ])("ne laisse pas une demande être %s", async (_cas, ecart, champ) => {
    const recu = await ouvrir();
    expect((await qualifier(recu, ecart)).errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", champ });
    expect(await lire(recu.id)).toMatchObject({ statut: "DEMANDE_RECUE", version: 1 });
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
      const reponse: { data?: Record<string, unknown> | null } = await sousGraphe.demander(
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
    expect((await sousGraphe.demander(question, { first: 3 }, PASSANT)).data).toMatchObject({
      mesParcours: { totalCount: 0, edges: [] },
    });
    expect(
      (await sousGraphe.demander(question, { first: 3, after: apres }, AUTRE_EQUIPE)).errors?.[0]?.extensions,
    ).toMatchObject({ champ: "after" });
  });
});
