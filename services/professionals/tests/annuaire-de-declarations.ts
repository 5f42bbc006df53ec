import { type Acteur, createAnnuaire } from "@coordination/server-kit";
import { importerRpps } from "../src/index.ts";
import { type AnnuaireDeTest, ouvrirAnnuaire } from "./annuaire-de-test.ts";
import { ecrireFichier, ligne, rppsDe } from "./fichier-rpps.ts";
import { publierCommunes, publierStructures } from "./territoire-de-test.ts";

/** The second is closed to our cardiologist, the third is a group that she belongs to, the fourth a médicobus of Foix. */
export const HOPITAL = "1310000013";
export const AUTRE_HOPITAL = "1310000021";
const CPTS = "1310000039";
export const MEDICOBUS = "1310000047";

const ACTEUR: Acteur = {
  sub: "test",
  rpps: null,
  structures: [],
  profils: [],
  scopes: ["annuaire:ecrire"],
  clientId: "tests",
};
const acteur = (sub: string, ecart: Partial<Acteur> = {}): Acteur => ({ ...ACTEUR, sub, ...ecart });

export const CARDIOLOGUE = 1;
export const DEUX_SAVOIR_FAIRE = 2;
export const ACTEURS = {
  elleMeme: acteur("elle-meme", { rpps: rppsDe(CARDIOLOGUE) }),
  sonSecretariat: acteur("son-secretariat", { pourLeCompteDe: rppsDe(CARDIOLOGUE) }),
  secretariatDuConfrere: acteur("secretariat-du-confrere", { pourLeCompteDe: rppsDe(DEUX_SAVOIR_FAIRE) }),
  sonHopital: acteur("son-hopital", { structures: [HOPITAL] }),
  autreHopital: acteur("autre-hopital", { structures: [AUTRE_HOPITAL] }),
  saCpts: acteur("sa-cpts", { structures: [CPTS] }),
  agence: acteur("agence", { profils: ["agence"] }),
  confrere: acteur("confrere", { rpps: rppsDe(DEUX_SAVOIR_FAIRE) }),
  sansPortee: acteur("sans-portee", { rpps: rppsDe(CARDIOLOGUE), scopes: ["annuaire:lire"] }),
} as const;

export const idDe = (rang: number): string => `8${rppsDe(rang)}`;

const aToulouse = { "Code commune (coord. structure)": "31555", "Code Département (structure)": "31" };
const cardiologie = { "Code savoir-faire": "SM04", "Libellé savoir-faire": "Cardiologie et maladies vasculaires" };
const LIGNES = [
  ligne(CARDIOLOGUE, {
    ...aToulouse,
    ...cardiologie,
    "Numéro FINESS site": HOPITAL.slice(1),
    "Identifiant technique de la structure": `F${HOPITAL.slice(1)}`,
    "Code mode exercice": "S",
  }),
  ligne(DEUX_SAVOIR_FAIRE, { ...aToulouse, ...cardiologie }),
  ligne(DEUX_SAVOIR_FAIRE, { ...aToulouse, "Code savoir-faire": "SM53" }),
];

/** An answer, read loosely: the tests say what they expect of it. */
interface Reponse<Donnees> {
  readonly data: Donnees | null;
  /** The code and the field of its first error; null without error. */
  readonly refus: { readonly code: unknown; readonly champ: unknown } | null;
}

export interface AnnuaireDeDeclarations extends AnnuaireDeTest {
  /** Asks as somebody. */
  demanderEn<Donnees>(
    qui: Acteur | null,
    query: string,
    variables?: Record<string, unknown>,
  ): Promise<Reponse<Donnees>>;
  /** The rows of a table, as the database has them. */
  lignes(table: string): Promise<Record<string, unknown>[]>;
  /** Imports the same people again. */
  reimporter(): Promise<void>;
  /** The activity that the file gives to the cardiologist. */
  readonly situationId: string;
  /** What the internal door does: answers, or not. */
  readonly porte: { ouverte: boolean; questions: number };
  /** The clock. */
  readonly horloge: { maintenant: string };
}

/** A cardiologist in a hospital of Toulouse, member of a CPTS that another service knows, and a colleague. */
export async function ouvrirAnnuaireDeDeclarations(): Promise<AnnuaireDeDeclarations> {
  const porte = { ouverte: true, questions: 0 };
  const horloge = { maintenant: "2026-11-22T10:00:00Z" };
  const adhesions = [{ groupement: { id: CPTS } }];
  const annuaire = await ouvrirAnnuaire({
    maintenant: () => new Date(horloge.maintenant),
    annuaire: createAnnuaire(
      (operation) => {
        porte.questions += 1;
        const siens = JSON.stringify(operation.variables).includes(idDe(CARDIOLOGUE)) ? adhesions : [];
        return porte.ouverte
          ? Promise.resolve({ data: { professionnel: { adhesions: siens } } })
          : Promise.reject(new Error("muette"));
      },
      { timeoutMs: 5_000 },
    ),
  });
  const fichier = await ecrireFichier(LIGNES);
  await annuaire.ecrire(async (client) => {
    await publierCommunes(client);
    await publierStructures(client, [
      { id: HOPITAL, type: "ETABLISSEMENT_DE_SANTE", codeInsee: "31555", latitude: 43.61, longitude: 1.4 },
      { id: AUTRE_HOPITAL, type: "ETABLISSEMENT_DE_SANTE", codeInsee: "31069", latitude: 43.64, longitude: 1.38 },
      { id: CPTS, type: "CPTS", codeInsee: "31555" },
      { id: MEDICOBUS, type: "MEDICOBUS", codeInsee: "09122", latitude: 42.97, longitude: 1.61 },
    ]);
    await importerRpps(client, { fichier });
  });
  const demanderEn: AnnuaireDeDeclarations["demanderEn"] = async (qui, query, variables) => {
    const { data, errors } = JSON.parse(JSON.stringify(await annuaire.executer(query, variables, qui)));
    const extensions = errors?.[0]?.extensions;
    return {
      data: data ?? null,
      refus: errors === undefined ? null : { code: extensions?.code, champ: extensions?.champ },
    };
  };
  const lignes = (table: string) =>
    annuaire.ecrire(async (client) => (await client.query(`select * from professionals.${table}`)).rows);
  const [situation] = (await lignes("situation")).filter(
    ({ professionnel_id }) => professionnel_id === idDe(CARDIOLOGUE),
  );
  return {
    ...annuaire,
    demanderEn,
    lignes,
    reimporter: () =>
      annuaire.ecrire(async (client) => {
        await importerRpps(client, { fichier: await ecrireFichier(LIGNES, { jour: "20261123" }) });
      }),
    situationId: String(situation?.id),
    porte,
    horloge,
  };
}
