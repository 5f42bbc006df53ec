import { withAdminClient } from "@coordination/database";
import type { Demande } from "../concurrents/concurrent.ts";

/** A question that front-ends ask our directory, with what it is asked about. */
export interface RequeteAnnuaire {
  readonly intitule: string;
  readonly demandes: readonly Demande[];
}

/** What the questions are about, drawn from the directory: as often as people are there. */
interface Tirage {
  readonly codeInsee: string;
  readonly departement: string;
  readonly nom: string;
  readonly prenom: string;
  readonly commune: string;
}

const PERSONNES =
  "edges { score distanceKm node { nom prenom } situation { profession { libelle } structure { nom } commune { nom } } } pageInfo { hasNextPage endCursor }";
const STRUCTURES =
  "edges { distanceKm node { nom type adresse { codePostal ville } commune { nom } } } pageInfo { hasNextPage endCursor }";

const professionnels = (declaration: string, appel: string, champs = PERSONNES): string =>
  `query Banc(${declaration}) { professionnels(${appel}, first: 20) { ${champs} } }`;
const structures = (declaration: string, appel: string): string =>
  `query Banc(${declaration}) { structures(${appel}, first: 20) { ${STRUCTURES} } }`;

const FACETTES = "totalCount totalExact facettes { champ valeurs { code libelle nombre } }";

