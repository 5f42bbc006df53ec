import { saisieInvalide } from "@coordination/server-kit";
import type { PlageHoraireInput } from "./mise-a-jour.input.ts";
import { bornee } from "./saisie.ts";

const HEURE = /^([01]\d|2[0-3]):[0-5]\d$/;
const FIN_DU_JOUR = "24:00";

/** Slots as they are written down. Throws BAD_USER_INPUT naming the first wrong hour, or the slot that overlaps another. */
export function lirePlages(champ: string, plages: readonly PlageHoraireInput[]): readonly PlageHoraireInput[] {
  for (const [rang, { debut, fin }] of bornee(champ, plages).entries()) {
    if (!HEURE.test(debut))
      throw saisieInvalide(`${champ}[${rang}].debut`, "Une heure s'écrit « HH:MM », de 00:00 à 23:59.");
    if (!HEURE.test(fin) && fin !== FIN_DU_JOUR)
      throw saisieInvalide(`${champ}[${rang}].fin`, "Une heure s'écrit « HH:MM », de 00:01 à 24:00.");
    if (fin <= debut)
      throw saisieInvalide(
        `${champ}[${rang}].fin`,
        "La fin suit le début ; une nuit s'écrit en deux plages, la première jusqu'à 24:00.",
      );
    const chevauche = plages.some(
      (autre, place) => place < rang && autre.jour === plages[rang]?.jour && autre.debut < fin && debut < autre.fin,
    );
    if (chevauche) throw saisieInvalide(`${champ}[${rang}]`, "Cette plage en chevauche une autre du même jour.");
  }
  return plages;
}
