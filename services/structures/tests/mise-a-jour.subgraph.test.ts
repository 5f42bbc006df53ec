import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AGENCE, agissantPour, professionnel } from "./acteurs-de-test.ts";
import { type AnnuairePeuple, ouvrirAnnuairePeuple } from "./annuaire-peuple.ts";
import { CENTRE_VILLEURBANNE, DAC_AIN, MEDICOBUS, MSP_ELIGIBLE, MSP_SANS_DECLARATION } from "./donnees-de-test.ts";
import { mutation } from "./ecriture-de-test.ts";
import { chercher } from "./recherche-alea.ts";

let annuaire: AnnuairePeuple;
beforeAll(async () => {
  annuaire = await ouvrirAnnuairePeuple();
});
afterAll(() => annuaire.fermer());

const FAITS = `contacts { canal valeur diffusion source misAJourLe } equipements modalitesAccueil zoneIntervention { nom }
  soinsNonProgrammes { plages { jour debut fin sansRendezVous } sansRendezVous regulationPrealable graviteMax publics }
  assistantsMedicaux { nombre etp missions } sites { nature nom adresse { ville lignes } commune { nom } position { precision } }
  predecesseurs { nom type finess jusquAu }`;
const mettreAJour = mutation(() => annuaire, "mettreAJourStructure", {
  signature: "$input: MettreAJourStructureInput!",
  champs: FAITS,
});
const LES_SIENS = agissantPour(MSP_ELIGIBLE, MSP_SANS_DECLARATION, DAC_AIN, MEDICOBUS, CENTRE_VILLEURBANNE);
const pour = (structureId: string, faits: object) => ({ input: { structureId, source: "la structure", ...faits } });
const SAMEDI = { jour: "SAMEDI", debut: "08:00", fin: "12:00", sansRendezVous: true };

const COMPLET = {
  horaires: [{ jour: "LUNDI", debut: "08:00", fin: "24:00" }],
  contacts: [
    { canal: "TELEPHONE", valeur: "04 74 00 00 01", diffusion: "PUBLIQUE" },
    { canal: "MSSANTE", valeur: "msp@essai.mssante.fr", diffusion: "PROFESSIONNELLE" },
  ],
  soinsNonProgrammes: {
    plages: [SAMEDI],
    sansRendezVous: "OUI",
    regulationPrealable: "CENTRE_15",
    graviteMax: "CCMU_2",
    publics: ["ENFANT"],
  },
  equipements: ["IMAGERIE", "IMAGERIE"],
  modalites: ["SUR_SITE", "DOMICILE"],
  zoneIntervention: ["01344"],
  assistantsMedicaux: { nombre: 2, etp: 1.5, missions: ["prise des constantes"] },
  sites: [
    { nature: "PRINCIPAL", codeInsee: "01053", adresse: "1 rue des Tilleuls" },
    { nature: "SITE_SECONDAIRE", nom: "Site de Belley", codeInsee: "01034" },
  ],
  predecesseurs: [{ nom: "Réseau du Bugey", type: "réseau de santé", jusquAu: "2019-12-31" }],
};
const ATTENDU = {
  equipements: ["IMAGERIE"],
  modalitesAccueil: ["SUR_SITE", "DOMICILE"],
  zoneIntervention: [{ nom: "Saint-Denis-lès-Bourg" }],
  soinsNonProgrammes: COMPLET.soinsNonProgrammes,
  assistantsMedicaux: COMPLET.assistantsMedicaux,
  sites: [
    {
      nature: "PRINCIPAL",
      nom: null,
      adresse: { ville: "Bourg-en-Bresse", lignes: ["1 rue des Tilleuls"] },
      commune: { nom: "Bourg-en-Bresse" },
      position: { precision: "COMMUNE" },
    },
    { nature: "SITE_SECONDAIRE", nom: "Site de Belley", commune: { nom: "Belley" } },
  ],
  predecesseurs: [{ nom: "Réseau du Bugey", type: "réseau de santé", finess: null, jusquAu: "2019-12-31" }],
};

