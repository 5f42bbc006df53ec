import type { Acteur } from "@coordination/server-kit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type BancHorsDossier,
  CPTS,
  erreurDe,
  MEDECIN,
  MEDECIN_ID,
  ouvrirBancHorsDossier,
  rendre,
  SECRETARIAT,
} from "./banc-hors-dossier.ts";
import { AUTRE_EQUIPE, DEMANDE, EQUIPE, PASSANT, SANS_PORTEE } from "./dossiers-de-test.ts";
import { cle, destinataire, ORIENTATION } from "./orientations-de-test.ts";
import { saisie } from "./questions.ts";

let banc: BancHorsDossier;
beforeAll(async () => {
  banc = await ouvrirBancHorsDossier();
});
afterAll(() => banc.fermer());

const BESOIN = "id statut parcours { id } usager { identite { nomNaissance } }";
const NOMMEE = { identite: { nomNaissance: "ZEPHIRIN-EXEMPLE" } };
const MSP = destinataire("MSP-1");
const DEUX: Acteur = { ...MEDECIN, structures: ["MSP-7", "MSP-8"] };
const collegue = (acteur: Acteur): Acteur => ({ ...acteur, sub: "collegue", rpps: null });

describe("Un besoin ajouté hors dossier", () => {
  it("porte la personne, n'a pas de dossier, et n'est pour personne un dossier d'appui", async () => {
    const besoin = await banc.ajouter();
    expect(await banc.lire("besoin", besoin.id, BESOIN, CPTS)).toEqual({
      id: besoin.id,
      statut: "OUVERT",
      parcours: null,
      usager: NOMMEE,
    });
    const cache = await banc.cache(besoin);
    for (const acteur of [CPTS, EQUIPE, PASSANT]) {
      expect(await banc.lire("parcours", cache, "id", acteur)).toBeNull();
      const { data } = await banc.sousGraphe.demander("{ mesParcours(first: 50) { totalCount } }", {}, acteur);
      expect(data).toEqual({ mesParcours: { totalCount: 0 } });
    }
  });

  it.each<[string, Acteur, string | null, object]>([
    ["la structure unique de qui saisit", CPTS, null, { dac_id: "CPTS-1", tenu_par: "STRUCTURE" }],
    ["un DAC, qui oriente aussi sans dossier", EQUIPE, null, { dac_id: "DAC-A", tenu_par: "DAC" }],
    ["le professionnel sans structure", MEDECIN, null, { dac_id: MEDECIN_ID, tenu_par: "PROFESSIONNEL" }],
    ["celui pour qui un secrétariat saisit", SECRETARIAT, null, { dac_id: MEDECIN_ID, tenu_par: "PROFESSIONNEL" }],
    ["la structure choisie parmi plusieurs", DEUX, "MSP-8", { dac_id: "MSP-8", tenu_par: "STRUCTURE" }],
    ["le professionnel, qui préfère son nom", DEUX, MEDECIN_ID, { dac_id: MEDECIN_ID, tenu_par: "PROFESSIONNEL" }],
  ])("est porté par %s", async (_cas, acteur, porteurId, attendu) => {
    const besoin = await banc.ajouter(acteur, { porteurId });
    const cache = await banc.cache(besoin);
    expect(
      await banc.sousGraphe.interroger(`select dac_id, tenu_par, numero from parcours.dossier where id = '${cache}'`),
    ).toEqual([{ ...attendu, numero: null }]);
    expect(await banc.lire("besoin", besoin.id, BESOIN, acteur)).toMatchObject({ usager: NOMMEE });
  });

  it.each<[string, Acteur | null, object, object]>([
    ["sans dossier ni personne", CPTS, { usager: null }, { code: "BAD_USER_INPUT", champ: "input.usager" }],
    [
      "avec un dossier et une personne",
      EQUIPE,
      { parcoursId: "00000000-0000-4000-8000-000000000000" },
      { code: "BAD_USER_INPUT", champ: "input.usager" },
    ],
    [
      "avec un dossier et un porteur",
      EQUIPE,
      { parcoursId: "00000000-0000-4000-8000-000000000000", usager: null, porteurId: "DAC-A" },
      { code: "BAD_USER_INPUT", champ: "input.porteurId" },
    ],
    [
      "pour une personne mal décrite",
      CPTS,
      { usager: { ...DEMANDE.usager, prenoms: [] } },
      { code: "BAD_USER_INPUT", champ: "input.usager.prenoms" },
    ],
    [
      "dans une commune inconnue",
      CPTS,
      { criteres: { ...saisie, codeInsee: "99999" } },
      { code: "BAD_USER_INPUT", champ: "input.criteres.codeInsee" },
    ],
    ["par qui a deux structures et ne choisit pas", DEUX, {}, { code: "BAD_USER_INPUT", champ: "input.porteurId" }],
    ["au nom d'un autre", CPTS, { porteurId: "MSP-7" }, { code: "BAD_USER_INPUT", champ: "input.porteurId" }],
    [
      "pour une structure que l'annuaire ne connaît pas",
      destinataire("INCONNUE"),
      {},
      { code: "NOT_FOUND", champ: "input.porteurId" },
    ],
    ["pour une structure fermée", destinataire("MSP-FERMEE"), {}, { code: "BAD_USER_INPUT", champ: "input.porteurId" }],
    ["par qui n'a ni structure ni numéro RPPS", PASSANT, {}, { code: "FORBIDDEN" }],
    ["sans la portée", SANS_PORTEE, {}, { code: "FORBIDDEN" }],
    ["sans identité", null, {}, { code: "UNAUTHENTICATED" }],
  ])("est refusé %s, et rien n'est écrit", async (_cas, acteur, input, attendu) => {
    const avant = await banc.sousGraphe.interroger("select from parcours.usager");
    expect(erreurDe(await banc.tenter(acteur, input))).toMatchObject(attendu);
    expect(await banc.sousGraphe.interroger("select from parcours.usager")).toHaveLength(avant.length);
  });

  it("n'est écrit qu'une fois sous une clé, et jamais à blanc", async () => {
    const compter = async () => (await banc.sousGraphe.interroger("select from parcours.besoin")).length;
    const avant = await compter();
    const sous = cle();
    const [premier, second] = [await banc.tenter(CPTS, {}, sous), await banc.tenter(CPTS, {}, sous)];
    expect(rendre(second)).toEqual(rendre(premier));
    expect((await banc.tenter(CPTS, {}, cle(), true)).errors).toBeUndefined();
    expect(await compter()).toBe(avant + 1);
  });

  it("ne dit à aucun DAC que la même personne est orientée ailleurs", async () => {
    await banc.ajouter();
    const { data, errors } = await banc.sousGraphe.demander(
      `mutation($input: DemanderAppuiInput!, $cle: ID!) { rendu: demanderAppui(input: $input, cleIdempotence: $cle) { id doublonsPossibles { nombre } } }`,
      { input: DEMANDE, cle: cle() },
      EQUIPE,
    );
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({ rendu: { doublonsPossibles: [] } });
  });
});

