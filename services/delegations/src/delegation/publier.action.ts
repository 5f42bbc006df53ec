import { ecrireUneFois, saisieInvalide } from "@coordination/server-kit";
import { verifierFiche } from "../catalogue/coherence.ts";
import { type FicheDelegation, ficheDelegationSchema } from "../catalogue/fiche.schema.ts";
import { messageFrancais } from "../catalogue/lecture.ts";
import { nomenclaturesNationales } from "../catalogue/nomenclatures.ts";
import type { Contexte } from "../context.ts";
import { exigerAgence, exigerEcriture } from "../equipe/droits.ts";
import type { PublierDelegationInput } from "./publication.input.ts";
import { findDerniereVersion, insererVersion } from "./publication.repository.ts";

/** Which version was published. */
interface Publiee {
  readonly code: string;
  readonly version: number;
}

/**
 * Publishes the next version of a delegation, or the first of a new one, judged by the same rules as the project's files.
 * The former version, unless it says its own end, is over the day before this one starts. Returns its code and number.
 * @throws UNAUTHENTICATED, FORBIDDEN, BAD_USER_INPUT naming the field of the input
 */
export async function publierDelegation(
  contexte: Contexte,
  input: PublierDelegationInput,
  cle: string,
): Promise<Publiee> {
  const acteur = exigerEcriture(contexte.appel.acteur);
  exigerAgence(acteur);
  const { actes, criteres, habilitations } = await contexte.loaders.catalogue();
  const fiche = lireFiche(input, contexte.aujourdhui);
  const [faute] = verifierFiche(
    fiche,
    { actes: parCode(actes), criteres: parCode(criteres), habilitations: parCode(habilitations) },
    nomenclaturesNationales,
  );
  if (faute !== undefined) throw saisieInvalide(["input", ...faute.chemin].join("."), `${faute.message}.`);
  return ecrireUneFois(contexte.database, { acteur, operation: "publierDelegation", cle, input: fiche }, async (tx) => {
    const derniere = await findDerniereVersion(tx, fiche.code);
    if (derniere !== undefined && fiche.enVigueurDepuis <= (derniere.enVigueurJusquA ?? derniere.enVigueurDepuis)) {
      throw saisieInvalide(
        "input.enVigueurDepuis",
        `La version ${derniere.version} de ${fiche.code} s'applique encore à cette date.`,
      );
    }
    const version = (derniere?.version ?? 0) + 1;
    await insererVersion(tx, { ...fiche, version });
    return { code: fiche.code, version };
  });
}

const parCode = <T extends { readonly code: string }>(elements: readonly T[]): ReadonlyMap<string, T> =>
  new Map(elements.map((element) => [element.code, element]));

/** The input as a file would say it: what is null in GraphQL is absent there. Its version is numbered when it is written. */
function lireFiche(
  { relecture: niveau, source, ...input }: PublierDelegationInput,
  aujourdhui: string,
): FicheDelegation {
  const relecture = { niveau, source, ...(niveau === "A_VERIFIER" ? {} : { relueLe: aujourdhui }) };
  const ecrite: unknown = JSON.parse(
    JSON.stringify({ ...input, version: 1, etablieLe: aujourdhui, relecture }, (_cle, valeur: unknown) =>
      valeur === null ? undefined : valeur,
    ),
  );
  const lue = ficheDelegationSchema.safeParse(ecrite, { error: messageFrancais });
  if (lue.success) return lue.data;
  const [faute] = lue.error.issues;
  throw saisieInvalide(
    ["input", ...(faute?.path ?? [])].map(String).join("."),
    `${faute?.message ?? "Valeur invalide"}.`,
  );
}
