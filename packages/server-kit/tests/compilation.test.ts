import { describe, expect, it } from "@jest/globals";
import { buildSchema, parse } from "graphql";
import { createExecution } from "../src/compilation.ts";

const schema = buildSchema(`
  interface Ouvrage { id: ID! titre: String }
  type Roman implements Ouvrage { id: ID! titre: String }
  type Query { ouvrage: Ouvrage roman: Roman! }
  type Mutation { ajouter: Int }
`);
const types = schema.getTypeMap();

/** Executes `texte` as many times as asked, compiled from the first, and tells how often each field was resolved. */
async function executer(texte: string, fois: number, champs: Record<string, () => unknown>) {
  const appels = { n: 0 };
  for (const type of [schema.getQueryType(), schema.getMutationType()]) {
    for (const field of Object.values(type?.getFields() ?? {})) {
      field.resolve = () => {
        appels.n += 1;
        return champs[field.name]?.();
      };
    }
  }
  const execution = createExecution(schema, { document: parse(texte), texte, operationName: undefined }, 0);
  const reponses = [];
  for (let rang = 0; rang < fois; rang += 1) reponses.push(await execution(() => ({}), {}));
  return { reponses: JSON.parse(JSON.stringify(reponses)) as unknown[], appels: appels.n };
}

describe("Une opération compilée", () => {
  it("répond une fois par demande", async () => {
    const { reponses, appels } = await executer("{ roman { id } }", 2, { roman: () => ({ id: "1" }) });
    expect(reponses).toEqual(Array(2).fill({ data: { roman: { id: "1" } } }));
    expect(appels).toBe(2);
  });

  it("laisse graphql-js dire ce qui a échoué", async () => {
    const { reponses } = await executer("{ roman { id } }", 1, { roman: () => ({ id: null }) });
    const [{ data, errors }] = reponses as [{ data: unknown; errors: { message: string; path: unknown }[] }];
    expect(data).toBeNull();
    expect(errors).toMatchObject([
      { message: "Cannot return null for non-nullable field Roman.id.", path: ["roman", "id"] },
    ]);
  });

  it("ne sert plus quand elle échoue là où graphql-js répond", async () => {
    const ouvrage = types.Ouvrage as { resolveType?: unknown };
    ouvrage.resolveType = async () => "Roman";
    const { reponses, appels } = await executer("{ ouvrage { id } }", 3, { ouvrage: () => ({ id: "1" }) });
    expect(reponses).toEqual(Array(3).fill({ data: { ouvrage: { id: "1" } } }));
    expect(appels).toBe(4);
  });

  it("n'est jamais une écriture", async () => {
    const echec = () => {
      throw new Error("échec");
    };
    expect((await executer("mutation { ajouter }", 1, { ajouter: echec })).appels).toBe(1);
  });

  it("ne change pas ce qu'est un objet, quel que soit l'alias", async () => {
    const { reponses } = await executer("{ roman { __proto__: id titre } }", 1, {
      roman: () => ({ id: "1", titre: null }),
    });
    expect(JSON.stringify(reponses)).toBe('[{"data":{"roman":{"__proto__":"1","titre":null}}}]');
  });
});
