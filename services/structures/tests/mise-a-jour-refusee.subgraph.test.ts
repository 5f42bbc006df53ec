import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AGENCE, agissantPour, LECTEUR } from "./acteurs-de-test.ts";
import { type AnnuairePeuple, ouvrirAnnuairePeuple } from "./annuaire-peuple.ts";
import { CENTRE_VILLEURBANNE, DAC_AIN, MEDICOBUS, MSP_ELIGIBLE, MSP_SANS_DECLARATION } from "./donnees-de-test.ts";
import { mutation } from "./ecriture-de-test.ts";

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

const SITE = { nature: "PRINCIPAL", codeInsee: "01053" };

describe("mettreAJourStructure", () => {
  it.each([
    ["un anonyme", undefined, "UNAUTHENTICATED"],
    ["qui n'a pas la portée d'écriture", LECTEUR, "FORBIDDEN"],
    ["une agence, qui n'est pas des siens", AGENCE, "FORBIDDEN"],
    ["les gens d'une autre structure", agissantPour(DAC_AIN), "FORBIDDEN"],
  ])("refuse %s", async (_cas, acteur, code) => {
    expect((await mettreAJour(pour(MSP_ELIGIBLE, { equipements: [] }), acteur)).erreur).toMatchObject({ code });
  });

  it.each<[string, string, object]>([
    ["input.source", MSP_ELIGIBLE, { source: " " }],
    ["input.horaires[0].debut", MSP_ELIGIBLE, { horaires: [{ jour: "LUNDI", debut: "8h", fin: "12:00" }] }],
    ["input.horaires[0].fin", MSP_ELIGIBLE, { horaires: [{ jour: "LUNDI", debut: "20:00", fin: "08:00" }] }],
    [
      "input.soinsNonProgrammes.plages[1]",
      MSP_ELIGIBLE,
      { soinsNonProgrammes: { plages: [SAMEDI, SAMEDI], sansRendezVous: "OUI" } },
    ],
    [
      "input.contacts[0].valeur",
      MSP_ELIGIBLE,
      { contacts: [{ canal: "COURRIEL", valeur: "accueil", diffusion: "PUBLIQUE" }] },
    ],
    [
      "input.contacts[0].valeur",
      MSP_ELIGIBLE,
      { contacts: [{ canal: "SITE_WEB", valeur: "javascript:alert(1)", diffusion: "PUBLIQUE" }] },
    ],
    [
      "input.contacts[0].diffusion",
      MSP_ELIGIBLE,
      { contacts: [{ canal: "MSSANTE", valeur: "a@b.fr", diffusion: "PUBLIQUE" }] },
    ],
    ["input.zoneIntervention[1]", MSP_ELIGIBLE, { zoneIntervention: ["01053", "01999"] }],
    ["input.assistantsMedicaux.nombre", MSP_ELIGIBLE, { assistantsMedicaux: { nombre: -1 } }],
    ["input.sites[1].nature", MSP_ELIGIBLE, { sites: [SITE, SITE] }],
    ["input.sites[0].codeInsee", MSP_ELIGIBLE, { sites: [{ nature: "ANTENNE", codeInsee: "01999" }] }],
    [
      "input.predecesseurs[0].jusquAu",
      MSP_ELIGIBLE,
      { predecesseurs: [{ nom: "MAIA", type: "MAIA", jusquAu: "2027-01-01" }] },
    ],
    ["input.colleges", MSP_ELIGIBLE, { colleges: ["SOCIAL"] }],
    ["input.publicsPrioritaires", MSP_ELIGIBLE, { publicsPrioritaires: ["ENFANT"] }],
    ["input.gestionnaire", DAC_AIN, { gestionnaire: "GIP" }],
  ])("nomme le champ faux : %s, et n'écrit rien", async (champ, structureId, faits) => {
    const avant = await annuaire.structure(structureId, FAITS);
    const { erreur } = await mettreAJour(pour(structureId, { equipements: ["TELEEXPERTISE"], ...faits }), LES_SIENS);
    expect(erreur).toMatchObject({ code: "BAD_USER_INPUT", champ });
    expect(await annuaire.structure(structureId, FAITS)).toEqual(avant);
  });

  it("dit qu'une structure est introuvable", async () => {
    const { erreur } = await mettreAJour(pour("inconnue", { equipements: [] }), agissantPour("inconnue"));
    expect(erreur).toMatchObject({ code: "NOT_FOUND", champ: "input.structureId" });
  });
});
