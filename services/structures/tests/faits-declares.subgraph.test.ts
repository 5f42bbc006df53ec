import { countStatements } from "@coordination/database";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AGENCE, agissantPour } from "./acteurs-de-test.ts";
import { type AnnuairePeuple, ouvrirAnnuairePeuple } from "./annuaire-peuple.ts";
import { CENTRE_VILLEURBANNE, CPTS_BOURG, MSP_ELIGIBLE } from "./donnees-de-test.ts";
import { mutation } from "./ecriture-de-test.ts";

const NOMBRE = 20;
let annuaire: AnnuairePeuple;
let ids: readonly string[];

const enregistrer = mutation(() => annuaire, "enregistrerStructure", {
  signature: "$input: EnregistrerStructureInput!",
  champs: "id",
});
const mettreAJour = mutation(() => annuaire, "mettreAJourStructure", {
  signature: "$input: MettreAJourStructureInput!",
  champs: "id",
});

const planifier = mutation(() => annuaire, "planifierPassages", {
  signature: "$medicobusId: ID!, $passages: [PassageInput!]!",
  champs: "id",
});

beforeAll(async () => {
  annuaire = await ouvrirAnnuairePeuple();
  const creees = Array.from({ length: NOMBRE }, (_, rang) =>
    enregistrer({ input: { type: "ESP", nom: `Équipe ${rang}`, codeInsee: "01053", source: "ARS" } }, AGENCE),
  );
  ids = (await Promise.all(creees)).map(({ resultat }) => String(resultat?.id));
  const faits = ids.map((structureId) =>
    mettreAJour(
      {
        input: {
          structureId,
          source: "l'équipe",
          horaires: [{ jour: "LUNDI", debut: "08:00", fin: "12:00" }],
          contacts: [{ canal: "TELEPHONE", valeur: "0474000001", diffusion: "PUBLIQUE" }],
          soinsNonProgrammes: { plages: [{ jour: "LUNDI", debut: "08:00", fin: "12:00" }], sansRendezVous: "OUI" },
          equipements: ["TELEEXPERTISE"],
          modalites: ["DOMICILE"],
          zoneIntervention: ["01344", "01034"],
          assistantsMedicaux: { nombre: 1 },
          sites: [{ nature: "PRINCIPAL", codeInsee: "01053" }],
          predecesseurs: [{ nom: "MAIA", type: "MAIA" }],
        },
      },
      agissantPour(structureId),
    ),
  );
  expect((await Promise.all(faits)).every(({ erreur }) => erreur === null)).toBe(true);
});
afterAll(() => annuaire.fermer());

describe("Une page de structures", () => {
  it("montre tous les faits déclarés de vingt structures en une requête SQL par fait", async () => {
    const champs = `contacts { valeur } horaires { debut } soinsNonProgrammes { plages { jour } } equipements modalitesAccueil
      zoneIntervention { nom } assistantsMedicaux { nombre } sites { nature commune { nom } } predecesseurs { nom }
      universitaire labels adhesions { depuis }`;
    const question = `query($r: [_Any!]!) { _entities(representations: $r) { ... on Esp { ${champs} } } }`;
    const r = ids.map((id) => ({ __typename: "Esp", id }));
    const { result, statements } = await countStatements(() =>
      annuaire.demander<{ _entities: object[] }>(question, { r }),
    );
    const attendue = {
      contacts: [{ valeur: "0474000001" }],
      horaires: [{ debut: "08:00" }],
      soinsNonProgrammes: { plages: [{ jour: "LUNDI" }] },
      equipements: ["TELEEXPERTISE"],
      modalitesAccueil: ["DOMICILE"],
      zoneIntervention: [{ nom: "Saint-Denis-lès-Bourg" }, { nom: "Belley" }],
      assistantsMedicaux: { nombre: 1 },
      sites: [{ nature: "PRINCIPAL", commune: { nom: "Bourg-en-Bresse" } }],
      predecesseurs: [{ nom: "MAIA" }],
      universitaire: "INCONNU",
      labels: [],
      adhesions: [],
    };
    expect(result._entities).toEqual(Array.from({ length: NOMBRE }, () => attendue));
    // The structures, then contacts, hours, unscheduled care, lists, assistants, sites, predecessors, labels, memberships,
    // and the communes of the sites and of the areas, which come one after the other.
    expect(statements).toHaveLength(12);
  });

  it.each<[string, string, string, number]>([
    ["d'une CPTS, quatre faits", CPTS_BOURG, "... on Cpts { phase missions aci { cpam } conformite { verdict } }", 4],
    ["d'une MSP, deux faits", MSP_ELIGIBLE, "... on Msp { aci { cpam } labellisation { decision } }", 3],
    [
      "d'un centre, un fait",
      CENTRE_VILLEURBANNE,
      "... on CentreDeSante { gestionnaire profilActivite tiersPayant }",
      2,
    ],
  ])("%s : chacun se lit une fois", async (_cas, id, champs, attendu) => {
    const { statements } = await countStatements(() => annuaire.structure(id, champs));
    expect(statements).toHaveLength(attendu);
  });
});

