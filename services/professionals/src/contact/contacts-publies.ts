import type { PointContact } from "@coordination/vocabulaire";
import type { LigneSituation } from "../situation/situation.repository.ts";

type Publie = Pick<LigneSituation, "telephone" | "telephoneSecondaire" | "courriel" | "source" | "millesime">;

/** What the activity's own file publishes, shown to everyone. */
export function contactsPublies({
  telephone,
  telephoneSecondaire,
  courriel,
  source,
  millesime,
}: Publie): PointContact[] {
  const commun = { diffusion: "PUBLIQUE", misAJourLe: millesime, source } as const;
  const telephones = [telephone, telephoneSecondaire].filter((numero) => numero !== null);
  return [
    ...telephones.map((valeur): PointContact => ({ canal: "TELEPHONE", valeur, ...commun })),
    ...(courriel === null ? [] : [{ canal: "COURRIEL", valeur: courriel, ...commun } as const]),
  ];
}
