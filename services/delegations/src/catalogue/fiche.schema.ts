import { z } from "zod";

/** What a proofreader writes in `catalogue/*.yaml`. Kept flat: one line of the file, one fact of the text. */

export const NATURES = [
  "PROTOCOLE_NATIONAL",
  "PROTOCOLE_LOCAL",
  "COMPETENCE_PROPRE",
  "PRATIQUE_AVANCEE",
  "ACCES_DIRECT",
  "EXPERIMENTATION",
] as const;
export const GESTES = [
  "EVALUER",
  "PRESCRIRE",
  "REALISER",
  "RENOUVELER",
  "ADAPTER",
  "DELIVRER",
  "ORIENTER",
  "CERTIFIER",
] as const;
export const OBJETS = ["PATIENT", "CADRE_EXERCICE", "FORMATION", "EQUIPE", "TERRITOIRE", "PERIODE"] as const;
export const SEXES = ["FEMININ", "MASCULIN", "INDETERMINE"] as const;
export const ACQUISES_PAR = ["ACTE", "PROFESSION"] as const;
export const NIVEAUX_RELECTURE = ["TEXTE_OFFICIEL", "SOURCES_CONCORDANTES", "A_VERIFIER"] as const;

const code = z.string().regex(/^[A-Z][A-Z0-9_]*$/, "un code s'écrit en majuscules, chiffres et tirets bas");
const phrase = z.string().trim().min(3, "le texte est trop court");
const date = z.iso.date("une date s'écrit AAAA-MM-JJ");
const annees = z.int().min(0).max(150);
const mois = z.int().min(0).max(1800);
const departement = z
  .string()
  .regex(/^(\d{2}|2[AB]|97\d)$/, "un département s'écrit « 01 », « 2A », « 974 », entre guillemets");
const listeDe = <T extends z.ZodType>(element: T) => z.array(element).min(1, "la liste est vide");

/** À qui la condition s'adresse : hors de ce cas, elle est sans objet. */
const quand = z.strictObject({
  ageMin: annees.optional(),
  ageMax: annees.optional(),
  sexe: z.enum(SEXES).optional(),
  critere: code.optional(),
});

const condition = z.strictObject({
  code,
  objet: z.enum(OBJETS),
  libelle: phrase,
  actes: listeDe(code).optional(),
  quand: quand.optional(),
  geste: z.enum(GESTES).optional(),
  ageMin: annees.optional(),
  ageMax: annees.optional(),
  ageMoisMin: mois.optional(),
  ageMoisMax: mois.optional(),
  sexe: z.enum(SEXES).optional(),
  critereExclu: code.optional(),
  critereRequis: code.optional(),
  typesStructure: listeDe(code).optional(),
  departements: listeDe(departement).optional(),
  du: date.optional(),
  au: date.optional(),
  habilitationRequise: code.optional(),
  equipeDeclaree: z.literal(true).optional(),
  acquisePar: z.enum(ACQUISES_PAR).optional(),
  aVerifierSurLeTexte: z.literal(true).optional(),
  aVerifierParLeProfessionnel: z.literal(true).optional(),
});

const fondement = z.strictObject({
  texte: phrase,
  date: date.optional(),
  article: phrase.optional(),
  url: z.url({ protocol: /^https?$/ }).optional(),
});

const relecture = z.strictObject({ niveau: z.enum(NIVEAUX_RELECTURE), relueLe: date.optional(), source: phrase });

export const ficheDelegationSchema = z.strictObject({
  code,
  version: z.int().min(1),
  etablieLe: date,
  intitule: phrase,
  resumeGrandPublic: phrase,
  nature: z.enum(NATURES),
  delegants: z.array(z.string()).default([]),
  delegues: listeDe(z.string()),
  savoirFaireDelegants: z.array(z.string()).default([]),
  savoirFaireDelegues: z.array(z.string()).default([]),
  actes: listeDe(code),
  conditions: listeDe(condition),
  formation: phrase.optional(),
  fondements: listeDe(fondement),
  enVigueurDepuis: date,
  /** Pourquoi la date de début n'est pas sûre ; avant elle, la délégation est alors INCONNU et non NON. */
  debutIncertain: phrase.optional(),
  enVigueurJusquA: date.optional(),
  remplaceePar: code.optional(),
  relecture,
});

export const ficheActesSchema = z.array(
  z.strictObject({ code, libelle: phrase, gestes: listeDe(z.enum(GESTES)), synonymes: z.array(phrase).default([]) }),
);
export const ficheLibellesSchema = z.array(z.strictObject({ code, libelle: phrase }));

export type FicheDelegation = z.infer<typeof ficheDelegationSchema>;
export type FicheCondition = z.infer<typeof condition>;
export type FicheQuand = z.infer<typeof quand>;