describe("Les faits déclarés d'une structure", () => {
  const FAITS = "faitsDeclares { champ source declareLe }";
  const faits = async (id: string) => (await annuaire.structure(id, FAITS)).faitsDeclares;

  it("disent chacun qui l'a déclaré, et quand", async () => {
    const [premiere = ""] = ids;
    const attendus = [
      ...["assistantsMedicaux", "equipements", "horaires", "modalitesAccueil", "predecesseurs", "sites"],
      ...["soinsNonProgrammes", "zoneIntervention"],
    ];
    expect(await faits(premiere)).toEqual(
      attendus.map((champ) => ({ champ, source: "l'équipe", declareLe: "2026-11-22" })),
    );
    await mettreAJour(
      { input: { structureId: premiere, source: "la secrétaire", equipements: [] } },
      agissantPour(premiere),
    );
    expect(await faits(premiere)).toContainEqual({
      champ: "equipements",
      source: "la secrétaire",
      declareLe: "2026-11-22",
    });
  });

  it("ne disent rien de ce que personne n'a déclaré : une liste vide n'est pas un « non »", async () => {
    expect(await annuaire.structure(CENTRE_VILLEURBANNE, `equipements ${FAITS}`)).toEqual({
      __typename: "CentreDeSante",
      equipements: [],
      faitsDeclares: [],
    });
  });

  it("comprennent ce qu'une agence a dit d'une structure de FINESS", async () => {
    const cpts = { id: CPTS_BOURG, type: "CPTS", nom: "CPTS DU BASSIN BURGIEN", codeInsee: "01053", source: "ARS" };
    await enregistrer({ input: { ...cpts, statutJuridique: "ASSOCIATION_LOI_1901" } }, AGENCE);
    expect(await faits(CPTS_BOURG)).toContainEqual({
      champ: "statutJuridique",
      source: "ARS",
      declareLe: "2026-11-22",
    });
  });

  it("d'un médicobus gardent chacun leur auteur : l'agence son statut, les siens ses publics et ses passages", async () => {
    const bus = { type: "MEDICOBUS", nom: "Médicobus du Bugey", codeInsee: "01034", source: "ARS" };
    const { resultat } = await enregistrer({ input: { ...bus, statutMedicobus: "EN_SERVICE" } }, AGENCE);
    const structureId = String(resultat?.id);
    const lesSiens = agissantPour(structureId);
    await mettreAJour({ input: { structureId, source: "l'équipe", publicsPrioritaires: ["ENFANT"] } }, lesSiens);
    const passage = { debut: "2026-12-01T09:00:00Z", fin: "2026-12-01T12:00:00Z", codeInsee: "01034", lieu: "place" };
    await planifier({ medicobusId: structureId, passages: [passage] }, lesSiens);
    const declareLe = "2026-11-22";
    expect(await faits(structureId)).toEqual([
      { champ: "passages", source: "déclaré par Médicobus du Bugey", declareLe },
      { champ: "publicsPrioritaires", source: "l'équipe", declareLe },
      { champ: "statut", source: "ARS", declareLe },
    ]);
  });

  it("de vingt structures se lisent en une requête de plus", async () => {
    const r = ids.map((id) => ({ __typename: "Esp", id }));
    const { statements } = await countStatements(() => annuaire.entites(r, `... on Esp { ${FAITS} }`));
    expect(statements).toHaveLength(2);
  });
});

describe("Un centre de santé", () => {
  it.each([
    ["d'un seul professionnel de santé est averti", [{ profession: "60", nombre: 1 }], ["SOUTIEN_ARS_IMPROBABLE"]],
    ["de deux ne l'est pas", [{ profession: "10", nombre: 2 }], []],
    ["dont le RPPS ne dit rien ne l'est pas", [], []],
    ["quand les professionnels ne répondent pas ne l'est pas", null, []],
  ])("%s", async (_cas, effectifs, codes) => {
    const [centre] = await annuaire.entites(
      [{ __typename: "CentreDeSante", id: CENTRE_VILLEURBANNE, effectifs }],
      "... on CentreDeSante { avertissements { code } }",
    );
    expect(centre).toMatchObject({ avertissements: codes.map((code) => ({ code })) });
  });
});
