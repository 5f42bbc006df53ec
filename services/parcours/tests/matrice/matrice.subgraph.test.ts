import type { Acteur } from "@coordination/server-kit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  ACTIONS_DE_L_ORIENTATION,
  ACTIONS_DU_DOSSIER,
  agirSurLeDossier,
  agirSurLOrientation,
} from "../etats/mutations.ts";
import type { PorteDeTest } from "../sous-graphe.ts";
import { ATTENDU, ENTREES, secretsDe, tries } from "./attendu.ts";
import { ouvrirLaScene, ROLES, type SceneOuverte } from "./scene.ts";
import { toutCeQuePermet } from "./selection.ts";

const ABSENT = "00000000-0000-4000-8000-000000000000";
const TYPES = ["Parcours", "Orientation", "Besoin"] as const;
type Type = (typeof TYPES)[number];

let scene: SceneOuverte;
/** Every field of each type, from the schema itself: a field added tomorrow is read too. */
let tout: Readonly<Record<Type, string>>;
beforeAll(async () => {
  scene = await ouvrirLaScene();
  const [Parcours, Orientation, Besoin] = await Promise.all(TYPES.map(toutCeQuePermet));
  tout = { Parcours: Parcours ?? "", Orientation: Orientation ?? "", Besoin: Besoin ?? "" };
});
afterAll(() => scene.sousGraphe.fermer());

/** The two ways in of a service: a call in the process of the gateway, or a sealed HTTP request. */
const PORTES = {
  "dans le processus": (...demande: Parameters<PorteDeTest["demander"]>) => scene.sousGraphe.demander(...demande),
  "par HTTP": (...demande: Parameters<PorteDeTest["demander"]>) => scene.sousGraphe.demanderParHttp(...demande),
} as const;
const CHEMINS = {
  "par sa requête": (type: Type, selection: string) =>
    `query($id: ID!) { vu: ${type.toLowerCase()}(id: $id) { ${selection} } }`,
  "par _entities": (type: Type, selection: string) =>
    `query($id: ID!) { vu: _entities(representations: [{ __typename: "${type}", id: $id }]) { ... on ${type} { ${selection} } } }`,
} as const;

const roles = Object.entries(ROLES);

describe.each(Object.entries(PORTES))("Ce que chacun lit en demandant tout, %s", (_porte, demander) => {
  describe.each(Object.entries(CHEMINS))("%s", (_chemin, requete) => {
    it.each(roles)("%s", async (role, acteur) => {
      const vus = await Promise.all(
        ENTREES.map(async ([entree, type]) => {
          const reponse = await demander(requete(type, tout[type]), { id: scene[entree] }, acteur);
          return [entree, secretsDe(reponse)];
        }),
      );
      expect(Object.fromEntries(vus)).toEqual(
        Object.fromEntries(ENTREES.map(([entree]) => [entree, tries(ATTENDU[role]?.[entree] ?? "")])),
      );
    });

    it.each(roles)("%s : ce qui n'est pas pour lui ne diffère en rien de ce qui n'existe pas", async (role, acteur) => {
      for (const [entree, type] of ENTREES.filter(([une]) => ATTENDU[role]?.[une] === "")) {
        const question = requete(type, tout[type]);
        expect(await demander(question, { id: scene[entree] }, acteur)).toEqual(
          await demander(question, { id: ABSENT }, acteur),
        );
      }
    });
  });

  it.each(roles)("%s, par les listes", async (role, acteur) => {
    const attendue = ATTENDU[role];
    const liste = async (champ: string, type: Type) =>
      secretsDe(
        await demander(`{ liste: ${champ} { edges { node { ${tout[type]} } } pageInfo { endCursor } } }`, {}, acteur),
      );
    expect([
      await liste("mesParcours(first: 50)", "Parcours"),
      await liste("boiteOrientations(sens: RECUES, first: 50)", "Orientation"),
      await liste("boiteOrientations(sens: EMISES, first: 50)", "Orientation"),
    ]).toEqual([attendue?.mesParcours, attendue?.recues, attendue?.emises].map((mots = "") => tries(mots)));
  });

  it.each(roles)(
    "%s, au journal des accès et dans la copie du dossier : l'équipe, ou rien n'existe",
    async (role, acteur) => {
      const questions = {
        traces:
          "query($id: ID!) { tracesAcces(parcoursId: $id, first: 5) { edges { node { objet acteur { libelle } } } } }",
        export: "query($id: ID!) { exporterDossier(parcoursId: $id) { contenu } }",
      };
      for (const [nom, question] of Object.entries(questions)) {
        const reponse = await demander(question, { id: scene.dossier }, acteur);
        if (ATTENDU[role]?.[nom as keyof typeof questions] === nom) expect(reponse.errors).toBeUndefined();
        else expect(reponse).toEqual(await demander(question, { id: ABSENT }, acteur));
      }
    },
  );

  it("le curseur d'un autre n'ouvre aucune page", async () => {
    const question =
      "query($after: String) { mesParcours(first: 1, after: $after) { edges { node { id } } pageInfo { endCursor } } }";
    const { data } = await demander(question, {}, ROLES["l'équipe"]);
    const { endCursor: after } = (data as { mesParcours: { pageInfo: { endCursor: string } } }).mesParcours.pageInfo;
    for (const role of ["une autre équipe", "un membre du cercle", "un passant"])
      expect((await demander(question, { after }, ROLES[role])).errors?.[0]?.extensions).toMatchObject({
        champ: "after",
      });
  });
});

