import { randomUUID } from "node:crypto";
import { setTimeout as attendre } from "node:timers/promises";
import { withAdminClient } from "@coordination/database";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { type MaisonEcoutee, ouvrirMaisonEcoutee } from "./maison-ecoutee.fixture.ts";

/** An invented person whose words are found nowhere else; the INS has a right key and a month that nobody is born in. */
const PERSONNE = {
  nomNaissance: "QUERCYMONTFERRANDEL",
  prenoms: ["Théodulphine"],
  nomUtilise: "Vaubrizandre",
  dateNaissance: "1950-11-22",
  sexe: "FEMININ",
  telephone: "0499887766",
  statutIdentite: "QUALIFIEE",
  ins: { matricule: "299990199900103", oid: "1.2.250.1.213.1.4.8" },
  sansMedecinTraitant: "NON",
  ald: "OUI",
  isole: "INCONNU",
  lieuDeVie: "DOMICILE",
  adresse: { lignes: ["17 venelle Ornithorinquette"], ville: "Villeurbanne" },
  proches: [{ nom: "Barnabéas Proximalet", lien: "fils", telephone: "0488776655" }],
};
/** All that must be read in clear nowhere. */
const SECRETS = [
  "QUERCYMONTFERRANDEL",
  "Théodulphine",
  "Theodulphine",
  "Vaubrizandre",
  "Ornithorinquette",
  "Proximalet",
  "Demandeurlin",
  "299990199900103",
  "299990199900104",
  "0499887766",
  "0488776655",
  "0477665544",
];
const SECRET = new RegExp(SECRETS.join("|"), "i");
/** What the base says of the row that it refuses. */
const REFUSEE = '"constraint":"refusee"';
const NOMMEE = `${PERSONNE.prenoms[0]} ${PERSONNE.nomNaissance}, tél. ${PERSONNE.telephone}`;

const DEMANDE = {
  codeInsee: "69266",
  demandeur: { nature: "PROFESSIONNEL_DE_VILLE", nom: "Dr Demandeurlin", telephone: "0477665544" },
  personneInformee: true,
  accordPersonne: "OUI",
  motif: `retour à domicile de ${NOMMEE}`,
  difficulte: `personne ne passe chez ${PERSONNE.nomUtilise}`,
  autresActeurs: true,
  usager: PERSONNE,
};

let maison: MaisonEcoutee;
let medecin: string;
let coordinatrice: string;
let dossier: { id: string; version: number };
/** Every error that was answered, as the client read it. */
const erreurs: string[] = [];

beforeAll(async () => {
  maison = await ouvrirMaisonEcoutee();
  medecin = await maison.jeton("medecin-generaliste");
  coordinatrice = await maison.jeton("coordinatrice-dac");
}, 240_000);
afterAll(() => maison.stop());

interface Reponse {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly { message: string }[];
}

async function envoyer(corps: string, jeton?: string, entetes: Record<string, string> = {}): Promise<Reponse> {
  const reponse = await fetch(`${maison.url}/graphql`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      ...(jeton === undefined ? {} : { authorization: `Bearer ${jeton}` }),
      ...entetes,
    },
    body: corps,
  });
  const lue = (await reponse.json()) as Reponse;
  if (lue.errors !== undefined) erreurs.push(JSON.stringify(lue.errors));
  return lue;
}
const demander = (jeton: string, query: string, variables: object = {}): Promise<Reponse> =>
  envoyer(JSON.stringify({ query, variables }), jeton);

/** Runs a mutation that must succeed, and keeps the version of the case. */
async function agir(jeton: string, nom: string, declarations: string, args: string, variables: object): Promise<void> {
  const texte = `mutation Agir_${nom}($cle: ID!, ${declarations}) { ${nom}(cleIdempotence: $cle, ${args}) { id version } }`;
  const { data, errors } = await demander(jeton, texte, { cle: randomUUID(), ...variables });
  expect(errors).toBeUndefined();
  const { id, version } = (data as Record<string, unknown>)[nom] as typeof dossier;
  if (nom === "demanderAppui" || id === dossier.id) dossier = { id, version };
}
const saisir = (jeton: string, nom: string, type: string, input: object): Promise<void> =>
  agir(jeton, nom, `$input: ${type}!`, "input: $input", { input });

