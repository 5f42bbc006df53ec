import { agitPour, ecrireUneFois, saisieInvalide } from "@coordination/server-kit";
import type { Contexte } from "../context.ts";
import { exigerLesSiensOuAgence } from "../declaration/droit.ts";
import { marquerModifiee } from "../declaration/ecriture.repository.ts";
import { bornee, exigerCommune, exigerStructure, exigerType, texte } from "../declaration/saisie.ts";
import { remplacerPassagesAVenir } from "./medicobus.repository.ts";
import type { PassageInput } from "./passage.input.ts";
import { defautDuProgramme } from "./programme.rule.ts";

/**
 * The whole programme to come of a médicobus: what was planned and is not in it is cancelled; what has begun stays.
 * @returns its id. Throws UNAUTHENTICATED, FORBIDDEN, NOT_FOUND or BAD_USER_INPUT.
 */
export async function planifier(
  contexte: Contexte,
  { medicobusId, passages }: { medicobusId: string; passages: readonly PassageInput[] },
  cle: string,
): Promise<string> {
  const { database, maintenant, aujourdhui } = contexte;
  const acteur = exigerLesSiensOuAgence(contexte.acteur, medicobusId);
  const structure = await exigerStructure("medicobusId", medicobusId, contexte);
  exigerType("medicobusId", structure, ["MEDICOBUS"], "des passages");
  const communes = bornee("passages", passages).map(({ codeInsee }, rang) =>
    exigerCommune(`passages[${rang}].codeInsee`, codeInsee, contexte),
  );
  await Promise.all(communes);
  const programme = passages.map((passage, rang) => ({
    ...passage,
    lieu: texte(`passages[${rang}].lieu`, passage.lieu, 200),
  }));
  const input = { medicobusId, passages };
  const source = agitPour(acteur, medicobusId) ? `déclaré par ${structure.nom}` : "déclaré par une agence";
  return ecrireUneFois(database, { acteur, operation: "planifierPassages", cle, input }, async (tx) => {
    await marquerModifiee(tx, medicobusId);
    // Only judged the first time: the same demand again, later, gets the first answer.
    const defaut = defautDuProgramme(programme, maintenant);
    if (defaut !== null) throw saisieInvalide(`passages[${defaut.rang}].${defaut.champ}`, defaut.phrase);
    await remplacerPassagesAVenir(tx, { medicobusId, passages: programme, source, maintenant, aujourdhui });
    return medicobusId;
  });
}
