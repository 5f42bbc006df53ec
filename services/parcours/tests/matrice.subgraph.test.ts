import type { Acteur } from "@coordination/server-kit";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { annuaireDuCercle, consentir, inviter, KINE_ID, lireCercle, muterAvec } from "./cercles-de-test.ts";
import { AUTRE_EQUIPE, DEMANDEUR, EQUIPE, SANS_PORTEE } from "./dossiers-de-test.ts";
import { cle, destinataire, KINE, orienter, ouvrirBesoin } from "./orientations-de-test.ts";
import { ouvrirSousGraphe, type SousGrapheDeTest } from "./sous-graphe.ts";

/** Invented words that name the person, or say what is theirs alone: each field that may carry one, and what it then says. */
const CHAMPS_DU_DOSSIER = {
  identite: ["usager { identite { nomNaissance telephone ins { matricule } } }", /ZEPHIRIN/],
  age: ["usager { age }", /"age":\d/],
  adresse: ["usager { adresse { lignes } }", /Inventée/],
  proches: ["usager { proches { nom } }", /Proche Inventé/],
  demande: ["demande { motif demandeur { nom telephone } }", /retour à domicile/],
  notes: ["notes { texte }", /note secrète/],
  besoins: ["besoins { criteres { codeInsee } }", /31555/],
  cercle: ["cercle { role }", /soins/],
  evenements: ["evenements(first: 5) { edges { node { resume } } }", /est reçue/],
} as const;
const CHAMPS_DE_L_ORIENTATION = {
  apercu: ["apercu { departement }", /31/],
  usager: ["usager { identite { nomNaissance } }", /ZEPHIRIN/],
  message: ["message", /Odalric/],
  besoin: ["besoin { criteres { codeInsee } }", /31555/],
  parcours: ["parcours { numero }", /numero/],
} as const;
const TOUT = "identite age adresse proches demande notes besoins cercle evenements";
const CERCLE = "identite age adresse proches demande cercle evenements";
const RIEN = "";

/** The expected table: role, what it reads of the case, what it reads of each referral made to MSP-1 (accepted) and MSP-2 (not). */
const ROLES: readonly (readonly [role: string, acteur: Acteur | null, dossier: string, msp1: string, msp2: string])[] =
  [
    ["l'équipe", EQUIPE, TOUT, "apercu usager message besoin parcours", "apercu usager besoin parcours"],
    ["une autre équipe", AUTRE_EQUIPE, RIEN, RIEN, RIEN],
    ["le demandeur", DEMANDEUR, "demande evenements", RIEN, RIEN],
    ["le destinataire qui a accepté, sur un consentement", destinataire("MSP-1"), RIEN, "apercu usager message", RIEN],
    ["le destinataire qui n'a pas accepté", destinataire("MSP-2"), RIEN, RIEN, "apercu"],
    ["un membre du cercle", KINE, CERCLE, RIEN, RIEN],
    ["un ancien membre du cercle", destinataire("MSP-3"), RIEN, RIEN, RIEN],
    ["un éditeur sans portée", SANS_PORTEE, RIEN, RIEN, RIEN],
    ["personne", null, RIEN, RIEN, RIEN],
  ];
const ABSENT = "00000000-0000-4000-8000-000000000000";

let sousGraphe: SousGrapheDeTest;
let dossierId: string;
let acceptee: string;
let envoyee: string;
const sansErreur = <R extends { errors?: unknown }>(reponse: R): R => {
  expect(reponse.errors).toBeUndefined();
  return reponse;
};

