import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { empreinteDeTrace } from "../src/acces/empreinte.ts";
import { AUTRE_EQUIPE, annuaireDesDac, DEMANDE, DEMANDEUR, EQUIPE } from "./dossiers-de-test.ts";
import { ouvrirSousGraphe, type SousGrapheDeTest } from "./sous-graphe.ts";

const TRACES = `query($id: ID!, $after: String) { tracesAcces(parcoursId: $id, first: 2, after: $after) {
  edges { node { action objet le brisDeGlace acteur { professionnel { id } structure { id } libelle } } } pageInfo { hasNextPage endCursor } } }`;
const EVENEMENTS = `query($id: ID!, $after: String) { parcours(id: $id) { evenements(first: 1, after: $after) { edges { node { type resume } } pageInfo { hasNextPage endCursor } } } }`;

let sousGraphe: SousGrapheDeTest;
let id: string;
beforeAll(async () => {
  sousGraphe = await ouvrirSousGraphe(annuaireDesDac);
  const { data } = await sousGraphe.demander(
    'mutation($input: DemanderAppuiInput!) { demanderAppui(input: $input, cleIdempotence: "cle-d-histoire") { id } }',
    { input: DEMANDE },
    DEMANDEUR,
  );
  id = (data as { demanderAppui: { id: string } }).demanderAppui.id;
  for (const fois of [1, 2, 3]) {
    await sousGraphe.demander(
      "query($id: ID!) { parcours(id: $id) { usager { identite { nomNaissance } } } }",
      { id },
      EQUIPE,
    );
    await sousGraphe.demander(
      `mutation($id: ID!) { ajouterNote(parcoursId: $id, texte: "note ${fois}", cleIdempotence: "cle-de-note-${fois}") { id } }`,
      { id },
      EQUIPE,
    );
  }
});
afterAll(() => sousGraphe.fermer());

describe("Le journal des accès", () => {
  it("dit qui a vu ce qui nomme la personne, page par page", async () => {
    const premiere = (await sousGraphe.demander(TRACES, { id }, EQUIPE)).data?.tracesAcces as {
      edges: { node: object }[];
      pageInfo: { hasNextPage: boolean; endCursor: string };
    };
    expect(premiere.edges[0]?.node).toMatchObject({
      action: "LIRE",
      objet: "IDENTITE",
      brisDeGlace: false,
      acteur: { professionnel: { id: "889900000012" }, structure: { id: "DAC-A" }, libelle: "coordinatrice-dac" },
    });
    expect(premiere.pageInfo.hasNextPage).toBe(true);
    const suite = await sousGraphe.demander(TRACES, { id, after: premiere.pageInfo.endCursor }, EQUIPE);
    expect(suite.data).toMatchObject({ tracesAcces: { edges: [{}], pageInfo: { hasNextPage: false } } });
  });

  it("n'est pas pour les autres, qui n'apprennent pas que le dossier existe", async () => {
    const absent = await sousGraphe.demander(TRACES, { id: "00000000-0000-4000-8000-000000000000" }, AUTRE_EQUIPE);
    for (const acteur of [AUTRE_EQUIPE, DEMANDEUR])
      expect(await sousGraphe.demander(TRACES, { id }, acteur)).toEqual(absent);
  });

  it("forme une chaîne où une ligne changée ou retirée se voit", async () => {
    const lignes = await sousGraphe.interroger<{
      dossierId: string;
      acteur: Parameters<typeof empreinteDeTrace>[1]["acteur"];
      action: string;
      objet: string;
      motif: string | null;
      le: Date;
      precedente: string;
      empreinte: string;
      forme: number;
    }>(
      `select dossier_id as "dossierId", acteur, action, objet, motif, le, precedente, empreinte, forme from parcours.trace_acces where dossier_id = '${id}' order by id`,
    );
    const intacte = (chaine: typeof lignes): boolean =>
      chaine.every(
        ({ precedente, empreinte, forme, le, ...ligne }, rang) =>
          precedente === (chaine[rang - 1]?.empreinte ?? "") &&
          empreinte === empreinteDeTrace(precedente, { ...ligne, le: le.toISOString() }, forme),
      );
    expect(lignes.length).toBeGreaterThan(2);
    expect(intacte(lignes)).toBe(true);
    expect(intacte(lignes.filter((_, rang) => rang !== 1))).toBe(false);
    expect(intacte(lignes.map((ligne, rang) => (rang === 1 ? { ...ligne, objet: "RIEN" } : ligne)))).toBe(false);
  });
});

describe("L'histoire d'un dossier", () => {
  it("se lit du premier au dernier, sans doublon", async () => {
    const types: string[] = [];
    let after: string | null = null;
    for (let suivante = true; suivante; ) {
      const reponse: { data?: Record<string, unknown> | null } = await sousGraphe.demander(
        EVENEMENTS,
        { id, after },
        EQUIPE,
      );
      const { evenements } = (
        reponse.data as {
          parcours: {
            evenements: { edges: { node: { type: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
          };
        }
      ).parcours;
      types.push(...evenements.edges.map(({ node }) => node.type));
      after = evenements.pageInfo.endCursor;
      suivante = evenements.pageInfo.hasNextPage;
    }
    expect(types).toEqual(["DEMANDE_RECUE", "NOTER", "NOTER", "NOTER"]);
  });

  it("se lit par pages de plusieurs tailles dans une même question, chacune avec les siens", async () => {
    const page = (first: number) => `p${first}: evenements(first: ${first}) { edges { node { type } } }`;
    const { data, errors } = await sousGraphe.demander(
      `query($id: ID!) { parcours(id: $id) { ${page(1)} ${page(3)} ${page(2)} } }`,
      { id },
      EQUIPE,
    );
    expect(errors).toBeUndefined();
    const lus = data?.parcours as Record<string, { edges: { node: { type: string } }[] }>;
    for (const first of [1, 2, 3])
      expect(lus[`p${first}`]?.edges.map(({ node }) => node.type)).toEqual(
        ["DEMANDE_RECUE", "NOTER", "NOTER"].slice(0, first),
      );
  });

  it("montre, après chaque écriture d'une même requête, ce qu'elle vient d'y ajouter", async () => {
    const noter = (nom: string) =>
      `${nom}: ajouterNote(parcoursId: $id, texte: "${nom}", cleIdempotence: "cle-de-suite-${nom}") { notes { texte } evenements { edges { node { type } } } }`;
    const { data, errors } = await sousGraphe.demander(
      `mutation($id: ID!) { ${noter("une")} ${noter("deux")} }`,
      { id },
      EQUIPE,
    );
    expect(errors).toBeUndefined();
    const { une, deux } = data as Record<string, { notes: object[]; evenements: { edges: object[] } }>;
    expect(deux?.evenements.edges).toHaveLength((une?.evenements.edges.length ?? 0) + 1);
    expect(deux?.notes).toHaveLength((une?.notes.length ?? 0) + 1);
  });

  it("refuse un curseur retouché", async () => {
    const { errors } = await sousGraphe.demander(
      EVENEMENTS,
      { id, after: Buffer.from('["x",1.5]').toString("base64url") },
      EQUIPE,
    );
    expect(errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", champ: "after" });
  });
});
