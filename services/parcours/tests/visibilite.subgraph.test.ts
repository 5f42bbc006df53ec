import type { Acteur } from "@coordination/server-kit";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { annuaireDuCercle, muter, muterAvec } from "./cercles-de-test.ts";
import { AUTRE_EQUIPE, DEMANDE, DEMANDEUR, EQUIPE, PASSANT } from "./dossiers-de-test.ts";
import { cle, dossierDuBesoin, KINE, orienter, ouvrirBesoin } from "./orientations-de-test.ts";
import { ouvrirAToulouse, type SousGrapheDeTest } from "./sous-graphe.ts";

let sousGraphe: SousGrapheDeTest;
beforeAll(async () => {
  sousGraphe = await ouvrirAToulouse(annuaireDuCercle);
});
afterAll(() => sousGraphe.fermer());

async function ouvrir() {
  const besoin = await ouvrirBesoin(sousGraphe);
  const dossier = await dossierDuBesoin(sousGraphe, besoin.id);
  return { besoin, ...dossier };
}
const lire = async (id: string, acteur: Acteur, champs: string) =>
  (await sousGraphe.demander(`query($id: ID!) { parcours(id: $id) { ${champs} } }`, { id }, acteur)).data?.parcours;
const NOM = "usager { identite { nomNaissance } }";
const NOMMEE = { usager: { identite: { nomNaissance: "ZEPHIRIN-EXEMPLE" } } };
const ABSENT = "00000000-0000-4000-8000-000000000000";

describe("Un accès exceptionnel", () => {
  const briser = (id: string, acteur: Acteur, motif = "inconscient aux urgences, traitement inconnu") =>
    muterAvec(sousGraphe, "accederEnBrisDeGlace", `parcoursId: "${id}", motif: "${motif}"`, acteur);

  it("ouvre le dossier une heure, prévient l'équipe et se lit au journal, lectures comprises", async () => {
    const { id } = await ouvrir();
    expect(await lire(id, KINE, NOM)).toBeNull();
    expect((await briser(id, KINE)).errors).toBeUndefined();
    expect(await lire(id, KINE, NOM)).toEqual(NOMMEE);
    const { data } = await sousGraphe.demander(
      "query($id: ID!) { tracesAcces(parcoursId: $id, first: 10) { edges { node { action objet motif brisDeGlace acteur { professionnel { id } } } } } }",
      { id },
      EQUIPE,
    );
    const lui = { professionnel: { id: "889900000053" } };
    expect(data).toEqual({
      tracesAcces: {
        edges: [
          {
            node: {
              action: "BRIS_DE_GLACE",
              objet: "DOSSIER",
              motif: "inconscient aux urgences, traitement inconnu",
              brisDeGlace: true,
              acteur: lui,
            },
          },
          { node: { action: "LIRE", objet: "IDENTITE", motif: null, brisDeGlace: true, acteur: lui } },
        ],
      },
    });
    const publies = await sousGraphe.interroger<{ charge: object }>(
      `select charge from parcours.a_publier where dossier_id = '${id}' and type = 'BRIS_DE_GLACE'`,
    );
    expect(publies).toEqual([{ charge: { dossierId: id, par: "889900000053" } }]);
    await sousGraphe.interroger(
      `update parcours.bris_de_glace set depuis = now() - interval '2 hours', jusqu_a = now() - interval '1 second' where dossier_id = '${id}'`,
    );
    expect(await lire(id, KINE, NOM)).toBeNull();
  });

  it("s'inscrit à la chaîne du dossier, même demandé par un identifiant en capitales", async () => {
    const { id } = await ouvrir();
    await lire(id, EQUIPE, NOM);
    expect((await briser(id.toUpperCase(), KINE)).errors).toBeUndefined();
    const [lecture, acces] = await sousGraphe.interroger<{ precedente: string; empreinte: string }>(
      `select precedente, empreinte from parcours.trace_acces where dossier_id = '${id}' order by id`,
    );
    expect(acces?.precedente).toBe(lecture?.empreinte);
  });

  it("demande un motif et un numéro RPPS, et n'apprend rien d'un dossier qui n'existe pas", async () => {
    const { id } = await ouvrir();
    expect((await briser(id, KINE, "vite")).errors?.[0]?.extensions).toMatchObject({ champ: "motif" });
    expect((await briser(id, PASSANT)).errors?.[0]?.extensions?.code).toBe("FORBIDDEN");
    expect(await briser(id, PASSANT)).toEqual(await briser(ABSENT, PASSANT));
    expect((await briser(ABSENT, KINE)).errors?.[0]?.extensions).toMatchObject({ code: "NOT_FOUND" });
    expect(await lire(id, KINE, NOM)).toBeNull();
  });
});