beforeAll(async () => {
  sousGraphe = await ouvrirSousGraphe(annuaireDuCercle);
  await sousGraphe.publierCommunes([["31555", "Toulouse", "31"]]);
  const besoin = await ouvrirBesoin(sousGraphe);
  const [ligne] = await sousGraphe.interroger<{ id: string }>(
    `select dossier_id as id from parcours.besoin where id = '${besoin.id}'`,
  );
  dossierId = ligne?.id ?? "";
  sansErreur(await muterAvec(sousGraphe, "ajouterNote", `parcoursId: "${dossierId}", texte: "note secrète"`));
  sansErreur(await inviter(sousGraphe, dossierId, { structureId: "MSP-3" }));
  const ancien = (await lireCercle(sousGraphe, dossierId))?.cercle[0]?.id;
  const jour = new Date().toISOString().slice(0, 10);
  sansErreur(
    await muterAvec(
      sousGraphe,
      "mettreFinAuCercle",
      `parcoursId: "${dossierId}", membreId: "${ancien}", le: "${jour}"`,
    ),
  );
  sansErreur(await inviter(sousGraphe, dossierId, { professionnelId: KINE_ID }));
  sansErreur(
    await consentir(sousGraphe, dossierId, { destinataires: [{ structureId: "MSP-1" }, { structureId: "MSP-2" }] }),
  );
  const envoi = sansErreur(await orienter(sousGraphe, besoin, ["MSP-1"], { message: "Odalric vous attend." }));
  acceptee = (envoi.data as { orienter: { id: string }[] }).orienter[0]?.id ?? "";
  const [apres] = await sousGraphe.interroger<{ version: number }>(
    `select version from parcours.besoin where id = '${besoin.id}'`,
  );
  const second = sansErreur(await orienter(sousGraphe, { ...besoin, version: apres?.version ?? 0 }, ["MSP-2"]));
  envoyee = (second.data as { orienter: { id: string }[] }).orienter[0]?.id ?? "";
  sansErreur(
    await sousGraphe.demander(
      "mutation($id: ID!, $cle: ID!) { accepter(orientationId: $id, version: 1, cleIdempotence: $cle) { statut } }",
      { id: acceptee, cle: cle() },
      destinataire("MSP-1"),
    ),
  );
});
afterAll(() => sousGraphe.fermer());

type Champs = Readonly<Record<string, readonly [selection: string, dit: RegExp]>>;
const PAR_CHEMIN: Readonly<Record<string, (type: string, selection: string) => string>> = {
  requête: (type, selection) => `query($id: ID!) { vu: ${type.toLowerCase()}(id: $id) { ${selection} } }`,
  entité: (type, selection) =>
    `query($id: ID!) { vu: _entities(representations: [{ __typename: "${type}", id: $id }]) { ... on ${type} { ${selection} } } }`,
};
/** What someone really reads: the fields whose answer says what they carry. */
async function lus(chemin: string, type: string, id: string, champs: Champs, acteur: Acteur | null): Promise<string> {
  const vus: string[] = [];
  for (const [nom, [selection, dit]] of Object.entries(champs)) {
    const requete = (PAR_CHEMIN[chemin] ?? (() => ""))(type, selection);
    if (dit.test(JSON.stringify(await sousGraphe.demander(requete, { id }, acteur)))) vus.push(nom);
  }
  return vus.join(" ");
}

describe.each(Object.keys(PAR_CHEMIN))("Ce que chacun lit, par %s", (chemin) => {
  it.each(ROLES)("%s", async (_role, acteur, dossier, msp1, msp2) => {
    expect(await lus(chemin, "Parcours", dossierId, CHAMPS_DU_DOSSIER, acteur)).toBe(dossier);
    expect(await lus(chemin, "Orientation", acceptee, CHAMPS_DE_L_ORIENTATION, acteur)).toBe(msp1);
    expect(await lus(chemin, "Orientation", envoyee, CHAMPS_DE_L_ORIENTATION, acteur)).toBe(msp2);
  });

  it.each(ROLES)("%s ne distingue pas ce qui n'est pas pour lui de ce qui n'existe pas", async (...role) => {
    const [, acteur, dossier, msp1, msp2] = role;
    const interdits = [
      ["Parcours", dossierId, dossier],
      ["Orientation", acceptee, msp1],
      ["Orientation", envoyee, msp2],
    ].filter(([, , lu]) => lu === RIEN);
    for (const [type = "", id] of interdits) {
      const requete = (PAR_CHEMIN[chemin] ?? (() => ""))(type, "id version");
      expect(await sousGraphe.demander(requete, { id }, acteur)).toEqual(
        await sousGraphe.demander(requete, { id: ABSENT }, acteur),
      );
    }
  });
});

describe("Ce que chacun lit, par les listes", () => {
  it.each(ROLES)("%s", async (_role, acteur, dossier, msp1, msp2) => {
    const { data } = await sousGraphe.demander(
      "{ mesParcours(first: 50) { edges { node { id } } } recues: boiteOrientations(sens: RECUES, first: 50) { edges { node { id } } } emises: boiteOrientations(sens: EMISES, first: 50) { edges { node { id } } } }",
      {},
      acteur,
    );
    const liste = JSON.stringify(data ?? null);
    // The requester sees their case by its identifier: it is not one of their team's, nor of their circle's.
    expect(liste.includes(dossierId)).toBe(dossier.includes("identite"));
    expect(liste.includes(acceptee)).toBe(msp1 !== RIEN);
    expect(liste.includes(envoyee)).toBe(msp2 !== RIEN);
  });
});
