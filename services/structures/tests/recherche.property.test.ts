import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chargerDemonstration } from "../src/index.ts";
import { type AnnuaireDeTest, ouvrirAnnuaire } from "./annuaire-de-test.ts";
import { DECLARATIONS_VIDES, peupler } from "./donnees-de-test.ts";
import {
  CHAMPS,
  chercher,
  PAGE,
  parcourir,
  rechercheAlea,
  requeteDe,
  type StructureAlea,
  structureAlea,
  TRIS,
} from "./recherche-alea.ts";

/** Ids of the structures that concurrent writes may touch begin so; the others are left alone. */
const MOUVANTE = "ffffffff";
const STABLE = "aaaaaaaa";

let annuaire: AnnuaireDeTest;
beforeAll(async () => {
  annuaire = await ouvrirAnnuaire();
  await peupler(annuaire);
  await declarer(fc.sample(structureAlea(STABLE), { numRuns: 50, seed: 7 }));
  await annuaire.ecrire((client) => client.query(HORAIRES_ET_MODALITES));
});
afterAll(() => annuaire.fermer());

const declarer = (structures: readonly StructureAlea[]): Promise<void> =>
  annuaire.ecrire((client) => chargerDemonstration(client, { ...DECLARATIONS_VIDES, structures }));

const HORAIRES_ET_MODALITES = `
  insert into structures.horaire (structure_id, jour, debut, fin, sans_rendez_vous, source, declare_le)
  select s.id, jour, '09:00', '19:00', ascii(right(s.id, 1)) % 2 = 0, 'test', '2026-11-01'
  from structures.structure s, unnest('{LUNDI,MARDI,DIMANCHE}'::text[]) jour where s.id ~ '[0-7]$';
  insert into structures.liste_declaree (structure_id, fait, valeurs, source, declare_le)
  select s.id, 'MODALITES', '{DOMICILE}', 'test', '2026-11-01' from structures.structure s where s.id ~ '[0-5]$'`;

/** What an import or a mutation does meanwhile, to structures that the walk is not asked about. */
const ecritures = fc.oneof(
  fc.array(structureAlea(MOUVANTE), { maxLength: 4 }).map((nouvelles) => () => declarer(nouvelles)),
  fc
    .constantFrom("ferme_le = '2026-11-22'", "nom = 'aaa bel ' || nom", "ferme_le = null")
    .map((changement) => async () => {
      await annuaire.ecrire((client) =>
        client.query(
          `update structures.structure set ${changement}, mis_a_jour_le = now()
         where id in (select id from structures.structure where id like '${MOUVANTE}%' order by random() limit 3)`,
        ),
      );
    }),
);

describe("Un parcours entier", () => {
  const cas = TRIS.flatMap((tri) => CHAMPS.map((champ) => ({ tri, champ })));

  it.each(cas)(
    "rend une fois ce qui est là du début à la fin, pendant que d'autres écrivent (tri $tri, filtre $champ)",
    async ({ tri, champ }) => {
      await fc.assert(
        fc.asyncProperty(
          rechercheAlea([tri], [champ]),
          fc.integer({ min: 1, max: 9 }),
          fc.array(ecritures, { maxLength: 6 }),
          async (recherche, first, aVenir) => {
            const stables = (ids: readonly string[]) => ids.filter((id) => !id.startsWith(MOUVANTE));
            const attendues = stables(await parcourir(annuaire, recherche, { first: 100 }));
            const reste = [...aVenir];
            const rendues = await parcourir(annuaire, recherche, { first, entreDeux: async () => reste.shift()?.() });
            expect(stables(rendues)).toEqual(attendues);
          },
        ),
        { numRuns: 4 },
      );
    },
  );
});

describe("Un curseur altéré à la main", () => {
  it("est refusé ou compris, jamais une erreur interne", async () => {
    const valeurs = fc.oneof(
      fc.jsonValue(),
      fc.string({ unit: "binary" }),
      fc.constantFrom(
        "\0",
        "2026-02-30T00:00:00Z",
        "2026-11-22T24:00:00.1Z",
        "0000-01-01T00:00:00Z",
        "EXACTE",
        "APPROCHEE_LARGE",
        1e308,
      ),
    );
    await fc.assert(
      fc.asyncProperty(
        rechercheAlea(),
        fc.array(valeurs, { maxLength: 4 }),
        fc.nat(3),
        async (recherche, cles, garder) => {
          const [premier] = (await chercher(annuaire, { ...recherche, first: 1 })).edges;
          if (premier === undefined) return;
          const lues: unknown[] = JSON.parse(Buffer.from(premier.cursor, "base64url").toString());
          const forge = Buffer.from(JSON.stringify([...lues.slice(0, 1 + garder), ...cles])).toString("base64url");
          const { errors } = await annuaire.executer(PAGE, { ...recherche, first: 2, after: forge });
          expect(errors?.[0]?.extensions ?? { code: "BAD_USER_INPUT", champ: "after" }).toEqual({
            code: "BAD_USER_INPUT",
            champ: "after",
          });
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe("Les facettes", () => {
  const COMPTES = requeteDe(
    "totalCount totalExact facettes { champ plafonnee valeurs { code libelle nombre } } edges { node { id } }",
  );
  const FILTRE_DE: Readonly<Record<string, string>> = {
    type: "types",
    categorie: "categories",
    departement: "departements",
  };

  it("disent de chaque valeur ce que la filtrer rendrait, et le total ce que la liste contient", async () => {
    await fc.assert(
      fc.asyncProperty(rechercheAlea(), async (recherche) => {
        const { totalCount, totalExact, facettes } = await chercher(annuaire, recherche, COMPTES);
        const entiere = await parcourir(annuaire, recherche, { first: 100 });
        expect({ totalCount, totalExact }).toEqual({ totalCount: entiere.length, totalExact: true });
        for (const { champ, plafonnee, valeurs } of facettes) {
          expect(plafonnee).toBe(false);
          for (const { code, nombre } of valeurs) {
            const filtre = { ...recherche.filtre, [FILTRE_DE[champ] ?? ""]: [code] };
            expect((await chercher(annuaire, { ...recherche, filtre, first: 1 }, COMPTES)).totalCount).toBe(nombre);
          }
        }
        const types = facettes.find(({ champ }) => champ === "type")?.valeurs ?? [];
        expect(types.reduce((somme, { nombre }) => somme + nombre, 0)).toBe(totalCount);
      }),
      { numRuns: 25 },
    );
  });
});