describe("mettreAJourStructure", () => {
  it("rend ce que les siens déclarent, avec la source et le jour de chaque contact", async () => {
    const { resultat, erreur } = await mettreAJour(pour(MSP_ELIGIBLE, COMPLET), LES_SIENS);
    expect(erreur).toBeNull();
    expect(resultat).toMatchObject(ATTENDU);
    expect(resultat?.contacts).toEqual([
      {
        canal: "MSSANTE",
        valeur: "msp@essai.mssante.fr",
        diffusion: "PROFESSIONNELLE",
        source: "la structure",
        misAJourLe: "2026-11-22",
      },
      expect.objectContaining({ canal: "TELEPHONE", valeur: "0474000001", source: "la structure" }),
    ]);
  });

  it("fait trouver la structure par le nom d'un de ses lieux, ou de ce dont elle est née, tant qu'il est déclaré", async () => {
    const trouvees = async (recherche: string) =>
      (await chercher(annuaire, { recherche })).edges.map(({ node }) => node.id);
    expect(await trouvees("réseau du bugey")).toEqual([MSP_ELIGIBLE]);
    expect(await trouvees("site belley")).toEqual([MSP_ELIGIBLE]);
    await mettreAJour(pour(DAC_AIN, { predecesseurs: [{ nom: "MAIA de l'Ain", type: "MAIA" }] }), LES_SIENS);
    expect(await trouvees("maia ain")).toEqual([DAC_AIN]);
    await mettreAJour(pour(DAC_AIN, { predecesseurs: [] }), LES_SIENS);
    expect(await trouvees("maia ain")).toEqual([]);
  });

  it("réserve les contacts professionnels aux professionnels authentifiés", async () => {
    const canaux = async (acteur?: typeof AGENCE) => {
      const question = `{ structure(id: "${MSP_ELIGIBLE}") { contacts { canal } } }`;
      return annuaire.demander<{ structure: unknown }>(question, {}, acteur);
    };
    const public_ = { structure: { contacts: [{ canal: "TELEPHONE" }] } };
    expect(await canaux()).toEqual(public_);
    expect(await canaux(AGENCE)).toEqual(public_);
    expect(await canaux(professionnel("10000000001"))).toEqual({
      structure: { contacts: [{ canal: "MSSANTE" }, { canal: "TELEPHONE" }] },
    });
  });

  it("ne change que ce qui est donné, et remplace les listes données", async () => {
    const { resultat } = await mettreAJour(pour(MSP_ELIGIBLE, { equipements: [] }), LES_SIENS);
    expect(resultat).toMatchObject({ ...ATTENDU, equipements: [] });
  });

  it("n'efface pas ce qu'un autre vient d'écrire, quand la version lue est redonnée", async () => {
    const version = async () => Number((await annuaire.structure(CENTRE_VILLEURBANNE, "version")).version);
    const lue = await version();
    const ecrire = (faits: object) => mettreAJour(pour(CENTRE_VILLEURBANNE, faits), LES_SIENS);
    const ensemble = await Promise.all([
      ecrire({ version: lue, equipements: ["IMAGERIE"] }),
      ecrire({ version: lue, equipements: ["TELEEXPERTISE"] }),
    ]);
    expect(ensemble.map(({ erreur }) => erreur).filter((erreur) => erreur !== null)).toEqual([
      { code: "VERSION_CONFLICT", versionCourante: lue + 1 },
    ]);
    expect(await version()).toBe(lue + 1);
    expect((await ecrire({ version: lue + 1, equipements: [] })).erreur).toBeNull();
    expect((await ecrire({ modalites: ["SUR_SITE"] })).erreur).toBeNull();
    expect(await version()).toBe(lue + 3);
  });

  it("rejouée ne fait rien de plus, et refuse une autre demande sous la même clé", async () => {
    const cle = "une-cle-de-rejeu";
    const demande = pour(MSP_SANS_DECLARATION, { equipements: ["IMAGERIE"] });
    await mettreAJour(demande, LES_SIENS, cle);
    await mettreAJour(pour(MSP_SANS_DECLARATION, { equipements: ["TELEEXPERTISE"] }), LES_SIENS);
    expect(await mettreAJour(demande, LES_SIENS, cle)).toMatchObject({ resultat: { equipements: ["TELEEXPERTISE"] } });
    const autre = await mettreAJour(pour(MSP_SANS_DECLARATION, { equipements: [] }), LES_SIENS, cle);
    expect(autre.erreur).toMatchObject({ code: "BAD_USER_INPUT", champ: "cleIdempotence" });
  });

  it("dit du DAC quels collèges manquent, et du centre qui le gère", async () => {
    await mettreAJour(pour(DAC_AIN, { colleges: ["SANITAIRE", "SOCIAL", "MEDICO_SOCIAL"] }), LES_SIENS);
    expect(
      await annuaire.structure(DAC_AIN, "... on Dac { gouvernance { verdict conditions { code verdict } } }"),
    ).toMatchObject({
      gouvernance: {
        verdict: "NON",
        conditions: expect.arrayContaining([{ code: "COLLEGE_USAGERS", verdict: "NON" }]),
      },
    });
    await mettreAJour(pour(CENTRE_VILLEURBANNE, { gestionnaire: "MUTUELLE" }), LES_SIENS);
    await mettreAJour(pour(CENTRE_VILLEURBANNE, { profilActivite: "POLYVALENT" }), LES_SIENS);
    expect(
      await annuaire.structure(CENTRE_VILLEURBANNE, "... on CentreDeSante { gestionnaire profilActivite }"),
    ).toMatchObject({
      gestionnaire: "MUTUELLE",
      profilActivite: "POLYVALENT",
    });
  });

  it("garde le statut d'un médicobus quand ses publics changent", async () => {
    await mettreAJour(pour(MEDICOBUS, { publicsPrioritaires: ["ENFANT"] }), LES_SIENS);
    expect(
      await annuaire.structure(
        MEDICOBUS,
        "zoneIntervention { nom } modalitesAccueil ... on Medicobus { statut publicsPrioritaires }",
      ),
    ).toMatchObject({
      statut: "EN_SERVICE",
      publicsPrioritaires: ["ENFANT"],
      modalitesAccueil: ["ALLER_VERS"],
      zoneIntervention: [{ nom: "Saint-Denis-lès-Bourg" }, { nom: "Belley" }],
    });
  });
});
