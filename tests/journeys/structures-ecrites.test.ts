import { randomUUID } from "node:crypto";
import { withAdminClient } from "@coordination/database";
import { createAnnuaire, createJournal, ouvrirService, type ServiceOuvert } from "@coordination/server-kit";
import { createTestDatabase, TEST_SECRET, type TestDatabase } from "@coordination/test-kit";
import { ouvrirRelais, type Relais, services } from "@coordination/tools";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const LIEUX = `
  insert into structures.region (code, nom) values ('84', 'Auvergne-Rhône-Alpes');
  insert into structures.departement (code, nom, region) values ('01', 'Ain', '84');
  insert into structures.commune (code, nom, nom_recherche, type, codes_postaux, departement, region, latitude, longitude, precision_position, source)
  values ('01053', 'Bourg-en-Bresse', 'bourg en bresse', 'COMMUNE', '{01000}', '01', '84', 46.2, 5.22, 'COMMUNE', 'essai');`;
const AGENCE = {
  sub: "agent",
  rpps: null,
  structures: [],
  profils: ["agence"],
  scopes: ["annuaire:ecrire"],
  clientId: null,
};
const muet = () => undefined;

let base: TestDatabase;
let service: ServiceOuvert;
const ouverts: Relais[] = [];
/** What the passes of the relay say, in order; each is waited for. */
const passages: number[] = [];
let auPassage: () => void = muet;

beforeAll(async () => {
  base = await createTestDatabase({ services: Object.values(services) });
  await sql(LIEUX);
  const annuaire = createAnnuaire(() => Promise.reject(new Error("inutile ici")), { timeoutMs: 1 });
  const url = base.urls.structures ?? "";
  service = await ouvrirService(services.structures, { url, secret: TEST_SECRET, annuaire, logger: createJournal() });
});
afterAll(async () => {
  for (const relais of ouverts) await relais.stop();
  await service.close();
  await base.drop();
});

const sql = (texte: string) => withAdminClient(base.adminUrl, async (client) => (await client.query(texte)).rows);

const connue = (schema: string, id: string) =>
  sql(`select type, code_insee, fermee from ${schema}.structure_connue where id = '${id}'`);

/** Runs `faire` and waits for the pass of the relay that carries `nombre` structures. */
const attendreLePassage = async (nombre: number, faire: () => Promise<unknown> | unknown): Promise<void> => {
  const passe = new Promise<void>((resolve) => {
    auPassage = () => {
      if (passages.at(-1) === nombre) resolve();
    };
  });
  await faire();
  await passe;
};

const ouvrir = (): Relais => {
  const relaye = (nombre: number) => {
    passages.push(nombre);
    auPassage();
  };
  const relais = ouvrirRelais(base.adminUrl, { relaye, manque: muet });
  ouverts.push(relais);
  return relais;
};

async function enregistrer(input: object): Promise<string> {
  const query =
    "mutation($input: EnregistrerStructureInput!, $cle: ID!) { enregistrerStructure(input: $input, cleIdempotence: $cle) { id } }";
  const variables = { input: { codeInsee: "01053", source: "ARS", ...input }, cle: randomUUID() };
  const { data, errors } = await service.executor.repondre({ query, variables }, { acteur: AGENCE, requestId: "test" });
  expect(errors).toBeUndefined();
  return (data as unknown as { enregistrerStructure: { id: string } }).enregistrerStructure.id;
}

describe("Une structure écrite en cours de service", () => {
  it("écrite pendant que personne ne relayait, est connue des autres services dès que le relais ouvre", async () => {
    const id = await enregistrer({ type: "ESP", nom: "ESP du Bastion" });
    expect(await connue("professionals", id)).toEqual([]);
    await attendreLePassage(1, ouvrir);
    const attendue = [{ type: "ESP", code_insee: "01053", fermee: false }];
    expect(await connue("professionals", id)).toEqual(attendue);
    expect(await connue("delegations", id)).toEqual(attendue);
    expect(await sql("select * from structures.structure_a_publier")).toEqual([]);
  });

  it("est connue aussitôt écrite, et sa fermeture aussi", async () => {
    const medicobus = { type: "MEDICOBUS", nom: "Médicobus du Revermont" };
    let id = "";
    await attendreLePassage(1, async () => {
      id = await enregistrer(medicobus);
    });
    expect(await connue("professionals", id)).toMatchObject([{ fermee: false }]);
    await attendreLePassage(1, () => enregistrer({ ...medicobus, id, fermeeLe: "2026-01-01" }));
    expect(await connue("professionals", id)).toMatchObject([{ fermee: true }]);
  });

  it("reste à relayer quand le relais est fermé", async () => {
    for (const relais of ouverts.splice(0)) await relais.stop();
    const id = await enregistrer({ type: "SAMU", nom: "SAMU de l'Ain" });
    expect(await connue("delegations", id)).toEqual([]);
    expect(await sql("select structure_id from structures.structure_a_publier")).toEqual([{ structure_id: id }]);
  });
});
