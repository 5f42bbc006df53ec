import { CRITERES } from "../journeys/parcours.fixture.ts";
import { DEMANDE, INS_FAUX, NOMMEE, PERSONNE } from "./personne-secrete.fixture.ts";
import type { Porte } from "./porte.fixture.ts";

const OUVRIR =
  'mutation Erreur($i: DemanderAppuiInput!) { demanderAppui(cleIdempotence: "une-cle-faite-ici", input: $i) { id } }';
const AJOUTER =
  'mutation Erreur($i: AjouterBesoinInput!) { ajouterBesoin(cleIdempotence: "une-cle-faite-ici", input: $i) { id } }';
const RIEN = JSON.stringify({ query: "{ __typename }" });

/** Asks with a word that names her in each place where a request can be wrong. */
export async function seMeprendre(porte: Porte, jeton: string): Promise<void> {
  await dansLesVariables(porte, jeton);
  await dansLeDocument(porte, jeton);
  await autourDeLaQuestion(porte, jeton);
}

async function dansLesVariables({ demander }: Porte, jeton: string): Promise<void> {
  const avec = (usager: object) => ({ i: { ...DEMANDE, usager: { ...PERSONNE, ...usager } } });
  await demander(jeton, OUVRIR, avec({ ins: INS_FAUX }));
  await demander(jeton, OUVRIR, avec({ sexe: PERSONNE.nomNaissance }));
  await demander(jeton, OUVRIR, avec({ dateNaissance: NOMMEE }));
  await demander(jeton, OUVRIR, avec({ [PERSONNE.nomNaissance]: PERSONNE.telephone }));
  await demander(jeton, OUVRIR, avec({ prenoms: { [PERSONNE.nomUtilise]: 1 } }));
  await demander(jeton, OUVRIR, avec({ lieuNaissanceInsee: PERSONNE.telephone }));
  await demander(jeton, OUVRIR, { i: PERSONNE.nomNaissance });
  await demander(jeton, AJOUTER, { i: { usager: { ...PERSONNE, ins: INS_FAUX }, criteres: CRITERES } });
  await demander(jeton, AJOUTER, { i: { usager: PERSONNE, porteurId: PERSONNE.ins.matricule, criteres: CRITERES } });
  await demander(jeton, AJOUTER, { i: { usager: PERSONNE, parcoursId: NOMMEE, criteres: CRITERES } });
}

async function dansLeDocument({ demander }: Porte, jeton: string): Promise<void> {
  await demander(jeton, `query { commune(codeInsee: "${NOMMEE}") { nom } }`);
  await demander(jeton, `query { commune(codeInsee: ${PERSONNE.telephone}) { nom } }`);
  await demander(jeton, `query { commune(codeInsee: "69266") { nom } } "${NOMMEE}"`);
  await demander(jeton, `query { commune(codeInsee: "${NOMMEE}`);
  await demander(jeton, `query { professionnels(first: ${PERSONNE.ins.matricule}) { totalCount } }`);
  await demander(jeton, `query { structures(filtre: { type: ${PERSONNE.nomUtilise} }) { totalCount } }`);
  await demander(jeton, `query Q { parcours(id: "${NOMMEE}") { id } structure(id: "${NOMMEE}") { id } }`);
  await demander(jeton, `query ${PERSONNE.nomNaissance}_${PERSONNE.ins.matricule} { __typename }`);
  await demander(jeton, `query { mesParcours(filtre: { recherche: "${NOMMEE.repeat(9)}" }, first: 1) { totalCount } }`);
  await demander(jeton, "query A { __typename } query B { __typename }");
}

/** The body, the token, the headers and the address. */
async function autourDeLaQuestion({ envoyer, url }: Porte, jeton: string): Promise<void> {
  await envoyer(`{"query": "{ __typename }", "variables": "${NOMMEE}"}`, jeton);
  await envoyer(`{"query": "${NOMMEE}`, jeton);
  await envoyer(JSON.stringify({ query: "{ __typename }", operationName: PERSONNE.nomNaissance }), jeton);
  await envoyer(RIEN, NOMMEE.normalize("NFD").replace(/[^\w.]/g, "-"));
  await envoyer(RIEN, jeton, {
    "graphql-client-name": `poste ${PERSONNE.telephone} ${PERSONNE.nomNaissance}`,
    "x-request-id": PERSONNE.ins.matricule,
  });
  await fetch(`${url}/${PERSONNE.nomNaissance}?q=${PERSONNE.ins.matricule}`);
  await fetch(`${url}/graphql?query=${encodeURIComponent(`{ structure(id: "${NOMMEE}") { id } }`)}`);
}
