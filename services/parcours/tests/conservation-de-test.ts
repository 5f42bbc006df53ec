import { type Database, openDatabase, withAdminClient } from "@coordination/database";
import { expect } from "vitest";
import { appliquerLaConservation } from "../src/conservation/appliquer.action.ts";
import { fixerLaConservation, type ObjetConserve } from "../src/conservation/table.ts";
import { muterAvec } from "./cercles-de-test.ts";
import { DEMANDE, DEMANDEUR } from "./dossiers-de-test.ts";
import { ouvrirLaScene, type SceneOuverte } from "./matrice/scene.ts";
import { cle } from "./orientations-de-test.ts";

/** When the cases of these tests were closed, and a year later. */
export const CLOS_LE = new Date("2020-03-01T10:00:00Z");
export const TERME = new Date("2021-03-01T10:00:00Z");

export type BancDeConservation = Awaited<ReturnType<typeof ouvrirBancDeConservation>>;

/** The scene of the matrix, whose case is closed, and two processes of the service. */
export async function ouvrirBancDeConservation() {
  const scene: SceneOuverte = await ouvrirLaScene();
  const { sousGraphe } = scene;
  const ouvrir = () => openDatabase({ url: sousGraphe.url, schema: "parcours", applicationName: "horloge" });
  const bases: readonly [Database, Database] = [await ouvrir(), await ouvrir()];
  const sql = <Ligne extends object>(texte: string) => sousGraphe.interroger<Ligne>(texte);
  /** Its team closes it; it was long ago. */
  const clore = async (id: string): Promise<void> => {
    const [ligne] = await sql<{ version: number }>(`select version from parcours.dossier where id = '${id}'`);
    const { errors } = await muterAvec(
      sousGraphe,
      "cloturerParcours",
      `parcoursId: "${id}", version: ${ligne?.version}, motif: OBJECTIFS_ATTEINTS`,
    );
    expect(errors).toBeUndefined();
    await sql(`update parcours.dossier set clos_le = '${CLOS_LE.toISOString()}' where id = '${id}'`);
  };
  /** A request for the same person. */
  const demander = async (): Promise<string> => {
    const { data } = await sousGraphe.demander(
      "mutation($input: DemanderAppuiInput!, $cle: ID!) { demanderAppui(input: $input, cleIdempotence: $cle) { id } }",
      { input: DEMANDE, cle: cle() },
      DEMANDEUR,
    );
    return (data as { demanderAppui: { id: string } }).demanderAppui.id;
  };
  await clore(scene.dossier);
  return {
    scene,
    bases,
    sql,
    demander,
    ouvrirEtClore: async (): Promise<string> => {
      const id = await demander();
      await clore(id);
      return id;
    },
    passer: (instant: Date, rang: 0 | 1 = 0) => appliquerLaConservation(bases[rang], instant),
    fixer: (objet: ObjetConserve, duree: { mois?: number; jours?: number }) =>
      withAdminClient(sousGraphe.adminUrl, (client) =>
        fixerLaConservation(client, { objet, mois: null, jours: null, ...duree, source: "un texte d'exemple" }),
      ),
    efface: async (id: string): Promise<boolean> =>
      (await sql(`select from parcours.dossier where id = '${id}' and efface_le is not null`)).length > 0,
    /** How often the story, and the outbox, tell it. */
    fois: async (id: string): Promise<number[]> => {
      const dans = async (table: string) =>
        (await sql(`select from parcours.${table} where dossier_id = '${id}' and type = 'CONSERVATION_EFFACER'`))
          .length;
      return [await dans("evenement"), await dans("a_publier")];
    },
    fermer: async () => {
      for (const base of bases) await base.close();
      await sousGraphe.fermer();
    },
  };
}