describe("Une concertation", () => {
  it("s'enregistre chiffrée, et n'est lue que par l'équipe", async () => {
    const { id } = await ouvrir();
    const input = {
      parcoursId: id,
      le: "2026-11-01T09:00:00Z",
      participants: ["Dr Inventé"],
      decisions: "Passer lundi.",
    };
    const champs = "concertations { le participants decisions }";
    const { data } = await muter(
      sousGraphe,
      "enregistrerConcertation",
      "EnregistrerConcertationInput",
      input,
      EQUIPE,
      champs,
    );
    expect(data).toEqual({
      rendu: {
        concertations: [{ le: "2026-11-01T09:00:00.000Z", participants: ["Dr Inventé"], decisions: "Passer lundi." }],
      },
    });
    expect(JSON.stringify(await sousGraphe.interroger("select * from parcours.concertation"))).not.toContain("Inventé");
    expect(await lire(id, AUTRE_EQUIPE, champs)).toBeNull();
  });

  it.each<[string, object, string]>([
    ["à venir", { le: "2999-01-01T09:00:00Z" }, "input.le"],
    ["sans participant", { participants: [] }, "input.participants"],
    ["sans décision", { decisions: " " }, "input.decisions"],
  ])("se refuse %s", async (_cas, ecart, champ) => {
    const juste = { parcoursId: ABSENT, le: "2026-11-01T09:00:00Z", participants: ["X"], decisions: "Y" };
    const { errors } = await muter(sousGraphe, "enregistrerConcertation", "EnregistrerConcertationInput", {
      ...juste,
      ...ecart,
    });
    expect(errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", champ });
  });
});

describe("La fiche de la personne", () => {
  it("se rectifie, par l'équipe seule et sur la version lue", async () => {
    const { id, version } = await ouvrir();
    const rectifier = (acteur: Acteur, lue: number) =>
      sousGraphe.demander(
        `mutation($id: ID!, $version: Int!, $usager: UsagerInput!, $cle: ID!) { modifierUsager(parcoursId: $id, version: $version, usager: $usager, cleIdempotence: $cle) { ${NOM} } }`,
        { id, version: lue, usager: { ...DEMANDE.usager, nomNaissance: "RECTIFIE-EXEMPLE" }, cle: cle() },
        acteur,
      );
    expect((await rectifier(AUTRE_EQUIPE, version)).errors?.[0]?.extensions?.code).toBe("NOT_FOUND");
    expect((await rectifier(EQUIPE, version + 1)).errors?.[0]?.extensions?.code).toBe("VERSION_CONFLICT");
    expect((await rectifier(EQUIPE, version)).data).toEqual({
      modifierUsager: { usager: { identite: { nomNaissance: "RECTIFIE-EXEMPLE" } } },
    });
  });
});

describe("La copie d'un dossier", () => {
  const exporter = (id: string, acteur: Acteur) =>
    sousGraphe.demander(
      "query($id: ID!) { exporterDossier(parcoursId: $id) { format contenu genereLe } }",
      { id },
      acteur,
    );

  it("se lit en clair, entière, et laisse une trace", async () => {
    const { id } = await ouvrir();
    const { data } = await exporter(id, EQUIPE);
    const { contenu, format } = (data as { exporterDossier: { contenu: string; format: string } }).exporterDossier;
    expect(format).toBe("application/json");
    expect(JSON.parse(contenu)).toMatchObject({
      dossier: { id, statut: "EN_EVALUATION" },
      personne: { nomNaissance: "ZEPHIRIN-EXEMPLE", proches: [{ nom: "Proche Inventé" }] },
      demande: { motif: DEMANDE.motif },
      besoins: [{ statut: "OUVERT" }],
      orientations: [],
      consentements: [],
    });
    expect(await sousGraphe.interroger(`select action from parcours.trace_acces where dossier_id = '${id}'`)).toEqual([
      { action: "EXPORTER" },
    ]);
  });

  it("n'est que pour l'équipe", async () => {
    const { id } = await ouvrir();
    for (const acteur of [AUTRE_EQUIPE, DEMANDEUR])
      expect(await exporter(id, acteur)).toEqual(await exporter(ABSENT, acteur));
  });
});

describe("Un transfert", () => {
  const transferer = (id: string, version: number, dacId: string, acteur: Acteur = EQUIPE) =>
    muterAvec(
      sousGraphe,
      "transfererParcours",
      `parcoursId: "${id}", version: ${version}, dacId: "${dacId}", motif: "déménagement"`,
      acteur,
      "statut dac { id } version",
    );

  it("confie le dossier et son histoire à l'autre équipe ; celle d'avant ne le voit plus", async () => {
    const { id, besoin } = await ouvrir();
    await orienter(sousGraphe, besoin, ["MSP-1"]);
    const { version } = (await lire(id, EQUIPE, "version")) as { version: number };
    const { data } = await transferer(id, version, "DAC-B");
    expect(data).toEqual({ rendu: { statut: "DEMANDE_RECUE", dac: { id: "DAC-B" }, version: version + 1 } });
    expect(await lire(id, EQUIPE, NOM)).toBeNull();
    const vu = await lire(
      id,
      AUTRE_EQUIPE,
      `${NOM} besoins { orientations { statut } } evenements(first: 50) { edges { node { type } } }`,
    );
    expect(vu).toMatchObject({ ...NOMMEE, besoins: [{ orientations: [{ statut: "ENVOYEE" }] }] });
    expect(JSON.stringify(vu)).toContain("TRANSFERER");
    const emises = await sousGraphe.demander(
      "{ boiteOrientations(sens: EMISES, first: 50) { edges { node { parcours { id } } } } }",
      {},
      EQUIPE,
    );
    expect(JSON.stringify(emises)).not.toContain(id);
  });

  it.each([
    ["une structure inconnue", "RIEN", "NOT_FOUND"],
    ["une structure qui n'est pas un DAC", "MSP-1", "BAD_USER_INPUT"],
    ["le même DAC", "DAC-A", "BAD_USER_INPUT"],
  ])("se refuse vers %s", async (_cas, dacId, code) => {
    const { id, version } = await ouvrir();
    expect((await transferer(id, version, dacId)).errors?.[0]?.extensions).toMatchObject({ code, champ: "dacId" });
  });

  it("ne se contourne pas en rejouant une écriture d'avant : la réponse gardée ne dit plus rien de la personne", async () => {
    const { id, version } = await ouvrir();
    const noter = () =>
      sousGraphe.demander(
        `mutation($id: ID!) { ajouterNote(parcoursId: $id, texte: "vu", cleIdempotence: "cle-rejouee-1") { numero demande { motif } } }`,
        { id },
        EQUIPE,
      );
    expect((await noter()).data).toMatchObject({ ajouterNote: { demande: { motif: DEMANDE.motif } } });
    expect((await transferer(id, version + 1, "DAC-B")).errors).toBeUndefined();
    const rejouee = await noter();
    expect(rejouee.errors?.[0]?.extensions?.code).toBe("NOT_FOUND");
    expect(JSON.stringify(rejouee)).not.toContain(DEMANDE.motif);
  });

  it("n'est pas pour les autres", async () => {
    const { id, version } = await ouvrir();
    expect(await transferer(id, version, "DAC-B", AUTRE_EQUIPE)).toEqual(
      await transferer(ABSENT, version, "DAC-B", AUTRE_EQUIPE),
    );
  });
});
