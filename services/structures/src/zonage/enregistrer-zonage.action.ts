import { findProfession } from "@coordination/referentiels";
import { ecrireUneFois, introuvable, saisieInvalide } from "@coordination/server-kit";
import { pourquoiAucune } from "../commune/commune-d-hier.ts";
import type { Contexte } from "../context.ts";
import { exigerAgence } from "../declaration/droit.ts";
import { finApres, texte } from "../declaration/saisie.ts";
import { dernierJour } from "../territoire/succession.rule.ts";
import type { EnregistrerZonageInput } from "./zonage.input.ts";
import { ecrireZonage, findDatesDeZonage } from "./zonage.repository.ts";

const CATEGORIE_MAXIMUM = 40;

/**
 * The zoning of a commune for a profession, from a day on; the previous one ends on the eve.
 * @returns the code of the commune. Throws UNAUTHENTICATED, FORBIDDEN, NOT_FOUND or BAD_USER_INPUT.
 */
export async function enregistrerZonage(
  contexte: Contexte,
  input: EnregistrerZonageInput,
  cle: string,
): Promise<string> {
  const acteur = exigerAgence(contexte.acteur);
  const { codeInsee, profession, dateEffet } = input;
  if ((await contexte.loaders.communeByCode.load(codeInsee)) === null)
    throw introuvable("input.codeInsee", await pourquoiAucune(codeInsee, contexte.loaders));
  if (findProfession(profession) === null)
    throw saisieInvalide(
      "input.profession",
      "Cette profession n'est dans aucune nomenclature (TRE_G15, TRE_R94, TRE_R95).",
    );
  const zonage = {
    codeInsee,
    profession,
    dateEffet,
    categorie: texte("input.categorie", input.categorie, CATEGORIE_MAXIMUM).toUpperCase(),
    arrete: texte("input.arrete", input.arrete),
    source: texte("input.source", input.source),
  };
  const fin = finApres("input.dateFin", input.dateFin ?? null, dateEffet);
  return ecrireUneFois(contexte.database, { acteur, operation: "enregistrerZonage", cle, input }, async (tx) => {
    const dateFin = dernierJour({ debut: dateEffet, fin }, await findDatesDeZonage(tx, zonage));
    if (dateFin === "chevauche")
      throw saisieInvalide("input.dateFin", "Un classement plus récent commence avant cette date.");
    await ecrireZonage(tx, { ...zonage, dateFin });
    return codeInsee;
  });
}