describe("Ce que chacun apprend en écrivant", () => {
  const ecrivent = roles.flatMap(([role, acteur]) => (acteur === null ? [] : [[role, acteur] as const]));

  it.each(ecrivent.filter(([role]) => role !== "l'équipe"))(
    "%s : une écriture sur un dossier qui n'est pas le sien échoue comme sur un dossier qui n'existe pas",
    async (_role, acteur: Acteur) => {
      const [ligne] = await scene.sousGraphe.interroger<{ version: number }>(
        `select version from parcours.dossier where id = '${scene.dossier}'`,
      );
      const vise = { version: ligne?.version ?? 0, consentementId: ABSENT, autreDac: "DAC-B" };
      for (const action of ACTIONS_DU_DOSSIER) {
        const sur = (id: string, besoin: string) =>
          agirSurLeDossier(scene.sousGraphe, action, { ...vise, id, besoin: { id: besoin, version: 1 } }, { acteur });
        expect(await sur(scene.dossier, scene.besoin)).toEqual(await sur(ABSENT, ABSENT));
      }
    },
  );

  it.each(ecrivent)(
    "%s : de même sur ce qui tient lieu de dossier hors dossier, que personne ne voit, et sur un besoin qu'il ne porte pas",
    async (role, acteur: Acteur) => {
      const vise = { version: 1, consentementId: ABSENT, autreDac: "DAC-B" };
      const besoin = { id: scene.besoinHorsDossier, version: 1 };
      for (const action of ACTIONS_DU_DOSSIER) {
        if (action === "ORIENTER" && ATTENDU[role]?.besoinHorsDossier !== "") continue;
        const sur = (id: string, du: typeof besoin) =>
          agirSurLeDossier(scene.sousGraphe, action, { ...vise, id, besoin: du }, { acteur, aBlanc: true });
        expect(await sur(scene.dossierCache, besoin)).toEqual(await sur(ABSENT, { ...besoin, id: ABSENT }));
      }
    },
  );

  it.each(ecrivent)("%s : de même sur une orientation qui ne le regarde pas", async (role, acteur) => {
    for (const [entree] of ENTREES.filter(([, type]) => type === "Orientation")) {
      if (ATTENDU[role]?.[entree] !== "") continue;
      for (const action of ACTIONS_DE_L_ORIENTATION) {
        const sur = (id: string) => agirSurLOrientation(scene.sousGraphe, action, { id, version: 1 }, { acteur });
        expect(await sur(scene[entree])).toEqual(await sur(ABSENT));
      }
    }
  });
});
