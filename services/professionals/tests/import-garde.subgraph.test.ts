import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type AnnuaireDImport, ouvrirAnnuaireDImport } from "./annuaire-d-import.ts";
import { ligne, rppsDe } from "./fichier-rpps.ts";

let annuaire: AnnuaireDImport;
beforeEach(async () => {
  annuaire = await ouvrirAnnuaireDImport();
});
afterEach(() => annuaire.fermer());

const A_TOULOUSE = { "Code commune (coord. structure)": "31555", "Code Département (structure)": "31" };
/** `nombre` people, one activity each. */
const personnes = (nombre: number, ecart = {}, premier = 1) =>
  Array.from({ length: nombre }, (_, rang) => ligne(premier + rang, ecart));
const ouvertes = async () => {
  const { rows } = await annuaire.ecrire((client) =>
    client.query<{ nombre: number }>(
      "select count(*)::int as nombre from professionals.situation where ferme_le is null",
    ),
  );
  return rows[0]?.nombre;
};

describe("Un fichier RPPS tronqué", () => {
  it("est refusé en disant combien il fermerait, et rien n'est écrit", async () => {
    await annuaire.importer(personnes(600));
    await expect(annuaire.importer(personnes(539), { jour: "20261201" })).rejects.toThrow(
      /fermerait 61 activités sur 600 .*département 09 : 61 sur 600.*--accepter-les-fermetures/,
    );
    expect(await ouvertes()).toBe(600);
  });

  it("passe jusqu'à un dixième, jusqu'à cinquante fermetures, et quand on les accepte", async () => {
    await annuaire.importer(personnes(600));
    expect(await annuaire.importer(personnes(540))).toMatchObject({ fermees: 60 });
    expect(await annuaire.importer(personnes(300), { accepterLesFermetures: true })).toMatchObject({ fermees: 240 });
    expect(await annuaire.importer(personnes(250))).toMatchObject({ fermees: 50 });
  });

  it("est refusé pour un seul département vidé, même quand l'ensemble reste sous le seuil", async () => {
    await annuaire.importer([...personnes(900), ...personnes(60, A_TOULOUSE, 901)]);
    await expect(annuaire.importer([...personnes(900), ...personnes(9, A_TOULOUSE, 901)])).rejects.toThrow(
      /fermerait 51 activités sur 960 .*département 31 : 51 sur 60/,
    );
  });
});

describe("Une ligne illisible", () => {
  it.each([
    ["coupée", { brut: [`8|${rppsDe(2)}|8${rppsDe(2)}|coupée`] }, []],
    ["sans nom", {}, [ligne(2, { "Nom d'exercice": "" })]],
    ["sans profession", {}, [ligne(2, { "Code profession": "" })]],
  ])("%s ne ferme rien de la personne, que le fichier cite encore", async (_cas, options, lignes) => {
    await annuaire.importer(personnes(3));
    expect(await annuaire.importer([ligne(1), ...lignes], options)).toMatchObject({ fermees: 1, rejetees: 1 });
    expect(await annuaire.lire(2)).toMatchObject({ situationsActives: [{ id: expect.any(String) }] });
    expect(await annuaire.lire(3)).toMatchObject({ situationsActives: [] });
    // Read again, and no more listed, she is closed.
    expect(await annuaire.importer([ligne(1)])).toMatchObject({ fermees: 1 });
  });
});

describe("Ce qui est déclaré", () => {
  it.each([
    ["ligne à ligne", {}],
    ["par reconstruction", { reconstruireAPartirDe: 1 }],
  ])("survit à un import %s, sans être fermé ni changé", async (_voie, options) => {
    await annuaire.importer(personnes(3));
    const [id] = (await annuaire.lire(1))?.situations.map((situation) => situation.id) ?? [];
    await annuaire.ecrire(async (client) => {
      await client.query(
        `insert into professionals.situation (id, professionnel_id, profession, soignante, adresse, pays, francaise, departement_source,
           empreinte, source, millesime, nature, declaree_le)
         values ('declaree', $1, '10', true, 'Ailleurs', 'France', true, '09', '', 'Déclaration', '2026-11-22', 'CONSULTATION_AVANCEE', now())`,
        [`8${rppsDe(1)}`],
      );
      await client.query("update professionals.situation set modalites = '{DOMICILE}' where id = $1", [id]);
      await client.query(
        `insert into professionals.disponibilite values ($1, 'CRENEAU_LIBRE', 'OUI', 'OUI', 'OUI', 3, null, now(), 'agenda', now() + interval '1 day')`,
        [id],
      );
    });
    const voisine = ligne(1, { "Téléphone (coord. structure)": "0511111111" });
    await annuaire.importer([voisine, ligne(3)], { jour: "20261201", ...options });
    const { rows } = await annuaire.ecrire((client) =>
      client.query(`select s.id, s.modalites, s.nature, s.ferme_le, s.telephone, d.etat from professionals.situation s
        left join professionals.disponibilite d on d.situation_id = s.id where s.professionnel_id = '8${rppsDe(1)}' order by s.declaree_le nulls first`),
    );
    expect(rows).toEqual([
      {
        id,
        modalites: ["DOMICILE"],
        nature: "PRINCIPALE",
        ferme_le: null,
        telephone: "0511111111",
        etat: "CRENEAU_LIBRE",
      },
      {
        id: "declaree",
        modalites: ["SUR_SITE"],
        nature: "CONSULTATION_AVANCEE",
        ferme_le: null,
        telephone: null,
        etat: null,
      },
    ]);
    expect(await annuaire.importer([ligne(3)], { jour: "20261202", ...options })).toMatchObject({ fermees: 1 });
    expect((await annuaire.lire(1))?.situationsActives).toEqual([{ id: "declaree" }]);
    const { rows: fermees } = await annuaire.ecrire((client) =>
      client.query("select rpps from professionals.professionnel where ferme_le is not null"),
    );
    expect(fermees).toEqual([{ rpps: rppsDe(2) }]);
  });
});
