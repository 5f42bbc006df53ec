import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as attendre } from "node:timers/promises";
import { withAdminClient } from "@coordination/database";
import type { Acteur } from "@coordination/server-kit";
import { dossierDesPids } from "@coordination/tools";
import type { FormattedExecutionResult } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { demander, type MaisonDeTest, ouvrirMaisonDeTest } from "./maison.fixture.ts";
import {
  type Adresse,
  adressesPour,
  cle,
  coordinatriceDe,
  insister,
  ORIENTER,
  ouvrirDossier,
  pour,
  reussir,
} from "./parcours.fixture.ts";

const ECRIVAINS = 4;
const NOTES_PAR_ECRIVAIN = 30;
const DESTINATAIRES = 20;

let maison: MaisonDeTest;
let equipe: Acteur;
let adresses: readonly Adresse[];
beforeAll(async () => {
  maison = await ouvrirMaisonDeTest({ jeu: "demo", distribuee: true, processusDeParcours: 2 });
  equipe = await coordinatriceDe(maison);
  const { besoin } = await ouvrirDossier(maison, equipe);
  adresses = (await adressesPour(maison, besoin.id, equipe)).slice(0, DESTINATAIRES);
}, 240_000);
afterAll(() => maison.stop());

const sql = <Ligne extends object>(texte: string): Promise<Ligne[]> =>
  withAdminClient(maison.adminUrl, async (client) => (await client.query<Ligne>(texte)).rows);
const evenements = async (table: string, dossierId: string, type: string) =>
  (await sql(`select from parcours.${table} where dossier_id = '${dossierId}' and type = '${type}'`)).length;

/** Kill -9 of one of the two processes, through the pid that the house publishes; the house starts it again later. */
function tuer(nom: "parcours" | "parcours-2"): void {
  const pid = Number(readFileSync(join(dossierDesPids(maison.configuration), `${nom}.pid`), "utf8"));
  process.kill(pid, "SIGKILL");
}

async function diffuser(): Promise<{ dossier: string; orientations: { id: string }[] }> {
  const { id, besoin } = await ouvrirDossier(maison, equipe);
  const input = {
    besoinId: besoin.id,
    version: besoin.version,
    mode: "DIFFUSION",
    destinataires: adresses.map(({ destinataire }) => destinataire),
  };
  return { dossier: id, orientations: await reussir(maison, ORIENTER, { input, cle: cle() }, equipe) };
}
const accepter = (id: string, rang: number, sous = cle()): Promise<FormattedExecutionResult> =>
  demander(
    maison,
    "mutation Accepter($id: ID!, $cle: ID!) { accepter(orientationId: $id, version: 1, cleIdempotence: $cle) { id } }",
    { id, cle: sous },
    pour(adresses[rang]?.qui ?? equipe),
  );
const reussies = (reponses: readonly FormattedExecutionResult[]) =>
  reponses.filter(({ errors }) => errors === undefined);

describe("Deux processus servent parcours", () => {
  it.each([1, 2, 3])("et de cent acceptations ensemble, une seule gagne (tour %i)", async () => {
    const { dossier, orientations } = await diffuser();
    expect(orientations).toHaveLength(DESTINATAIRES);
    const reponses = await Promise.all(
      Array.from({ length: 5 }, () => orientations.map(({ id }, rang) => accepter(id, rang))).flat(),
    );
    expect(reussies(reponses)).toHaveLength(1);
    for (const { errors = [] } of reponses)
      for (const { extensions } of errors) expect(["RULE_NOT_MET", "VERSION_CONFLICT"]).toContain(extensions?.code);
    const statuts = await sql(
      `select statut, count(*)::int as nombre from parcours.orientation where dossier_id = '${dossier}' group by 1 order by 1`,
    );
    expect(statuts).toEqual([
      { statut: "ACCEPTEE", nombre: 1 },
      { statut: "RETIREE", nombre: DESTINATAIRES - 1 },
    ]);
    expect(await evenements("a_publier", dossier, "ORIENTATION_ACCEPTER")).toBe(1);
  });
});

describe("Quand un processus de parcours est tué", () => {
  it("en pleine écriture, puis l'autre : chaque écriture acquittée est là une fois", async () => {
    const { id } = await ouvrirDossier(maison, equipe);
    const ecrites: string[] = [];
    const ecrivain = async (nom: number) => {
      for (let rang = 0; rang < NOTES_PAR_ECRIVAIN; rang += 1) {
        const variables = { id, texte: `note ${nom}-${rang}`, cle: cle() };
        const reponse = await insister(() =>
          demander(
            maison,
            "mutation Noter($id: ID!, $texte: String!, $cle: ID!) { ajouterNote(parcoursId: $id, texte: $texte, cleIdempotence: $cle) { id } }",
            variables,
            pour(equipe),
          ),
        );
        expect(reponse.errors).toBeUndefined();
        ecrites.push(variables.texte);
        if (ecrites.length === (ECRIVAINS * NOTES_PAR_ECRIVAIN) / 3) tuer("parcours");
        if (ecrites.length === (ECRIVAINS * NOTES_PAR_ECRIVAIN) / 2) tuer("parcours-2");
      }
    };
    await Promise.all(Array.from({ length: ECRIVAINS }, (_, nom) => ecrivain(nom)));
    const { notes } = await reussir<{ notes: { texte: string }[] }>(
      maison,
      "query Notes($id: ID!) { rendu: parcours(id: $id) { notes { texte } } }",
      { id },
      equipe,
    );
    expect(notes.map(({ texte }) => texte).toSorted()).toEqual(ecrites.toSorted());
    for (const table of ["evenement", "a_publier"]) expect(await evenements(table, id, "NOTER")).toBe(ecrites.length);
  });

  it("les deux à la fois : les échéances passées entre-temps sont tenues, une fois chacune", async () => {
    const { dossier } = await diffuser();
    tuer("parcours");
    tuer("parcours-2");
    await sql(
      `update parcours.orientation set relancer_le = null, repondre_avant = now() - interval '1 second' where dossier_id = '${dossier}'`,
    );
    const limite = Date.now() + 120_000;
    const attendues = async () =>
      (await sql(`select from parcours.orientation where dossier_id = '${dossier}' and statut = 'SANS_REPONSE'`))
        .length;
    while ((await attendues()) < DESTINATAIRES && Date.now() < limite) await attendre(500);
    expect(await attendues()).toBe(DESTINATAIRES);
    for (const table of ["evenement", "a_publier"])
      expect(await evenements(table, dossier, "ORIENTATION_ECHOIR")).toBe(DESTINATAIRES);
  }, 200_000);
});