describe("Ce qui nomme une personne", () => {
  it("s'écrit et se relit par ceux qui en ont le droit", async () => {
    await saisir(medecin, "demanderAppui", "DemanderAppuiInput", DEMANDE);
    const parcoursId = dossier.id;
    const surLeDossier = () => ({ parcoursId, version: dossier.version });
    await saisir(coordinatrice, "qualifierDemande", "QualifierDemandeInput", {
      ...surLeDossier(),
      decision: "RECEVABLE",
      niveauAppui: "APPUI_ORGANISATION",
      commentaire: `vu avec ${NOMMEE}`,
    });
    const note = { parcoursId, texte: `Appelé ${NOMMEE}, INS ${PERSONNE.ins.matricule}` };
    await agir(
      coordinatrice,
      "ajouterNote",
      "$parcoursId: ID!, $texte: String!",
      "parcoursId: $parcoursId, texte: $texte",
      note,
    );
    await saisir(coordinatrice, "enregistrerEvaluation", "EnregistrerEvaluationInput", {
      ...surLeDossier(),
      grille: "LIBRE",
      versionGrille: "1",
      realiseeLe: "2026-01-05",
      domaines: [{ domaine: "SANTE", niveau: "MODEREE", constat: `${NOMMEE} se fatigue` }],
      synthese: `${NOMMEE} vit seule`,
    });
    await saisir(coordinatrice, "inviterAuCercle", "InviterAuCercleInput", {
      parcoursId,
      proche: "Barnabéas Proximalet",
      role: "fils",
      depuis: "2026-01-05T08:00:00Z",
    });
    await saisir(coordinatrice, "enregistrerConcertation", "EnregistrerConcertationInput", {
      parcoursId,
      le: "2026-01-06T08:00:00Z",
      participants: ["Dr Demandeurlin"],
      decisions: `${NOMMEE} verra un kinésithérapeute`,
    });
    const { data } = await demander(
      coordinatrice,
      "query Relire($id: ID!) { parcours(id: $id) { usager { identite { nomNaissance prenoms ins { matricule } } } notes { texte } } }",
      { id: parcoursId },
    );
    expect(JSON.stringify(data)).toMatch(SECRET);
  });

  it("n'est dans aucune erreur, quelle que soit la façon de se tromper", async () => {
    const faux = { ...PERSONNE.ins, matricule: "299990199900104" };
    const muter =
      'mutation Erreur($i: DemanderAppuiInput!) { demanderAppui(cleIdempotence: "une-cle-faite-ici", input: $i) { id } }';
    const avec = (usager: object) => ({ i: { ...DEMANDE, usager: { ...PERSONNE, ...usager } } });
    await demander(medecin, muter, avec({ ins: faux }));
    await demander(medecin, muter, avec({ sexe: PERSONNE.nomNaissance }));
    await demander(medecin, muter, avec({ dateNaissance: NOMMEE }));
    await demander(medecin, muter, avec({ [PERSONNE.nomNaissance]: PERSONNE.telephone }));
    await demander(medecin, muter, avec({ prenoms: { [PERSONNE.nomUtilise]: 1 } }));
    await demander(medecin, muter, avec({ lieuNaissanceInsee: PERSONNE.telephone }));
    await demander(medecin, muter, { i: PERSONNE.nomNaissance });
    await demander(medecin, `query { commune(codeInsee: "${NOMMEE}") { nom } }`);
    await demander(medecin, `query { commune(codeInsee: ${PERSONNE.telephone}) { nom } }`);
    await demander(medecin, `query { commune(codeInsee: "69266") { nom } } "${NOMMEE}"`);
    await demander(medecin, `query { commune(codeInsee: "${NOMMEE}`);
    await demander(medecin, `query { professionnels(first: ${PERSONNE.ins.matricule}) { totalCount } }`);
    await demander(medecin, `query { structures(filtre: { type: ${PERSONNE.nomUtilise} }) { totalCount } }`);
    await demander(medecin, `query Q { parcours(id: "${NOMMEE}") { id } structure(id: "${NOMMEE}") { id } }`);
    await demander(medecin, `query ${PERSONNE.nomNaissance}_${PERSONNE.ins.matricule} { __typename }`);
    await demander(medecin, "query A { __typename } query B { __typename }");
    await envoyer(`{"query": "{ __typename }", "variables": "${NOMMEE}"}`, medecin);
    await envoyer(`{"query": "${NOMMEE}`, medecin);
    await envoyer(JSON.stringify({ query: "{ __typename }", operationName: PERSONNE.nomNaissance }), medecin);
    await envoyer(JSON.stringify({ query: "{ __typename }" }), NOMMEE.normalize("NFD").replace(/[^\w.]/g, "-"));
    await envoyer(JSON.stringify({ query: "{ __typename }" }), medecin, {
      "graphql-client-name": `poste ${PERSONNE.telephone} ${PERSONNE.nomNaissance}`,
      "x-request-id": PERSONNE.ins.matricule,
    });
    await fetch(`${maison.url}/${PERSONNE.nomNaissance}?q=${PERSONNE.ins.matricule}`);
    await fetch(`${maison.url}/graphql?query=${encodeURIComponent(`{ structure(id: "${NOMMEE}") { id } }`)}`);
    expect(erreurs.length).toBeGreaterThan(15);
    expect(erreurs.filter((texte) => SECRET.test(texte))).toEqual([]);
  });

  it("n'est dans aucune erreur, même quand c'est la base qui refuse, et cite la ligne refusée", async () => {
    await withAdminClient(maison.adminUrl, (client) =>
      client.query("alter table parcours.note add constraint refusee check (id is null) not valid"),
    );
    const { errors } = await demander(
      coordinatrice,
      'mutation Refusee($id: ID!, $texte: String!) { ajouterNote(cleIdempotence: "une-autre-cle", parcoursId: $id, texte: $texte) { id } }',
      { id: dossier.id, texte: NOMMEE },
    );
    expect(errors?.[0]?.message).toMatch(/^Erreur interne/);
    // The service is another process: its line comes by a pipe, after the answer.
    for (let essai = 0; essai < 50 && !maison.ecrit().includes(REFUSEE); essai += 1) await attendre(100);
    expect(maison.ecrit()).toContain(REFUSEE);
    expect(JSON.stringify(errors)).not.toMatch(SECRET);
  });

  it("n'est dans aucune ligne qu'un processus a écrite", async () => {
    while (!maison.ecrit().includes('"operation":"Refusee"')) await attendre(20);
    expect(maison.ecrit()).toContain('"operation":"Agir_demanderAppui"');
    expect(
      maison
        .ecrit()
        .split("\n")
        .filter((ligne) => SECRET.test(ligne)),
    ).toEqual([]);
  });

  it("n'est pas dans les mesures", async () => {
    for (const page of ["metrics", "depreciations"]) {
      const texte = await (await fetch(`${maison.mesures}/${page}`)).text();
      expect(texte.split("\n").filter((ligne) => SECRET.test(ligne))).toEqual([]);
    }
    expect(await (await fetch(`${maison.mesures}/metrics`)).text()).toContain('operation="Agir_demanderAppui"');
  });

  it("n'est en clair dans aucune colonne d'aucune table : ni dossier, ni trace, ni échéance, ni événement à publier", async () => {
    const tables = await withAdminClient(maison.adminUrl, async (client) => {
      const { rows } = await client.query<{ nom: string }>(
        `select format('%I.%I', schemaname, tablename) as nom from pg_tables
         where schemaname not in ('pg_catalog', 'information_schema') order by nom`,
      );
      const lues = [];
      for (const { nom } of rows) {
        const { rows: trouvees } = await client.query<{ ligne: string }>(
          `select t::text as ligne from ${nom} t where t::text ~* $1`,
          [SECRET.source],
        );
        const { rows: lignes } = await client.query(`select from ${nom} limit 1`);
        lues.push({ nom, vide: lignes.length === 0, trouvees: trouvees.map(({ ligne }) => ligne) });
      }
      return lues;
    });
    const remplies = tables.filter(({ vide }) => !vide).map(({ nom }) => nom);
    expect(remplies).toEqual(
      expect.arrayContaining(
        ["usager", "note", "evaluation", "a_publier", "trace_acces", "ecriture"].map((nom) => `parcours.${nom}`),
      ),
    );
    expect(tables.filter(({ trouvees }) => trouvees.length > 0)).toEqual([]);
  });
});

