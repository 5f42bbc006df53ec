import Fastify from "fastify";
import { describe, expect, it } from "vitest";
import {
  appelDe,
  createAnnuaire,
  createSceauInterne,
  type ExecuterParLaPasserelle,
  garder,
  type OperationAnnuaire,
  PORTE_DE_LA_PASSERELLE,
} from "../src/index.ts";
import { executerParHttp } from "../src/porte-http.ts";
import { SECRET } from "./catalogue.fixture.ts";

const operation: OperationAnnuaire<{ codeInsee: string }, { commune: { nom: string } }> = {
  nom: "NomDeCommune",
  texte: "query NomDeCommune($codeInsee: CodeInsee!) { commune(codeInsee: $codeInsee) { nom } }",
};
const appel = { acteur: null, requestId: "r-1" };
const demander = (executer: ExecuterParLaPasserelle, timeoutMs = 10_000) =>
  createAnnuaire(executer, { timeoutMs }).demander(operation, { codeInsee: "69266" }, appel);
const indisponible = { extensions: { code: "SUBGRAPH_UNAVAILABLE" } };

describe("La porte interne", () => {
  it("rend la réponse de l'annuaire à l'opération nommée", async () => {
    const recues: unknown[] = [];
    const reponse = await demander(async (question, de) => {
      recues.push([question.operationName, question.variables, de]);
      return { data: { commune: { nom: "Villeurbanne" } } };
    });
    expect(reponse).toEqual({ commune: { nom: "Villeurbanne" } });
    expect(recues).toEqual([["NomDeCommune", { codeInsee: "69266" }, appel]]);
  });

  it.each<[string, ExecuterParLaPasserelle]>([
    ["échoue", () => Promise.reject(new Error("connexion refusée"))],
    ["répond à moitié", async () => ({ data: { commune: null }, errors: [{ message: "x" }] })],
    ["ne rend rien", async () => ({ data: null })],
    ["ne répond pas à temps", () => new Promise(() => {})],
  ])("dit que l'annuaire est indisponible quand il %s", async (_cas, executer) => {
    await expect(demander(executer, 50)).rejects.toMatchObject(indisponible);
  });

  const refus = (code: string, champ: string) => ({ message: "Non.", extensions: { code, champ } });
  const refusant =
    (...errors: { message: string; extensions?: object }[]): ExecuterParLaPasserelle =>
    async () =>
      ({ data: null, errors }) as Awaited<ReturnType<ExecuterParLaPasserelle>>;
  const nommer = (executer: ExecuterParLaPasserelle) =>
    createAnnuaire(executer, { timeoutMs: 10_000 }).demander(operation, { codeInsee: "69266" }, appel, {
      codeInsee: "input.lieu",
    });

  it.each([
    ["BAD_USER_INPUT", "codeInsee", "input.lieu"],
    ["NOT_FOUND", "codeInsee", "input.lieu"],
    ["BAD_USER_INPUT", "codeInsee.pays", "input.lieu.pays"],
  ])("rend un refus %s de « %s » au champ de la demande d'où vient la valeur", async (code, champ, dit) => {
    const executer = refusant({ message: "x" }, refus(code, champ));
    await expect(nommer(executer)).rejects.toMatchObject({ message: "Non.", extensions: { code, champ: dit } });
  });

  it.each([
    ["une valeur qui ne vient pas de la demande", refus("BAD_USER_INPUT", "apres")],
    ["un nom que tout objet porte", refus("BAD_USER_INPUT", "constructor")],
    ["la question, trop chère", { message: "Non.", extensions: { code: "COST_EXCEEDED" } }],
  ])("tient pour un défaut le refus d'une question qui ne doit rien au client : %s", async (_quoi, erreur) => {
    const defaut = nommer(refusant(erreur));
    await expect(defaut).rejects.toThrow("L'annuaire refuse la question NomDeCommune");
    await expect(defaut).rejects.not.toHaveProperty("extensions");
  });

  it.each(["UNAUTHENTICATED", "INTERNAL_SERVER_ERROR", "SUBGRAPH_UNAVAILABLE"])(
    "tient %s, qui peut passer, pour une indisponibilité",
    async (code) => {
      await expect(nommer(refusant({ message: "Non.", extensions: { code } }))).rejects.toMatchObject(indisponible);
    },
  );

  it("par HTTP, présente l'acteur signé pour la passerelle", async () => {
    const sceau = createSceauInterne(SECRET);
    const passerelle = Fastify();
    garder(passerelle, { sceau, porte: PORTE_DE_LA_PASSERELLE });
    passerelle.post("/interne/graphql", async (requete) => ({
      data: { commune: { nom: appelDe(requete).requestId } },
    }));
    const url = await passerelle.listen({ host: "127.0.0.1", port: 0 });
    try {
      const executer = executerParHttp({ url: `${url}/interne/graphql`, sceau, timeoutMs: 10_000 });
      expect(await demander(executer)).toEqual({ commune: { nom: "r-1" } });
    } finally {
      await passerelle.close();
    }
    await expect(
      demander(executerParHttp({ url: `${url}/interne/graphql`, sceau, timeoutMs: 200 })),
    ).rejects.toMatchObject(indisponible);
  });
});
