import { randomUUID } from "node:crypto";
import { withAdminClient } from "@coordination/database";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  fondementDuPartage,
  type Lecteur,
  NATURES_DE_CONSENTEMENT,
  type Parole,
} from "../src/partage/fondement.rule.ts";
import { annuaireDuCercle } from "./cercles-de-test.ts";
import { dossierDuBesoin, ouvrirBesoin } from "./orientations-de-test.ts";
import { ouvrirAToulouse, type SousGrapheDeTest } from "./sous-graphe.ts";

let sousGraphe: SousGrapheDeTest;
let dossierId: string;
beforeAll(async () => {
  sousGraphe = await ouvrirAToulouse(annuaireDuCercle);
  const { id } = await ouvrirBesoin(sousGraphe);
  dossierId = (await dossierDuBesoin(sousGraphe, id)).id;
});
afterAll(() => sousGraphe.fermer());

const MAINTENANT = new Date("2026-11-22T12:00:00Z");
/** Seconds around now, now included; the same few, so that several words fall on the same instant. */
const decalages = fc.integer({ min: -2, max: 1 });
const aLInstant = (secondes: number): string => new Date(MAINTENANT.getTime() + secondes * 1_000).toISOString();

const S1 = { professionnelId: null, structureId: "S1", equipeId: null };
const P1 = { professionnelId: "P1", structureId: null, equipeId: null };
const E1 = { professionnelId: null, structureId: null, equipeId: "E1" };
const AUTRE = { ...S1, structureId: "AUTRE" };
/** Most often the same recipient, so that one word answers another. */
const destinataires = fc.constantFrom([S1], [S1], [S1, AUTRE], [], [P1], [E1], [AUTRE]);
interface Dite {
  readonly nature: Parole["nature"];
  readonly destinataires: Parole["destinataires"];
  readonly statut: Parole["statut"];
  readonly recueilli: number;
  /** Seconds after what was said. */
  readonly retire: number;
  readonly terme: number | null;
}
const dites: fc.Arbitrary<Dite> = fc
  .record({
    nature: fc.constantFrom(
      ...NATURES_DE_CONSENTEMENT,
      ...Array<"CONSENTEMENT_PREALABLE">(6).fill("CONSENTEMENT_PREALABLE"),
    ),
    destinataires,
    statut: fc.constantFrom("DONNE" as const, "DONNE" as const, "DONNE" as const, "REFUSE" as const, "RETIRE" as const),
    recueilli: decalages,
    retire: fc.integer({ min: 0, max: 2 }),
    terme: fc.option(fc.integer({ min: 1, max: 4 }), { nil: null }),
  })
  .map((dite) => (dite.nature === "PERSONNE_HORS_D_ETAT" ? { ...dite, destinataires: [] } : dite));
interface Membre {
  readonly professionnelId: string | null;
  readonly depuis: number;
  readonly duree: number | null;
}
const membres: fc.Arbitrary<Membre> = fc.record({
  professionnelId: fc.option(fc.constant("P1"), { nil: null }),
  depuis: decalages,
  duree: fc.option(fc.integer({ min: 0, max: 3 }), { nil: null }),
});
const lecteurs: fc.Arbitrary<Lecteur> = fc.record({
  professionnelId: fc.constantFrom("P1", "P2", null),
  structureIds: fc.constantFrom(["S1"], ["S1"], ["S1", "S2"], []),
  equipeId: fc.constantFrom(null, "E1"),
});

/** What the database decides, of the same words at the same distance from its own now. */
type Client = Parameters<Parameters<typeof withAdminClient>[1]>[0];
async function selonLaBase(client: Client, paroles: readonly Dite[], cercle: readonly Membre[], lecteur: Lecteur) {
  await client.query("begin");
  for (const { nature, statut, destinataires: vises, recueilli, retire, terme } of paroles)
    await client.query(
      `insert into parcours.consentement (id, dossier_id, nature, statut, destinataires, exprime_par, mode, recueilli_le, recueilli_par, retire_le, valable_jusqu_au)
         values ($1, $2, $3, $4, $5, 'PERSONNE', 'ORAL', now() + make_interval(secs => $6), '{}',
                 case when $4 = 'RETIRE' then now() + make_interval(secs => $7) end, now() + make_interval(secs => $8))`,
      [
        randomUUID(),
        dossierId,
        nature,
        statut,
        JSON.stringify(vises),
        recueilli,
        recueilli + retire,
        terme === null ? null : recueilli + terme,
      ],
    );
  for (const { professionnelId, depuis, duree } of cercle)
    await client.query(
      `insert into parcours.membre_cercle (id, dossier_id, professionnel_id, structure_id, role, depuis, jusqu_a, ajoute_par)
         values ($1, $2, $3, $4, 'soins', now() + make_interval(secs => $5), now() + make_interval(secs => $6), '{}')`,
      [
        randomUUID(),
        dossierId,
        professionnelId,
        professionnelId === null ? "S1" : null,
        depuis,
        duree === null ? null : depuis + duree,
      ],
    );
  const { rows } = await client.query<{ permis: boolean }>("select parcours.partage_permis($1, $2, $3, $4) as permis", [
    dossierId,
    lecteur.professionnelId,
    lecteur.structureIds,
    lecteur.equipeId,
  ]);
  await client.query("rollback");
  return rows[0]?.permis;
}

describe("Ce qui permet de dire de qui il s'agit", () => {
  it("se décide de même dans la règle et dans la base, quoi que la personne ait dit et quand", async () => {
    await withAdminClient(sousGraphe.adminUrl, (client) =>
      fc.assert(
        fc.asyncProperty(
          fc.array(dites, { minLength: 1, maxLength: 5 }),
          fc.array(membres, { maxLength: 1 }),
          lecteurs,
          async (paroles, cercle, lecteur) => {
            const selonLaRegle = fondementDuPartage(
              {
                membres: cercle.map(({ professionnelId, depuis, duree }) => ({
                  professionnelId,
                  structureId: professionnelId === null ? "S1" : null,
                  depuis: aLInstant(depuis),
                  jusquA: duree === null ? null : aLInstant(depuis + duree),
                })),
                consentements: paroles.map(({ recueilli, retire, terme, ...parole }) => ({
                  ...parole,
                  recueilliLe: aLInstant(recueilli),
                  retireLe: parole.statut === "RETIRE" ? aLInstant(recueilli + retire) : null,
                  valableJusquAu: terme === null ? null : aLInstant(recueilli + terme),
                })),
              },
              lecteur,
              MAINTENANT,
            );
            expect(await selonLaBase(client, paroles, cercle, lecteur)).toBe(selonLaRegle !== "SANS_DONNEE_NOMINATIVE");
          },
        ),
        { numRuns: 500 },
      ),
    );
  });
});