/** The spans of the last request that ran this operation. */
function tronconsDe(operation: string) {
  const racine = maison.troncons().findLast(({ texte }) => texte.includes(`"${operation}"`));
  return maison.troncons().filter(({ traceId }) => traceId === racine?.traceId);
}

describe("Les traces", () => {
  it("suivent aussi ce qu'un service demande par la porte interne", async () => {
    const complete = () => tronconsDe("Agir_demanderAppui").some(({ name }) => name === "porte interne");
    while (!complete()) await attendre(50);
    expect(new Set(tronconsDe("Agir_demanderAppui").map(({ processus }) => processus))).toEqual(
      new Set(["passerelle", "parcours", "structures"]),
    );
  });

  it("suivent une demande de la passerelle aux sous-graphes et à leurs énoncés SQL, sans rien nommer", async () => {
    await demander(coordinatrice, "query Suivie($id: ID!) { parcours(id: $id) { dac { nom } notes { texte } } }", {
      id: dossier.id,
    });
    const deLaDemande = () => tronconsDe("Suivie");
    const complete = () =>
      deLaDemande().some(({ name, processus }) => processus === "structures" && name.startsWith("select"));
    while (!complete()) await attendre(50);
    const noms = deLaDemande().map(({ processus, name }) => `${processus}: ${name}`);
    expect(noms).toEqual(
      expect.arrayContaining([
        "passerelle: requête",
        "passerelle: plan",
        "passerelle: appel parcours",
        "parcours: sous-graphe",
        "passerelle: appel structures",
        "structures: sous-graphe",
      ]),
    );
    expect(noms.filter((nom) => nom.startsWith("parcours: select"))).not.toEqual([]);
    const connus = new Set(deLaDemande().map(({ spanId }) => spanId));
    const orphelins = deLaDemande().filter(({ parentSpanId }) => parentSpanId && !connus.has(parentSpanId));
    expect(orphelins).toEqual([]);
    expect(maison.troncons().filter(({ texte }) => SECRET.test(texte))).toEqual([]);
  });
});
