import type { LigneSituation } from "../situation/situation.repository.ts";
import { decrireProfession, decrireSavoirFaire } from "./profession.ts";
import type { ExerciceProfessionnel } from "./professionnel.type.ts";

/** The professions that a person's open activities show, each with its know-hows, in the order of the codes. */
export function exercicesDe(situations: readonly LigneSituation[]): ExerciceProfessionnel[] {
  const ouvertes = situations.filter(({ ouverte }) => ouverte);
  const parProfession = Map.groupBy(ouvertes, ({ codeProfession }) => codeProfession);
  return [...parProfession.entries()]
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(([code, activites]) => ({
      profession: decrireProfession(code),
      categorie: activites.find(({ categorie }) => categorie !== null)?.categorie ?? null,
      savoirFaire: savoirFaireDe(activites),
    }));
}

function savoirFaireDe(activites: readonly LigneSituation[]) {
  const parCode = new Map(
    activites.flatMap(({ codeSavoirFaire: code, libelleSavoirFaire, typeSavoirFaire }) =>
      code === null ? [] : [[code, decrireSavoirFaire(code, { libelle: libelleSavoirFaire, type: typeSavoirFaire })]],
    ) as [string, ReturnType<typeof decrireSavoirFaire>][],
  );
  return [...parCode.values()].toSorted((a, b) => a.code.localeCompare(b.code));
}
