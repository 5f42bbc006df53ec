import type { NatureSituation } from "./nature-situation.ts";

/** Remplaçant, en soins ou en pharmacie. Source : NOS, TRE_R22. */
const GENRES_DE_REMPLACEMENT: ReadonlySet<string> = new Set(["GENR02", "GENR03"]);

/** Ce que la déclaration en dit ; le répertoire, lui, ne dit d'une activité que si elle est un remplacement. */
export const natureDe = ({
  natureDeclaree,
  genre,
}: {
  readonly natureDeclaree: NatureSituation;
  readonly genre: string | null;
}): NatureSituation =>
  natureDeclaree === "PRINCIPALE" && genre !== null && GENRES_DE_REMPLACEMENT.has(genre)
    ? "REMPLACEMENT"
    : natureDeclaree;
