import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chargerDemonstration } from "../src/index.ts";
import { type AnnuaireDeTest, ouvrirAnnuaire } from "./annuaire-de-test.ts";
import { importerLesCommunes } from "./communes-de-test.ts";
import { DECLARATIONS_VIDES } from "./donnees-de-test.ts";
import { chercher, structureAlea } from "./recherche-alea.ts";

const QUESTION =
  "query($r: [_Any!]!, $a: DateTime) { _entities(representations: $r) { ... on Structure { id ouverte(a: $a) prochaineOuverture(a: $a) } } }";

let annuaire: AnnuaireDeTest;
const ids: string[] = [];
beforeAll(async () => {
  annuaire = await ouvrirAnnuaire();
  await importerLesCommunes(annuaire);
  const structures = fc.sample(structureAlea("aaaaaaaa"), { numRuns: 60, seed: 11 });
  await annuaire.ecrire((client) => chargerDemonstration(client, { ...DECLARATIONS_VIDES, structures }));
  ids.push(...structures.map(({ id }) => id));
  await annuaire.ecrire((client) => client.query(FERMETURES));
  await annuaire.ecrire((client) =>
    client.query(PLAGES, [JSON.stringify(fc.sample(plages, { numRuns: 400, seed: 12 }))]),
  );
});
afterAll(() => annuaire.fermer());

const heure = fc
  .integer({ min: 0, max: 95 })
  .map((quart) => `${String(Math.floor(quart / 4)).padStart(2, "0")}:${String((quart % 4) * 15).padStart(2, "0")}`);
const plages = fc.record({
  rang: fc.nat(50),
  jour: fc.constantFrom("LUNDI", "MARDI", "MERCREDI", "JEUDI", "VENDREDI", "SAMEDI", "DIMANCHE", "JOUR_FERIE"),
  debut: heure,
  fin: fc.oneof(heure, fc.constant("24:00")),
});
/** The last structures declare nothing. */
const PLAGES = `
  insert into structures.horaire (structure_id, jour, debut, fin, sans_rendez_vous, source, declare_le)
  select s.id, p.jour, p.debut, p.fin, false, 'test', '2026-11-01'
  from jsonb_to_recordset($1::jsonb) p(rang int, jour text, debut text, fin text)
  join (select id, row_number() over (order by id) - 1 as rang from structures.structure) s using (rang)
  where p.fin > p.debut collate "C" on conflict do nothing`;

/** One in five closed for good, in the middle of the instants asked. */
const FERMETURES = `
  update structures.structure s set ferme_le = date '2026-11-01' + (r.rang::int * 7)
  from (select id, row_number() over (order by id) as rang from structures.structure) r where r.id = s.id and r.rang % 5 = 0`;

/** Any minute of two years, changes of hour and public holidays more often than chance would. */
const instants = fc.oneof(
  fc.date({ min: new Date("2026-01-01T00:00:00Z"), max: new Date("2027-12-31T00:00:00Z"), noInvalidDate: true }),
  fc
    .integer({ min: -180, max: 180 })
    .chain((minutes) =>
      fc
        .constantFrom(
          "2026-03-29T01:00:00Z",
          "2026-10-25T01:00:00Z",
          "2026-12-25T00:00:00Z",
          "2026-12-20T00:00:00Z",
          "2026-07-14T22:00:00Z",
        )
        .map((bord) => new Date(new Date(bord).getTime() + minutes * 60_000)),
    ),
);

describe("Le filtre « ouverteA »", () => {
  it("rend exactement les structures que la règle dit ouvertes, à La Réunion comme en métropole, fermées comprises", async () => {
    await fc.assert(
      fc.asyncProperty(instants, async (instant) => {
        const a = instant.toISOString();
        const { _entities: fiches } = await annuaire.demander<{ _entities: { id: string; ouverte: string }[] }>(
          QUESTION,
          {
            r: ids.map((id) => ({ __typename: "Structure", id })),
            a,
          },
        );
        const { edges } = await chercher(annuaire, { filtre: { ouverteA: a, modifieeDepuis: "2000-01-01T00:00:00Z" } });
        const ouvertes = fiches.filter(({ ouverte }) => ouverte === "OUI").map(({ id }) => id);
        expect(edges.map(({ node }) => node.id).sort()).toEqual(ouvertes.sort());
      }),
      { numRuns: 60 },
    );
  });

  it("ne rend rien de ce que l'on ignore", async () => {
    const { edges } = await chercher(annuaire, { filtre: { ouverteA: "2026-11-23T10:00:00Z" } });
    const inconnues = await annuaire.demander<{ _entities: { id: string; ouverte: string }[] }>(QUESTION, {
      r: ids.map((id) => ({ __typename: "Structure", id })),
      a: "2026-11-23T10:00:00Z",
    });
    const ignorees = inconnues._entities.filter(({ ouverte }) => ouverte === "INCONNU").map(({ id }) => id);
    expect(ignorees.length).toBeGreaterThan(0);
    expect(edges.map(({ node }) => node.id)).not.toEqual(expect.arrayContaining(ignorees.slice(0, 1)));
  });

  it("refuse une année que le calendrier ne connaît pas", async () => {
    const { errors } = await annuaire.executer(
      'query { structures(first: 1, filtre: { ouverteA: "9999-01-01T00:00:00Z" }) { edges { cursor } } }',
    );
    expect(errors?.[0]?.extensions).toEqual({ code: "BAD_USER_INPUT", champ: "filtre.ouverteA" });
  });
});

describe("La prochaine ouverture", () => {
  it("est un instant où la structure est ouverte, et ne l'était pas juste avant", async () => {
    const ouverte = async (id: string, a: Date) =>
      (
        await annuaire.demander<{ structure: { ouverte: string } }>(
          "query($id: ID, $a: DateTime) { structure(id: $id) { ouverte(a: $a) } }",
          { id, a },
        )
      ).structure.ouverte;
    await fc.assert(
      fc.asyncProperty(instants, fc.nat(59), async (instant, rang) => {
        const id = ids[rang] ?? "";
        const { _entities } = await annuaire.demander<{ _entities: { prochaineOuverture: string | null }[] }>(
          QUESTION,
          {
            r: [{ __typename: "Structure", id }],
            a: instant.toISOString(),
          },
        );
        const prochaine = _entities[0]?.prochaineOuverture ?? null;
        if (prochaine === null) return;
        const debut = new Date(prochaine);
        expect(debut.getTime()).toBeGreaterThan(instant.getTime());
        expect(await ouverte(id, debut)).toBe("OUI");
        expect(await ouverte(id, new Date(debut.getTime() - 60_000))).not.toBe("OUI");
      }),
      { numRuns: 60 },
    );
  });
});
