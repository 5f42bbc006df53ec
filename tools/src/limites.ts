import { debitEnMemoire, debitPartage, type OptionsDesLimites } from "@coordination/gateway";
import type { Pool } from "pg";
import { z } from "zod";

/** What bounds a client at the public door, as the environment says it. */
export interface ReglagesDesLimites {
  readonly introspection: OptionsDesLimites["introspection"];
  readonly coutMaximum: number;
  /** Points of cost that a client may spend in a minute; null when nothing bounds it. */
  readonly coutParMinute: number | null;
  /** Addresses of the proxies that may tell whom they speak for. */
  readonly mandataires: readonly string[];
}

/** On one's own machine: more than a bench spends. Elsewhere: a thousand ordinary searches a minute, and more. */
const COUT_PAR_MINUTE = { chezSoi: 10_000_000, ailleurs: 100_000 } as const;
/** A minute's quota beyond this would not be counted right by the table. */
const COUT_PAR_MINUTE_MAXIMUM = 1_000_000_000;

const vide = (valeur: unknown) => (valeur === "" ? undefined : valeur);
const entier = (minimum: number, maximum: number) =>
  z.coerce
    .number("doit être un nombre")
    .int("doit être un entier")
    .min(minimum, `au moins ${minimum}`)
    .max(maximum, `au plus ${maximum}`);

/** The variables of the limits. */
export const VARIABLES_DES_LIMITES = {
  /** « ouverte » : à tous ; « portee » : aux identités qui ont la portée « introspection ». */
  INTROSPECTION: z.preprocess(vide, z.enum(["ouverte", "portee"], "vaut « ouverte » ou « portee »").optional()),
  /** Le coût d'une requête, au plus. */
  COST_MAX: z.preprocess(vide, entier(100, 1_000_000).default(5_000)),
  /** Le coût qu'un client peut dépenser par minute ; 0 : sans limite. */
  RATE_LIMIT: z.preprocess(vide, entier(0, COUT_PAR_MINUTE_MAXIMUM).optional()),
  /** Les adresses (ou réseaux) des mandataires dont X-Forwarded-For est cru, séparées par des virgules. */
  TRUSTED_PROXIES: z
    .string()
    .default("")
    .transform((liste) => liste.split(",").map((adresse) => adresse.trim()))
    .transform((adresses) => adresses.filter((adresse) => adresse !== ""))
    .pipe(
      z.array(
        z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()], "adresses ou réseaux IP, séparés par des virgules"),
      ),
    ),
};

/** The settings that the variables give; `chezSoi` when only this machine is served. */
export const reglagesDesLimites = (
  lu: z.infer<z.ZodObject<typeof VARIABLES_DES_LIMITES>>,
  chezSoi: boolean,
): ReglagesDesLimites => {
  const coutParMinute = lu.RATE_LIMIT ?? (chezSoi ? COUT_PAR_MINUTE.chezSoi : COUT_PAR_MINUTE.ailleurs);
  return {
    introspection: lu.INTROSPECTION ?? (chezSoi ? "ouverte" : "portee"),
    coutMaximum: lu.COST_MAX,
    coutParMinute: coutParMinute === 0 ? null : coutParMinute,
    mandataires: lu.TRUSTED_PROXIES,
  };
};

/** The limits of a gateway; `partage` when several count together. */
export const ouvrirLimites = (
  { introspection, coutMaximum, coutParMinute }: ReglagesDesLimites,
  partage: { pool: Pool; cle: string } | null,
): OptionsDesLimites => ({
  introspection,
  coutMaximum,
  debit:
    coutParMinute === null
      ? null
      : partage === null
        ? debitEnMemoire(coutParMinute)
        : debitPartage(coutParMinute, partage),
});