/** Each question: its French name, its GraphQL, and its variables for one draw. */
const QUESTIONS: readonly (readonly [string, string, (tirage: Tirage) => object])[] = [
  [
    "Professionnels, début de nom",
    professionnels("$recherche: String!", "recherche: $recherche"),
    ({ nom }) => ({ recherche: nom.slice(0, 4) }),
  ],
  [
    "Professionnels, nom et prénom",
    professionnels("$recherche: String!", "recherche: $recherche"),
    ({ nom, prenom }) => ({ recherche: `${nom} ${prenom}` }),
  ],
  [
    "Professionnels, nom avec une faute de frappe",
    professionnels("$recherche: String!", "recherche: $recherche"),
    ({ nom, prenom }) => ({ recherche: `${avecUneFaute(nom)} ${prenom}` }),
  ],
  [
    "Professionnels, nom et département, avec facettes",
    professionnels(
      "$recherche: String!, $departement: ID!",
      "recherche: $recherche, filtre: { departements: [$departement] }",
      `${FACETTES} ${PERSONNES}`,
    ),
    ({ nom, departement }) => ({ recherche: nom, departement }),
  ],
  [
    "Professionnels, début de nom très fréquent, avec facettes",
    professionnels("$recherche: String!", "recherche: $recherche", `${FACETTES} ${PERSONNES}`),
    ({ prenom }) => ({ recherche: prenom.slice(0, 3) }),
  ],
  [
    "Infirmiers autour d'une commune (10 km)",
    professionnels(
      "$codeInsee: CodeInsee!",
      'filtre: { professions: ["60"] }, proximite: { codeInsee: $codeInsee, rayonKm: 10 }, tri: DISTANCE',
    ),
    ({ codeInsee }) => ({ codeInsee }),
  ],
  [
    "Infirmiers autour d'une commune (20 km), par nom",
    professionnels(
      "$codeInsee: CodeInsee!",
      'filtre: { professions: ["60"] }, proximite: { codeInsee: $codeInsee, rayonKm: 20 }, tri: NOM',
    ),
    ({ codeInsee }) => ({ codeInsee }),
  ],
  [
    "Généralistes qui prennent de nouveaux patients (20 km)",
    professionnels(
      "$codeInsee: CodeInsee!",
      "filtre: { medecinGeneraliste: true, nouveauxPatients: true }, proximite: { codeInsee: $codeInsee, rayonKm: 20 }, tri: DISTANCE",
    ),
    ({ codeInsee }) => ({ codeInsee }),
  ],
  [
    "Kinésithérapeutes d'un département, par nom, avec facettes",
    professionnels(
      "$departement: ID!",
      'filtre: { professions: ["70"], departements: [$departement] }, tri: NOM',
      `${FACETTES} ${PERSONNES}`,
    ),
    ({ departement }) => ({ departement }),
  ],
  [
    "Infirmiers du territoire de la CPTS d'une commune",
    `query Banc($codeInsee: CodeInsee!) { pointEntree(codeInsee: $codeInsee) { cpts { nom territoire {
      professionnels(filtre: { professions: ["60"] }, first: 20) { totalCount ${PERSONNES} } } } } }`,
    ({ codeInsee }) => ({ codeInsee }),
  ],
  [
    "Offre d'une commune à 10 km",
    `query Banc($codeInsee: CodeInsee!) { commune(codeInsee: $codeInsee) { nom offre(professions: ["10", "60", "70"], rayonKm: 10) {
      profession { libelle } nombre acceptantNouveauxPatients plusProcheKm rayonProposeKm } } }`,
    ({ codeInsee }) => ({ codeInsee }),
  ],
  [
    "Structures par nom",
    structures("$recherche: String!", "recherche: $recherche"),
    ({ commune }) => ({ recherche: `pharmacie ${commune}` }),
  ],
  [
    "Structures autour d'une commune (10 km)",
    structures("$codeInsee: CodeInsee!", "proximite: { codeInsee: $codeInsee, rayonKm: 10 }, tri: DISTANCE"),
    ({ codeInsee }) => ({ codeInsee }),
  ],
  [
    "EHPAD autour d'une commune (20 km)",
    structures(
      "$codeInsee: CodeInsee!",
      "filtre: { types: [EHPAD] }, proximite: { codeInsee: $codeInsee, rayonKm: 20 }, tri: DISTANCE",
    ),
    ({ codeInsee }) => ({ codeInsee }),
  ],
  [
    "Communes, saisie semi-automatique",
    "query Banc($recherche: String!) { communes(recherche: $recherche, first: 10) { codeInsee nom codesPostaux } }",
    ({ commune }) => ({ recherche: commune.slice(0, 4) }),
  ],
  [
    "Un besoin et ses propositions classées",
    `query Banc($codeInsee: CodeInsee!) { simulerBesoin(criteres: { codeInsee: $codeInsee, nature: SOINS, urgence: SOUS_72_H,
      professions: ["10"], savoirFaire: ["SM54", "SM26", "SM53"], actes: ["VACCINATION_GRIPPE"], typesStructure: [MSP, CENTRE_DE_SANTE],
      rayonKm: 15, profil: { age: 72, sansMedecinTraitant: OUI, ald: OUI, isole: INCONNU } }) {
      propositions(first: 12) { sourcesIndisponibles elements { rang score distanceKm destinataire {
        situation { id professionnel { nom prenom } commune { nom } } structure { id nom type } } motifs { libelle } } } } }`,
    ({ codeInsee }) => ({ codeInsee }),
  ],
];

/** Writes each question for `nombre` draws. */
export const ecrireLesRequetes = (adminUrl: string, nombre: number): Promise<RequeteAnnuaire[]> =>
  withAdminClient(adminUrl, async (client) => {
    const { rows } = await client.query<Tirage>(
      `select s.code_insee as "codeInsee", s.departement, p.nom, p.prenom, c.nom as commune
       from bench_pair.situation s join bench_pair.professionnel p on p.id = s.professionnel_id
       join bench_pair.commune c on c.code_insee = s.code_insee
       where p.nom ~ '^[[:alpha:]]{4,}$' order by s.id desc limit $1`,
      [nombre],
    );
    return QUESTIONS.map(([intitule, query, variables]) => ({
      intitule,
      demandes: rows.map((tirage) => ({
        path: "/graphql",
        body: JSON.stringify({ query, variables: variables(tirage) }),
      })),
    }));
  });

/** Two letters exchanged in the middle. */
function avecUneFaute(nom: string): string {
  const milieu = Math.floor(nom.length / 2);
  return `${nom.slice(0, milieu - 1)}${nom[milieu] ?? ""}${nom[milieu - 1] ?? ""}${nom.slice(milieu + 1)}`;
}
