import { describe, expect, it } from "vitest";
import { inProcessTransport } from "../src/index.ts";
import { startDistribuee, startEnProcessus } from "./passerelle.ts";
import { createSousGraphes } from "./sous-graphes.ts";

describe("La santé", () => {
  const lire = async (url: string, chemin: string) => {
    const reponse = await fetch(`${url}${chemin}`);
    return [reponse.status, await reponse.json()];
  };

  it("dit vivant, et prêt quand tous les sous-graphes répondent", async () => {
    const passerelle = await startEnProcessus();
    expect(await lire(passerelle.url, "/healthz")).toEqual([200, { statut: "vivant" }]);
    expect(await lire(passerelle.url, "/readyz")).toEqual([200, { statut: "pret" }]);
    await passerelle.stop();
  });

  it("nomme ce qui n'est pas prêt", async () => {
    const { executors } = await createSousGraphes();
    const sansBase = { ...executors.stocks, verifierPret: () => Promise.reject(new Error("base absente")) };
    const enProcessus = await startEnProcessus({ transport: inProcessTransport({ ...executors, stocks: sansBase }) });
    const distribuee = await startDistribuee({ livraisons: "http://127.0.0.1:9/graphql" });
    expect(await lire(enProcessus.url, "/readyz")).toEqual([
      503,
      { statut: "indisponible", indisponibles: ["stocks"] },
    ]);
    expect(await lire(distribuee.url, "/readyz")).toEqual([
      503,
      { statut: "indisponible", indisponibles: ["livraisons"] },
    ]);
    expect((await lire(distribuee.url, "/healthz"))[0]).toBe(200);
    await enProcessus.stop();
    await distribuee.stop();
  });

  it("répond aux requêtes en cours avant de s'arrêter", async () => {
    const { executors } = await createSousGraphes();
    let liberer = () => {};
    const retenue = new Promise<void>((resolve) => {
      liberer = resolve;
    });
    let commencee = () => {};
    const enCours = new Promise<void>((resolve) => {
      commencee = resolve;
    });
    const lent: typeof executors.stocks = {
      ...executors.stocks,
      repondre: async (operation, appel) => {
        commencee();
        await retenue;
        return executors.stocks.repondre(operation, appel);
      },
    };
    const gateway = await startEnProcessus({ transport: inProcessTransport({ ...executors, stocks: lent }) });
    const reponse = gateway.demander("{ inventaire }");
    await enCours;
    const arret = gateway.stop();
    liberer();
    expect((await reponse).data).toEqual({ inventaire: 3 });
    await arret;
    await expect(fetch(`${gateway.url}/healthz`)).rejects.toThrow();
  });
});