describe("Une orientation hors dossier", () => {
  it("suit son cours : le destinataire accepte, et ne voit rien qui nomme sans fondement", async () => {
    const besoin = await banc.ajouter();
    const envoyee = await banc.envoyerUne(besoin);
    const vue = `${ORIENTATION} fondement usager { id } message emetteur { structure { id } }`;
    const attendu = {
      besoin: null,
      parcours: null,
      usager: null,
      message: null,
      fondement: "SANS_DONNEE_NOMINATIVE",
      messageAnonyme: "Passage le week-end.",
      apercu: { trancheAge: "70 à 79 ans", departement: "31" },
      emetteur: { structure: { id: "CPTS-1" } },
    };
    expect(await banc.lire("orientation", envoyee.id, vue, MSP)).toMatchObject({ ...attendu, statut: "ENVOYEE" });
    const acceptee = await banc.reussir("accepter", envoyee, MSP);
    expect(await banc.lire("orientation", envoyee.id, vue, MSP)).toMatchObject({ ...attendu, statut: "ACCEPTEE" });
    expect(await banc.lire("besoin", besoin.id, BESOIN, MSP)).toBeNull();
    expect(await banc.lire("besoin", besoin.id, BESOIN, CPTS)).toMatchObject({ statut: "COUVERT" });
    expect(acceptee.actionsPossibles).toEqual(["SE_DESISTER", "DEMARRER", "TERMINER"]);
  });

  it("se lit par son porteur, avec la personne et le besoin, et par aucun autre", async () => {
    const besoin = await banc.ajouter();
    const { id } = await banc.envoyerUne(besoin);
    const champs = "id besoin { id } parcours { id } usager { identite { nomNaissance } } actionsPossibles";
    expect(await banc.lire("orientation", id, champs, CPTS)).toEqual({
      id,
      besoin: { id: besoin.id },
      parcours: null,
      usager: NOMMEE,
      actionsPossibles: ["ANNULER"],
    });
    for (const acteur of [EQUIPE, AUTRE_EQUIPE, PASSANT, MEDECIN, destinataire("CPTS-2"), destinataire("MSP-2")]) {
      expect(await banc.lire("orientation", id, champs, acteur)).toBeNull();
      expect(await banc.lire("besoin", besoin.id, BESOIN, acteur)).toBeNull();
    }
  });

  it.each<[string, Acteur, Acteur]>([
    ["la CPTS", CPTS, collegue(CPTS)],
    ["le professionnel", MEDECIN, SECRETARIAT],
  ])("portée par %s, est dans sa boîte d'envoi, et dans celle de qui agit pour elle", async (_cas, porteur, autre) => {
    const { id } = await banc.envoyerUne(await banc.ajouter(porteur), {}, porteur);
    const boite = async (acteur: Acteur) =>
      JSON.stringify(
        (
          await banc.sousGraphe.demander(
            "{ boiteOrientations(sens: EMISES, first: 100) { edges { node { id } } } }",
            {},
            acteur,
          )
        ).data,
      );
    expect(await boite(porteur)).toContain(id);
    expect(await boite(autre)).toContain(id);
    expect(await boite(EQUIPE)).not.toContain(id);
    expect(await boite(MSP)).not.toContain(id);
  });

  it("n'est jamais une urgence vitale : on appelle le 15", async () => {
    const besoin = await banc.ajouter(CPTS, { criteres: { ...saisie, urgence: "VITALE" } });
    const { errors } = await banc.sousGraphe.demander(
      "mutation($input: OrienterInput!, $cle: ID!) { orienter(input: $input, cleIdempotence: $cle) { id } }",
      {
        input: { besoinId: besoin.id, version: 1, mode: "SIMPLE", destinataires: [{ structureId: "MSP-1" }] },
        cle: cle(),
      },
      CPTS,
    );
    expect(errors?.[0]?.extensions).toMatchObject({ code: "RULE_NOT_MET", regle: "URGENCE_VITALE" });
  });
});
